"""What the environment says about proxies and certificates, and a clear word when that is unusable."""

from __future__ import annotations

import os
import ssl
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies_environment

import httpx

from tui.article import clean_line
from tui.errors import SettingsError
from tui.fetch.addresses import is_own_machine


def certificates() -> ssl.SSLContext:
    """Return the TLS settings: SSL_CERT_FILE or SSL_CERT_DIR, else the certificates that ship with httpx.

    Raises:
        SettingsError: SSL_CERT_FILE or SSL_CERT_DIR names something unusable.
    """
    name = "SSL_CERT_FILE" if os.environ.get("SSL_CERT_FILE") else "SSL_CERT_DIR"
    place = os.environ.get(name, "")
    message = (
        f"The environment variable {name} names “{clean_line(place, 200)}”, where no certificates can be read. "
        "Correct or unset it."
    )
    if place and not Path(place).exists():  # OpenSSL takes a missing directory for one without certificates
        raise SettingsError(message)
    try:
        return httpx.create_ssl_context()
    except (OSError, ValueError) as error:  # ssl.SSLError is an OSError
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


def proxy_name(address: str) -> str:
    """Return host and port of a proxy's address, as a sentence may show them: without name and password."""
    return clean_line(address.partition("://")[2].rpartition("@")[2], 100)


def _proxy(address: str) -> httpx.Proxy:
    shown = proxy_name(address)
    scheme = address.partition(":")[0].lower()
    if scheme not in ("http", "https"):
        message = (
            f"The environment asks for the proxy “{shown}” ({clean_line(scheme, 20)}), and Pullquote can use "
            "http proxies only. Set HTTPS_PROXY and HTTP_PROXY to one, or unset ALL_PROXY."
        )
        raise SettingsError(message)
    message = (
        f"The environment names the proxy “{shown}”, which is no address. Correct or unset HTTPS_PROXY and HTTP_PROXY."
    )
    try:
        parts = urlsplit(address)
        _ = parts.port  # raises where it is none
        login = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
        proxy = httpx.Proxy(f"{scheme}://{parts.netloc.rpartition('@')[2]}", auth=login)
        nobody = not proxy.url.host  # raises where it can be no name
    except (ValueError, httpx.InvalidURL) as error:
        raise SettingsError(message) from error
    if nobody:
        raise SettingsError(message)
    return proxy


def _is_excepted(host: str, no_proxy: str) -> bool:
    """Whether NO_PROXY holds ``host``, one of its parent domains, or "*"."""
    for entry in no_proxy.lower().split(","):
        name = entry.strip().lstrip(".").removeprefix("*.")
        if name and (name in ("*", host) or host.endswith(f".{name}")):
            return True
    return False
