"""What the environment says about proxies and certificates, and a clear word when that is unusable."""

from __future__ import annotations

import os
import ssl
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies_environment

import httpx

from tui.errors import SettingsError
from tui.fetch.addresses import is_own_machine


def certificates() -> ssl.SSLContext:
    """Return the TLS settings: SSL_CERT_FILE or SSL_CERT_DIR, else the certificates that ship with httpx.

    Raises:
        SettingsError: SSL_CERT_FILE or SSL_CERT_DIR names something unusable.
    """
    try:
        return httpx.create_ssl_context()
    except (OSError, ValueError) as error:  # ssl.SSLError is an OSError
        name = "SSL_CERT_FILE" if os.environ.get("SSL_CERT_FILE") else "SSL_CERT_DIR"
        message = (
            f"The environment variable {name} names “{os.environ.get(name, '')}”, where no certificates can be read. "
            "Correct or unset it."
        )
        raise SettingsError(message) from error


def proxy_for(scheme: str, host: str) -> httpx.Proxy | None:
    """Return the proxy that the environment wants between us and ``host``, None for none.

    This machine itself is never asked for through a proxy, as in browsers.

    Raises:
        SettingsError: The environment names one that cannot be used.
    """
    settings = getproxies_environment()
    address = settings.get(scheme) or settings.get("all") or ""
    if not address or is_own_machine(host) or _is_excepted(host, settings.get("no", "")):
        return None
    return _proxy(address if "://" in address else f"http://{address}")


def _proxy(address: str) -> httpx.Proxy:
    shown = address.rpartition("@")[2][:100]
    scheme = address.partition(":")[0].lower()
    if scheme not in ("http", "https"):
        message = (
            f"The environment asks for the proxy “{shown}” ({scheme}), and Pullquote can use http proxies only. "
            "Set HTTPS_PROXY and HTTP_PROXY to one, or unset ALL_PROXY."
        )
        raise SettingsError(message)
    message = (
        f"The environment names the proxy “{shown}”, which is no address. Correct or unset HTTPS_PROXY and HTTP_PROXY."
    )
    try:
        parts = urlsplit(address)
        login = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
        proxy = httpx.Proxy(f"{scheme}://{parts.netloc.rpartition('@')[2]}", auth=login)
    except (ValueError, httpx.InvalidURL) as error:
        raise SettingsError(message) from error
    if not proxy.url.host:
        raise SettingsError(message)
    return proxy


def _is_excepted(host: str, no_proxy: str) -> bool:
    """Whether NO_PROXY holds ``host``, one of its parent domains, or "*"."""
    for entry in no_proxy.lower().split(","):
        name = entry.strip().lstrip(".").removeprefix("*.")
        if name and (name in ("*", host) or host.endswith(f".{name}")):
            return True
    return False
