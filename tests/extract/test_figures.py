from __future__ import annotations

import json

import pytest

from tests.extract.pages import STORY, extract, page

CAPTION = "The crane leans over the quay of Cape Sorrow on Monday morning."


def figure(picture: str = '<img src="/p/crane.jpg">', legend: str = CAPTION) -> str:
    return f"<figure>{picture}<figcaption>{legend}</figcaption></figure>"


def said(html: str) -> list[tuple[str, str]]:
    return [(figure.caption, figure.credit) for figure in extract(page(end=html)).figures]


def sources(html: str) -> list[str]:
    return [figure.src for figure in extract(page(end=html)).figures]


@pytest.mark.parametrize(
    "legend",
    [
        f"{CAPTION} (Bo Lind/TNA)",
        f"<span>{CAPTION}</span><span class=credit>Bo Lind/TNA</span>",
        f"<p>{CAPTION}</p><p class=copyright>Bo Lind/TNA</p>",
        f"<p>{CAPTION}</p><strong class=author>Bo Lind/TNA</strong>",
        f"{CAPTION} <small>Foto: Bo Lind/TNA</small>",
        f"<div><span>Foto: Bo Lind/TNA</span></div><p>{CAPTION}</p>",
    ],
)
def test_caption_and_credit_stand_apart_however_they_are_marked(legend: str) -> None:
    assert said(figure(legend=legend)) == [(CAPTION, "Bo Lind/TNA")]


@pytest.mark.parametrize(
    "box",
    [
        f'<div class="wp-caption"><img src="/p/crane.jpg"><p class="wp-caption-text">{CAPTION}</p></div>',
        f'<div class="absatzbild"><div><img src="/p/crane.jpg"></div><div class="info"><p>{CAPTION}</p></div></div>',
        f'<div class="x1"><div><img src="/p/crane.jpg" alt="{CAPTION}"></div><p class="x2">{CAPTION}</p></div>',
        f'<p><img src="/p/crane.jpg"><br><br><em>{CAPTION}</em></p>',
        f'<img src="/p/crane.jpg" data-caption="{CAPTION}">',
    ],
)
def test_a_caption_without_a_figcaption_is_found_by_the_box_it_shares_with_the_picture(box: str) -> None:
    article = extract(page(end=box))
    assert [found.caption for found in article.figures] == [CAPTION]
    assert CAPTION not in article.text


def test_names_alone_under_a_caption_are_its_credit() -> None:
    box = f'<div><div><img src="/p/crane.jpg"></div><div class="b7">{CAPTION}</div><div>Harbour Images</div></div>'
    assert said(f"{STORY}{box}{STORY}") == [(CAPTION, "Harbour Images")]


def test_a_short_sentence_set_strong_after_a_bare_figure_is_its_caption() -> None:
    html = '<figure><img src="/p/crane.jpg"></figure><p><strong>The crane of Cape Sorrow.</strong></p>'
    assert said(html) == [("The crane of Cape Sorrow.", "")]


@pytest.mark.parametrize("line", ["2:34 Crane falls", "03.05.2026, 14:10 Uhr", "Today at 14:10", "Loading..."])
def test_durations_dates_and_players_are_no_captions(line: str) -> None:
    assert said(figure(legend=line)) in ([], [("", "")])


def test_a_caption_is_no_part_of_the_body() -> None:
    assert CAPTION not in extract(page(figure() + "<h1>Crane leans</h1>", end=figure())).text


def test_alternative_text_is_never_passed_off_as_a_caption() -> None:
    found = extract(page(end='<img src="/p/crane.jpg" alt="A crane, leaning">')).figures
    assert [(item.caption, item.alt) for item in found] == [("", "A crane, leaning")]


def test_a_box_named_caption_that_holds_the_headline_is_no_caption() -> None:
    top = f'<header class="caption"><p>Coast</p><h1>Crane leans over the harbour</h1>{figure()}</header>'
    article = extract(page(top))
    assert [item.caption for item in article.figures] == [CAPTION]
    assert article.title == "Crane leans over the harbour"


@pytest.mark.parametrize(
    ("picture", "src"),
    [
        ('<img src="data:image/gif;base64,R0" data-src="/p/crane.jpg">', "crane.jpg"),
        ('<img src="/p/placeholder.png" data-original="/p/crane.jpg">', "crane.jpg"),
        ('<img srcset="/p/s.jpg 320w, /p/l.jpg 1600w, /p/m.jpg 800w" src="/p/s.jpg">', "l.jpg"),
        ('<img srcset="/p/a,b,c.jpg 800w,/p/d.jpg 400w">', "a,b,c.jpg"),
        ('<img srcset="/p/vast.jpg 9000w, /p/wide.jpg 2000w">', "wide.jpg"),
        ('<picture><source srcset="/p/x.avif 2000w" type="image/avif"><img src="/p/crane.jpg"></picture>', "crane.jpg"),
        ('<picture><source data-srcset="/p/wide.jpg 1200w"><img src="data:x"></picture>', "wide.jpg"),
        ('<img src="data:x"><noscript><img src="/p/crane.jpg"></noscript>', "crane.jpg"),
        ('<div class="lazy" style="background-image: url(\'/p/crane.jpg\')"></div>', "crane.jpg"),
        ('<div class="lazy" data-full="/p/crane.jpg"></div>', "crane.jpg"),
    ],
)
def test_the_best_source_of_a_picture_is_found_where_scripts_hide_it(picture: str, src: str) -> None:
    found = sources(figure(picture))
    assert found == [f"https://globe.example/p/{src}"]


def test_the_same_picture_in_several_sizes_stands_once() -> None:
    small = figure('<img src="/p/crane-300x200.jpg">')
    assert sources(figure('<img src="/p/crane-1200x800.jpg">') + small) == [
        "https://globe.example/p/crane-1200x800.jpg"
    ]


def test_two_pictures_with_one_caption_are_two() -> None:
    two = figure('<img src="/p/crane-port.jpg">') + figure('<img src="/p/ferry-port.jpg">')
    assert len(sources(two)) == 2


def test_a_link_in_data_url_is_no_picture() -> None:
    assert sources(figure('<img data-url="/photos/list?id=4" src="/p/crane.jpg">')) == [
        "https://globe.example/p/crane.jpg"
    ]


def test_pictures_whose_files_only_have_numbers_for_names_are_not_thrown_together() -> None:
    two = figure('<img src="/crane/1.jpg">', "The crane.") + figure('<img src="/ferry/1.jpg">', "The ferry.")
    assert len(sources(two)) == 2


@pytest.mark.parametrize(
    "picture",
    [
        '<img src="/static/logo.png" width=300>',
        '<img src="/p/x.jpg" width=1 height=1>',
        '<img src="/p/edda.jpg" alt="Edda Marsh headshot">',
        '<div class="author-box"><img src="/p/edda.jpg"></div>',
        '<a href="/ferry-strike"><img src="/p/ferry.jpg"></a>',
        '<noscript><img src="https://count.example/ferry70c8"></noscript>',
        '<div class="related"><figure><img src="/p/y.jpg"><figcaption><a href="/y">y</a></figcaption></figure></div>',
        '<figure><img src="/p/edda.jpg"><figcaption>Von Edda Marsh, 03.05.2026, 14:10 Uhr</figcaption></figure>',
    ],
)
def test_logos_portraits_and_teasers_are_no_pictures_of_the_story(picture: str) -> None:
    assert [item.caption for item in extract(page(end=picture)).figures] in ([], [""])
    assert not any("ferry" in item.src or "logo" in item.src for item in extract(page(end=picture)).figures)


def test_a_carousel_s_pictures_are_the_story_s_when_their_captions_are_no_links() -> None:
    slides = "".join(
        '<div class="carousel-item">'
        + figure(f"<img src=/p/{name}.jpg>", f"The {name} of Cape Sorrow seen from the quay at noon.")
        + "</div>"
        for name in ("crane", "ferry")
    )
    assert len(sources(f'<div class="carousel">{slides}</div>')) == 2


@pytest.mark.parametrize("picture", [figure(), '<img src="/p/crane.jpg">'])
def test_a_line_that_is_a_labelled_credit_belongs_to_the_picture_before_it(picture: str) -> None:
    article = extract(page(end=f"<div>{picture}</div><span>Foto: Bo Lind/TNA</span>{STORY}"))
    assert [item.credit for item in article.figures] == ["Bo Lind/TNA"]
    assert "Bo Lind" not in article.text


def test_a_wrapper_named_for_a_quote_does_not_hide_captions() -> None:
    assert [item.caption for item in extract(f"<div class=quote-page>{page(end=figure())}</div>").figures] == [CAPTION]


def test_the_name_under_a_pull_quote_is_no_credit_of_the_picture_after_it() -> None:
    quote = "<aside class=pull-quote><p>We will stay.</p><div class=credit>Edda Marsh</div></aside>"
    assert said(quote + figure()) == [(CAPTION, "")]


def test_a_video_s_still_is_told_as_such() -> None:
    html = f'<figure class="video-player"><img src="/p/still.jpg"><figcaption>{CAPTION}</figcaption></figure>'
    assert [item.kind for item in extract(page(end=html + figure())).figures][:1] == ["video"]


def test_the_gallery_s_own_count_is_the_total() -> None:
    html = f'<div class="gallery"><div class="count">1 / 24</div>{figure()}</div>'
    article = extract(page(end=html))
    assert [(item.position, item.total) for item in article.figures] == [(1, 24)]
    assert "24" not in article.text


def test_a_gallery_that_shows_its_third_picture_says_so() -> None:
    html = f'<div class="gallery"><div class="count">3 of 24</div>{figure()}</div>{STORY}{STORY}'
    last = figure('<img src="/p/ferry.jpg">', "The ferry of Cape Sorrow at noon.")
    assert [(item.position, item.total) for item in extract(page(html, end=last)).figures] == [(3, 24), (4, 24)]


ITEMS = [
    {"src": f"/p/{name}.jpg", "caption": f"The {name} at noon.", "credit": "Bo Lind/TNA"}
    for name in ("quay", "crane", "ferry")
]
OTHERS = [{"image": "/x.jpg", "title": "Ferry strike ends", "slug": "x"}] * 3
STATE = json.dumps({"page": {"gallery": {"items": ITEMS}, "more": OTHERS}})
LINKED = json.dumps({"@type": "ImageGallery", "associatedMedia": ITEMS})


@pytest.mark.parametrize(
    "state",
    [
        f'<script type="application/json">{STATE}</script>',
        f"<script>window.page = {{}}; window.state = {STATE}; start()</script>",
        f"<div class=x data-items='{json.dumps(ITEMS)}'></div>",
        f'<script type="application/ld+json">{LINKED}</script>',
    ],
)
@pytest.mark.parametrize("counter", ["<span>1 / 3</span>", ""])
def test_a_gallery_that_a_script_draws_is_read_from_the_page_s_json(state: str, counter: str) -> None:
    html = f'<div class="gallery">{counter}{figure(legend="The crane at noon. (Bo Lind/TNA)")}</div>'
    found = extract(page(html, end=state)).figures
    assert [item.src.rsplit("/", 1)[-1] for item in found] == ["quay.jpg", "crane.jpg", "ferry.jpg"]
    assert [item.caption for item in found] == ["The quay at noon.", "The crane at noon.", "The ferry at noon."]
    assert {(item.photographer, item.agency, item.total) for item in found} == {("Bo Lind", "TNA", 3)}
    assert {item.block for item in found} == {0}


def test_lists_of_other_stories_in_the_page_s_json_are_no_gallery() -> None:
    script = f'<script type="application/json">{json.dumps(OTHERS)}</script>'
    assert len(extract(page(f'<div class="gallery">1 / 3{figure()}</div>', end=script)).figures) == 1


def test_json_ld_names_the_credit_that_the_page_does_not_show() -> None:
    data = {
        "@type": "NewsArticle",
        "headline": "Crane leans",
        "image": {"@type": "ImageObject", "url": "/p/crane-800x600.jpg", "caption": "x", "creditText": "Bo Lind/TNA"},
    }
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    found = extract(page(head=head, end=figure())).figures
    assert [(item.caption, item.credit) for item in found] == [(CAPTION, "Bo Lind/TNA")]


@pytest.mark.parametrize(
    "words",
    [
        "4:11 The crane of Cape Sorrow leans over its quay as if it had something to say, the port's expert says",
        "The crane at work, to be heard. Laufzeit 8 Minuten 15 Sekunden.",
        "Please enable your Javascript to see the crane lean.",
    ],
)
def test_what_a_player_says_of_itself_is_no_caption(words: str) -> None:
    assert said(figure(legend=words)) == [("", "")] or said(figure(legend=words)) == []
