"""Pages that a server sends out of order."""

from __future__ import annotations

from tests.extract.pages import STORY, extract

FIRST, SECOND, THIRD = (part + "</p>" for part in STORY.strip().split("</p>")[:-1])


def test_a_part_that_is_sent_late_stands_where_a_place_was_kept_for_it() -> None:
    sent = f'<div hidden id="S:1">{SECOND}</div><script>$RS("S:1","P:1")</script>'
    text = extract(f'<body><main>{FIRST}<template id="P:1"></template>{THIRD}</main>{sent}</body>').text
    assert text.index("leaned over") < text.index("two engineers") < text.index("forty people")


def test_parts_sent_within_parts_are_all_put_in_their_places() -> None:
    sent = f'<div hidden id="S:0">{SECOND}<template id="P:1"></template></div><div hidden id="S:1">{THIRD}</div>'
    text = extract(f'<body><main>{FIRST}<template id="B:0"></template></main>{sent}</body>').text
    assert text.count("\n\n") == 2
    assert text.endswith("everybody on board.")


def test_a_part_without_a_place_stays_hidden() -> None:
    sent = f'<div hidden id="S:9">{THIRD}</div>'
    assert "forty people" not in extract(f"<body><main>{FIRST}{SECOND}</main>{sent}</body>").text


def test_a_place_within_the_part_that_it_is_kept_for_is_no_place() -> None:
    sent = f'<div hidden id="S:0"><template id="P:0"></template>{THIRD}</div>'
    assert "two engineers" in extract(f"<body><main>{FIRST}{SECOND}</main>{sent}</body>").text
