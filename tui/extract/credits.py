"""Captions and their credits, told apart; and in a credit the person from the agency."""
# ruff: noqa: E501, SIM905 - lists of words and the patterns made of them are read by the line

from __future__ import annotations

import re

from tui.extract.comparing import squash

_LABEL = (
    r"(?:photo(?:graph(?:er|s|y)?|s)?|fotos?|foto(?:graf(?:ie|in|ia|o|o's)?)|fotoğraf|image[ns]?|images|imagen|imagem|immagine|bild(?:er|quelle|nachweis|rechte)?|rechte|picture|pic|"
    r"credits?|cr[eé]dito?s?|quelle|source|sursa|fuente|fonte|nguồn|copyright|illustration|grafik|graphic|infografik|montage|collage|screenshot|"
    r"bron|kilde|k[aä]lla|zdj(?:ęcie)?|fot|źródło|foto-credit|snímek|zdroj|kuva|valokuva|ljósmynd|mynd|skjáskot|kép|fotó|fotografija|slika|gambar|dokumentasi|isithombe|picha|ảnh|"
    r"cortes[ií]a(?:\sde)?|cedida(?:\s(?:por|a))?|con\slicencia|captura|archivo|archiv|фото|фотография|снимок|коллаж|источник|"
    r"©|ⓒ|\(c\)|（[cｃ]）|写真|撮影|提供|사진|圖|图|図|攝影|摄影|صورة|תמונה|צילום|φωτογραφία|φωτ)"
)
_LEADING_LABEL = re.compile(
    rf"^(?:{_LABEL}\s{{0,3}}(?:[:：=/|]|by\b|von\b|par\b|por\b|di\b|av\b|courtesy\sof\b)?\s{{0,3}}){{1,4}}",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"(?:^|[\s.!?»”\"')|/(\[–—-]|(?=（[cｃ]）))(?P<credit>(?:{_LABEL}\s{{0,2}}(?:credit\s{{0,2}}|\s?courtesy\s)?(?:[:：]|\bby\b(?=\s[A-Z])|\s/\s|(?<=mynd)/(?=\w)|(?<=skot)/(?=\w))|©|ⓒ|（[cｃ]）|\(c\)\s)\s{{0,3}}[^\n]{{2,120}})$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\s{0,3}(?P<open>[(\[（])(?P<credit>[^()\[\]（）]{2,140})[)\]）]\s{0,2}[.]?$")
_AGENCIES = (
    r"AP|AFP|Reuters|REUTERS|EPA(?:-EFE)?|EFE|dpa|DPA|ANSA|Getty(?:\sImages)?|Shutterstock|iStock|Alamy|PA(?:\s(?:Wire|Media|Images))?|Associated\sPress|Agence\sFrance-Presse|"
    r"picture[\s-]alliance|imago(?:\s?images)?|IMAGO|Keystone|KEYSTONE|APA|Bloomberg|Xinhua|TASS|Sputnik|RIA\sNovosti|Ritzau(?:\sScanpix)?|NTB|TT|Scanpix|ANP|Belga|"
    r"Lehtikuva|PAP|ČTK|CTK|MTI|Yonhap|연합뉴스|뉴시스|뉴스1|新华社|新華社|中央社|Kyodo|共同|時事|ANI|PTI|AAP|Canadian\sPress|CP|USA\sTODAY(?:\sSports)?|Imagn(?:\sImages)?|"
    r"NurPhoto|Anadolu(?:\sAgency)?|AA|SIPA|Zuma|ZUMA(?:\sPress)?|Adobe\sStock|Unsplash|Pexels|Pixabay|Wikimedia(?:\sCommons)?|Flickr|CC\sBY|NASA|ESA|SWNS|Rex|REX|"
    r"Pool|POOL|Handout|HANDOUT|Courtesy|WireImage|FilmMagic|Corbis|Action\sImages|USA\sToday|Icon\sSportswire|UPI|Europa\sPress|Agência\sBrasil|LaPresse|Facebook|Instagram|Twitter|YouTube"
)
_AGENCY = re.compile(rf"(?<![\w])(?:{_AGENCIES})(?![\w])")
_VIA = re.compile(r"^[^\W\d_][^,;:()]{1,60} via [A-Z]")
_SPLIT_NAME = re.compile(r"\s{0,3}(?:/|,|\||\svia\s|\s[-–—]\s|;|\sfor\s|@)\s{0,3}", re.IGNORECASE)
_TAIL_AGENCY = re.compile(
    rf"(?:(?<=[.!?…»”\"'])|\s[-–—|/]|\s\s)\s{{0,3}}(?P<credit>(?:[^\W\d_][\w.'’-]{{1,24}}\s){{0,4}}[^\W\d_]?[\w.'’-]{{0,24}}\s{{0,2}}[/|,]?\s{{0,2}}(?:via\s)?(?:{_AGENCIES})(?:\s?[/|,]\s?[\w .'’-]{{2,40}}|\svia\s[\w .'’-]{{2,30}}|\sImages)?\.?)$"
)
_PERSON = re.compile(r"^[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){1,3}$")
_AFTER_STOP = re.compile(
    r"(?<=[.!?…。！？”\"»])\s{0,3}[(\[（](?P<credit>[A-ZÀ-ÞА-Я][^()\[\]（）.!?0-9]{1,60})[)\]）]\s{0,2}\.?$"
)
"""A bracket after the caption's full stop is no part of its sentence: it names who made the picture."""

_KOREAN = re.compile(
    r"(?<=[.다])\s{1,3}(?P<credit>(?:[가-힣]{2,6}=)?(?:[가-힣]{2,12}\s?(?:기자|제공|선임기자)|연합뉴스|뉴시스|뉴스1))\.?$"
)
_BARE_AGENCY = re.compile(
    r"(?<![\w/])(?P<credit>(?:[A-Z][\w'’-]+\s?/\s?)?(?:Getty Images(?:/[\w ]{2,20})?|AFP|REUTERS|Reuters|dpa|EPA|EFE|AP|Shutterstock|imago|IMAGO|ANSA|PA|Alamy)(?:\s?/\s?[A-Z][\w .'’-]{2,30})?)$"
)
_LAST_WORDS = re.compile(r"(?<=[^A-Z\s][.!?…])\s{1,3}(?P<credit>[^\W\d_][^.!?…]{2,70})$")
"""Words after the caption's full stop; that of an initial is none."""

_PREPOSITIONS = frozenset(
    "of at in for the by from with to on and von bei der die das dem den im am de du la le el del per di da av i på til mit für an a los las les or".split()
)
_LICENSED = re.compile(
    r"(?:^|(?<=[.!?…])\s{1,3}|\s[-–—|]\s)(?P<credit>[^.!?\n]{2,60}[,/(]\s?(?:CC[ -]BY|CC0|public domain|gemeinfrei|domaine public|Wikimedia|Creative Commons)[^\n]{0,60})$",
    re.IGNORECASE,
)
"""Licences as Wikimedia asks to have them named: author, licence, source."""

_AFTER_DASH = re.compile(r"\s[-–—|]\s?(?P<credit>copyright\s[^\n]{2,80})$", re.IGNORECASE)
_HOUSES = re.compile(
    r"\b(?:images?|press|media|news|pictures|agency|agencia|agence|archives?|archiv|studios?|trust|museum|getty|photos?|stock|wire|tv|gmbh|university|pool)\b",
    re.IGNORECASE,
)
_LINKING = frozenset("via for von van de der courtesy of by and und et the / | - –".split())
_SENTENCE = re.compile(r"[。！？]|，.*，|[.!?]$|(?:\w{3}|다)[.!?]\s")
_MADE_BY = re.compile(r"(?:撮影|提供|写真|摄|攝|제공|촬영)$|^Dok\.?\s?")
_MAKER = re.compile(r"(?<=[가-힣]{2})\s?(?:선임|사진)?기자$|(?<=[^\x00-\u2e7f])\s?(?:撮影|摄|攝|촬영)$")
"""What stands after a photographer's name in East Asian credits: reporter, or taken by."""

_NOTICE = re.compile(
    r"\s{0,3}[-–—|·•]?\s{0,3}(?:copyright|all rights reserved|tous droits réservés|alle rechte vorbehalten|todos los derechos reservados)\.?$",
    re.IGNORECASE,
)
_CUT_LABEL = re.compile(rf"[\s(\[|/–—,-]*(?:{_LABEL})?\s{{0,3}}[:：]?\s{{0,3}}$", re.IGNORECASE)
_STRIP = " \t\n()[]（）|/–—-·•:;,"


def split_credit(text: str) -> tuple[str, str]:
    """Return caption and credit of ``text``: a bracket or a label at its end, or an agency's name."""
    text = text.strip()
    if _is_all_credit(text):
        return "", clean_credit(text)
    licensed = _LICENSED.search(text)
    if licensed:
        return text[: licensed.start("credit")].rstrip(" |/–—-"), clean_credit(licensed["credit"])
    bracket = _BRACKETED.search(text)
    if bracket and looks_like_credit(bracket["credit"]):
        return text[: bracket.start()].rstrip(), clean_credit(bracket["credit"])
    last = _LAST_WORDS.search(text)
    if last and _is_all_credit(last["credit"]):
        return text[: last.start()].rstrip(), clean_credit(last["credit"])
    for pattern in (_LABELLED, _AFTER_STOP, _AFTER_DASH, _KOREAN, _TAIL_AGENCY, _BARE_AGENCY):
        match = pattern.search(text)
        if match and match.start("credit") > 0 and not _is_spoken_of(text, match):
            before = text[: match.start()] if pattern is _AFTER_STOP else text[: match.start("credit")]
            return _NOTICE.sub("", before.rstrip(" |/–—-([（")), clean_credit(match["credit"])
    return text, ""


def _is_spoken_of(text: str, match: re.Match[str]) -> bool:
    """Whether what looks like a credit is part of the sentence: "the offices of Reuters", "called the photo: a fake"."""
    before = text[: match.start("credit")].rstrip()
    if match.re is _BARE_AGENCY:
        return before.rsplit(" ", 1)[-1].lower() in _PREPOSITIONS
    if match.re is not _LABELLED or before[-1:] in ".!?…»”\"')]|–—-/":
        return False
    return bool(before) and clean_credit(match["credit"])[:1].islower()


def is_labelled_credit(text: str) -> bool:
    """Whether ``text`` is nothing but a label and names: "Foto: Bo Lind/TNA"; a site's own © with its year is none."""
    if len(text) >= 100 or re.search(r"(?:19|20)\d{2}|rights|rechte vorb", text):
        return False
    match = _LEADING_LABEL.match(text)
    return bool(match and re.search(r"[:：]|\bby\b|[©ⓒ]", match[0], re.IGNORECASE)) and text[-1:] not in ".!?"


def _is_all_credit(text: str) -> bool:
    match = _LEADING_LABEL.match(text)
    if match and len(text) < 100 and re.search(r"[:：©ⓒ]|\bby\b|\(c\)|（c）", match[0], re.IGNORECASE):
        return True
    words = text.split()
    if len(text) >= 60 or len(words) > 6 or _SENTENCE.search(text) or not _AGENCY.search(text):
        return False
    return all(not word[0].islower() or word.lower() in _LINKING for word in words)


def looks_like_credit(text: str) -> bool:
    """Whether the words in a bracket at a caption's end name who made the picture."""
    if _AGENCY.search(text) or _LEADING_LABEL.match(text) or _MADE_BY.search(text):
        return True
    pieces = [piece for piece in _SPLIT_NAME.split(text) if piece]
    if _VIA.search(text) and len(text.split()) <= 8:
        return True  # "(Name via Agency)": nobody arrives by an agency's name in a caption's last bracket
    return "/" in text and all(_PERSON.match(piece) or len(piece.split()) <= 4 for piece in pieces)


def clean_credit(text: str) -> str:
    """Return ``text`` without brackets around it and without "Photo:" before it."""
    credit = " ".join(text.split())
    credit = _LEADING_LABEL.sub("", credit).strip(_STRIP) or credit.strip(_STRIP)
    bare = _LEADING_LABEL.sub("", credit).strip(_STRIP) or credit
    return bare + ")" if bare.count("(") > bare.count(")") else bare


def join_credit(caption: str, credit: str) -> tuple[str, str]:
    """Return caption and credit where the page names ``credit`` apart: it stands once, and whole."""
    before, own = split_credit(caption)
    if before and own:
        one, other = squash(own), squash(credit)
        return before, own if other in one else credit if one in other else f"{own}; {credit}"
    rest = take_credit(caption, credit)
    if rest.startswith(("/", "|", "via ")) or (rest and len(rest) < 60 and _is_all_credit(rest)):
        return "", clean_credit(f"{credit} {rest}")
    return _NOTICE.sub("", rest).rstrip(" |–—-"), credit


def take_credit(caption: str, credit: str) -> str:
    """Return ``caption`` without ``credit``, which the page names apart, at its end."""
    if not credit or credit not in caption:
        return caption
    before, _, after = caption.rpartition(credit)
    if len(after.strip(_STRIP + ".")) > 3:
        return caption
    return _CUT_LABEL.sub("", before).rstrip()


def split_names(credit: str) -> tuple[str, str]:
    """Return the photographer and the agency in ``credit``, each "" where it cannot be told."""
    persons: list[str] = []
    agencies: list[str] = []
    for piece in _SPLIT_NAME.split(credit):
        bare = re.sub(r"^(?:via|by|von|for)\s", "", piece.strip(_STRIP))
        if not bare:
            continue
        if not persons and _MAKER.search(bare):
            persons.append(_MAKER.sub("", bare))
        elif persons or _AGENCY.search(bare) or _HOUSES.search(bare) or not _PERSON.match(bare):
            agencies.append(bare)
        else:
            persons.append(bare)
    return persons[0] if persons else "", ", ".join(agencies)
