"""Whatever is wrong with a source or the library: one sentence, the right exit code, and the library is as it was."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.program import environ, pullquote
from tests.cli.program import story as page
from tests.library.logical import contents
from tests.library.stories import story
from tui.cli import main
from tui.library import Library, State

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.loopback import Site

ROOT = Path(__file__).parent.parent.parent
MEGABYTE = 1024 * 1024
BEGINNING = b"<!doctype html><title>Ferry</title>"


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library with an article in it, at a home where nothing of the tester's is found."""
    for name, value in environ(tmp_path).items():
        monkeypatch.setenv(name, value)
    path = tmp_path / "library.db"
    monkeypatch.setenv("PULLQUOTE_LIBRARY", str(path))
    with Library.open(path) as opened:
        opened.keep(story(), state=State.SAVED)
    return path


def _contents(path: Path) -> dict[str, Any]:
    with Library.open(path) as opened:
        return contents(opened)


def _local_sources(folder: Path) -> dict[str, tuple[int, str]]:
    """Make bad files; return each with its exit code and the words of its sentence."""
    files = {
        "empty.html": (b"", 4, "is empty"),
        "blank.txt": (b" \r\n\t", 4, "is empty"),
        "mark.html": (b"\xef\xbb\xbf\n", 4, "is empty"),
        "paper.pdf": (b"%PDF-1.7\n", 4, "is a PDF document, not a page to read"),
        "lie.html": (b"\x89PNG\r\n\x1a\n\0\0", 4, "is a picture, not a page to read"),
        "packed.html": (b"PK\x03\x04\x14\0", 4, "is an archive"),
        "noise.html": (bytes(range(256)) * 40, 4, "is a file for programs"),
        "furniture.html": (b"<nav><a href=/>Home</a></nav>", 4, "No article was found on this page."),
        "vast.html": ((BEGINNING + b"<p>And so on.</p>" * 3_100_000), 1, "is larger than 20 MB"),
    }
    for name, (body, _, _) in files.items():
        (folder / name).write_bytes(body)
    (folder / "folder.html").mkdir()
    return {
        **{str(folder / name): (code, words) for name, (_, code, words) in files.items()},
        str(folder / "absent.html"): (1, "does not exist; check the path"),
        str(folder / "folder.html"): (1, "is a directory; name a file in it"),
        str(folder / "empty.html" / "x.html"): (1, "cannot be read"),
        str(folder / ("n" * 300)): (1, "cannot be read"),
        os.devnull: (1, "is not an ordinary file"),
        "~nobody-of-that-name/x.html": (1, "there is no such home directory"),
        "": (2, "There is no address."),
        "ftp://tern.example/x": (2, "“ftp:” addresses are not read"),
        "javascript:alert(1)": (2, "“javascript:” addresses are not read"),
        "http://": (2, "is no web address"),
        "http://[::1": (2, "is no web address"),
        "http://tern.example:99999/": (2, "is no web address"),
        "https://tern.example/not-kept": (3, "There is no host named tern.example"),
    }


def _web_sources(site: Site) -> dict[str, tuple[int, str]]:
    """Register bad answers; return each address with its exit code and the words of its sentence."""
    sources = {
        site.page(f"/{status}", b"<p>Sorry.</p>", status=status): (3, f"({status})")
        for status in (401, 403, 404, 410, 429, 451, 500, 503)
    }
    big = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
    return sources | {
        site.page("/pdf", b"%PDF-1.7"): (4, "sends a PDF document"),
        site.page("/png", b"\x89PNG\r\n\x1a\n"): (4, "sends a picture"),
        site.page("/json", b'{"a": 1}', content_type="application/json"): (4, "sends data for programs"),
        site.page("/empty", b""): (4, "sends an empty page"),
        site.page("/none", b"<nav><a href=/>Home</a></nav>"): (4, "No article was found on this page."),
        site.page("/packed", page(), headers={**big, "Content-Encoding": "br"}): (3, "packs the page"),
        site.page("/broken", page(), headers=big): (3, "compression is broken"),
        site.cut("/vast", BEGINNING, 50 * MEGABYTE): (3, "more than 20 MB"),
        site.bomb("/bomb", 50): (3, "more than 20 MB"),
        site.redirect("/loop", "/loop"): (3, "without end"),
        site.redirect("/inside", "http://127.0.0.1:9/"): (3, "goes there only when you type it yourself"),
        site.redirect("/ftp", "ftp://tern.example/x"): (3, "leads on to a “ftp:” address"),
        site.raw("/mute", b""): (3, "hung up"),
        site.raw("/odd", b"220 mail.example ready\r\n\r\n"): (3, "not as a web server does"),
        f"http://127.0.0.1:{_closed_port()}/": (3, "takes no connections there"),
        site.url.replace("http:", "https:"): (3, "does not speak https at that port"),
    }


def _closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def test_every_bad_source_gives_one_sentence_and_its_exit_code_and_leaves_the_library(
    library: Path, site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _contents(library)
    local = _local_sources(tmp_path)
    cases = [("show", local), ("save", {**local, **_web_sources(site)})]
    for command, source, code, words in [
        (name, source, *rest) for name, them in cases for source, rest in them.items()
    ]:
        assert main([command, source]) == code, source
        told = capsys.readouterr()
        assert told.out == ""
        assert words in told.err
        assert told.err.startswith("pullquote: ")
        assert told.err.endswith((".\n", "?\n"))
        assert told.err.count("\n") == 1
    assert _contents(library) == before


def test_among_many_sources_each_failure_names_its_own(
    library: Path, site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = {**_local_sources(tmp_path), **_web_sources(site)}
    good = tmp_path / "good.html"
    good.write_bytes(page())
    names = [*sources, str(good)]
    before = _contents(library)
    assert main(["show", "--jsonl", *names]) == 4
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["source"] for line in lines] == names
    for line, (_, words) in zip(lines, sources.values(), strict=False):
        assert words in line["error"]["message"]
    assert lines[-1]["title"] == "Ferry runs again"
    assert _contents(library) == before
    assert main(["save", *names]) == 4
    told = capsys.readouterr()
    assert told.out == "SAVED https://tern.example/ferry\n"
    narrated = [line for line in told.err.splitlines() if "pictures kept" not in line]
    assert len(narrated) == len(sources)
    assert all(name in line for name, line in zip(sources, narrated, strict=True) if not name.startswith("http"))
    assert (
        sum("No article was found" in line and ("/none: " in line or "furniture.html: " in line) for line in narrated)
        == 2
    )


def test_what_came_only_in_part_is_told_while_it_is_shown_or_saved(
    library: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    address = site.cut("/", page(), len(page()) + 900)
    assert main(["show", address]) == 0
    told = capsys.readouterr()
    assert "Ferry runs again" in told.out
    assert "pullquote: The page was cut off on its way here: its end may be missing.\n" in told.err
    assert main(["save", address]) == 0
    assert "cut off on its way here" in capsys.readouterr().err
    assert library.exists()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.write_bytes(b"Dear harbour board, " * 300), "is no library"),
        (lambda path: path.write_bytes(b""), "is empty (0 bytes), though articles were kept there"),
        (lambda path: path.write_bytes(path.read_bytes()[:50_000]), "pullquote"),
        (lambda path: (path.unlink(), path.mkdir()), "is a directory; the library is a file"),
    ],
    ids=["another file", "emptied", "cut", "directory"],
)
def test_a_library_that_cannot_be_read_is_told_and_left_alone(
    library: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    make: Callable[[Path], object],
    words: str,
) -> None:
    source = tmp_path / "good.html"
    source.write_bytes(page())
    make(library)
    before = library.read_bytes() if library.is_file() else None
    for command in (["show", str(source)], ["save", str(source)], ["show", "https://tern.example/x"], ["list"]):
        assert main(command) == 1
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.startswith("pullquote: ")
        assert told.err.count("\n") == 1
        assert words in told.err
    assert (library.read_bytes() if library.is_file() else None) == before


def test_a_library_that_is_gone_is_not_made_anew_in_silence(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "good.html").write_bytes(page())
    library.unlink()
    assert main(["save", str(tmp_path / "good.html")]) == 1
    assert "is gone, though articles were kept there" in capsys.readouterr().err
    assert main(["list"]) == 5
    assert not library.exists()


WITHOUT_RIGHTS = """
import ctypes, sys
from tui.cli import main
# Root may read and write everywhere by its capabilities; without them it is bound by what the files say (capset(2)).
ctypes.CDLL(None).capset((ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)())
for line in sys.stdin.read().splitlines():
    print("code", main(line.split("|")), file=sys.stderr)
"""


def _run(code: str, commands: list[list[str]], home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        input="\n".join("|".join(command) for command in commands),
        capture_output=True,
        text=True,
        timeout=60,
        cwd=ROOT,
        env=environ(home, PULLQUOTE_LIBRARY=str(home / "library.db"), **more),
    )


def test_what_may_not_be_read_or_written_is_told(library: Path, tmp_path: Path) -> None:
    secret, good, closed = tmp_path / "secret.html", tmp_path / "good.html", tmp_path / "closed"
    for path in (secret, good):
        path.write_bytes(page())
    before = _contents(library)
    secret.chmod(0o200)
    closed.mkdir(mode=0o555)
    library.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        done = _run(
            WITHOUT_RIGHTS,
            [
                ["show", str(secret)],
                ["save", str(good)],
                ["save", str(good), "--library", str(closed / "new.db")],
                ["show", str(good)],
            ],
            tmp_path,
        )
    finally:
        tmp_path.chmod(0o755)
        library.chmod(0o644)
    told = done.stderr.splitlines()
    assert told[0] == f"pullquote: {secret} may not be read; check its permissions."
    assert told[2] == f"pullquote: The library {library} may not be written here, so nothing can be changed."
    assert f"{closed / 'new.db'} may not be written" in told[4]
    assert [told[1], told[3], *told[5:]] == ["code 1", "code 1", "code 1", "code 0"]
    assert "Ferry runs again" in done.stdout
    assert list(closed.iterdir()) == []
    assert _contents(library) == before


FULL_DISK = """
import resource, signal, sys
from tui.cli import main
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000,) * 2)
for line in sys.stdin.read().splitlines():
    print("code", main(line.split("|")), file=sys.stderr)
"""


def test_a_full_disk_is_told_and_nothing_is_lost(library: Path, tmp_path: Path) -> None:
    large = tmp_path / "large.html"
    body = "".join(
        f"<p>On day {number} the ferry ran again, and {number * 7919} loaves were left.</p>" for number in range(9_000)
    )
    large.write_text(
        page().decode().replace("</article>", body + "</article>").replace("tern.example/ferry", "tern.example/large")
    )
    before = _contents(library)
    done = _run(FULL_DISK, [["save", str(large)], ["list"]], tmp_path)
    sentence, *codes = done.stderr.splitlines()
    assert sentence.startswith(f"pullquote: There is no space left for the library {library}; nothing of this was kept")
    assert codes == ["code 1", "code 0"]
    assert "SAVED" not in done.stdout
    assert _contents(library) == before


FULL_OUTPUT = """
import os, sys
from tui.cli import main
lines = sys.stdin.read().splitlines()
for line in lines:
    if os.fork() == 0:
        full = os.open("/dev/full", os.O_WRONLY)
        os.dup2(full, 1)
        code = main(line.split("|"))
        print("code", code, file=sys.stderr)
        sys.exit(code)
    os.wait()
if os.fork() == 0:
    os.close(1)
    sys.stdout = None
    print("code", main(lines[0].split("|")), file=sys.stderr)
    sys.exit(0)
os.wait()
"""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_an_output_that_is_full_or_closed_is_told(library: Path, tmp_path: Path) -> None:
    good = tmp_path / "good.html"
    good.write_bytes(page().replace(b'ferry"', b'other"'))
    done = _run(FULL_OUTPUT, [["show", str(good)], ["list"], ["save", str(good)]], tmp_path)
    reason = "cannot be written: No space left on device. Make room, or print it elsewhere."
    assert done.stderr.splitlines() == [f"pullquote: What was to be printed {reason}", "code 1"] * 3 + ["code 0"]
    with Library.open(library) as opened:
        assert opened.find("https://tern.example/other")


def test_an_output_with_an_old_encoding_loses_signs_and_no_words(library: Path, tmp_path: Path) -> None:
    code = "import sys; from tui.cli import main; sys.exit(main(sys.stdin.read().splitlines()[0].split('|')))"
    (tmp_path / "good.html").write_bytes(page())
    done = _run(code, [["show", str(tmp_path / "good.html")]], tmp_path, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert "?We counted the hours" in done.stdout
    assert library.exists()


def test_the_last_copy_is_missed_with_a_sentence(tmp_path: Path) -> None:
    done = pullquote(tmp_path, "clips", "--last")
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"pullquote: Nothing was copied yet.\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["shwo", "page.html"], "There is no command “shwo”, and no file of this name. Did you mean “pullquote show”?"),
        (["show", "--jsno", "page.html"], "Unrecognized arguments: --jsno. Did you mean --json?"),
        (["save"], "The following arguments are required: SOURCE. “pullquote save --help” tells more."),
        (["list", "\x1b]0;owned\x07--x", "--\x1b[31mred"], "Unrecognized arguments: --[31mred."),
    ],
)
def test_a_slip_of_the_finger_is_told_in_one_sentence(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert capsys.readouterr().err.startswith(f"pullquote: {told}")


def test_a_file_named_almost_like_a_command_is_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "shwo").write_bytes(page())
    assert main(["shwo"]) == 2
    assert "There is no terminal here" in capsys.readouterr().err


def test_help_is_a_command_too(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["help", "show"])
    assert ended.value.code == 0
    assert "usage: pullquote show" in capsys.readouterr().out


def test_names_and_paths_that_a_terminal_would_obey_are_told_as_text(library: Path, tmp_path: Path) -> None:
    assert library.exists()
    trick = "\x1b]0;owned\x07\x9b31m[red]\u202e"
    commands = (
        ("folders", trick, "tag:boats"),
        ("folders", trick + "?"),
        ("show", trick),
        ("export", trick, f"{tmp_path}/{trick}.txt"),
        ("library", "backup", f"{tmp_path}/no/{trick}"),
        ("--theme", trick, trick),
        ("library", trick),
    )
    for words in commands:
        told = pullquote(tmp_path, *words, PULLQUOTE_LIBRARY=str(library)).stderr
        assert told.startswith(b"pullquote: ")
        assert not any(sign.encode() in told for sign in ("\x1b", "\x07", "\x9b", "\u202e")), told
