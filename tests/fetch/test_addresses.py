import ipaddress
from urllib.parse import urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.article import clean_url
from tui.errors import FetchError, UsageError
from tui.fetch.addresses import Origin, follow, is_public, origin_of, parse_address


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://example.org/story", "https://example.org/story"),
        ("HTTP://Example.ORG/Story", "http://example.org/Story"),
        ("example.org", "https://example.org/"),
        ("example.org/x?y=1", "https://example.org/x?y=1"),
        ("example.org:8080/x", "https://example.org:8080/x"),
        ("//example.org/x", "https://example.org/x"),
        ("localhost", "http://localhost/"),
        ("localhost:8000/x", "http://localhost:8000/x"),
        ("127.0.0.1:8000", "http://127.0.0.1:8000/"),
        ("192.168.1.7/x", "http://192.168.1.7/x"),
        ("[::1]:8000/x", "http://[::1]:8000/x"),
        ("  <https://example.org/x>\n", "https://example.org/x"),
        ("“https://example.org/x”", "https://example.org/x"),
        ("https://example.org/x#part", "https://example.org/x"),
        ("https://anna:secret@example.org/x", "https://example.org/x"),
        ("https://example.org/a b", "https://example.org/ab"),
        ("https://example.org/naïve", "https://example.org/na%C3%AFve"),
        ("https://exa\nmple.org/\x1b[31mx", "https://example.org/[31mx"),
    ],
)
def test_what_a_person_types_becomes_a_clean_address(typed: str, address: str) -> None:
    assert parse_address(typed) == address


NO_ADDRESSES = r"""
ftp://example.org  javascript:alert(1)  file:///etc/passwd  mailto:a@example.org  data:text/html,x  about:blank
https://  https:///x  http://[::1  http://example.org:99999/  http://a:b:c/  https://exa%6dple.org/  http://a\b/
C:\page.html  view-source:https://example.org  http://@/  http://user@/x  https:example.org://x
""".split()  # noqa: SIM905  a table reads better than a list of strings


@pytest.mark.parametrize("typed", ["", " ", "http://a b@", "https://" + "a" * 9_000, *NO_ADDRESSES])
def test_what_is_no_web_address_is_told(typed: str) -> None:
    with pytest.raises(UsageError) as told:
        parse_address(typed)
    assert str(told.value).endswith(".")
    assert len(str(told.value)) < 250


def test_a_hostile_address_is_told_without_its_escapes() -> None:
    with pytest.raises(UsageError) as told:
        parse_address("http://\x1b]52;c;x\x07 [@click=app.bell]x[/]\u202e")
    assert not any(char in str(told.value) for char in "\x1b\x07\u202e")


@given(st.text())
@example("http://xn--/")
@example("http://\ud800.org")
@example("http://[v1.a]/")
@example("//[")
@example("a:1")
@example("0:0")
def test_any_text_is_either_a_clean_address_or_told(text: str) -> None:
    try:
        address = parse_address(text)
    except UsageError:
        return
    parts = urlsplit(address)
    assert parts.scheme in ("http", "https")
    assert parts.hostname
    assert not parts.fragment
    assert parts.username is None
    assert clean_url(address) == address == parse_address(address)
    assert origin_of(address).host == parts.hostname


@given(st.text(), st.sampled_from(["https://example.org/a/b", "http://[::1]:8000/", "http://localhost"]))
def test_any_redirection_leads_to_a_web_page_or_is_told(location: str, base: str) -> None:
    try:
        address = follow(base, location)
    except FetchError:
        return
    assert address == clean_url(address)
    assert "#" not in address


@pytest.mark.parametrize(
    ("location", "address"),
    [
        ("/b", "https://example.org/b"),
        ("b?c", "https://example.org/a/b?c"),
        ("//other.example/x", "https://other.example/x"),
        ("?page=2", "https://example.org/a/story?page=2"),
        ("http://example.org/a", "http://example.org/a"),
    ],
)
def test_a_redirection_is_read_against_the_address_before(location: str, address: str) -> None:
    assert follow("https://example.org/a/story", location) == address


PRIVATE = """
127.0.0.1 127.255.255.254 0.0.0.0 10.0.0.1 172.16.0.1 172.31.255.255 192.168.0.1 169.254.169.254 100.64.0.1 192.0.0.1
192.0.0.8 192.0.0.255 192.88.99.1
192.0.2.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
:: ::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b:1::a00:1
2002:7f00:1:: 2002:c0a8:1::1 2001::1 2001:db8::1 fe80::1 fe80::1%eth0 fc00::1 fd12:3456::1 fec0::1 ff02::1 100::1
2001:1::1 3fff::1 5f00::1 localhost example.org
""".split()  # noqa: SIM905  a table reads better than a list of strings


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_off_the_open_internet_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "1.1.1.1", "2606:4700::1111", "2a00:1450::5", "64:ff9b::5db8:d70e"]
)
def test_an_address_of_the_open_internet_is_public(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses(v=4))
def test_an_ipv6_spelling_is_never_more_public_than_the_ipv4_address_in_it(ip: ipaddress.IPv4Address) -> None:
    number = int(ip)
    spellings = [
        ipaddress.IPv6Address((0xFFFF << 32) | number),
        ipaddress.IPv6Address(number),
        ipaddress.IPv6Address((0x2002 << 112) | (number << 80)),
        ipaddress.IPv6Address((0x0064FF9B << 96) | number),
    ]
    if not is_public(str(ip)):
        assert not any(is_public(str(spelling)) for spelling in spellings)


def test_an_origin_covers_itself_and_its_own_https() -> None:
    origin = Origin("http", "wiki.example", 80)
    assert origin.covers(origin)
    assert origin.covers(Origin("https", "wiki.example", 443))
    for other in (
        Origin("http", "wiki.example", 8080),
        Origin("https", "wiki.example", 8443),
        Origin("http", "other.example", 80),
    ):
        assert not origin.covers(other)
    assert not Origin("https", "wiki.example", 443).covers(origin)
