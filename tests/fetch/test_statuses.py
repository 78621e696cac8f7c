from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING

import pytest

from tui.errors import BadStatus
from tui.fetch.statuses import bad_status

if TYPE_CHECKING:
    from tests.loopback import Site
    from tui.fetch import Fetcher

SENTENCES = {
    401: "shows this page only to people who have signed in (401). Save it from your browser and open the file.",
    402: "shows this page only to people who pay for it (402). Save it from your browser and open the file.",
    403: "does not let Pullquote see this page (403). Save it from your browser and open the file.",
    404: "has no page at this address (404). Check the address.",
    410: "has taken this page away for good (410). An archive on the web may still hold it.",
    429: "has been asked too often (429). Try again later.",
    451: "may not show this page here, for legal reasons (451).",
    500: "is in trouble itself (500). Try again later.",
    502: "is in trouble itself (502). Try again later.",
    503: "is in trouble itself (503). Try again later.",
    504: "is in trouble itself (504). Try again later.",
    599: "is in trouble itself (599). Try again later.",
    400: "does not give out this page (400).",
    418: "does not give out this page (418).",
    204: "answers without a page (204).",
    205: "answers without a page (205).",
    304: "does not give out this page (304).",
    999: "is in trouble itself (999). Try again later.",
}


@pytest.mark.parametrize("status", SENTENCES)
async def test_each_status_has_its_sentence(fetcher: Fetcher, site: Site, status: int) -> None:
    address = site.page(
        "/", b"" if status in (204, 304) else b"<p>An error page with a story of its own.</p>", status=status
    )
    with pytest.raises(BadStatus) as told:
        await fetcher.fetch(address)
    assert str(told.value) == f"127.0.0.1 {SENTENCES[status]}"
    assert (told.value.status, told.value.kind, told.value.exit_code) == (status, "status", 3)


async def test_the_body_of_a_failure_is_not_read(fetcher: Fetcher, site: Site) -> None:
    with pytest.raises(BadStatus):
        await fetcher.fetch(site.endless("/", status=500))
    assert site.wait_until_left()


@pytest.mark.parametrize(
    ("header", "later"),
    [
        ("", "later"),
        ("0", "in a moment"),
        ("30", "in 30 seconds"),
        ("61", "in 2 minutes"),
        ("3600", "in 60 minutes"),
        ("7201", "in 3 hours"),
        ("99999999", "later"),
        ("-5", "later"),
        ("soon", "later"),
        ("9" * 5_000, "later"),
        ("٣٠", "later"),
        ("\x1b[2J", "later"),
        ("Wed, 99 Foo 2026 99:99:99 GMT", "later"),
        ("Thu, 01 Jan 1970 00:00:00 GMT", "in a moment"),
    ],
)
def test_when_to_try_again_is_told_as_the_server_says(header: str, later: str) -> None:
    assert str(bad_status("tern.example", 429, header)).endswith(f"Try again {later}.")


def test_a_date_to_try_again_is_told_as_a_span() -> None:
    moment = format_datetime(datetime.now(UTC) + timedelta(minutes=10, seconds=5), usegmt=True)
    assert "Try again in 11 minutes." in str(bad_status("tern.example", 503, moment))
    assert "Try again in 11 minutes." in str(bad_status("tern.example", 503, moment.replace("GMT", "-0000")))


async def test_the_retry_after_header_is_heard(fetcher: Fetcher, site: Site) -> None:
    address = site.page("/", b"", status=429, headers={"Retry-After": "120"})
    with pytest.raises(BadStatus, match="Try again in 2 minutes"):
        await fetcher.fetch(address)
