"""Bylines to names: persons without "By", roles, places and agencies."""
# ruff: noqa: E501, SIM905 - lists of words and the patterns made of them are read by the line

from __future__ import annotations

import re

from tui.article import clean_line

_PREFIX = re.compile(
    r"^(?:(?:story|text|texte|texto|words|written|reported|posted|published|reviewed|reporting|analysis|opinion|commentary|created|submitted|by|"
    r"geschrieben|ein\s(?:artikel|beitrag|kommentar|gastbeitrag|interview)|eine?\s(?:analyse|kolumne|rezension|reportage)|propos\srecueillis|article|publié|"
    r"escrito|redacción|scritto|tekst|text:innen|author|autor|auteur|autore|autorin|oleh|par|por|von|door|av|af|di|da|de|od|przez)\s{0,3}[:：]?\s{1,3})"
    r"*(?:by|von|par|por|door|av|af|di|oleh|autor|author|text|tekst|from)?\s{0,3}[:：]\s{0,3}|^(?:(?:written|posted|reported|published|story|words|text|reviewed|"
    r"analysis|opinion|submitted|created|commentary)\s)?(?:by|von|par|por|door|av|af|oleh|di)\s{1,3}|^(?:ein|eine)\s(?:\w{3,20}\s)von\s|^(?:作者|記者|记者|文|撰文)\s{0,3}[:：/]\s{0,3}",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s{0,3}(?:[;|/•·\n\t]|\s(?:and|und|et|og|och|en|with|mit|avec|con|sowie|dan|和)\s|&|、|，|,(?!\s?(?:jr|sr|ii|iii|iv|phd|ph\.d|md|m\.d|esq|rn|dr)\b))\s{0,3}",
    re.IGNORECASE,
)
_Y_E = re.compile(r"\s(?:y|e|i)\s")
_BRACKETS = re.compile(r"\s{0,3}[(\[（][^()\[\]（）]{0,120}[)\]）]")
_TITLE_AFTER = re.compile(r",?\s(?:jr|sr|ii|iii|phd|ph\.d\.?|md|m\.d\.?|esq|rn|mph|msc|dds)\b\.?.*$", re.IGNORECASE)
_TAIL = re.compile(
    r"\s{0,3}(?:[|•·]|\s[-–—]\s|,\s?(?:\d|updated|published|in\s[A-Z])|\s(?:updated|published|posted|on|for|in|aus)\s).*$",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(r"https?:|www\.|@|\d{2,}|[<>{}=_]|\.(?:com|org|net|de|co)\b", re.IGNORECASE)
_ROLES = frozenset(
    "editor editors reporter reporters correspondent correspondents writer writers author authors staff contributor contributors columnist journalist producer "
    "photographer chief senior deputy associate executive managing news political politics business sports sport science health technology tech special national "
    "international foreign bureau digital freelance guest redakteur redakteurin reporterin korrespondent korrespondentin autor autorin chefredakteur redaktion "
    "journaliste rédacteur rédactrice correspondant redactor redactora periodista corresponsal redattore giornalista jornalista redator fotograf redaktor "
    "dziennikarz редактор корреспондент 기자 記者 记者 编辑 編集 editorial team desk newsroom agency agencies service services wire".split()
)
_ORGANISATIONS = re.compile(
    r"\b(?:associated press|the ap|reuters|agence france|press association|staff|newsroom|editors?|redaktion|redaction|rédaction|redacción|redazione|redação|"
    r"agencies|agency|news|team|desk|dpa|afp|apa|sda|ansa|efe|pti|ians|ani|tass|ritzau|ntb|tt|anp|belga|kyodo|xinhua|yonhap|sid|epd|kna|bloomberg|magazine|"
    r"media|press|times|post|daily|gmbh|inc|llc|ltd|editorial|contributors?|correspondents?|admin|administrator|guest|online|radio|tv|network|bureau|service)\b",
    re.IGNORECASE,
)
_LONGEST = 60
_MOST_WORDS = 6
_MOST_AUTHORS = 20


def read_byline(text: str, *, trusted: bool = False) -> list[str]:
    """Return the names in ``text``; ``trusted`` when the page says that it is nothing but names."""
    text = _BRACKETS.sub("", clean_line(text, 400))
    text = _PREFIX.sub("", text, count=1)
    names = []
    for piece in _SPLIT.split(text)[:_MOST_AUTHORS]:
        for part in _Y_E.split(piece):
            name = _clean_name(part)
            if name and _may_be_name(name, trusted=trusted):
                names.append(name)
    return names


def _clean_name(text: str) -> str:
    name = _PREFIX.sub("", text.strip(" ,.:;-–—*\"“”'"), count=1)
    name = _TITLE_AFTER.sub("", _TAIL.sub("", name))
    return name.strip(' ,:;-–—*"“”')


def _may_be_name(name: str, *, trusted: bool) -> bool:
    words = name.split()
    if not words or len(name) > _LONGEST or len(words) > _MOST_WORDS or _NOT_A_NAME.search(name):
        return False
    if all(word.strip(".").lower() in _ROLES for word in words):
        return False
    if any(char.isdigit() for char in name) and not trusted:
        return False
    return trusted or any(word[0].isupper() or not word[0].isascii() for word in words)


def is_organisation(name: str) -> bool:
    """Whether ``name`` is a newsroom or an agency and no person."""
    return bool(_ORGANISATIONS.search(name)) or (name.isupper() and " " not in name and len(name) < 7)


def unite_names(names: list[str]) -> tuple[str, ...]:
    """Drop doubles (also those that differ in case only), and organisations when there are persons."""
    kept: dict[str, str] = {}
    for name in names:
        key = " ".join(name.lower().replace(".", " ").split())
        if key not in kept or (kept[key].isupper() and not name.isupper()):
            kept[key] = name
    united = [name.title() if name.isupper() and " " in name else name for name in kept.values()]
    persons = [name for name in united if not is_organisation(name)]
    return tuple(persons or united)[:_MOST_AUTHORS]
