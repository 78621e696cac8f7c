from __future__ import annotations

import pytest

from tests.extract.pages import extract, page
from tui.extract.datelines import find_dateline


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("MOSCOW – The harbour was closed.", "MOSCOW"),
        ("MOSCOW (AP) – The harbour was closed.", "MOSCOW (AP)"),
        ("PARIS (AP) — The harbour was closed.", "PARIS (AP)"),
        ("CAPE SORROW, Northland (NPA) — The harbour was closed.", "CAPE SORROW, Northland (NPA)"),
        ("ST. JOHN'S, Newfoundland — The harbour was closed.", "ST. JOHN'S, Newfoundland"),
        ("WASHINGTON, Oct 2 (Reuters) - The harbour was closed.", "WASHINGTON, Oct 2 (Reuters)"),
        ("LONDON -- The harbour was closed.", "LONDON"),
        ("Berlin (dpa) - Der Hafen ist zu.", "Berlin (dpa)"),
        ("Hamburg (dpa/lno) – Der Hafen ist zu.", "Hamburg (dpa/lno)"),
        ("Berlin/Paris (AFP) – Der Hafen ist zu.", "Berlin/Paris (AFP)"),
        ("KÖLN – Der Hafen ist zu.", "KÖLN"),
        ("МОСКВА – Порт закрыт.", "МОСКВА"),
        ("МОСКВА, 2 окт — РИА Новости. Порт закрыт.", "МОСКВА, 2 окт"),
        ("Madrid, 2 oct (EFE).- El puerto está cerrado.", "Madrid, 2 oct (EFE)"),
        ("ROMA, 02 OTT - Il porto è chiuso.", "ROMA, 02 OTT"),
        ("（新华社北京1月5日电）港口关闭了。", "新华社北京1月5日电"),
        ("【北京1月5日电】港口关闭了。", "北京1月5日电"),
        ("新华社北京1月5日电 港口关闭了。", "新华社北京1月5日电"),
        ("（中央社記者林海台北5日電）港口關閉了。", "中央社記者林海台北5日電"),
        ("【北京共同】港が閉鎖された。", "北京共同"),
        ("(서울=연합뉴스) 정하나 기자 = 항구가 폐쇄됐다.", "서울=연합뉴스"),
    ],
)
def test_a_dateline_is_told_from_the_sentence_after_it(text: str, dateline: str) -> None:
    assert find_dateline(text) == dateline


@pytest.mark.parametrize(
    "text",
    [
        "The harbour – closed since Monday – is open again.",
        "NATO and the EU met on Monday.",
        "BREAKING NEWS UPDATE TONIGHT FROM US – the harbour is closed.",
        "Lind (49) – who grew up here – left.",
        "A crane fell. LONDON – that was the name on it.",
        "“NO” – this was the answer of the port.",
        "Edda Marsh, a sailor (and a cook) – she does both – said no.",
        "（图）港口关闭了。",
        "",
    ],
)
def test_a_sentence_with_a_dash_has_no_dateline(text: str) -> None:
    assert find_dateline(text) == ""


def test_the_body_keeps_its_dateline_once() -> None:
    lead = "CAPE SORROW – The harbour was closed on Monday after a crane had leaned over the quay for most of a night."
    article = extract(page(f"<h1>Crane leans</h1><p>{lead}</p>"))
    assert article.dateline == "CAPE SORROW"
    assert article.text.startswith(lead)
    assert article.text.count("CAPE SORROW") == 1
