"""What stands below a story's last paragraph: who wrote it, how to write to them, what the site earns, and lists."""
# ruff: noqa: E501 - lists of words and the patterns made of them are read by the line

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.article import BlockKind
from tui.extract.furniture import furniture_kind
from tui.extract.links import is_link
from tui.extract.rules import LineRule

if TYPE_CHECKING:
    from tui.extract.outline import Line
    from tui.extract.rules import Case

_LONGEST = 700

_CONTACT = re.compile(
    r"\b(?:can be reached|reach (?:him|her|them|me|us)\b|(?:e-?mail|contact|write to|follow|tweet) (?:\w+ ){0,4}(?:at|on|to|via)\b|send (?:\w+ ){1,6}to\b|schreiben sie (?:uns|an)|ihr feedback|écrivez|escr[ií]b[ae](?:nos|me))"
    r".{0,160}(?:@|twitter|instagram|facebook|linkedin|youtube|mastodon|bluesky|\bX\b|p\.?\s?o\.? box)",
    re.IGNORECASE,
)
_EARNINGS = re.compile(
    r"\b(?:may|might|can|will) (?:\w+ ){0,2}(?:earn|receive|get|be paid) .{0,60}(?:commission|compensat|fee|money)|\baffiliate (?:link|commission|program|disclosure)|"
    r"\bprovision(?:en)? (?:erhalten|bekommen)|\baffiliate-links?\b|\bliens? affiliés?\b|\benlaces? de afiliad|\bthis (?:content|article|post) is (?:designed|intended|provided|for) .{0,40}(?:advertising|informational|general information)",
    re.IGNORECASE,
)
_BIOGRAPHY = re.compile(
    r"[\W_]{0,4}(?:[A-ZÀ-Þ][\w.’'-]{0,20}\s){1,4}(?:\([^)]{1,40}\)\s)?(?:is|are|was|has been|ist|est|es|è|is) .{0,120}\b(?:writer|reporter|editor|journalist|columnist|correspondent|author|professor|lecturer|founder|co-founder|"
    r"contributor|director|fellow|blogger|freelance|analyst|producer|researcher|redakteur(?:in)?|korrespondent(?:in)?|autor(?:in)?|journaliste|périodista|periodista|giornalista|jornalista)\b",
)
_PICTURES = re.compile(
    r"[\[(*\s]{0,4}(?:featured |main |lead |header |cover )?(?:image|photo|picture|foto|bild|illustration)s?\s?(?:\([^)]{1,20}\))?\s?(?::|(?:credit|via|courtesy|by|used|source|from|licen[cs]ed)\b).{0,160}",
    re.IGNORECASE,
)
_BROADCAST = re.compile(
    r"dieses thema im programm\b.{0,200}|über dieses thema berichtete.{0,160}|disclaimer\s?:.{0,600}|\(visited [\d,.]+ times.{0,60}",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"\bfor (?:informational|educational|general information|entertainment)\b.{0,60}\bpurposes\b|\b(?:does|do|should) not (?:constitute|be construed as)\b|\b(?:views|opinions) expressed\b.{0,80}\b(?:are|do|belong)\b|"
    r"\bdo(?:es)? not provide (?:tax|legal|medical|investment)\b|\bis an? registered investment advis[eo]r\b|\bnot a substitute for (?:professional|medical|legal)\b|"
    r"\bstellt (?:\w+ ){0,3}(?:anlage|rechts)beratung dar\b|\bne constitue(?:nt)? pas un (?:conseil|avis)|\bno constituye (?:asesoramiento|una recomendación)",
    re.IGNORECASE,
)
_HANDS = re.compile(
    r"\W{0,4}(?:(?:additional )?reporting (?:by|from)|(?:writing|editing|compiled) by|with (?:reporting|files|additional reporting) (?:from|by))\b.{0,160}|.{0,120}\bcontributed (?:reporting|to this (?:report|story|article))\b.{0,40}|"
    r"\W{0,4}(?:mitarbeit|mit material von|redaktion|sendung)\s?:?\s.{0,120}|hat ihnen (?:dieser|der) (?:artikel|beitrag) gefallen\?.{0,240}|got a (?:news )?tip\b.{0,160}|this interview (?:has been|was) (?:lightly )?(?:edited|condensed)\b.{0,80}",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:about|meet|more about) (?:the )?(?:authors?|writers?|contributors?|us)|(?:author|contributor) (?:bio|profile|info(?:rmation)?)|written by|latest posts by .{1,80}|über (?:den|die|unsere[n]?) autor(?:in|en)?.{0,40}|zur person|"
    r"à propos de l['’ ]?aute?urs?.{0,20}|l['’]auteur|sobre (?:el|la|o|a|los|las|os) autore?s?a?s?|(?:sull['’]|l['’])autore|over de auteur|om (?:författaren|forfatteren)|об авторе|o autor(?:ze|ovi)|作者简介|作者簡介|"
    r"contact (?:info|information|us|details)|need (?:more )?help\??|get in touch|recent posts|share your (?:thoughts|opinion)|what do you think\??|want more.{0,40}|上一篇.{0,30}|下一篇.{0,30}",
    re.IGNORECASE,
)


def closing_share(line: Line) -> float:
    """Return the most of a story's letters that may stand below ``line`` if it heads what is no story; 0.0 if not.

    "About the author" is unmistakable. "Related" may also head a box within the story whose own lines are gone.
    """
    if len(line.text) > 80 or line.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH):
        return 0.0
    if _HEADING.fullmatch(line.text.strip(" :–—-*#\u200b")):
        return 0.25
    other = line.kind is BlockKind.HEADING and furniture_kind(line.text) in ("related", "comment", "newsletter")
    return 0.08 if other else 0.0


def _is_left_over(line: Line, _case: Case) -> bool:
    return line.kind in (BlockKind.HEADING, BlockKind.RULE) or not any(map(str.isalnum, line.text))


def _is_contact(line: Line, _case: Case) -> bool:
    return len(line.text) <= _LONGEST and bool(_CONTACT.search(line.text))


def _is_earnings(line: Line, _case: Case) -> bool:
    return len(line.text) <= _LONGEST and bool(_EARNINGS.search(line.text))


def _is_biography(line: Line, _case: Case) -> bool:
    return len(line.text) <= _LONGEST and bool(_BIOGRAPHY.match(line.text))


def _is_picture_note(line: Line, _case: Case) -> bool:
    return len(line.text) <= 200 and bool(_PICTURES.match(line.text))


def _is_broadcast_note(line: Line, _case: Case) -> bool:
    return bool(_BROADCAST.match(line.text))


def _is_disclaimer(line: Line, _case: Case) -> bool:
    return len(line.text) <= _LONGEST and bool(_DISCLAIMER.search(line.text))


def _is_note_of_hands(line: Line, _case: Case) -> bool:
    return bool(_HANDS.fullmatch(line.text))


def _is_link_item(line: Line, _case: Case) -> bool:
    return line.kind is BlockKind.ITEM and is_link(line)


TAIL_RULES = (
    LineRule("left over", _is_left_over, "A heading with nothing under it headed something that is gone."),
    LineRule("contact", _is_contact, "How to write to the writer is no part of what was written."),
    LineRule(
        "earnings",
        _is_earnings,
        "What the site earns by its links is told to the reader of the site, not of the story.",
    ),
    LineRule("biography", _is_biography, "Who the writer is stands below the story in the third person."),
    LineRule("picture note", _is_picture_note, "Where the pictures come from belongs to the pictures."),
    LineRule("programme note", _is_broadcast_note, "When it was on air, or how often it was read, is no part of it."),
    LineRule("disclaimer", _is_disclaimer, "What a site will not answer for is told for its lawyers' sake."),
    LineRule("other hands", _is_note_of_hands, "Who else worked on it is told apart from what was written."),
    LineRule("last links", _is_link_item, "A list of links at the end is sources or further reading."),
)
