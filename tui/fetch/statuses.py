"""What a status code other than success means for a reader (RFC 9110, 15)."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from tui.errors import BadStatus

REDIRECTIONS = frozenset({301, 302, 303, 307, 308})

PROXY_LOGIN = "The proxy wants a name and a password (407). Put them into HTTPS_PROXY and HTTP_PROXY."

_SENTENCES = {
    401: "{host} shows this page only to people who have signed in (401). Save it from your browser and open the file.",
    402: "{host} shows this page only to people who pay for it (402). Save it from your browser and open the file.",
    403: "{host} does not let Pullquote see this page (403). Save it from your browser and open the file.",
    404: "{host} has no page at this address (404). Check the address.",
    407: PROXY_LOGIN,
    410: "{host} has taken this page away for good (410). An archive on the web may still hold it.",
    429: "{host} has been asked too often (429). Try again {later}.",
    451: "{host} may not show this page here, for legal reasons (451).",
}


def bad_status(host: str, status: int, retry_after: str) -> BadStatus:
    """Return the error that tells of ``status``; ``retry_after`` is the header of that name, or empty."""
    later = _later(retry_after)
    if status in _SENTENCES:
        sentence = _SENTENCES[status].format(host=host, later=later)
    elif status >= 500:
        sentence = f"{host} is in trouble itself ({status}). Try again {later}."
    elif status in REDIRECTIONS or status == 300:
        sentence = f"{host} says that the page has moved, but not where to ({status})."
    elif 200 <= status < 300:
        sentence = f"{host} answers without a page ({status})."
    else:
        sentence = f"{host} does not give out this page ({status})."
    return BadStatus(sentence, status)


def _later(retry_after: str) -> str:
    """Return when to try again, from seconds or a date (RFC 9110, 10.2.3); "later" when it cannot be told."""
    seconds = _seconds(retry_after.strip()[:40])
    if seconds is None or seconds > 7 * 86_400:
        return "later"
    if seconds < 60:
        return f"in {max(1, seconds)} seconds" if seconds > 1 else "in a moment"
    if seconds < 5_400:
        minutes = -(-seconds // 60)
        return f"in {minutes} minutes" if minutes > 1 else "in a minute"
    return f"in {-(-seconds // 3_600)} hours"


def _seconds(text: str) -> int | None:
    if text.isascii() and text.isdigit():
        return int(text)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0, int((moment - datetime.now(UTC)).total_seconds()))
