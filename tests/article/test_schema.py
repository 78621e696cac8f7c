"""The public JSON is what docs/article.schema.json says."""

from __future__ import annotations

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from tui.article import to_json
from tui.edition import first_edition
from tui.extract import extract_article
from tui.quotes import add_quotes

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "article.schema.json").read_text("utf-8"))


def test_every_article_of_the_first_edition_fits_the_schema() -> None:
    validator = Draft202012Validator(SCHEMA)
    for page in first_edition():
        data = json.loads(json.dumps(to_json(add_quotes(extract_article(page)))))
        assert [error.message for error in validator.iter_errors(data)] == []


def test_the_schema_refuses_what_it_does_not_name() -> None:
    data = to_json(extract_article(first_edition()[0]))
    assert not Draft202012Validator(SCHEMA).is_valid({**data, "colour": "red"})
    assert not Draft202012Validator(SCHEMA).is_valid({**data, "published": "2026-11-01"})
