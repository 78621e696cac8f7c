from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tests.mutation import mutated_answers
from tui.article import Page
from tui.errors import PullquoteError

if TYPE_CHECKING:
    from tests.loopback import Site
    from tui.fetch import Fetcher

ROUNDS = 500


async def test_any_answer_is_a_page_or_is_told_in_one_sentence(fetcher: Fetcher, site: Site) -> None:
    site.page("/elsewhere", "<p>Elsewhere.</p>")
    addresses = [site.raw(f"/{number}", data) for number, data in enumerate(mutated_answers(20_261_124, ROUNDS))]
    outcomes = await asyncio.gather(*map(fetcher.fetch, addresses), return_exceptions=True)
    unforeseen = [
        (address, outcome)
        for address, outcome in zip(addresses, outcomes, strict=True)
        if not isinstance(outcome, Page | PullquoteError)
    ]
    assert unforeseen == []
    failures = {str(outcome) for outcome in outcomes if isinstance(outcome, PullquoteError)}
    assert all(sentence.endswith((".", "?")) and sentence.isprintable() for sentence in failures)
    assert len(failures) > 5
    assert sum(isinstance(outcome, Page) for outcome in outcomes) > ROUNDS // 5
