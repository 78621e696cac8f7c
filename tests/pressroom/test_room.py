import asyncio
import contextlib
import json
import os
import select
import signal
import sys
import time
from pathlib import Path

import pytest

from tui.errors import NoArticle, NotAPage, PullquoteError, TooHard, Unreadable
from tui.pressroom import PressLimits, Pressroom


async def _pid(room: Pressroom) -> int:
    return int(await room.run("pid", b""))


def _ends(pid: int, seconds: float = 5.0) -> bool:
    """Whether the process has ended, or does within ``seconds``."""
    try:
        watch = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([watch], [], [], seconds)[0])
    finally:
        os.close(watch)


async def test_a_result_comes_back_byte_for_byte(room: Pressroom) -> None:
    payload = os.urandom(3_000_000)
    assert await room.run("echo", payload) == payload
    assert await room.run("echo", b"") == b""


async def test_one_child_serves_all_calls_in_the_order_they_came(room: Pressroom) -> None:
    answers = await asyncio.gather(*(room.run("count", b"") for _ in range(20)))
    assert answers == [str(number).encode() for number in range(1, 21)]


async def test_the_child_is_niced_and_in_a_session_of_its_own(room: Pressroom) -> None:
    facts = json.loads(await room.run("facts", b""))
    assert facts["nice"] == min(19, os.nice(0) + 10)
    assert facts["session"] == facts["pid"]


async def test_the_child_does_not_load_what_lies_in_the_current_directory(
    room: Pressroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(1)", encoding="ascii")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend("")
    facts = json.loads(await room.run("facts", b""))
    assert str(tmp_path) not in facts["path"]
    assert "" not in facts["path"]


@pytest.mark.parametrize(("payload", "kind"), [(b"pdf", NotAPage), (b"", NoArticle)])
async def test_an_error_of_ours_comes_back_as_the_same_class_with_a_clean_sentence(
    room: Pressroom, payload: bytes, kind: type[Unreadable]
) -> None:
    before = await _pid(room)
    with pytest.raises(kind) as told:
        await room.run("refuse", payload)
    assert type(told.value) is kind
    assert "\x1b" not in str(told.value)
    assert await _pid(room) == before


async def test_a_job_over_its_time_is_ended_and_told_and_the_next_one_works(room: Pressroom) -> None:
    before = await _pid(room)
    start = time.monotonic()
    with pytest.raises(TooHard, match="longer than 1 seconds"):
        await room.run("hold", b"60")
    assert time.monotonic() - start < 3
    assert _ends(before, 0)
    assert await room.run("echo", b"after") == b"after"


@pytest.mark.usefixtures("standin")
async def test_a_job_over_its_memory_is_told_and_the_next_one_works() -> None:
    async with Pressroom(PressLimits(memory=256 * 1024 * 1024), jobs="standin_jobs") as room:
        with pytest.raises(TooHard, match="256 MB"):
            await room.run("hoard", b"400")
        assert await room.run("echo", b"after") == b"after"


@pytest.mark.usefixtures("standin")
async def test_memory_that_earlier_jobs_left_does_not_fail_a_later_one() -> None:
    limits = PressLimits(memory=700 * 1024 * 1024, peak=200 * 1024 * 1024)
    async with Pressroom(limits, jobs="standin_jobs") as room:
        first = await _pid(room)
        assert await room.run("hoard", b"300") == b"300"
        assert await _pid(room) != first
        assert await room.run("hoard", b"300") == b"300"


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGTERM])
async def test_a_child_that_dies_over_a_job_is_told_and_replaced(room: Pressroom, number: int) -> None:
    await _pid(room)
    with pytest.raises(TooHard, match="brought the process"):
        await room.run("die", str(int(number)).encode())
    assert await room.run("echo", b"after") == b"after"


async def test_a_crash_in_c_is_told(room: Pressroom) -> None:
    with pytest.raises(TooHard):
        await room.run("segfault", b"")


async def test_a_job_that_only_a_used_child_fails_is_done_by_a_fresh_one(room: Pressroom) -> None:
    await room.run("echo", b"")
    assert await room.run("die_once_used", b"well") == b"well"


async def test_a_child_that_was_killed_while_idle_is_replaced_unnoticed(room: Pressroom) -> None:
    for _ in range(3):
        os.kill(await _pid(room), signal.SIGKILL)
        assert await room.run("echo", b"after") == b"after"


async def test_an_error_nobody_foresaw_is_told_by_its_name_and_the_next_job_works(room: Pressroom) -> None:
    with pytest.raises(Unreadable, match="KeyError"):
        await room.run("stumble", b"x")
    assert await room.run("echo", b"after") == b"after"


async def test_endless_recursion_is_told(room: Pressroom) -> None:
    with pytest.raises(TooHard, match="nested"):
        await room.run("nest", b"")


async def test_what_a_library_prints_does_not_disturb_the_pipe(room: Pressroom) -> None:
    assert await room.run("chatter", b"quiet") == b"quiet"
    assert await room.run("echo", b"after") == b"after"


@pytest.mark.usefixtures("standin")
async def test_a_child_makes_place_for_a_fresh_one_after_so_many_jobs() -> None:
    async with Pressroom(PressLimits(jobs=3), jobs="standin_jobs") as room:
        pids = [await _pid(room) for _ in range(7)]
    assert len(set(pids[:3])) == 1
    assert len(set(pids)) == 3


async def test_closing_ends_the_child_and_lets_those_who_wait_go(room: Pressroom) -> None:
    pid = await _pid(room)
    waiting = asyncio.create_task(room.run("linger", b"60"))
    queued = asyncio.create_task(room.run("echo", b""))
    await asyncio.sleep(0)
    await room.aclose()
    results = await asyncio.gather(waiting, queued, return_exceptions=True)
    assert [type(result) for result in results] == [asyncio.CancelledError] * 2
    assert _ends(pid, 0)


@pytest.mark.usefixtures("standin")
async def test_a_child_that_cannot_start_is_told() -> None:
    async with Pressroom(jobs="no_such_module_anywhere") as room:
        with pytest.raises(PullquoteError, match="cannot start"):
            await room.run("echo", b"")
        with pytest.raises(PullquoteError, match="cannot start"):
            await room.warm()


async def test_warming_starts_the_child_that_works_later(room: Pressroom) -> None:
    await room.warm()
    pid = await _pid(room)
    await room.warm()
    assert await _pid(room) == pid


async def test_a_cancelled_call_lets_go_at_once_and_does_not_spoil_the_next(room: Pressroom) -> None:
    await room.warm()
    for seconds in (b"60", b"0.02", b"60"):
        call = asyncio.create_task(room.run("linger", seconds))
        await asyncio.sleep(0.01)
        start = time.monotonic()
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        assert time.monotonic() - start < 0.05
        assert await room.run("echo", b"after") == b"after"


async def test_a_short_job_that_was_cancelled_leaves_its_child_alive(room: Pressroom) -> None:
    pid = await _pid(room)
    call = asyncio.create_task(room.run("linger", b"0.03"))
    await asyncio.sleep(0.01)
    call.cancel()
    assert await _pid(room) == pid


async def test_a_call_that_is_cancelled_in_the_queue_is_never_begun(room: Pressroom) -> None:
    first = asyncio.create_task(room.run("linger", b"0.1"))
    dropped = [asyncio.create_task(room.run("count", b"")) for _ in range(10)]
    last = asyncio.create_task(room.run("count", b""))
    await asyncio.sleep(0)
    for task in dropped:
        task.cancel()
    assert await first == b"done"
    assert await last == b"1"
    assert all(task.cancelled() for task in dropped)


async def test_cancelling_while_the_child_starts_keeps_the_child(room: Pressroom) -> None:
    call = asyncio.create_task(room.run("linger", b"60"))
    await asyncio.sleep(0.001)
    call.cancel()
    start = time.monotonic()
    assert await room.run("count", b"") == b"1"
    assert time.monotonic() - start < 10


async def test_calls_cancelled_at_random_moments_never_mix_up_answers(room: Pressroom) -> None:
    await room.warm()

    async def ask(number: int) -> None:
        payload = str(number).encode() * 50_000
        assert await room.run("echo", payload) == payload

    for round_ in range(25):
        calls = [asyncio.create_task(ask(round_ * 10 + number)) for number in range(4)]
        await asyncio.sleep(round_ * 0.0007)
        for call in calls[::2]:
            call.cancel()
        results = await asyncio.gather(*calls, return_exceptions=True)
        assert [result for result in results[1::2] if result is not None] == []


@pytest.mark.usefixtures("standin")
async def test_the_child_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(
        "import asyncio, os, signal\n"
        "from tui.pressroom import Pressroom\n"
        "async def main():\n"
        "    async with Pressroom(jobs='standin_jobs') as room:\n"
        "        print((await room.run('pid', b'')).decode(), flush=True)\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "asyncio.run(main())\n",
        encoding="ascii",
    )
    pid = await _pid_said_by(script)
    assert _ends(pid)


@pytest.mark.usefixtures("standin")
async def test_a_program_that_ends_without_closing_the_room_leaves_no_child(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(
        "import asyncio\n"
        "from tui.pressroom import Pressroom\n"
        "room = Pressroom(jobs='standin_jobs')\n"
        "async def main():\n"
        "    print((await room.run('pid', b'')).decode(), flush=True)\n"
        "asyncio.run(main())\n",
        encoding="ascii",
    )
    pid = await _pid_said_by(script)
    assert _ends(pid)


async def _pid_said_by(script: Path) -> int:
    root = Path(__file__).parents[2]
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        str(script),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(root), str(Path(__file__).parent)])},
    )
    said, _ = await process.communicate()
    with contextlib.suppress(ProcessLookupError):
        process.kill()
    return int(said.split()[0])
