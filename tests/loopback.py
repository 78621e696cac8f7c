"""A real web server on loopback that serves what a test registers, however odd."""

from __future__ import annotations

import contextlib
import gzip
import select
import socket
import ssl
import struct
import threading
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

LONGEST_WAIT = 20.0
"""No behaviour lasts longer than this, in seconds: a test that fails must not hang."""


_CLIENT_HELLO = b"\x16\x03"
"""How a TLS connection begins (RFC 8446, 5.1)."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a client sent."""

    method: str
    target: str
    """As in the request line: a path, or a whole address for a proxy."""
    headers: Mapping[str, str]
    """Names in lower case."""


@dataclass
class Site:
    """Pages by path. Every method that registers one returns its address."""

    host: str = "127.0.0.1"
    tls: ssl.SSLContext | None = None
    requests: list[Request] = field(default_factory=list)
    """All that were heard, in order."""
    connections: int = 0
    """How many were taken, whether anything was said on them or not."""

    def __post_init__(self) -> None:
        self._answers: dict[str, Callable[[Request, socket.socket], None]] = {}
        self._stopping = threading.Event()
        self._left = threading.Semaphore(0)
        self._heard = threading.Semaphore(0)
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        self._listener = socket.create_server((self.host, 0), family=family, backlog=64)
        self.port = int(self._listener.getsockname()[1])
        self._threads = [threading.Thread(target=self._listen, daemon=True)]
        self._threads[0].start()

    @property
    def url(self) -> str:
        """Its root, without the last slash."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self.tls else 'http'}://{host}:{self.port}"

    def close(self) -> None:
        """End it and whatever it still does."""
        self._stopping.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(LONGEST_WAIT)

    def wait_until_asked(self, seconds: float = 5.0) -> bool:
        """Whether one more request is heard within ``seconds``."""
        return self._heard.acquire(timeout=seconds)

    def wait_until_left(self, seconds: float = 5.0) -> bool:
        """Whether a client leaves a slow or endless answer before its end, within ``seconds``."""
        return self._left.acquire(timeout=seconds)

    # ---- well-behaved pages

    def page(
        self,
        path: str,
        body: str | bytes,
        *,
        status: int = 200,
        content_type: str = "text/html; charset=utf-8",
        headers: Mapping[str, str] | None = None,
    ) -> str:
        """Serve ``body``."""
        data = body.encode() if isinstance(body, str) else body
        fields = {"Content-Type": content_type, "Content-Length": str(len(data)), **(headers or {})}
        return self.raw(path, _head(status, fields) + data, keep=True)

    def redirect(self, path: str, to: str, *, status: int = 302) -> str:
        """Send on to ``to``, taken as it is."""
        return self.page(path, b"", status=status, headers={"Location": to})

    def zipped(self, path: str, body: bytes, *, headers: Mapping[str, str] | None = None) -> str:
        """Serve ``body`` in gzip."""
        return self.page(path, gzip.compress(body), headers={"Content-Encoding": "gzip", **(headers or {})})

    # ---- odd ones

    def answer(self, path: str, answer: Callable[[Request, socket.socket], None]) -> str:
        """Let ``answer`` do what it wants with the connection; the path "*" stands for every other one."""
        self._answers[path] = answer
        return f"{self.url}{path}"

    def raw(self, path: str, data: bytes, *, keep: bool = False) -> str:
        """Send ``data`` and hang up, or ``keep`` the connection for the next request."""

        def send(_request: Request, connection: socket.socket) -> None:
            connection.sendall(data)
            if not keep:
                connection.shutdown(socket.SHUT_RDWR)

        return self.answer(path, send)

    def cut(self, path: str, body: bytes, promised: int, *, headers: Mapping[str, str] | None = None) -> str:
        """Promise more than is sent."""
        fields = {"Content-Type": "text/html", "Content-Length": str(promised), **(headers or {})}
        return self.raw(path, _head(200, fields) + body)

    def breaks_off(self, path: str, data: bytes) -> str:
        """Send ``data``, then reset the connection."""

        def send(_request: Request, connection: socket.socket) -> None:
            connection.sendall(data)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            connection.close()
            raise ConnectionResetError

        return self.answer(path, send)

    def late(self, path: str, data: bytes, *, seconds: float) -> str:
        """Send ``data`` after a while, and keep the connection."""

        def send(_request: Request, connection: socket.socket) -> None:
            if not self._stopping.wait(seconds):
                connection.sendall(data)

        return self.answer(path, send)

    def drip(self, path: str, head: bytes, drop: bytes, *, every: float = 0.02) -> str:
        """Send ``head``, then ``drop`` again and again."""

        def send(_request: Request, connection: socket.socket) -> None:
            connection.sendall(head)
            for _ in range(int(LONGEST_WAIT / max(every, 0.0001))):
                if self._stopping.wait(every):
                    return
                connection.sendall(drop)

        return self.answer(path, self._noticing(send))

    def silent(self, path: str) -> str:
        """Never answer."""

        def wait(_request: Request, connection: socket.socket) -> None:
            for _ in range(int(LONGEST_WAIT / 0.05)):
                readable, _, _ = select.select([connection], [], [], 0.05)
                if self._stopping.is_set():
                    return
                if readable and not connection.recv(1):
                    raise ConnectionResetError

        return self.answer(path, self._noticing(wait))

    def endless(self, path: str, *, status: int = 200, headers: Mapping[str, str] | None = None) -> str:
        """Send a body as fast as it is taken."""
        fields = {"Content-Type": "text/html", "Connection": "close", **(headers or {})}
        block = b"<p>And so on.</p>" * 4_096

        def send(_request: Request, connection: socket.socket) -> None:
            connection.sendall(_head(status, fields))
            for _ in range(20_000):
                if self._stopping.is_set():
                    return
                connection.sendall(block)

        return self.answer(path, self._noticing(send))

    def bomb(self, path: str, megabytes: int) -> str:
        """Serve a small gzip body that swells to ``megabytes``."""

        def send(_request: Request, connection: socket.socket) -> None:
            connection.sendall(_head(200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}))
            for piece in gzip_pieces(megabytes):
                if self._stopping.is_set():
                    return
                connection.sendall(piece)

        return self.answer(path, self._noticing(send))

    # ---- how it works

    def _noticing(self, send: Callable[[Request, socket.socket], None]) -> Callable[[Request, socket.socket], None]:
        def noticing(request: Request, connection: socket.socket) -> None:
            try:
                send(request, connection)
            except OSError:
                self._left.release()

        return noticing

    def _listen(self) -> None:
        while not self._stopping.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, plain: socket.socket) -> None:
        connection = plain
        connection.settimeout(LONGEST_WAIT)
        with contextlib.suppress(OSError, ssl.SSLError), contextlib.ExitStack() as closing:
            closing.callback(plain.close)
            if self.tls:
                connection = self.tls.wrap_socket(plain, server_side=True)
                closing.callback(connection.close)
            while request := self._read(connection):
                self.requests.append(request)
                self._heard.release()
                answer = self._answers.get(request.target.partition("?")[0]) or self._answers.get("*", _not_found)
                answer(request, connection)

    def _read(self, connection: socket.socket) -> Request | None:
        data = b""
        while b"\r\n\r\n" not in data:
            readable = _has_pending(connection) or select.select([connection], [], [], 0.05)[0]
            if self._stopping.is_set():
                return None
            if readable:
                part = connection.recv(65_536)
                if not part:
                    return None
                data += part
                if data.startswith(_CLIENT_HELLO):  # a client that wants TLS at a port without it
                    connection.sendall(_head(400, {"Content-Length": "0"}))
                    return None
        first, *lines = data.decode("latin-1").partition("\r\n\r\n")[0].split("\r\n")
        method, target, _ = first.split(" ", 2)
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        return Request(method, target, headers)


def _has_pending(connection: socket.socket) -> bool:
    """Whether TLS has decrypted something that was not taken yet."""
    return isinstance(connection, ssl.SSLSocket) and connection.pending() > 0


def gzip_pieces(megabytes: int) -> Iterator[bytes]:
    """Yield the parts of a gzip body of so many megabytes of one letter."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    block = b"a" * (1024 * 1024)
    for _ in range(megabytes):
        yield packer.compress(block)
    yield packer.flush()


def _head(status: int, fields: Mapping[str, str]) -> bytes:
    lines = [f"HTTP/1.1 {status} So", *(f"{name}: {value}" for name, value in fields.items()), "", ""]
    return "\r\n".join(lines).encode("latin-1", "surrogateescape")


def _not_found(_request: Request, connection: socket.socket) -> None:
    connection.sendall(_head(404, {"Content-Length": "0"}))
