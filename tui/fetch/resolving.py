"""Names to numbers, without waiting for a look-up that was given up.

The event loop's own look-up runs in an executor that a program waits for at
its end; a resolver that does not answer would hold the exit for half a
minute. A daemon thread holds nobody.
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import socket
import threading

_Found = tuple[str, ...] | OSError | UnicodeError


async def look_up(host: str, port: int) -> tuple[str, ...]:
    """Return the numeric addresses of ``host``, in the order of the system's preference.

    Raises:
        OSError: There is no such name, or nobody who knows.
        UnicodeError: It can be no name at all.
    """
    try:
        return (str(ipaddress.ip_address(host)),)
    except ValueError:
        pass  # a name, or one of the old spellings of an address (127.1), which the system reads
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[_Found] = loop.create_future()

    def settle(found: _Found) -> None:
        if not answer.done():  # it is, where the look-up was given up
            answer.set_result(found)

    def ask() -> None:
        found = _ask_system(host, port)
        with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(settle, found)

    threading.Thread(target=ask, name="pullquote look-up", daemon=True).start()
    found = await answer
    if isinstance(found, tuple):
        return found
    raise found


def _ask_system(host: str, port: int) -> _Found:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        return error
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
