"""Every way in which the network fails, told in one sentence.

Beside httpx's and httpcore's own errors there come, measured: UnicodeError
and idna.IDNAError (a UnicodeError) from names, ValueError from odd parts of
addresses, ExceptionGroup from connecting, ssl.SSLError, socket.gaierror and
other OSErrors.
"""

from __future__ import annotations

import errno
import socket
import ssl
from typing import TYPE_CHECKING

import httpcore
import httpx

from tui.errors import FetchError, TlsFailed, TooSlow, Unreachable
from tui.fetch.statuses import PROXY_LOGIN

if TYPE_CHECKING:
    from collections.abc import Iterator

FORESEEN = (
    httpx.HTTPError,
    httpx.InvalidURL,
    httpx.StreamError,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.TimeoutException,
    httpcore.ProxyError,
    httpcore.UnsupportedProtocol,
    httpcore.ConnectionNotAvailable,
    ExceptionGroup,
    OSError,
    ValueError,
)
"""What ``tell`` can make a sentence of."""

_CERTIFICATES = {
    10: "has expired",
    9: "is not valid yet",
    18: "is signed by nobody but itself",
    19: "is signed by somebody this machine does not trust",
    20: "is signed by somebody this machine does not trust",
    62: "belongs to another host",
    64: "belongs to another host",
}
"""OpenSSL's X509_V_ERR_ codes."""

_OFFLINE = (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EHOSTDOWN, errno.EADDRNOTAVAIL)
_NO_NAME = (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))

_NAMELESS = "Nobody could say where {host} is. Are you online?"
_PROXY_DENIES = "The proxy does not let us through to {host}. Check HTTPS_PROXY and HTTP_PROXY."


def tell(error: BaseException, host: str) -> FetchError:
    """Return the error of ours that tells of ``error``, met while talking to ``host``."""
    causes = list(_causes(error))
    for cause in causes:
        if isinstance(cause, ssl.SSLError):
            return TlsFailed(_tls_sentence(cause, host))
    for cause in causes:
        sentence = _sentence(cause)
        if sentence:
            return Unreachable(sentence.format(host=host))
    if isinstance(error, httpcore.TimeoutException | httpx.TimeoutException):
        return TooSlow(f"{host} does not answer. Try again later.")
    return Unreachable(f"{host} cannot be reached. Check the address and your connection.")


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield ``error`` and all that led to it, nearest first."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        cause = waiting.pop(0)
        if id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        if isinstance(cause, BaseExceptionGroup):
            waiting.extend(cause.exceptions)
        waiting.extend(inner for inner in (cause.__cause__, cause.__context__) if inner is not None)


def _sentence(error: BaseException) -> str:
    """Return what ``error`` alone has to tell, empty when nothing; ``{host}`` stands for the host."""
    if isinstance(error, socket.gaierror):
        known = error.errno in _NO_NAME
        return "There is no host named {host}. Check the address." if known else _NAMELESS
    if isinstance(error, UnicodeError | httpx.InvalidURL):
        return "{host} cannot be the name of a host. Check the address."
    if isinstance(error, httpcore.ProxyError | httpx.ProxyError):
        return PROXY_LOGIN if str(error).startswith("407") else _PROXY_DENIES
    if isinstance(error, httpcore.ProtocolError | httpx.ProtocolError):
        return _protocol_sentence(str(error))
    return _system_sentence(error) if isinstance(error, OSError) else ""


def _protocol_sentence(detail: str) -> str:
    if "disconnected without" in detail or "closed connection" in detail:
        return "{host} hung up before it had answered. Try again later."
    return "{host} answers, but not as a web server does. Check the address and its port."


def _system_sentence(error: OSError) -> str:
    if isinstance(error, ConnectionRefusedError):
        return "{host} takes no connections there. Check the address and its port."
    if isinstance(error, ConnectionResetError | BrokenPipeError | ConnectionAbortedError):
        return "{host} hung up. Try again later."
    if error.errno in _OFFLINE:
        return "There is no way to {host} from here. Are you online?"
    if isinstance(error, TimeoutError):
        return "{host} does not answer. Try again later."
    return ""


def _tls_sentence(error: ssl.SSLError, host: str) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        what = _CERTIFICATES.get(error.verify_code, "is not valid")
        return f"{host} cannot prove that it is {host}: its certificate {what}. Nothing was read."
    reason = getattr(error, "reason", None)  # missing where it was not OpenSSL that failed
    if reason in ("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "PACKET_LENGTH_TOO_LONG"):
        return f"{host} does not speak https at that port. If you trust the way there, try http:// instead."
    return f"No safe connection to {host} came about ({reason or 'TLS failed'}). Nothing was read."
