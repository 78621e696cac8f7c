"""Bylines to names: persons without "By", roles, places and agencies."""
# ruff: noqa: E501, SIM905 - lists of words and the patterns made of them are read by the line

from __future__ import annotations

import re

from tui.article import clean_line
from tui.extract.dates import cut_moments
from tui.extract.months import MONTHS

_WRITING = (
    r"story|text|texte|texto|tekst|words|written|reported|posted|published|reviewed|reporting|analysis|opinion|commentary|created|submitted|contributed|updated|"
    r"pressemitteilung|im\swortlaut|gastkommentar|analyse|essay|kolumne|rezension|porträt|análisis|columna|entrevista|reportaje|crónica|chronique|tribune|entretien|enquête|intervista|analisi|commento|geschrieben|verfasst|erstellt|eingestellt|veröffentlicht|artikel|beitrag|kommentar|interview|gastbeitrag|publié|écrit|propos\srecueillis|article|post|escrito|publicado|"
    r"redacción|scritto|pubblicato|skrevet|skriven|geschreven|author|autorin/autor|autor(?::?\*?in)?|auteur|autore|about(?:\sthe\sauthor)?|über\sden\sautor|reportage|recherche|protokoll|mit\smaterial|"
    r"(?:view|see|show|read)\s(?:all|more)\s(?:posts|articles|stories)|all\s(?:posts|articles|stories)|more\s(?:posts|articles|stories)|"
    r"alle\s(?:artikel|beiträge|posts)|weitere\s(?:artikel|beiträge)|tous\sles\sarticles|todos\slos\sartículos|tutti\sgli\sarticoli"
)
_BY = r"by|von|vom|par|por|di|door|av|af|oleh|od|przez|de|from|tarafından|per|deur|piše|pišu|bởi|του|της|των|من|بقلم"
_PREFIX = re.compile(
    rf"^(?:words|text|story|photos?|pictures)\s(?:and|&)\s(?:words|text|story|photos?|pictures)\s(?:{_BY})\s(?=\S)|"
    rf"^(?:posted|published|updated|veröffentlicht|publié|publicado|pubblicato)\b.{{1,40}}?\b(?:{_BY})\s(?=\S)|"
    rf"^(?:(?:ein|eine|an|a)\s)?(?:(?:{_WRITING})\b[\s,:：·–-]{{0,4}})+(?:(?:{_BY})\b[\s:：]{{0,3}}(?:autor\b\s?|of\b\s?)?)?(?=\S|$)|^(?:(?:{_BY})\s?[:：]?\s{{1,3}}|by(?=by\s))(?=\S)|^(?:{_BY})$|"
    r"^(?:作者|記者|记者|撰文|โดย)\s{1,3}(?=\S)|^(?:autor(?:ka|zy|ek)?|szerző|piše|pišu|penulis|reporter|yazan|haber|συντάκτης|γράφει|автор|автори|авторы|текст|كتب(?:ت)?|بقلم|מאת|نویسنده|लेखक|द्वारा|โดย|tác giả|theo|作者|記者|记者|文|撰文|著者|writer|reporter|journalist|redakteur|fuente|quelle|source|fonte)\s{0,3}[:：/]\s{0,3}",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s{0,3}(?:[;|/•·\n\t]|\s(?:and|und|et|og|och|en|with|mit|avec|con|sowie|dan|ja|oraz|и|та|和|及)\s|&|、|，|,)\s{0,3}",
    re.IGNORECASE,
)
_Y_E = re.compile(r"\s(?:y|e|i|a)\s")
_BRACKETS = re.compile(r"\s{0,3}[(\[（][^()\[\]（）]{0,120}[)\]）]")
_CREDENTIALS = re.compile(
    r"(?:[\s,]+(?:phd|ph\.d|md|m\.d|do|ma|ms|msc|m\.sc|mph|mba|mpa|ba|bsc|rn|rd|rdn|ld|cpt|nsca-cpt|dds|esq|jd|j\.d|cfp|cfa|lcsw|cscs|np|facc|facs|foma|dabom)\b\.?)+$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s{0,3}(?:[|•·]|\s[-–—]\s|,\s?(?:\d|updated|published|in\s[A-Z])|\s(?:updated|published|posted|last|on|for|in|aus|at|am|auf|pour|für|para|is|ist|has)\s|\s(?:stand|in|on|am|updated|published|posted)\b:?$).*$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\S{0,10}://\S*|\S{1,64}@\S{1,64}\.\w+")
_IN_SECTION = re.compile(r",\sin\s[A-Z].*$")
_SIGN_IN = re.compile(r"([^\W\d_]{2,20})\.([^\W\d_]{4,20})")
"""What somebody signs in with who has a first and a family name: "edda.marsh"."""

_WRITES = re.compile(r"\s(?:skrifar|skriver|writes|schreibt|écrit|scrive|escribe)$", re.IGNORECASE)
_GLUED_BY = re.compile(r"^By(?=[A-Z][a-z’'-])")
_KOREAN_ROLE = re.compile(r"(?<=[가-힣]{2})\s?(?:선임)?(?:기자|특파원|논설위원|앵커)$")
_NOT_A_NAME = re.compile(
    r"https?:|www\.|@|©|\d{2,}|[<>{}=_→:：?!#%]|\.(?:com|org|net|de|co)\b|^(?:die|der|das|the|our|unsere?|your|ihre?|alle?|in|on|at|mehr|more|click|hier|here|jetzt|now)\s|wordpress|admin\b|"
    r"\b(?:minutes?|hours?|days?|comments?|kommentare?|rechte|rights|cookies?|newsletter|subscribe|follow|share|click|read|bestellen|anmelden|login|sign)\b",
    re.IGNORECASE,
)
_LABELS = frozenset(
    "by von par por di door av af posted originally published updated author authors autor autoren about text story words written share follow print email "
    "der die das the mehr more news home menu advertisement anzeige werbung admin administrator undefined null none unknown anonymous".split()
)
_ROLES = frozenset(
    "editor editors reporter reporters correspondent correspondents writer writers author authors staff contributor contributors columnist journalist producer "
    "photographer chief senior deputy associate executive managing news political politics business sports sport science health technology tech special national "
    "international foreign bureau digital freelance guest redakteur redakteurin reporterin korrespondent korrespondentin autor autorin chefredakteur redaktion "
    "journaliste rédacteur rédactrice correspondant redactor redactora periodista corresponsal redattore giornalista jornalista redator fotograf redaktor "
    "dziennikarz редактор корреспондент 기자 記者 记者 编辑 編集 editorial team desk newsroom agency agencies service services wire".split()
)
_OFFICES = frozenset(
    "staff senior chief reporter correspondent writer editor columnist journalist contributor producer photographer redakteur redakteurin reporterin korrespondent korrespondentin "
    "journalistin journaliste correspondant rédacteur rédactrice redactor redactora periodista corresponsal giornalista jornalista fotograf rechtsanwalt rechtsanwältin".split()
)
_ORGANISATIONS = re.compile(
    r"\b(?:associated press|the ap|reuters|agence france|press association|staff|newsroom|editors?|redaktion|redaction|rédaction|redacción|redazione|redação|redakcja|redaktionen|"
    r"agencies|agency|news|team|desk|dpa|lno|afp|apa|sda|ansa|efe|pti|ians|ani|tass|ritzau|ntb|tt|anp|belga|kyodo|xinhua|yonhap|sid|epd|kna|bloomberg|magazine|magazin|"
    r"media|press|times|post|daily|gmbh|inc|llc|ltd|editorial|contributors?|correspondents?|admin|administrator|guest|online|radio|tv|network|bureau|service|"
    r"stiftung|foundation|association|department|administration|committee|council|office|company|university|universität|institute?|institut|center|centre|zentrum|verlag|zeitung|verband|ministry|ministerium|blog|report|journal|fernsehen|"
    r"agentur|agencia|agence|agenzia|redactie|nachrichten|noticias|actualités|ndr|mdr|wdr|swr|ard|zdf|orf|srf|bbc|cnn|npr|rfi|dw)\b|\be\.\s?v\b|通信|新聞|新闻|通讯社|뉴스|일보|"
    r"편집|редакция|агентство",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    "von van der den de del della di da dos das do du la le el al bin ibn ben ter ten te zu zur af av y e i und and of st und vom dem des d' ul".split()
)
_ACRONYM = re.compile(r"^[A-ZÄÖÜ]{2,6}$")
_POSTS = re.compile(
    r"^(?:head|director|president|vice|chief|professor|co-?founder|founder|ceo|cto|manager|leiter(?:in)?|chef|directeur|directrice|directora?|dozentin|fellow|sponsored|verified|opinion|analysis|"
    r"this author)\b|\b(?:officer|manager|analyst|fellow|professor|specialist|consultant|strategist)$|^\w*(?:leiter|sprecher|redakteur|korrespondent|direktor|expert|beauftragte)(?:in|e|r)?\b",
    re.IGNORECASE,
)
_DOMAINS = frozenset("info online blog news shop press media world today club site".split())
_PLACES = frozenset(
    "são san santa los las new buenos hong tel cape abu kuala rio belo north south east west united saint sankt bad".split()
)
"""How places of two words begin: "New Haven" and "San Marco" stand alone before stories too."""

_LONGEST = 60
_MOST_WORDS = 6
_MOST_AUTHORS = 20


def read_byline(text: str, *, trusted: bool = False) -> list[str]:
    """Return the names in ``text``; ``trusted`` when the page says that it is nothing but names."""
    text = _ADDRESS.sub(" ", _BRACKETS.sub("", clean_line(text, 400)))
    if any(map(str.isdigit, text)):
        text = cut_moments(text)
    text = _IN_SECTION.sub("", _strip_prefix(text))
    if trusted and "," not in text and is_organisation(text) and _may_be_name(text, trusted=True):
        return [text]  # "Department of Ports and Harbours" is one
    names = []
    for piece in _SPLIT.split(_family_name_last(text))[:_MOST_AUTHORS]:
        for part in _parted(piece):
            name = _clean_name(part)
            if name and _may_be_name(name, trusted=trusted):
                names.append(name)
    return names


def _strip_prefix(text: str) -> str:
    """Take off "By", "Written by", "Alle Artikel von", and "By" once more where a page says it for screen readers too."""
    for _ in range(3):
        bare = _GLUED_BY.sub("", _PREFIX.sub("", text, count=1).strip())
        if bare == text:
            break
        text = bare
    return text


def _family_name_last(text: str) -> str:
    """Turn "Marsh, Edda" round, as libraries' fields have it: one comma, two words."""
    parts = text.split(",")
    if len(parts) == 2 and all(len(part.split()) == 1 for part in parts) and parts[1].strip()[:1].isupper():
        first, last = parts[1].strip(), parts[0].strip()
        if not is_organisation(first) and not is_organisation(last) and not first.isupper():
            return f"{first} {last}"
    return text


def _parted(text: str) -> list[str]:
    """Split at the one-letter "and" of Romance and Slavic languages, but not in "Ramón y Cajal"."""
    parts = _Y_E.split(text)
    return parts if all(len(part.split()) > 1 for part in parts) else [text]


def _clean_name(text: str) -> str:
    name = _strip_prefix(text.strip(" ,.:;-–—*\"“”'’"))
    name = _WRITES.sub("", _KOREAN_ROLE.sub("", _TAIL.sub("", name)))
    bare = _CREDENTIALS.sub("", name)
    name = bare if len(bare.split()) > 1 else "" if not bare.strip(" .,") or _is_credential(name) else name
    name = _without_roles(name.strip(' ,:;-–—*"“”'))
    signed_in = _SIGN_IN.fullmatch(name)
    if signed_in and signed_in[2] not in _DOMAINS:
        return f"{signed_in[1][0].upper()}{signed_in[1][1:]} {signed_in[2][0].upper()}{signed_in[2][1:]}"
    return name


def _without_roles(name: str) -> str:
    """Take off what a person is, set without a comma before or after the name: "Staff Writer Edda Marsh"."""
    words = name.split()
    while len(words) > 2 and words[0].lower() in _OFFICES:
        words = words[1:]
    if words and words[-1].lower() in _OFFICES:
        while len(words) > 2 and words[-1].lower() in _ROLES:
            words = words[:-1]
    return " ".join(words)


def _is_credential(name: str) -> bool:
    return bool(_CREDENTIALS.fullmatch(" " + name))


def _may_be_name(name: str, *, trusted: bool) -> bool:
    words = name.split()
    if not words or len(name) > _LONGEST or len(words) > _MOST_WORDS:
        return False
    if _NOT_A_NAME.search(name) and not (words[0].lower() == "the" and _ORGANISATIONS.search(name)):
        return False
    lowered = [word.strip(".").lower() for word in words]
    if _POSTS.search(name) or all(word in _ROLES or word in _LABELS for word in lowered):
        return False
    if trusted:
        return True
    return not any(char.isdigit() for char in name) and _reads_like_name(words)


def reads_like_person(text: str) -> bool:
    """Whether ``text`` is nothing but two to four words that read like one person's name."""
    words = text.split()
    return (
        2 <= len(words) <= 4
        and not all(word.lower() in MONTHS for word in words)
        and words[0].lower() not in _PLACES
        and not is_organisation(text)
        and all(word[-1].isalpha() or word[-1] == "." for word in words)
        and _may_be_name(text, trusted=False)
    )


def _reads_like_name(words: list[str]) -> bool:
    """Whether every word but the particles is written large, as names are in every script that has capitals."""
    own = [word for word in words if word.lower() not in _PARTICLES]
    return bool(own) and all(not word[0].islower() or word[:2] in ("d'", "d’") for word in own)


def is_organisation(name: str) -> bool:
    """Whether ``name`` is a newsroom or an agency and no person."""
    words = name.split()
    if _ORGANISATIONS.search(name):
        return True
    if not words or not _ACRONYM.match(words[0]):
        return False
    return len(words) == 1 or (len(words[0]) > 2 and not set("AEIOUYÄÖÜ") & set(words[0]))  # "NPA Coast", not "JD Lind"


def unite_names(names: list[str]) -> tuple[str, ...]:
    """Drop doubles (also those that differ in case only), and organisations when there are persons."""
    kept: dict[str, str] = {}
    for name in names:
        key = " ".join(name.lower().replace(".", " ").split())
        if key not in kept or (kept[key].isupper() and not name.isupper()):
            kept[key] = name
    united = [mend_case(name) for name in kept.values()]
    persons = [name for name in united if not is_organisation(name)]
    return tuple(persons or united)[:_MOST_AUTHORS]


def mend_case(name: str) -> str:
    """Write a name that is set in capitals, or whose family name is, as names are written: "Bo McNair", "Ann O'Hara"."""
    words = name.split()
    if len(words) < 2 or is_organisation(name):
        return name
    shortest = 3 if name.isupper() else 4  # "Bo LIND" but not "Bo Lind CPP"
    return " ".join(
        _mend_word(word) if len(word) >= shortest and word.isupper() and "." not in word else word for word in words
    )


def _mend_word(word: str) -> str:
    mended = re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), word)
    return re.sub(r"^Mc([a-z])", lambda match: f"Mc{match[1].upper()}", mended)
