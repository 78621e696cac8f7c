"""Boxes that are no part of the story: by name as far as the page bears it out, and by how they are made."""

from __future__ import annotations

import pytest

from tests.extract.pages import STORY, extract, page

PLEA = "<p>The Cape Globe lives off its readers, and there are ever fewer of them on this coast.</p>"


@pytest.mark.parametrize(
    "attributes",
    [
        'class="share-bar"',
        'class="newsletter-box"',
        'class="advert"',
        'class="relatedArticles"',
        'class="comments-area"',
        'class="site-navigation"',
        'class="page__footer"',
        'class="sidebar"',
        'class="author-bio"',
        'class="post-meta"',
        'class="cookie-notice"',
        'class="visually-hidden hidden"',
        'style="color: red; display: none"',
        "hidden",
        'aria-hidden="true"',
        'role="complementary"',
        'data-component="NewsletterSignup"',
    ],
)
def test_a_box_called_like_furniture_is_dropped(attributes: str) -> None:
    text = extract(page(top=f"<div {attributes}>{PLEA}</div>")).text
    assert text.startswith("The harbour of Cape Sorrow")
    assert "lives off its readers" not in text


@pytest.mark.parametrize(
    "name", ["sidebar-grid__content", "related", "next", "section", "hero-banner", "share", "modal", "card", "nav-page"]
)
def test_a_name_that_most_of_the_prose_goes_by_says_nothing_against_it(name: str) -> None:
    text = extract(f"<body><div class={name}>{STORY}</div><footer><p>Printed at Low Ferry.</p></footer></body>").text
    assert text.startswith("The harbour of Cape Sorrow")
    assert text.endswith("everybody on board.")


def test_a_story_split_over_boxes_of_one_name_stays_whole() -> None:
    parts = STORY.strip().split("</p>")[:-1]
    boxes = "".join(f'<div class="card card-{number}">{part}</p></div>' for number, part in enumerate(parts, 1))
    text = extract(f"<body><div>{boxes}</div></body>").text
    assert text.count("\n\n") == 2
    assert text.endswith("everybody on board.")


def test_comments_are_no_story_though_they_are_most_of_the_page() -> None:
    comments = "".join(
        f"<li class=comment><p>Number {n} says the crane was a disgrace, as is all else.</p></li>" for n in range(30)
    )
    text = extract(f"<body><article>{STORY}</article><ol class=comment-list>{comments}</ol></body>").text
    assert "disgrace" not in text
    assert "forty people clapped" in text


def test_the_tags_among_a_wordpress_post_s_classes_say_nothing_of_the_box() -> None:
    classes = "post-17 post type-post status-publish hentry category-news tag-share tag-comments"
    other = "<div class=about>" + PLEA * 8 + "</div>"
    text = extract(f'<body><article class="{classes}"><h1>A crane leans</h1>{STORY}</article>{other}</body>').text
    assert "forty people clapped" in text


def test_an_inline_wrapper_around_blocks_is_not_taken_at_its_word() -> None:
    assert "forty people" in extract(f'<body><article><span class="meta_field">{STORY}</span></article></body>').text


@pytest.mark.parametrize(
    "attributes",
    [
        'class="field field--label-hidden"',
        'class="grid overflow-hidden transition duration-300"',
        'class="md:hidden lg:[&_aside]:block"',
        'class="story-part has-sidebar no-comments"',
        'class="part sidebar-enabled--false"',
        'class="summary show-more"',
        'class="element-ad3e790"',
        'id="b7ad-9bu44ad0"',
        'id="there-is-more-of-this-on-the-quay"',
    ],
)
def test_a_name_that_tells_of_something_else_says_nothing_of_the_box(attributes: str) -> None:
    assert "lives off its readers" in extract(page(top=f"<div {attributes}>{PLEA}</div>")).text


def test_the_id_of_a_heading_is_its_text_and_no_name() -> None:
    text = extract(page(end="<h2 id=more-comments-on-privacy>What the pilot said</h2>" + STORY)).text
    assert "What the pilot said" in text


@pytest.mark.parametrize(
    "attributes", ['class="ad-2"', 'class="ad_300x250 box"', 'id="share-4"', 'id="div-gpt-ad-12-0"']
)
def test_a_numbered_name_is_a_name(attributes: str) -> None:
    assert "lives off its readers" not in extract(page(top=f"<div {attributes}>{PLEA}</div>")).text


def test_a_tag_box_that_holds_sentences_is_text_and_one_of_words_is_furniture() -> None:
    text = extract(page(top=f"<div class=tags>{PLEA}</div><div class=tags>cranes quays</div>")).text
    assert "lives off its readers" in text
    assert "cranes quays" not in text


def test_a_box_that_is_called_after_a_date_and_holds_paragraphs_is_text() -> None:
    assert "lives off its readers" in extract(page(top=f"<div class=date-posts>{PLEA * 4}</div>")).text
    assert "Monday noon" not in extract(page(top="<div class=date-posts><p>Monday noon</p></div>")).text


def test_a_form_asks_for_something_and_tells_nothing() -> None:
    form = "<form><p>Tell us which quay you live at, and we shall write to you whenever it is closed.</p></form>"
    assert "which quay" not in extract(page(end=form)).text


def test_a_form_around_all_of_the_page_is_none() -> None:
    assert "forty people" in extract(f"<body><form id=aspnet>{STORY}</form></body>").text


TEASERS = "".join(
    f"<div><a href='/story-{n}'>Quay number {n} is closed once more</a>"
    f"<p>On the {n}th day the crane came back to it.</p></div>"
    for n in range(2, 7)
)


def test_a_list_of_teasers_is_dropped_whatever_it_is_called() -> None:
    text = extract(f"<body><main>{STORY}<div class=x7>{TEASERS}</div></main></body>").text
    assert "came back to it" not in text
    assert text.endswith("everybody on board.")


def test_a_list_of_products_that_lead_elsewhere_stays() -> None:
    listed = TEASERS.replace("href='/", "href='https://cranes.example/").replace(
        "came back to it", "was sold with it again"
    )
    assert "was sold with it again" in extract(f"<body><main>{STORY}<div>{listed}</div></main></body>").text


def test_a_line_beside_a_picture_amid_paragraphs_is_its_caption() -> None:
    box = '<div class="absatzbild"><img src=/c.jpg width=800 height=500><p>The crane at noon, leaning.</p></div>'
    assert "leaning." not in extract(page(top=STORY, end=box)).text


def test_what_libxml2_nests_under_an_unclosed_element_is_not_lost() -> None:
    for tag in ("button", "svg", "select", "object"):
        assert "forty people" in extract(f"<body><{tag}><main>{STORY}</main></body>").text


def test_of_stacked_stories_the_one_with_the_page_s_headline_is_read() -> None:
    other = STORY.replace("crane", "ferry").replace("forty people", "sixty people")
    head = "<title>A crane leans</title>"
    stories = (
        f"<article class=post><h2>A ferry leaves</h2>{other}</article>"
        f"<article class=post><h2>A crane leans</h2>{STORY}</article>"
    )
    text = extract(f"<html><head>{head}</head><body><main>{stories}</main></body></html>").text
    assert "forty people" in text
    assert "sixty people" not in text


def test_sections_of_one_story_are_no_stories() -> None:
    parts = f"<section><h2>A crane leans</h2>{STORY}</section><section><h2>What it cost</h2>{STORY}</section>"
    text = extract(f"<html><head><title>A crane leans</title></head><body><main>{parts}</main></body></html>").text
    assert text.count("forty people") == 2
