from __future__ import annotations

import pytest

from tui.extract.credits import join_credit, split_credit, split_names


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("The quay at dawn. (AP Photo/Bo Lind)", "The quay at dawn.", "AP Photo/Bo Lind"),
        ("The quay at dawn (Bo Lind/TNA via AP)", "The quay at dawn", "Bo Lind/TNA via AP"),
        ("The quay at dawn. Photo: Bo Lind/TNA", "The quay at dawn.", "Bo Lind/TNA"),
        ("The quay at dawn. Photograph by Bo Lind", "The quay at dawn.", "Bo Lind"),
        ("Der Kai am Morgen. Foto: Bo Lind/dpa", "Der Kai am Morgen.", "Bo Lind/dpa"),
        ("Le quai à l'aube. Crédit : Bo Lind", "Le quai à l'aube.", "Bo Lind"),
        ("The quay at dawn. © Bo Lind", "The quay at dawn.", "Bo Lind"),
        ("The quay at dawn. Bo Lind / Getty Images", "The quay at dawn.", "Bo Lind / Getty Images"),
        (
            "The crane stood again on Tuesday night Getty Images",
            "The crane stood again on Tuesday night",
            "Getty Images",
        ),
        ("The quay at dawn. (Harbour Trust)", "The quay at dawn.", "Harbour Trust"),
        ("The quay at dawn - Copyright Bo Lind/TNA", "The quay at dawn", "Bo Lind/TNA"),
        ("Набережная утром. Фото: Бо Линд", "Набережная утром.", "Бо Линд"),
        ("夜明けの岸壁（代表撮影）", "夜明けの岸壁", "代表撮影"),
        ("夜明けの岸壁（Ｃ）共同通信社", "夜明けの岸壁", "共同通信社"),
        ("새벽의 부두를 걷고 있다. 정하나 기자", "새벽의 부두를 걷고 있다.", "정하나 기자"),
        ("새벽의 부두를 걷고 있다. 인천=연합뉴스", "새벽의 부두를 걷고 있다.", "인천=연합뉴스"),
        ("Bryggjan í dögun. Ljósmynd/Bo Lind", "Bryggjan í dögun.", "Bo Lind"),
        ("REUTERS", "", "REUTERS"),
        ("The quay on May 1. Bo Lind/Coast Pool via AP", "The quay on May 1.", "Bo Lind/Coast Pool via AP"),
        ("Photo: Bo Lind/TNA", "", "Bo Lind/TNA"),
        ("Bo Lind, CC BY-SA 4.0, via Wikimedia Commons", "", "Bo Lind, CC BY-SA 4.0, via Wikimedia Commons"),
    ],
)
def test_a_credit_is_told_from_its_caption(text: str, caption: str, credit: str) -> None:
    assert split_credit(text) == (caption, credit)


@pytest.mark.parametrize(
    "text",
    [
        "A quay (left) and a boat that came by the canal.",
        "Demonstrators outside the offices of Reuters",
        "The mayor (centre) opened the bridge in 1998 (the year of the flood).",
        "Lind said the photo: a fake.",
        "They met on the quay at dawn.",
    ],
)
def test_words_that_only_look_like_a_credit_stay_in_the_caption(text: str) -> None:
    assert split_credit(text) == (text, "")


def test_a_credit_in_two_elements_is_put_together() -> None:
    assert join_credit("/Harbour Images", "Bo Lind") == ("", "Bo Lind /Harbour Images")


def test_a_credit_that_stands_apart_and_in_the_caption_stands_once() -> None:
    assert join_credit("The quay at dawn. Photo: Bo Lind", "Bo Lind") == ("The quay at dawn.", "Bo Lind")
    assert join_credit("The quay at dawn. - Copyright", "Bo Lind") == ("The quay at dawn.", "Bo Lind")


@pytest.mark.parametrize(
    ("credit", "photographer", "agency"),
    [
        ("AP Photo/Bo Lind", "Bo Lind", "AP Photo"),
        ("Bo Lind/TNA via AP", "Bo Lind", "TNA, AP"),
        ("Bo Lind/dpa", "Bo Lind", "dpa"),
        ("Bo Lind", "Bo Lind", ""),
        ("정하나 기자", "정하나", ""),
        ("林海撮影", "林海", ""),
        ("Getty Images", "", "Getty Images"),
        ("Ole Brandt/Coast Pool", "Ole Brandt", "Coast Pool"),
        ("Bo Lind for The Globe", "Bo Lind", "The Globe"),
        ("BO LIND/AFP", "BO LIND", "AFP"),
        ("Bo Lind, CC BY-SA 4.0, via Wikimedia Commons", "Bo Lind", "CC BY-SA 4.0, Wikimedia Commons"),
        ("picture alliance / Bo Lind", "Bo Lind", "picture alliance"),
    ],
)
def test_the_photographer_is_told_from_the_agency(credit: str, photographer: str, agency: str) -> None:
    assert split_names(credit) == (photographer, agency)
