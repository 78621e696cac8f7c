"""One gallery of 24 pictures, as twenty systems write it: whole, each picture with its caption and its credit."""

from __future__ import annotations

import json
from html import escape

import pytest

from tests.extract.agency import STORY, TITLE
from tests.extract.pages import extract

MOST = 24
PEOPLE = ("Edda Marsh", "Ole Brandt", "Bo Lind", "Anna Quist")
CAPTIONS = [
    f"Keeper number {n} climbs the stairs of the lighthouse of Port Marsh, one of {n * 7} steps, on Thursday, Oct. 1."
    for n in range(1, MOST + 1)
]
CREDITS = [f"{PEOPLE[n % 4]}/Harbour Pool via AP" for n in range(MOST)]
BOTH = [f"{caption} ({credit})" for caption, credit in zip(CAPTIONS, CREDITS, strict=True)]


def each(form: str) -> str:
    """Return ``form`` for every picture: ``@n`` its number, ``@c`` its caption, ``@m`` its credit, ``@b`` both."""
    return "".join(
        form.replace("@n", str(n + 1)).replace("@c", CAPTIONS[n]).replace("@m", CREDITS[n]).replace("@b", BOTH[n])
        for n in range(MOST)
    )


def told(url: str, caption: str, credit: str) -> list[dict[str, object]]:
    return [
        {"@type": "ImageObject", url: f"https://c.example/p/{n}.jpg", caption: CAPTIONS[n], credit: CREDITS[n]}
        for n in range(MOST)
    ]


def ld(node: dict[str, object]) -> str:
    return f'<script type="application/ld+json">{json.dumps({"headline": TITLE, **node})}</script>'


ARC = [
    {
        "url": f"https://c.example/p/{n}.jpg",
        "caption": CAPTIONS[n],
        "credits": {"by": [{"name": PEOPLE[n % 4]}], "affiliation": [{"name": "Harbour Pool via AP"}]},
    }
    for n in range(MOST)
]
EMPTY = "<div class=gallery><span>1 / 24</span></div>"
MARKUPS = {
    "figures": each("<figure><img src=/p/@n.jpg alt=stairs><figcaption>@b</figcaption></figure>"),
    "named spans": each(
        "<figure><img src=/p/@n.jpg><figcaption><span class=caption>@c</span> <span class=credit>Photo: @m</span>"
        "</figcaption></figure>"
    ),
    "boxes side by side": "<div class=slideshow>"
    + each("<div class=slide><img src=/p/@n.jpg><div class=caption>@c</div><div class=photo-credit>@m</div></div>")
    + "</div>",
    "a counter each": "<div class=carousel>"
    + each(
        "<div class=slide><span>@n / 24</span><img data-src=/p/@n.jpg src='data:image/gif;base64,R0'>"
        "<p class=caption>@b</p></div>"
    )
    + "</div>",
    "a counter before each caption": each(
        "<figure><img src=/p/@n.jpg><figcaption><span>@n / 24</span> @b</figcaption></figure>"
    ),
    "links of a lightbox": "<div class=lightbox-gallery>"
    + each('<a href=/p/@n-large.jpg data-caption="@c" data-credit="@m"><img src=/t/@n.jpg alt=thumb></a>')
    + "</div>",
    "markup in a link's attribute": "<div class=photos>"
    + each('<a href=/p/@n.jpg data-sub-html="&lt;p&gt;@b&lt;/p&gt;"><img src=/t/@n.jpg></a>')
    + "</div>",
    "the picture's attribute": "<div class=photo-gallery>"
    + each('<img data-src=/p/@n.jpg data-caption="@b">')
    + "</div>",
    "JSON in an attribute": f"<div class=gallery data-photos='{escape(json.dumps(told('src', 'caption', 'credit')))}'>"
    "<p>1 / 24</p></div>",
    "images of the article": EMPTY + ld({"@type": "NewsArticle", "image": told("url", "caption", "creditText")}),
    "a gallery of its own": "<div class=gallery><img src=/p/0.jpg><p>1 of 24</p></div>"
    + ld({"@type": "ImageGallery", "associatedMedia": told("contentUrl", "caption", "creditText")}),
    "AMP": "<amp-carousel type=slides>"
    + each("<figure><amp-img src=/p/@n.jpg width=800 height=600></amp-img><figcaption>@b</figcaption></figure>")
    + "</amp-carousel>",
    "WordPress's shortcode": "<div class='gallery gallery-columns-3'>"
    + each(
        "<dl class=gallery-item><dt><a href=/p/@n.jpg><img src=/p/@n-150x150.jpg class=attachment-thumbnail></a></dt>"
        "<dd class='wp-caption-text gallery-caption'>@b</dd></dl>"
    )
    + "</div>",
    "WordPress's block": "<figure class='wp-block-gallery has-nested-images'>"
    + each(
        "<figure class=wp-block-image><img src=/p/@n-1024x683.jpg><figcaption class=wp-element-caption>@b</figcaption>"
        "</figure>"
    )
    + "</figure>",
    "a state that a script assigns": f"{EMPTY}<script>window.F=window.F||{{}};F.content="
    f"{json.dumps({'galleries': [{'content_elements': ARC}]})};F.on=1</script>",
    "a page's props": "<div class=gallery><button>Next</button></div><script type='application/json'>"
    f"{json.dumps({'props': {'slides': told('src', 'captionText', 'credit')}})}</script>",
    "scripts' twins": "<div class=gallery>"
    + each("<figure><div class=lazy></div><noscript><img src=/p/@n.jpg></noscript><figcaption>@b</figcaption></figure>")
    + "</div>",
    "a list": "<ul class=gallery-list>"
    + each(
        "<li><picture><source srcset='/p/@n.webp 800w'><img src=/p/@n.jpg></picture><p class=legend>@c</p>"
        "<p class=copyright>© @m</p></li>"
    )
    + "</ul>",
    "microdata": each(
        "<figure itemprop=associatedMedia itemscope><a href=/p/@n.jpg itemprop=contentUrl><img src=/t/@n.jpg></a>"
        "<figcaption itemprop=caption>@c <span itemprop=copyrightHolder>@m</span></figcaption></figure>"
    ),
    "slides with headings": "<div class=slideshow>"
    + each(
        "<div class=slide><h3>@n of 24</h3><img src=/p/@n.jpg><div class=slide-caption><p>@c</p>"
        "<p><em>Photo by @m</em></p></div></div>"
    )
    + "</div>",
    "tables": each(
        "<table class=image><tr><td><img src=/p/@n.jpg></td></tr><tr><td class=caption>@b</td></tr></table>"
    ),
    "paragraphs": each("<p><img src=/p/@n.jpg><br><em>@b</em></p>"),
}


@pytest.mark.parametrize("markup", MARKUPS)
def test_a_gallery_is_read_whole_however_it_is_written(markup: str) -> None:
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    article = extract(
        f"<!doctype html><html lang=en><title>{TITLE} | Coast 10</title><body><nav><a href=/n>News</a></nav>"
        f"<main><article><h1>{TITLE}</h1><p class=byline>By Edda Marsh</p>{MARKUPS[markup]}<div class=article-body>"
        f"{story}</div></article><aside><h2>Read More</h2><a href=/cod><img src=/cod.jpg>Cod prices fall</a></aside>"
        "</main><footer>© 2026 Coast 10</footer></body></html>"
    )
    assert [(figure.caption, figure.credit) for figure in article.figures] == list(zip(CAPTIONS, CREDITS, strict=True))
    assert [(figure.position, figure.total) for figure in article.figures] == [(n + 1, MOST) for n in range(MOST)]
    assert all(figure.src for figure in article.figures)
    assert [block.text for block in article.blocks] == list(STORY)
