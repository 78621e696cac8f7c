"""Captions and their credits, told apart; and in a credit the person from the agency."""
# ruff: noqa: E501 - lists of words and the patterns made of them are read by the line

from __future__ import annotations

import re

_LABEL = (
    r"(?:photo(?:graph(?:er|s|y)?|s)?|foto(?:graf(?:ie|in|ia|o)?|s)?|image[ns]?|images|bild(?:er|quelle|nachweis|rechte)?|picture|pic|credits?|cr[eé]dito?s?|quelle|"
    r"source|fuente|fonte|copyright|illustration|grafik|graphic|photo\scredit|image\scredit|picture\scredit|bron|kilde|k[aä]lla|zdj|fot|fot[oó]|źródło|foto-credit|"
    r"photograph\sby|photo\sby|images?\sby|фото|источник|©|ⓒ|\(c\)|写真|提供|사진|圖|图|攝影|摄影|ảnh|zdroj|kuva)"
)
_LEADING_LABEL = re.compile(
    rf"^(?:{_LABEL}\s{{0,3}}(?:[:：=/|]|by\b|von\b|par\b|por\b|di\b|av\b|courtesy\sof\b)?\s{{0,3}}){{1,4}}",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"(?:^|[\s.!?»”\"')|/(\[–—-])(?P<credit>(?:{_LABEL}\s{{0,2}}(?:credit\s{{0,2}}|\s?courtesy\s)?(?:[:：]|\bby\b(?=\s[A-Z])|\s/\s)|©|ⓒ|\(c\)\s)\s{{0,3}}[^\n]{{2,120}})$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\s{0,3}(?P<open>[(\[（])(?P<credit>[^()\[\]（）]{2,140})[)\]）]\s{0,2}[.]?$")
_AGENCIES = (
    r"AP|AFP|Reuters|EPA(?:-EFE)?|EFE|dpa|DPA|ANSA|Getty(?:\sImages)?|Shutterstock|iStock|Alamy|PA(?:\s(?:Wire|Media|Images))?|Associated\sPress|Agence\sFrance-Presse|"
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
_CUT_LABEL = re.compile(rf"[\s(\[|/–—,-]*(?:{_LABEL})?\s{{0,3}}[:：]?\s{{0,3}}$", re.IGNORECASE)
_STRIP = " \t\n()[]（）|/–—-·•:;,"


def split_credit(text: str) -> tuple[str, str]:
    """Return caption and credit of ``text``: a bracket or a label at its end, or an agency's name."""
    text = text.strip()
    if _is_all_credit(text):
        return "", clean_credit(text)
    bracket = _BRACKETED.search(text)
    if bracket and looks_like_credit(bracket["credit"]):
        return text[: bracket.start()].rstrip(), clean_credit(bracket["credit"])
    labelled = _LABELLED.search(text)
    if labelled and labelled.start("credit") > 0:
        return text[: labelled.start("credit")].rstrip(" |/–—-(["), clean_credit(labelled["credit"])
    tail = _TAIL_AGENCY.search(text)
    if tail:
        return text[: tail.start("credit")].rstrip(" |/–—-"), clean_credit(tail["credit"])
    return text, ""


def _is_all_credit(text: str) -> bool:
    match = _LEADING_LABEL.match(text)
    if match and len(text) < 100 and re.search(r"[:：©ⓒ]|\bby\b|\(c\)", match[0], re.IGNORECASE):
        return True
    return (
        len(text) < 60 and not text.endswith((".", "!", "?")) and bool(_AGENCY.search(text)) and len(text.split()) <= 6
    )


def looks_like_credit(text: str) -> bool:
    """Whether the words in a bracket at a caption's end name who made the picture."""
    if _AGENCY.search(text) or _LEADING_LABEL.match(text):
        return True
    pieces = [piece for piece in _SPLIT_NAME.split(text) if piece]
    if _VIA.search(text) and len(text.split()) <= 8:
        return True  # "(Name via Agency)": nobody arrives by an agency's name in a caption's last bracket
    return "/" in text and all(_PERSON.match(piece) or len(piece.split()) <= 4 for piece in pieces)


def clean_credit(text: str) -> str:
    """Return ``text`` without brackets around it and without "Photo:" before it."""
    credit = " ".join(text.split()).strip(_STRIP)
    bare = _LEADING_LABEL.sub("", credit).strip(_STRIP)
    return bare or credit


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
    persons, agencies = [], []
    for piece in _SPLIT_NAME.split(credit):
        bare = piece.strip(_STRIP)
        if not bare:
            continue
        if _AGENCY.search(bare):
            agencies.append(bare)
        elif _PERSON.match(bare) and not agencies:
            persons.append(bare)
        elif persons or not _PERSON.match(bare):
            agencies.append(bare)
    return persons[0] if persons else "", ", ".join(agencies)
