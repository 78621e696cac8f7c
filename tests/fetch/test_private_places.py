"""Nothing but what a person typed may lead to this machine or a private network, however it is spelt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fetch.stage import PUBLIC
from tests.loopback import Site
from tui.errors import FetchError, PullquoteError, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fetch.stage import Stage
    from tui.fetch import Fetcher

SPELLINGS = r"""
http://127.0.0.1:{port}/secret http://127.0.0.1.:{port}/secret http://127.8.9.10:{port}/ http://0.0.0.0:{port}/
http://0:{port}/ http://127.1:{port}/ http://127.0.1:{port}/ http://2130706433:{port}/ http://0x7f000001:{port}/
http://0x7F.0.0.1:{port}/ http://0x7f.1:{port}/ http://0177.0.0.1:{port}/ http://017700000001:{port}/
http://localhost:{port}/secret http://LocalHost.:{port}/ http://app.localhost:{port}/ http://localhost%2e:{port}/
http://[::1]:{port6}/secret http://[0:0:0:0:0:0:0:1]:{port6}/ http://[::]:{port6}/ http://[::1%25lo]:{port6}/
http://[::ffff:127.0.0.1]:{port}/ http://[::ffff:7f00:1]:{port}/ http://[::ffff:0:0]:{port}/ http://[::127.0.0.1]:{port}/
http://[64:ff9b::7f00:1]:{port}/ http://[64:ff9b::127.0.0.1]:{port}/ http://[2002:7f00:1::]:{port}/
http://[::ffff:0:127.0.0.1]:{port}/ http://[fe80::1%25lo]:{port}/
http://news.example@127.0.0.1:{port}/ http://news.example:80@127.0.0.1:{port}/ http://a:b@c@127.0.0.1:{port}/
http://127.0.0.1:{port}\@news.example/ http://news.example\@127.0.0.1:{port}/ http://127.0.0.1:{port}#@news.example/
//127.0.0.1:{port}/secret ///127.0.0.1:{port}/ \\127.0.0.1:{port}\secret /\127.0.0.1:{port}/ http:127.0.0.1:{port}
http:/127.0.0.1:{port}/ http:///127.0.0.1:{port}/ HTTP://127.0.0.1:{port}/ https://127.0.0.1:{port}/
http://１２７.０.０.１:{port}/ http://127。0。0。1:{port}/ http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:{port}/ http://loc­alhost:{port}/
http://inside.example:{port}/ http://mixed.example:{port}/ http://mapped.example:{port}/ http://router.example/
http://10.0.0.1/ http://172.16.0.1/ http://192.168.1.1/ http://169.254.169.254/latest/meta-data/ http://100.64.0.1/
http://192.0.0.8/ http://198.18.0.1/ http://224.0.0.1/ http://255.255.255.255/ http://[fd00::1]/ http://[ff02::1]/
file:///etc/passwd ftp://127.0.0.1:{port}/ gopher://127.0.0.1:{port}/ javascript:alert(1) data:text/html,x
""".split()  # noqa: SIM905  a table reads better than a list of strings


@pytest.fixture
def canaries(canary: Site) -> Iterator[tuple[Site, Site]]:
    """Private services at both loopback addresses."""
    try:
        second = Site(host="::1")
    except OSError:
        pytest.skip("this machine has no IPv6")
    yield canary, second
    second.close()


@pytest.fixture
def spellings(stage: Stage, canaries: tuple[Site, Site]) -> list[str]:
    """Every way to write where the canaries sit, or another place that is nobody's business."""
    stage.names["inside.example"] = [["127.0.0.1"]]
    stage.names["mixed.example"] = [[PUBLIC, "127.0.0.1"]]
    stage.names["mapped.example"] = [["::ffff:127.0.0.1"]]
    stage.names["router.example"] = [["192.168.1.1"]]
    return [spelling.format(port=canaries[0].port, port6=canaries[1].port) for spelling in SPELLINGS]


def _as_header(value: str) -> str:
    return value.encode().decode("latin-1")


async def test_no_redirection_leads_to_a_private_place(
    stage: Stage, fetcher: Fetcher, site: Site, canaries: tuple[Site, Site], spellings: list[str]
) -> None:
    root = stage.host("news.example", site)
    for number, spelling in enumerate(spellings):
        site.redirect(f"/{number}", _as_header(spelling), status=(301, 302, 303, 307, 308)[number % 5])
        with pytest.raises(FetchError, match=r"\.$"):
            await fetcher.fetch(f"{root}/{number}")
        assert [one.connections for one in canaries] == [0, 0], spelling
    assert set(stage.dialled) == {PUBLIC}


async def test_no_picture_lies_at_a_private_place(
    stage: Stage, fetcher: Fetcher, site: Site, canaries: tuple[Site, Site], spellings: list[str]
) -> None:
    root = stage.host("news.example", site)
    for number, spelling in enumerate(spellings):
        with pytest.raises(PullquoteError, match=r"\.$"):
            await fetcher.fetch_picture(spelling, asked=f"{root}/story")
        site.redirect(f"/{number}.png", _as_header(spelling))
        with pytest.raises(FetchError, match=r"\.$"):
            await fetcher.fetch_picture(f"{root}/{number}.png", asked=f"{root}/story")
        assert [one.connections for one in canaries] == [0, 0], spelling
    assert set(stage.dialled) <= {PUBLIC}


async def test_no_address_that_a_person_did_not_type_is_private(
    stage: Stage, fetcher: Fetcher, site: Site, canaries: tuple[Site, Site], spellings: list[str]
) -> None:
    stage.host("news.example", site)
    for spelling in spellings:
        with pytest.raises(PullquoteError, match=r"\.$"):
            await fetcher.fetch(spelling, typed=False)
        assert [one.connections for one in canaries] == [0, 0], spelling
    assert set(stage.dialled) <= {PUBLIC}


async def test_a_name_that_changes_its_mind_is_looked_up_once_and_reached_where_it_was_checked(
    stage: Stage, fetcher: Fetcher, site: Site, canary: Site
) -> None:
    root = stage.host("rebinding.example", site)
    stage.names["rebinding.example"] = [[PUBLIC], ["127.0.0.1"]]
    site.page("/", "<p>Public.</p>", headers={"Connection": "close"})
    page = await fetcher.fetch(f"{root}:{canary.port}/")
    assert page.body == b"<p>Public.</p>"
    assert (stage.looked_up, stage.dialled) == (["rebinding.example"], [PUBLIC])
    assert canary.connections == 0


@pytest.mark.parametrize("typed", [True, False])
async def test_a_name_that_turns_private_between_two_hops_is_refused_even_where_it_was_typed(
    stage: Stage, fetcher: Fetcher, site: Site, canary: Site, *, typed: bool
) -> None:
    stage.host("rebinding.example", site)
    stage.names["rebinding.example"] = [[PUBLIC], ["127.0.0.1"]]
    site.page("/", b"", status=302, headers={"Location": "/secret", "Connection": "close"})
    with pytest.raises(Refused):
        await fetcher.fetch(f"http://rebinding.example:{canary.port}/", typed=typed)
    assert canary.connections == 0


async def test_pictures_of_a_page_whose_name_turned_private_are_refused(
    stage: Stage, fetcher: Fetcher, site: Site, canary: Site
) -> None:
    stage.host("rebinding.example", site)
    stage.names["rebinding.example"] = [[PUBLIC], ["127.0.0.1"]]
    address = f"http://rebinding.example:{canary.port}"
    site.page("/", "<p>Public.</p>", headers={"Connection": "close"})
    await fetcher.fetch(f"{address}/")
    with pytest.raises(Refused):
        await fetcher.fetch_picture(f"{address}/secret", asked=f"{address}/")
    assert canary.connections == 0


async def test_one_private_address_among_public_ones_is_enough_to_refuse(
    stage: Stage, fetcher: Fetcher, canary: Site
) -> None:
    stage.names["mixed.example"] = [[PUBLIC, "2606:4700::1111", "127.0.0.1"]]
    with pytest.raises(Refused):
        await fetcher.fetch(f"http://mixed.example:{canary.port}/", typed=False)
    assert stage.dialled == []


async def test_a_private_address_that_a_person_typed_is_read(fetcher: Fetcher, site: Site) -> None:
    site.page("/wiki", "<p>Ours alone.</p>")
    assert (await fetcher.fetch(f"{site.url}/wiki")).body == b"<p>Ours alone.</p>"
    assert (await fetcher.fetch(f"localhost:{site.port}/wiki")).url == f"http://localhost:{site.port}/wiki"


async def test_a_private_address_may_lead_on_within_itself(fetcher: Fetcher, site: Site) -> None:
    site.redirect("/old", "/new")
    site.page("/new", "<p>Moved.</p>")
    assert (await fetcher.fetch(f"{site.url}/old")).url == f"{site.url}/new"


async def test_what_was_typed_makes_no_other_private_place_reachable(
    fetcher: Fetcher, site: Site, canary: Site
) -> None:
    elsewhere = (canary.url, f"http://localhost:{site.port}", f"http://127.0.0.2:{site.port}", "http://127.0.0.1/")
    for number, place in enumerate(elsewhere):
        site.redirect(f"/{number}", f"{place}/secret")
        with pytest.raises(Refused):
            await fetcher.fetch(f"{site.url}/{number}")
        with pytest.raises(Refused):
            await fetcher.fetch_picture(f"{place}/secret.png", asked=f"{site.url}/{number}")
    assert canary.connections == 0
    assert len(site.requests) == len(elsewhere)


async def test_a_public_page_leads_to_no_private_place_over_a_connection_that_is_open_already(
    stage: Stage, fetcher: Fetcher, site: Site, canary: Site
) -> None:
    root = stage.host("news.example", site)
    canary.page("/typed", "<p>Typed.</p>")
    await fetcher.fetch(f"{canary.url}/typed")
    site.redirect("/", f"{canary.url}/secret")
    with pytest.raises(Refused):
        await fetcher.fetch(f"{root}/")
    assert [request.target for request in canary.requests] == ["/typed"]


async def test_the_refusal_names_the_place_and_says_what_to_do(stage: Stage, fetcher: Fetcher, site: Site) -> None:
    root = stage.host("news.example", site)
    site.redirect("/", "http://127.0.0.1:1/")
    with pytest.raises(Refused) as told:
        await fetcher.fetch(f"{root}/")
    assert str(told.value) == (
        "The way leads to 127.0.0.1, which is an address of a private network or of this machine. "
        "Pullquote goes there only when you type it yourself."
    )
    assert told.value.exit_code == 3
