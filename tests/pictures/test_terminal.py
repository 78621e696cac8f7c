"""The right road for each terminal, and no question where one must not be asked."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import termios
import threading

import pytest

from tui.pictures import Road, ask_terminal, cell_size, choose_road
from tui.pictures.terminal import Answer, read_answer


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
def test_the_environment_tells(environ: dict[str, str], road: Road) -> None:
    choice = choose_road(environ, tty=True)
    assert choice.road is road
    assert choice.reason


def test_a_pipe_gets_words() -> None:
    assert choose_road({"TERM": "xterm-kitty"}, tty=False).road is Road.WORDS


@pytest.mark.parametrize(
    ("environ", "asked"),
    [
        ({"TERM": "xterm-256color", "XTERM_VERSION": "XTerm(379)"}, True),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-256color", "XTERM_VERSION": "XTerm(379)", "TMUX": "/tmp/x,1,0"}, False),
        ({"TERM": "xterm-256color", "XTERM_VERSION": "XTerm(379)", "SSH_TTY": "/dev/pts/1"}, False),
        ({"TERM": "xterm-kitty"}, False),
    ],
)
def test_only_a_local_terminal_that_leaves_it_open_is_asked(environ: dict[str, str], asked: bool) -> None:
    assert choose_road(environ, tty=True).worth_asking is asked


@pytest.mark.parametrize(
    ("answer", "road"),
    [(Answer(sixel=True), Road.SIXEL), (Answer(kitty=True, sixel=True), Road.KITTY), (Answer(), Road.BLOCKS)],
)
def test_the_answer_decides(answer: Answer, road: Road) -> None:
    choice = choose_road({"TERM": "xterm-256color", "XTERM_VERSION": "1"}, tty=True, answer=answer)
    assert choice.road is road
    assert not choice.worth_asking


def test_four_among_the_attributes_means_sixel_and_forty_does_not() -> None:
    assert read_answer(b"\x1b[?63;1;4;22c").sixel
    assert not read_answer(b"\x1b[?63;1;40;24c").sixel


def test_what_a_person_typed_meanwhile_is_given_back() -> None:
    answer = read_answer(b"jj\x1b_Gi=4207;OK\x1b\\\x1b[?62;4ck")
    assert answer == Answer(kitty=True, sixel=True, typed=b"jjk")


def _played_terminal(reply: bytes) -> tuple[int, int, threading.Thread]:
    ours, theirs = pty.openpty()

    def play() -> None:
        heard = b""
        while b"\x1b[c" not in heard:
            heard += os.read(ours, 1024)
        os.write(ours, reply)

    player = threading.Thread(target=play, daemon=True)
    player.start()
    return ours, theirs, player


def test_a_terminal_that_answers_is_heard() -> None:
    ours, theirs, player = _played_terminal(b"\x1b[?64;4c")
    assert ask_terminal(theirs, theirs, 5) == Answer(sixel=True)
    player.join(5)
    os.close(ours)
    os.close(theirs)


def test_a_terminal_that_stays_silent_is_let_be_and_left_as_it_was() -> None:
    ours, theirs = pty.openpty()
    before = termios.tcgetattr(theirs)
    assert ask_terminal(theirs, theirs, 0.05) == Answer()
    assert termios.tcgetattr(theirs) == before
    os.close(ours)
    os.close(theirs)


def test_the_cell_is_measured_where_the_terminal_states_its_pixels() -> None:
    ours, theirs = pty.openpty()
    assert cell_size(theirs) == (10, 20)
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 80 * 9, 24 * 18))
    assert cell_size(theirs) == (9, 18)
    os.close(ours)
    os.close(theirs)


def test_a_pipe_has_a_common_cell() -> None:
    reading, writing = os.pipe()
    assert cell_size(writing) == (10, 20)
    os.close(reading)
    os.close(writing)
