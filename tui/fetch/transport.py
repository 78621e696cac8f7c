"""httpx over guarded connections, deaf to what a client would do unasked.

httpx has no public way to set the network backend of its own transport, so
this one drives httpcore's pool, which has. Cookies and Location headers are
taken out of the answer before the client sees them: it keeps no jar, and
redirections are followed by hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpcore
import httpx

from tui.errors import FetchError, Unreachable
from tui.fetch.environment import proxy_for, proxy_name
from tui.fetch.failures import FORESEEN
from tui.fetch.guard import AddressGuard, Network

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncIterator, Iterable

KEPT_ALIVE = 6
"""How many idle connections to public hosts are kept for the next picture."""

KEPT_SECONDS = 15.0
"""How long."""

PRIVATE = "pullquote.private"
"""Request extension: True where the person asked for this very place, wherever it may be."""

LOCATION = "pullquote.location"
"""Response extension: the Location header, empty when there is none."""

_HELD_BACK = (b"location", b"set-cookie")


class GuardedTransport(httpx.AsyncBaseTransport):
    """Sends a request over the pool that its destination and the environment call for."""

    def __init__(self, network: Network, certificates: ssl.SSLContext) -> None:
        self._certificates = certificates
        self._guard = AddressGuard(network, private=False)
        self._free = AddressGuard(network, private=True)
        self._public = httpcore.AsyncConnectionPool(
            ssl_context=certificates,
            # No bound here: cancelled requests leak places in the pool (encode/httpcore#1093).
            max_connections=None,
            max_keepalive_connections=KEPT_ALIVE,
            keepalive_expiry=KEPT_SECONDS,
            network_backend=self._guard,
        )
        # Nothing is kept alive here: a later request, not asked for, must not find a way in already open.
        self._private = httpcore.AsyncConnectionPool(
            ssl_context=certificates, max_connections=None, max_keepalive_connections=0, network_backend=self._free
        )
        self._proxied: dict[str, httpcore.AsyncConnectionPool] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send ``request`` and return the answer, its body still to be read."""
        pool = await self._pool_for(request)
        url = request.url
        answer = await pool.handle_async_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
            )
        )
        location = httpx.Headers(answer.headers).get("location", "")
        return httpx.Response(
            answer.status,
            headers=[(name, value) for name, value in answer.headers if name.lower() not in _HELD_BACK],
            stream=_Body(answer),
            extensions={LOCATION: location},
        )

    async def aclose(self) -> None:
        """Close every connection."""
        for pool in (self._public, self._private, *self._proxied.values()):
            await pool.aclose()

    async def _pool_for(self, request: httpx.Request) -> httpcore.AsyncConnectionPool:
        host = request.url.raw_host.decode("ascii")
        private = request.extensions.get(PRIVATE, False)
        proxy = proxy_for(request.url.scheme, host)
        if proxy is None:
            return self._private if private else self._public
        if not private:
            await self._check_behind_proxy(host, request.url.port or 443)
        key = repr((proxy.url, proxy.raw_auth))
        if key not in self._proxied:
            self._proxied[key] = self._open_proxied(proxy)
        return self._proxied[key]

    async def _check_behind_proxy(self, host: str, port: int) -> None:
        """Refuse private destinations through a proxy too, as far as names can be looked up from here."""
        try:
            await self._guard.addresses(host, port)
        except (OSError, UnicodeError):
            return  # a network where only the proxy knows names; it decides

    def _open_proxied(self, proxy: httpx.Proxy) -> httpcore.AsyncConnectionPool:
        return httpcore.AsyncHTTPProxy(
            proxy_url=httpcore.URL(
                scheme=proxy.url.raw_scheme, host=proxy.url.raw_host, port=proxy.url.port, target=b"/"
            ),
            proxy_auth=proxy.raw_auth,
            ssl_context=self._certificates,
            max_connections=None,
            max_keepalive_connections=0,
            network_backend=_WayToProxy(self._free, proxy_name(str(proxy.url))),
        )


class _WayToProxy(httpcore.AsyncNetworkBackend):
    """Connects to a proxy; when that fails it is the proxy that is told, not the host behind it."""

    def __init__(self, network: httpcore.AsyncNetworkBackend, name: str) -> None:
        self._network = network
        self._name = name

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002, ASYNC109 - httpcore's signature; one deadline holds for all
        local_address: str | None = None,  # noqa: ARG002
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,  # noqa: ARG002
    ) -> httpcore.AsyncNetworkStream:
        try:
            return await self._network.connect_tcp(host, port)
        except (*FORESEEN, FetchError) as error:
            message = f"The proxy {self._name} cannot be reached. Check HTTPS_PROXY and HTTP_PROXY."
            raise Unreachable(message) from error


class _Body(httpx.AsyncByteStream):
    """The answer's body, as httpx wants it."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._answer.aiter_stream():
            yield part

    async def aclose(self) -> None:
        await self._answer.aclose()
