"""The manuals' entries against citeproc-js, the BibTeX against a library that reads it. See renew-references.mjs."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware, NameParts, SeparateCoAuthors, SplitNameParts
from msgspec.structs import replace

from tui.article import Article
from tui.exchange import cite

REFERENCES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("references.json").read_text("utf-8"))
each = pytest.mark.parametrize("reference", REFERENCES, ids=[one["says"] for one in REFERENCES])


def article(reference: dict[str, Any]) -> Article:
    day = reference["published"]
    return Article(
        source=reference["url"],
        url=reference["url"],
        title=reference["title"],
        blocks=(),
        authors=tuple(reference["authors"]),
        site=reference["site"],
        published=datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None,
        language=reference["language"],
    )


@each
@pytest.mark.parametrize("style", ["apa", "mla", "chicago"])
def test_an_entry_is_that_of_the_reference_implementation(style: str, reference: dict[str, Any]) -> None:
    # CSL's "Retrieved" stands before the day on which a page without a date was read; it is not known here.
    assert cite(article(reference), style) == reference[style].replace(" Retrieved ", " ")


@each
def test_what_a_bibtex_reader_reads_is_what_was_known(reference: dict[str, Any]) -> None:
    library = parse_string(
        cite(article(reference), "bibtex"),
        append_middleware=[SeparateCoAuthors(), SplitNameParts(), LatexDecodingMiddleware()],
    )
    assert not library.failed_blocks
    fields = {name: field.value for name, field in library.entries[0].fields_dict.items()}
    assert fields["title"] == reference["title"]
    assert fields["url"] == reference["url"]
    assert fields.get("howpublished", "") == reference["site"]
    assert fields.get("date", "") == reference["published"]
    assert fields.get("year", "") == reference["published"][:4]
    assert [as_csl(name) for name in fields.get("author", [])] == reference["names"]


def as_csl(name: NameParts) -> dict[str, object]:
    """Return a name as BibTeX takes it apart, in CSL's words."""
    if not name.first:
        return {"literal": " ".join(name.last).strip("{}")}
    parts: dict[str, object] = {"family": " ".join(name.last), "given": " ".join(name.first)}
    if name.von:
        parts["non-dropping-particle"] = " ".join(name.von)
    if name.jr:
        parts |= {"suffix": " ".join(name.jr), "comma-suffix": True}
    return parts


def test_nothing_in_a_title_breaks_the_entry() -> None:
    hostile = replace(article(REFERENCES[0]), title=r"100% of {R&D_} \input{x} } and $5 for #1 ~ ^", authors=("A {B",))
    library = parse_string(cite(hostile, "bibtex"), append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    assert (
        library.entries[0].fields_dict["title"].value.replace("ˆ", "^")
        == "100% of (R&D_) /input(x) ) and $5 for #1 ~ ^"
    )
