"""Reading a moment out of the ways that pages write one."""
# ruff: noqa: E501 - lists of words and the patterns made of them are read by the line

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from unicodedata import decimal

from tui.extract.months import find_named_day

_ISO = re.compile(
    r"(?<!\d)(\d{4})-?/?(\d{2})-?/?(\d{2})(?:[T ]{1,2}(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d{1,9})?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?",
)
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?$")
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d{2})\s?[年년./-]\s?(\d{1,2})\s?[月월./-]\s?(\d{1,2})(?:\s?[日일])?(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?((?:19|20)\d{2})(?!\d)")
_SHORT_YEAR = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{2})(?![\d.])")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z]{2,8}\.?\s\d{1,2},?\s\d)")
"""Where a name and a month are glued together: "Edda MarshMay 3, 2026", two boxes without a blank."""

_CLOCK = re.compile(
    r"(?<!\d)(\d{1,2})(?::|\.|h|時|时|시\s?)(\d{2})(?::(\d{2}))?\s?([ap]\.?m\.?)?(?![\d.])", re.IGNORECASE
)
_CLOCK_BEFORE = re.compile(
    r"(?<!\d)(\d{1,2})[:.](\d{2})(?::(\d{2}))?\s?([ap]\.?m\.?)?(?:\s[A-Z]{2,4})?[\s,|·•]{1,4}(?:(?:on|am|le)\s)?$",
    re.IGNORECASE,
)
_AFTERNOON = re.compile(r"(?:오후|下午|午後|午后|晚上)\s?$")
_CLOCK_ZONE = re.compile(
    r"(?<!\d)\d{1,2}(?::|\.|h)\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?(?:\s?(?:Uhr|Z|GMT|UTC|[A-Z]{1,2}[SD]T|CEST?|MEZ)\b)?(?![\d.])",
    re.IGNORECASE,
)
_BARS = re.compile(r"[\s|]*\|[\s|]*")
_EPOCH = re.compile(r"^\d{10}(?:\d{3})?$")
_RFC = re.compile(r"^[A-Za-z]{3}, \d{1,2} [A-Za-z]{3} \d{4}")
_LONGEST = 120
_EARLIEST = 1990


def read_date(text: str, *, american: bool = False) -> datetime | None:
    """Return the moment that ``text`` names, aware (UTC unless it says otherwise), or None.

    ``american`` reads 3/4/2024 as the fourth of March.
    """
    text = _GLUED.sub(" ", _in_ascii(" ".join(text.split())[:_LONGEST]))
    if not any(char.isdigit() for char in text):
        return None
    for reader in (_read_epoch, _read_rfc, _read_iso, _read_numbers, _read_names):
        moment = reader(text)
        if moment is not None:
            return _plausible(moment)
    return _plausible(_read_day_first(text, american=american))


def cut_moments(text: str) -> str:
    """Return ``text`` with a bar for every day and clock in it, so that what stands beside them can be read."""
    text = _in_ascii(text)
    for pattern in (_ISO, _YEAR_FIRST, _DAY_FIRST, _SHORT_YEAR):
        text = pattern.sub("|", text)
    while found := find_named_day(text):
        text = f"{text[: found.start]}|{text[found.end :]}"
    return " ".join(_BARS.sub(" | ", _CLOCK_ZONE.sub("|", text)).split()).strip(" |,")


def _in_ascii(text: str) -> str:
    """Write the digits of other scripts as ours are written."""
    if text.isascii() or not any(char.isdecimal() and not char.isascii() for char in text):
        return text
    return "".join(str(decimal(char)) if char.isdecimal() else char for char in text)


def _plausible(moment: datetime | None) -> datetime | None:
    """A page that says it was published next year, or before there was a web, is not believed."""
    if moment is None or moment.year < _EARLIEST or moment > datetime.now(UTC) + timedelta(days=400):
        return None
    return moment


def _read_epoch(text: str) -> datetime | None:
    if not _EPOCH.match(text):
        return None
    seconds = int(text) // (1000 if len(text) > 10 else 1)
    return datetime.fromtimestamp(seconds, UTC)


def _read_rfc(text: str) -> datetime | None:
    if not _RFC.match(text):
        return None
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _read_iso(text: str) -> datetime | None:
    match = _COMPACT.match(text)
    if match:
        return _moment(match.groups())
    match = _ISO.search(text)
    return _moment(match.groups()) if match else None


def _moment(parts: tuple[str | None, ...]) -> datetime | None:
    year, month, day, hour, minute, second = (int(part or 0) for part in parts[:6])
    zone = _zone(parts[6] if len(parts) > 6 else None)
    try:
        return datetime(year, month, day, hour % 24, minute, second % 60, tzinfo=zone)
    except ValueError:
        return None


def _zone(text: str | None) -> timezone:
    if not text or text in ("Z", "UTC", "GMT"):
        return UTC
    digits = text.replace(":", "")
    offset = timedelta(hours=int(digits[1:3]), minutes=int(digits[3:5]))
    if offset >= timedelta(hours=15):
        return UTC
    return timezone(-offset if digits[0] == "-" else offset)


def _read_numbers(text: str) -> datetime | None:
    match = _YEAR_FIRST.search(text)
    return _day(match[1], int(match[2]), match[3], text, match.end()) if match else None


def _read_names(text: str) -> datetime | None:
    found = find_named_day(text)
    if found is None:
        return None
    clock = _CLOCK.search(text, found.end) or _CLOCK_BEFORE.search(text[: found.start])
    return _on(found.year, found.month, found.day, text, clock)


def _read_day_first(text: str, *, american: bool) -> datetime | None:
    match = _DAY_FIRST.search(text)
    if not match:
        return _read_short_year(text)
    first, second = int(match[1]), int(match[2])
    swapped = second > 12 or (american and first <= 12 and "/" in match[0])
    month, day = (first, match[2]) if swapped else (second, match[1])
    return _day(match[3], month, day, text, match.end())


def _read_short_year(text: str) -> datetime | None:
    """Read "31.10.23": with dots the day always comes first."""
    match = _SHORT_YEAR.search(text)
    return _day(f"20{match[3]}", int(match[2]), match[1], text, match.end()) if match else None


def _day(year: str, month: int, day: str, text: str, end: int) -> datetime | None:
    """Build a moment from a day and the clock that may stand after it."""
    return _on(int(year), month, int(day), text, _CLOCK.search(text, end))


def _on(year: int, month: int, day: int, text: str, clock: re.Match[str] | None) -> datetime | None:
    hour = minute = 0
    if clock:
        hour, minute = int(clock[1]) % 24, int(clock[2]) % 60
        if clock[4] or (hour < 12 and _AFTERNOON.search(text[: clock.start()])):
            hour = hour % 12 + (0 if clock[4] and clock[4][0].lower() == "a" else 12)
    try:
        return datetime(year, month, day, hour, minute, tzinfo=UTC)
    except ValueError:
        return None
