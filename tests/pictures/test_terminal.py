"""The right road for each terminal, and no question where one must not be asked."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import termios
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.pictures import Ear, Road, choose_road, is_worth_asking, put_question, read_answer
from tui.pictures.asking import QUESTION, Answer

ANSWERS = "\x1b_Gi=4207;OK\x1b\\\x1b[6;18;9t\x1b[4;432;720t\x1b[?62;4c"


@pytest.mark.parametrize(
    ("environ", "road"),
    [
        ({"TERM": "xterm-kitty"}, Road.KITTY),
        ({"TERM": "xterm-256color", "KITTY_WINDOW_ID": "1"}, Road.KITTY),
        ({"TERM": "xterm-ghostty", "TERM_PROGRAM": "ghostty"}, Road.KITTY),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, Road.KITTY),
        ({"TERM": "foot"}, Road.SIXEL),
        ({"TERM": "foot-extra"}, Road.SIXEL),
        ({"TERM": "mlterm"}, Road.SIXEL),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, Road.SIXEL),
        ({"TERM": "xterm-256color"}, Road.BLOCKS),
        ({"TERM": "linux"}, Road.BLOCKS),
        ({"TERM": "tmux-256color", "TMUX": "/tmp/x,1,0"}, Road.BLOCKS),
        ({"TERM": "xterm-kitty", "TMUX": "/tmp/x,1,0", "KITTY_WINDOW_ID": "1"}, Road.BLOCKS),
        ({"TERM": "screen-256color", "STY": "1.x"}, Road.BLOCKS),
        ({"TERM": "dumb"}, Road.WORDS),
        ({}, Road.WORDS),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, Road.WORDS),
    ],
)
def test_the_environment_tells_where_no_answer_came(environ: dict[str, str], road: Road) -> None:
    choice = choose_road(environ, tty=True, answer=Answer())
    assert choice.road is road
    assert choice.reason


def test_a_pipe_gets_words() -> None:
    assert choose_road({"TERM": "xterm-kitty"}, tty=False, setting="kitty").road is Road.WORDS


@pytest.mark.parametrize(
    ("environ", "asked"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "xterm-256color", "SSH_TTY": "/dev/pts/1"}, True),
        ({"TERM": "xterm-256color", "TMUX": "/tmp/x,1,0"}, False),
        ({"TERM": "tmux-256color", "SSH_TTY": "/dev/pts/1"}, False),
        ({"TERM": "screen-256color", "STY": "1.x"}, False),
        ({"TERM": "linux"}, False),
        ({"TERM": "dumb"}, False),
        ({}, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, False),
    ],
)
def test_a_terminal_is_asked_that_will_not_print_the_question(environ: dict[str, str], asked: bool) -> None:
    assert is_worth_asking(environ) is asked


def test_nobody_is_asked_what_the_settings_say() -> None:
    assert not is_worth_asking({"TERM": "xterm-256color"}, "blocks")
    assert choose_road({"TERM": "xterm-256color"}, tty=True, setting="sixel").road is Road.SIXEL
    assert choose_road({"TERM": "tmux-256color", "TMUX": "x"}, tty=True, setting="kitty").road is Road.KITTY


@pytest.mark.parametrize(
    ("answer", "road"),
    [
        (Answer(given=True, sixel=True), Road.SIXEL),
        (Answer(given=True, kitty=True, sixel=True), Road.KITTY),
        (Answer(given=True), Road.BLOCKS),
    ],
)
def test_an_answer_counts_for_more_than_the_environment(answer: Answer, road: Road) -> None:
    """A terminal started from within kitty inherits kitty's variables, and is no kitty."""
    assert choose_road({"TERM": "xterm-256color", "KITTY_WINDOW_ID": "1"}, tty=True, answer=answer).road is road


def test_four_among_the_attributes_means_sixel_and_forty_does_not() -> None:
    assert read_answer("\x1b[?63;1;4;22c").sixel
    assert not read_answer("\x1b[?63;1;40;24c").sixel


@given(
    typed=st.lists(
        st.sampled_from(["j", "J", "\x1b[A", "\x1b", "é", "\x1b[1;5C", "\x1bOP", "c", "[", "?"]), max_size=6
    ),
    place=st.integers(0, 6),
    cuts=st.sets(st.integers(1, 60), max_size=6),
)
def test_every_key_gets_through_and_no_answer_does_however_the_bytes_come(
    typed: list[str], place: int, cuts: set[int]
) -> None:
    before, after = "".join(typed[:place]), "".join(typed[place:])
    if before.endswith("\x1b"):
        before += "k"  # an Escape right before an answer is one that a terminal holds for Alt
    whole = before + ANSWERS + after
    ear, through, start = Ear(), "", 0
    ear.listen()
    for cut in [*sorted(cut for cut in cuts if cut < len(whole)), len(whole)]:
        through += ear.hear(whole[start:cut])
        start = cut
    through += ear.let_go()
    assert through == before + after
    assert read_answer(ear.heard) == Answer(given=True, kitty=True, sixel=True, cell=(9, 18))


def test_a_lone_escape_is_let_go_while_an_answer_is_waited_for() -> None:
    ear = Ear()
    ear.listen()
    assert ear.hear("j\x1b") == "j"
    assert ear.let_go() == "\x1b"
    assert ear.hear("[?62c") == "[?62c"


def test_an_ear_that_was_not_asked_to_listen_hears_nothing() -> None:
    ear = Ear()
    assert ear.hear(ANSWERS) == ANSWERS


def _played_terminal(reply: bytes) -> tuple[int, int, threading.Thread]:
    ours, theirs = pty.openpty()

    def play() -> None:
        heard = b""
        while not heard.endswith(QUESTION.encode()):
            heard += os.read(ours, 1024)
        os.write(ours, reply)

    player = threading.Thread(target=play, daemon=True)
    player.start()
    return ours, theirs, player


def test_a_terminal_that_answers_is_heard() -> None:
    ours, theirs, player = _played_terminal(b"\x1b[?64;4c")
    assert read_answer(put_question(QUESTION, theirs, theirs, 5)) == Answer(given=True, sixel=True)
    player.join(5)
    os.close(ours)
    os.close(theirs)


def test_a_terminal_that_stays_silent_is_let_be_and_left_as_it_was() -> None:
    ours, theirs = pty.openpty()
    before = termios.tcgetattr(theirs)
    assert put_question(QUESTION, theirs, theirs, 0.05) == ""
    assert termios.tcgetattr(theirs) == before
    os.close(ours)
    os.close(theirs)


def _cell(answer: Answer, fileno: int) -> tuple[int, int]:
    return choose_road({"TERM": "xterm"}, tty=True, answer=answer, fileno=fileno).cell


def test_the_cell_is_as_the_terminal_tells_else_as_the_system_knows_else_a_common_one() -> None:
    ours, theirs = pty.openpty()
    assert _cell(Answer(), theirs) == (10, 20)
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 80 * 9, 24 * 18))
    assert _cell(Answer(), theirs) == (9, 18)
    assert _cell(Answer(given=True, cell=(8, 16)), theirs) == (8, 16)
    assert _cell(Answer(given=True, cell=(0, 99_999)), theirs) == (9, 18)
    os.close(ours)
    os.close(theirs)


def test_a_pipe_has_a_common_cell() -> None:
    reading, writing = os.pipe()
    assert _cell(Answer(), writing) == (10, 20)
    os.close(reading)
    os.close(writing)
