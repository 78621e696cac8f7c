"""What an address is: as a person types it, as a redirection names it, and where it may lead."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urldefrag, urlsplit

from msgspec import Struct

from tui.article import clean_line, clean_url, without_login
from tui.errors import Refused, Unreachable, UsageError

# "example.org:8080/x" and "localhost:8000" begin with a host and its port, not with a scheme.
_SCHEME = r"([A-Za-z][A-Za-z0-9+.-]*):(?![0-9]{1,5}(?:[/?#]|\Z))"
_WRAPPING = "<>\"'“”‘’ \t\r\n"
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
# The IANA special-purpose registries, as of 2026, and multicast. Python's own is_global changes from release to release
# and takes half of 192.0.0.0/24 for public in 3.11.7 (python/cpython#113171).
# fmt: off
_SPECIAL_V4 = tuple(map(ipaddress.IPv4Network, (
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
    "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
    "224.0.0.0/3",
)))
# fmt: on
_SPECIAL_V6 = [ipaddress.IPv6Network(block) for block in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")]


class Origin(Struct, frozen=True):
    """Scheme, host and port: who is talked to (RFC 6454, 4)."""

    scheme: str
    host: str
    """Lower case, an IPv6 address without brackets."""
    port: int

    def covers(self, other: Origin) -> bool:
        """Whether ``other`` is the same place, or the same host's default https in place of http."""
        if self == other:
            return True
        ports = (self.scheme, self.port, other.scheme, other.port)
        return self.host == other.host and ports == ("http", 80, "https", 443)


def parse_address(text: str) -> str:
    """Return what a person typed or pasted as a clean http(s) address, without fragment.

    Without a scheme it gets https, or http where that is what is meant: on
    this machine itself and for a bare IP address.

    Raises:
        UsageError: It is no such address.
    """
    typed = text.strip(_WRAPPING)
    scheme = re.match(_SCHEME, typed)
    if scheme and scheme[1].lower() not in ("http", "https"):
        shown = clean_line(scheme[1], 40)
        message = f"Pullquote reads http and https addresses, and this one begins with “{shown}:”."
        raise UsageError(message)
    url = clean_url(typed if scheme else _with_scheme(typed))
    if not url:
        shown = clean_line(without_login(text), 80)
        message = f"“{shown}” is no web address. One looks like https://example.org/story."
        raise UsageError(message)
    return urldefrag(url).url


def follow(base: str, location: str) -> str:
    """Return where the redirection of ``base`` to ``location`` leads.

    Raises:
        Refused: To something else than a web page.
        Unreachable: To nothing that makes sense.
    """
    url = clean_url(location, base)
    if url:
        return urldefrag(url).url
    scheme = re.match(_SCHEME, location.strip())
    host = origin_of(base).host
    if scheme and scheme[1].lower() not in ("http", "https"):
        shown = clean_line(scheme[1], 40)
        message = f"{host} leads on to a “{shown}:” address, and Pullquote follows http and https only."
        raise Refused(message)
    message = f"{host} leads on to an address that makes no sense: “{clean_line(location, 80)}”."
    raise Unreachable(message)


def origin_of(url: str) -> Origin:
    """Return the origin of a clean http(s) address."""
    parts = urlsplit(url)
    port = parts.port if parts.port is not None else {"http": 80}.get(parts.scheme, 443)
    return Origin(parts.scheme, parts.hostname or "", port)


def is_downgrade(url: str, onward: str) -> bool:
    """Whether the way from ``url`` to ``onward`` leaves safe ground."""
    return url.startswith("https:") and onward.startswith("http:")


def is_public(address: str) -> bool:
    """Whether a numeric IP address is one of the open internet.

    Not so: private, loopback, link-local, shared, reserved, documentation and
    multicast ones, and the IPv6 spellings of these (mapped, 6to4, NAT64).
    The rules are the IANA special-purpose registries (RFC 6890), and for IPv6
    what is not global unicast (RFC 4291, 2.5.4) is not public.
    """
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv4Address):
        return not any(ip in block for block in _SPECIAL_V4)
    if ip in _NAT64:
        return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
    return ip in _GLOBAL_UNICAST and not any(ip in block for block in _SPECIAL_V6)


def is_own_machine(host: str) -> bool:
    """Whether ``host`` plainly names the machine that Pullquote runs on."""
    name = host.rstrip(".")
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def _with_scheme(typed: str) -> str:
    if typed.startswith("//"):
        return f"https:{typed}"
    url = clean_url(f"http://{typed}")
    host = urlsplit(url).hostname or ""
    return url if is_own_machine(host) or _is_numeric(host) else f"https://{typed}"


def _is_numeric(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
