from __future__ import annotations

import json
import subprocess
import sys
from argparse import Namespace
from pathlib import Path

import pytest

from tests.cli.program import environ, pullquote, story
from tui.cli import main
from tui.cli.parser import load_command


def test_text_is_the_default_and_fits_into_eighty_columns(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(story())
    done = pullquote(tmp_path, "show", str(tmp_path / "a.html"))
    text = done.stdout.decode()
    assert done.returncode == 0
    assert "Ferry runs again" in text
    assert "Skip to main content" not in text
    assert max(map(len, text.splitlines())) <= 80


def test_json_tells_quotation_caption_and_credit_apart(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(story())
    data = json.loads(pullquote(tmp_path, "show", "--json", str(tmp_path / "a.html")).stdout)
    assert data["canonical_url"] == "https://tern.example/ferry"
    assert data["site"] == "The Tern Post"
    assert [figure["caption"] for figure in data["figures"]] == ["Passengers wait on the quay at Quill."]
    assert "Bo Lind" in data["figures"][0]["credit"]
    assert "Passengers wait" not in data["text"]
    quote = data["quotes"][0]
    assert (quote["speaker"], len(quote["parts"])) == ("Marit Osk", 2)
    for part in quote["parts"]:
        assert data["blocks"][part["block"]]["text"][part["start"] : part["end"]] in quote["text"]


def test_markdown_has_a_heading(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(story())
    assert pullquote(tmp_path, "show", "--markdown", str(tmp_path / "a.html")).stdout.startswith(b"# Ferry runs again")


def test_jsonl_gives_a_line_for_each_source_in_order_and_never_stops_at_a_bad_one(tmp_path: Path) -> None:
    names = []
    for number in range(30):
        path = tmp_path / f"{number:02}.html"
        path.write_bytes(b"" if number % 10 == 3 else story(f"Story number {number}", f"s{number}"))
        names.append(str(path))
    names.insert(5, str(tmp_path / "absent.html"))
    done = pullquote(tmp_path, "show", "--jsonl", *names)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["source"] for line in lines] == names
    assert [line["source"] for line in lines if "error" in line] == [names[3], names[5], names[14], names[24]]
    assert lines[5]["error"]["kind"] == "source"
    assert "does not exist" in lines[5]["error"]["message"]
    assert done.returncode == 4


def test_standard_input_is_a_source_whatever_its_bytes(tmp_path: Path) -> None:
    done = pullquote(tmp_path, "show", "-", stdin=story().replace("“".encode(), b"\x93").replace("”".encode(), b"\x94"))
    assert done.returncode == 0
    assert "“We counted the hours" in done.stdout.decode()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["show"], 2),
        (["show", "--text", "--json", "x"], 2),
        (["show", "ftp://tern.example/x"], 2),
        (["show", "absent.html"], 1),
        (["show", "."], 1),
        (["show", "-"], 4),
        (["show", "http://127.0.0.1:9/"], 3),
        (["list"], 5),
        (["example.org"], 2),
    ],
)
def test_each_failure_has_its_exit_code_and_a_sentence_on_standard_error(
    tmp_path: Path, words: list[str], code: int
) -> None:
    done = pullquote(tmp_path, *words)
    assert done.returncode == code
    assert done.stdout == b""
    assert done.stderr.strip()
    assert b"Traceback" not in done.stderr


def test_a_reader_that_closes_the_pipe_early_is_no_error(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number:02}.html").write_bytes(story(f"Story {number}" * 20, f"s{number}"))
    command = [sys.executable, "-m", "tui", "show", "--jsonl", *map(str, sorted(tmp_path.glob("*.html")))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environ(tmp_path)) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        complaint = process.stderr.read()
        assert process.wait(60) == 0
    assert complaint == b""


def test_the_command_line_loads_no_terminal_ui(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(story())
    code = (
        "import sys; from tui.cli import main; main(['show', sys.argv[1]]); "
        "loaded = {name.split('.')[0] for name in sys.modules}; "
        "sys.exit(repr(sorted(loaded & {'textual', 'rich', 'pyperclip', 'httpx', 'lxml'})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "a.html")],
        check=False,
        capture_output=True,
        env=environ(tmp_path),
    )
    assert done.stderr.strip() == b"[]"


def test_the_version_loads_next_to_nothing(tmp_path: Path) -> None:
    code = (
        "import sys; from tui.cli import main\n"
        "try: main(['--version'])\nexcept SystemExit: pass\n"
        "heavy = {'argparse', 'asyncio', 'sqlite3', 'textual', 'httpx', 'lxml', 'json', 'msgspec'}\n"
        "sys.exit(repr(sorted(heavy & set(sys.modules))))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, env=environ(tmp_path))
    assert done.stderr.strip() == b"[]"


def test_plain_pullquote_is_what_the_parser_makes_of_no_words(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def run(options: Namespace) -> int:
        asked.append(vars(options))
        return 0

    monkeypatch.setattr("tui.cli.read.run", run)
    assert main([]) == 0
    assert asked == [vars(load_command([])[1])]


def test_why_a_page_came_out_as_it_did_is_told_of_each_that_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(story())
    done = pullquote(tmp_path, "show", "--explain", str(tmp_path / "absent.html"), str(tmp_path / "a.html"))
    assert done.returncode == 1
    assert b"absent.html does not exist" in done.stderr
    assert done.stdout.decode().startswith(f"{tmp_path}/a.html: Ferry runs again\n")


def test_a_kept_article_is_shown_under_the_name_that_was_asked_for_and_no_password_is_repeated(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(story())
    assert pullquote(tmp_path, "save", str(tmp_path / "a.html")).returncode == 0
    asked = ["https://anna:secret@tern.example/ferry?utm_source=x", str(tmp_path / "a.html"), "http://a:secret@/x"]
    done = pullquote(tmp_path, "show", "--jsonl", *asked)
    assert b"secret" not in done.stdout + done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["source"] for line in lines] == ["https://tern.example/ferry?utm_source=x", asked[1], "http:///x"]
    assert [line.get("title") for line in lines] == ["Ferry runs again", "Ferry runs again", None]
