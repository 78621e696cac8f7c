"""Jobs for the pressroom's child that do what pages do at their worst. Loaded in the child by name."""

import ctypes
import json
import os
import re
import signal
import sys
import time

from tui.errors import NoArticle, NotAPage

_counter = {"calls": 0}


def echo(payload: bytes) -> bytes:
    _counter["calls"] += 1
    return payload


def count(payload: bytes) -> bytes:
    del payload
    _counter["calls"] += 1
    return str(_counter["calls"]).encode()


def pid(payload: bytes) -> bytes:
    del payload
    return str(os.getpid()).encode()


def facts(payload: bytes) -> bytes:
    del payload
    told = {"nice": os.nice(0), "path": sys.path, "session": os.getsid(0), "pid": os.getpid()}
    return json.dumps(told).encode()


def hold(payload: bytes) -> bytes:
    """Hold the interpreter in one call into C, where no Python signal handler and no thread gets through."""
    return str(bool(re.match(rb"(a+)+$", b"a" * int(payload) + b"b"))).encode()


def linger(payload: bytes) -> bytes:
    time.sleep(float(payload))
    return b"done"


def hoard(payload: bytes) -> bytes:
    kept = [bytearray(1024 * 1024) for _ in range(int(payload))]
    return str(len(kept)).encode()


def die(payload: bytes) -> bytes:
    os.kill(os.getpid(), int(payload))
    return b""


def die_once_used(payload: bytes) -> bytes:
    """End a child that has worked before; a fresh one does it well."""
    if _counter["calls"]:
        os.kill(os.getpid(), signal.SIGKILL)
    return payload


def segfault(payload: bytes) -> bytes:
    del payload
    ctypes.string_at(0)
    return b""


def refuse(payload: bytes) -> bytes:
    if payload == b"pdf":
        message = "This is a PDF."
        raise NotAPage(message)
    message = "There is no story \x1b[31mhere."
    raise NoArticle(message)


def stumble(payload: bytes) -> bytes:
    return {}[payload]  # type: ignore[index]


def nest(payload: bytes) -> bytes:
    return nest(payload)


def chatter(payload: bytes) -> bytes:
    """Print where the frames go, as a careless library might, and read where they come from."""
    print("x" * 100_000, flush=True)  # noqa: T201
    os.write(1, b"y" * 1000)
    sys.stdin.read(1)
    os.read(0, 1)
    return payload


JOBS = {
    job.__name__: job
    for job in (
        echo, count, pid, facts, hold, linger, hoard, die, die_once_used, segfault, refuse, stumble, nest, chatter,
    )
}  # fmt: skip
