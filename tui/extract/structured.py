"""What a page says of itself for machines: JSON-LD, meta elements, links.

JSON-LD is evidence and not truth: it may be broken, may lie, may hold another
article. It is read forgivingly here and weighed elsewhere.
"""
# ruff: noqa: E501, SIM905 - lists of words and the patterns made of them are read by the line

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING, Any, cast

from lxml.etree import XPath
from msgspec import Struct, field

from tui.extract.comparing import squash
from tui.extract.marked import is_of_another
from tui.extract.scriptjson import read_json, values_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

Node = dict[str, Any]

ARTICLE_TYPES = frozenset(
    "article newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle backgroundnewsarticle reviewnewsarticle "
    "askpublicnewsarticle satiricalarticle advertisercontentarticle blogposting liveblogposting report scholarlyarticle "
    "techarticle socialmediaposting discussionforumposting review recipe medicalscholarlyarticle howto".split()
)
_PAGE_TYPES = frozenset("webpage itempage medicalwebpage aboutpage faqpage qapage".split())
_MARKED = XPath("descendant::*[@itemprop or (@rel and self::a)]")
_NODE_LIMIT = 5_000


class Facts(Struct):
    """Everything a page says of itself for machines."""

    metas: dict[str, list[str]] = field(default_factory=dict)
    """Contents by lower-case ``name``, ``property`` or ``itemprop``, in order."""
    nodes: list[Node] = field(default_factory=list)
    """JSON-LD objects that are not part of another, in order."""
    article: Node = field(default_factory=dict)
    """The JSON-LD object of the article itself; empty when there is none."""
    canonical: str = ""
    """As the page writes it."""
    base: str = ""
    """The ``base`` element's address, as written."""
    language: str = ""
    """As the ``html`` element names it."""
    titles: list[str] = field(default_factory=list)
    """Texts of ``title`` elements in the head."""
    marked: list[HtmlElement] = field(default_factory=list)
    """Elements with ``itemprop`` (HTML 5.2.2), and links with ``rel``, in order."""
    scripts: list[str] = field(default_factory=list)
    """Texts of scripts that hold JSON for the page's own programs, or pictures' captions in theirs; unread."""

    def states(self) -> Iterator[object]:
        """Yield the values of the page's own JSON; reading them costs, so only who needs them asks."""
        for text in self.scripts:
            yield from values_in(text)

    def meta(self, *names: str) -> str:
        """Return the first content of the first of ``names`` that has one."""
        return next((text for name in names for text in self.metas.get(name, ()) if text.strip()), "")


def gather_facts(root: HtmlElement) -> Facts:
    """Return what the page of ``root`` says of itself."""
    facts = Facts(
        language=root.get("lang")
        or root.get("{http://www.w3.org/XML/1998/namespace}lang")
        or root.get("xml:lang")
        or ""
    )
    for meta in root.iter("meta"):
        content = meta.get("content") or meta.get("value")
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        if name and content and not (name == meta.get("itemprop") and is_of_another(meta)):
            facts.metas.setdefault(name.strip().lower(), []).append(content)
    for link in root.iter("link"):
        if not facts.canonical and "canonical" in (link.get("rel") or "").lower().split():
            facts.canonical = link.get("href") or ""
    facts.base = next((href for base in root.iter("base") if (href := base.get("href"))), "")
    facts.titles = [
        text for title in root.iter("title") if (text := "".join(title.itertext()).strip()) and not _in_picture(title)
    ]
    for script in root.iter("script"):
        kind = (script.get("type") or "").lower()
        if "ld+json" in kind:
            facts.nodes.extend(_own_nodes(read_json("".join(script.itertext()))))
        elif "json" in kind or '"caption' in (script.text or ""):
            facts.scripts.append(script.text or "")
    facts.marked = cast("list[HtmlElement]", _MARKED(root))
    facts.article = _choose_article(facts)
    _resolve(facts.article, {str(node["@id"]): node for node in facts.nodes if node.get("@id")})
    return facts


def _resolve(article: Node, known: dict[str, Node]) -> None:
    """Put the objects that an article's own fields only point to (JSON-LD 1.1, 3.3 ``@id``) in their place."""
    for key in ("author", "creator", "publisher", "image"):
        value = article.get(key)
        if isinstance(value, dict) and isinstance(value.get("@list"), list):
            value = value["@list"]
        listed = value if isinstance(value, list) else [value]
        if any(_points(item, known) for item in listed):
            article[key] = [known.get(_pointer(item), item) for item in listed]
        elif value is not article.get(key):
            article[key] = value


def _pointer(item: object) -> str:
    return str(item.get("@id") or "") if isinstance(item, dict) else item if isinstance(item, str) else ""


def _points(item: object, known: dict[str, Node]) -> bool:
    if isinstance(item, dict):
        return "@id" in item and "name" not in item
    return isinstance(item, str) and item in known


def _in_picture(element: HtmlElement) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag not in ("head", "html", "body")


def types_of(node: Node) -> set[str]:
    """Return the schema.org types of ``node``, lower case, without their prefix."""
    kinds = node.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return {kind.rsplit("/", 1)[-1].rsplit(":", 1)[-1].lower() for kind in listed if isinstance(kind, str)}


def _own_nodes(value: object) -> Iterator[Node]:
    """Yield the objects in ``value`` that are not there as part of, or as a pointer to, another article."""
    queue, seen = [value], 0
    while queue and seen < _NODE_LIMIT:
        item = queue.pop(0)
        seen += 1
        if isinstance(item, list):
            queue.extend(item)
        elif isinstance(item, dict):
            if item.get("@type"):
                yield item
            graph = [child for key, child in item.items() if isinstance(child, dict | list) and _may_hold(key)]
            queue.extend(graph)


def _may_hold(key: str) -> bool:
    return key.lower() in ("@graph", "mainentity", "@set", "@list", "0", "data")


def _choose_article(facts: Facts) -> Node:
    """Choose the article's own object: an article type before a page type, this page's before another's.

    Pages also describe the stories that they link to; of several objects the one that shares the page's
    title or address is its own, and then the one with most to say.
    """
    best: tuple[int, bool, int] = (0, False, 0)
    chosen: Node = {}
    for node in facts.nodes:
        kinds = types_of(node)
        rank = 2 if kinds & ARTICLE_TYPES else 1 if kinds & _PAGE_TYPES else 0
        told = sum(
            1 for key in ("headline", "author", "datePublished", "articleBody", "image", "description") if node.get(key)
        )
        score = rank, rank > 0 and _is_of_this_page(node, facts), told
        if rank and score > best:
            best, chosen = score, node
    return chosen


def _is_of_this_page(node: Node, facts: Facts) -> bool:
    headline = squash(unescape(text_of(node.get("headline")) or text_of(node.get("name"))))[:60]
    titles = (facts.meta("og:title"), facts.meta("twitter:title"), *facts.titles[:1])
    if headline and any(headline in squash(unescape(title)) for title in titles):
        return True
    address = (facts.canonical or facts.meta("og:url")).split("#")[0].rstrip("/")
    page = node.get("mainEntityOfPage")
    named = (node.get("url"), node.get("@id"), page, page.get("@id") if isinstance(page, dict) else None)
    return len(address) > 12 and any(isinstance(url, str) and url.split("#")[0].rstrip("/") == address for url in named)


def strings(value: object) -> Iterator[str]:
    """Yield the texts in ``value``: itself, its items, its ``name`` or ``@value``."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value[:100]:
            if not isinstance(item, list):
                yield from strings(item)
    elif isinstance(value, dict):
        name = value.get("name") or value.get("@value") or value.get("headline") or _full_name(value)
        if isinstance(name, str | list):
            yield from (text for text in (name if isinstance(name, list) else [name]) if isinstance(text, str))


def _full_name(person: Node) -> str:
    """Return the two names of a schema.org ``Person`` who has no one name."""
    return " ".join(text for key in ("givenName", "familyName") if isinstance(text := person.get(key), str))


def text_of(value: object) -> str:
    """Return the first text in ``value``, or ""."""
    return next((text for text in strings(value) if text.strip()), "")
