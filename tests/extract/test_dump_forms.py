"""The same story as many dumps: other languages, other galleries, other ways to copy it out of a browser."""

from __future__ import annotations

import textwrap

import pytest

from tests.extract.agency import CAPTION, CREDIT, DUMP, STORY, TITLE
from tui.article import Article, Page
from tui.extract import extract_article

GALLERY = [
    (
        f"Keeper number {n} climbs the stairs of the lighthouse of Port Marsh, one of {n * 7} steps, on Thursday.",
        f"{name}, Harbour Pool Photo via NPA",
    )
    for n, name in zip(range(1, 25), ["Bo Lind", "Ann Quist", "Jo Reed"] * 8, strict=True)
]
SHOWN = f"1 / 24\nBo Lind, Harbour Pool Photo\n{CAPTION} ({CREDIT})\n"


def dump(text: str) -> Article:
    return extract_article(Page("-", "", text.encode(), "text/plain"))


@pytest.mark.parametrize(
    "form",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\n\t"),
        lambda text: text.replace("\n", "\n\n"),
        lambda text: "\n\n".join(textwrap.fill(line, 78) for line in text.split("\n") if line),
        lambda text: "\n\n".join(textwrap.fill(line, 100) for line in text.split("\n") if line),
    ],
    ids=["carriage returns", "tabs", "blank lines", "wrapped at 78", "wrapped at 100"],
)
def test_a_dump_is_read_alike_however_it_was_copied(form: object) -> None:
    assert callable(form)
    article = dump(form(DUMP))
    assert (article.title, article.authors) == (TITLE, ("Edda Marsh", "Ole Brandt"))
    assert [block.text for block in article.blocks] == list(STORY)
    assert [(figure.caption, figure.credit) for figure in article.figures] == [(CAPTION, CREDIT)]


@pytest.mark.parametrize(
    "form",
    [
        "@n / 24\n@p, Harbour Pool Photo\n@c (@r)\n",
        "@c (@r)\n@n / 24\n",
        "Image @n of 24\n@c (@r)\n",
        "@n/24\n@c\n@r\n",
        "@n of 24\n@c\n(@r)\n",
        "@c (@r)\n",
        "@c\nPhoto: @r\n",
        "Slide @n of 24\n@c Photo by @r\n",
    ],
)
@pytest.mark.parametrize("place", ["above the story", "within it"])
def test_a_gallery_of_twenty_four_is_read_whole(form: str, place: str) -> None:
    gallery = "".join(
        form.replace("@n", str(n)).replace("@c", caption).replace("@p", credit.split(",")[0]).replace("@r", credit)
        for n, (caption, credit) in enumerate(GALLERY, 1)
    )
    top = f"{TITLE}\nEdda Marsh and Ole Brandt\nPublished: October 2, 2026 at 8:15 AM\n\n{STORY[0]}\n\n{STORY[1]}\n\n"
    within = f"{top}{gallery}\n{STORY[2]}\n\n{STORY[3]}\n"
    article = dump(within if place == "within it" else DUMP.replace(SHOWN, gallery))
    assert [block.text for block in article.blocks] == list(STORY)
    assert [(figure.caption, figure.credit) for figure in article.figures] == GALLERY
    assert {figure.total for figure in article.figures} == {24}
    assert article.title == TITLE
    assert article.authors == ("Edda Marsh", "Ole Brandt")


FOREIGN = {
    "de": (
        "Nordland lässt seinen letzten Leuchtturm bis zum Frühjahr dunkel",
        "Von Edda Marsh und Ole Brandt",
        "Stand: 02.10.2026, 08:15 Uhr",
        (
            "Bild 1 von 24\nEin Wärter steigt am Donnerstag die Treppe des Leuchtturms von Port Marsh "
            "hinauf.\nFoto: Bo Lind/NPA"
        ),
        (
            "Port Marsh (dpa) - Der letzte Leuchtturm Nordlands, der noch von Hand entzündet wird, bleibt "
            "bis zum Frühjahr dunkel, wie die Hafenbehörde am Donnerstag mitteilte."
        ),
        (
            "Der Turm brennt seit 1871 jede Nacht. Die Fischer hatten auch um eine Glocke gebeten; ihnen "
            "wurde gesagt, eine Glocke sei bestellt und der Nebel müsse warten."
        ),
        "Jetzt Newsletter abonnieren",
    ),
    "fr": (
        "Le Nordland laisse son dernier phare éteint jusqu'au printemps",
        "Par Edda Marsh et Ole Brandt",
        "Publié le 2 octobre 2026 à 08h15",
        "1 / 24\nUn gardien monte l'escalier du phare de Port Marsh, jeudi 1er octobre. (Bo Lind / NPA)",
        (
            "PORT MARSH – Le dernier phare du Nordland encore allumé à la main restera éteint jusqu'au "
            "printemps, a annoncé jeudi l'autorité du port, car son escalier ne tient plus qu'à quatre "
            "boulons."
        ),
        (
            "La tour est allumée chaque nuit depuis 1871. Les pêcheurs ont aussi demandé une cloche ; on "
            "leur a répondu qu'une cloche était commandée et que le brouillard devrait l'attendre."
        ),
        "Abonnez-vous à notre newsletter",
    ),
    "es": (
        "Nordlandia deja su último faro a oscuras hasta la primavera",
        "Por Edda Marsh y Ole Brandt",
        "2 de octubre de 2026, 08:15",
        ("1 de 24\nUn guardián sube la escalera del faro de Port Marsh, el jueves 1 de octubre. Foto: Bo Lind / NPA"),
        (
            "PORT MARSH (NPA).- El último faro de Nordlandia que todavía se enciende a mano seguirá a "
            "oscuras hasta la primavera, dijo el jueves la autoridad portuaria, porque su escalera cuelga "
            "de cuatro pernos."
        ),
        (
            "La torre se enciende cada noche desde 1871. Los pescadores pidieron también una campana, y se "
            "les dijo que la campana estaba encargada y que la niebla tendría que esperarla."
        ),
        "Suscríbete a nuestra newsletter",
    ),
    "ru": (
        "Последний маяк Нордландии останется тёмным до весны",
        "Эдда Марш",
        "2 октября 2026, 08:15",
        "1 из 24\nСмотритель поднимается по лестнице маяка в Порт-Марше в четверг.\nФото: Бо Линд / ТАСС",
        (
            "ПОРТ-МАРШ, 2 октября. Последний маяк Нордландии, который ещё зажигают вручную, останется "
            "тёмным до весны, сообщило в четверг управление порта: лестница держится на четырёх болтах."
        ),
        (
            "Башня горит каждую ночь с 1871 года. Рыбаки просили и колокол, и им ответили, что колокол "
            "заказан, а туману придётся его подождать, сколько бы это ни заняло."
        ),
        "Подпишитесь на рассылку",
    ),
    "zh": (
        "北地最后一座手工点亮的灯塔将熄灯至春天",
        "记者 林海",
        "2026年10月2日 08:15",
        "1/24\n星期四，一名守塔人登上马什港灯塔的楼梯。（林海 摄）",
        (
            "新华社马什港10月2日电 北地最后一座仍由人手点亮的灯塔将熄灯至明年春天，"
            "港务局星期四表示，通往灯室的楼梯只靠四颗螺栓支撑，必须先行修理。"
        ),
        "这座塔自一八七一年以来每晚都亮着。渔民还要求过一口钟，得到的回答是钟已经订好了，雾只好等着它，等多久也没有人能够说清楚。",
        "订阅我们的通讯",
    ),
}


@pytest.mark.parametrize("language", FOREIGN)
def test_a_dump_in_another_language_is_read_like_one_in_english(language: str) -> None:
    title, byline, day, picture, lead, history, furniture = FOREIGN[language]
    article = dump(f"{title}\n{byline}\n{day}\n{picture}\n{lead}\n\n{furniture}\n\n{history}\n")
    assert article.title == title
    assert [block.text for block in article.blocks] == [lead, history]
    assert len(article.authors) == (1 if language in ("ru", "zh") else 2)
    assert article.published is not None
    assert (article.published.isoformat()[:16]) == "2026-10-02T08:15"
    (figure,) = article.figures
    assert figure.caption.endswith(("。", "."))
    assert figure.credit
    assert figure.total == 24


def test_a_byline_with_its_day_after_a_standfirst_is_read() -> None:
    standfirst = "The stairs to its lamp hang on four bolts, and the port authority has known of it since the spring."
    article = dump(f"{TITLE}\n{standfirst}\nBy Edda Marsh | October 2, 2026\nCoast Life\n{STORY[0]}\n{STORY[1]}")
    assert article.authors == ("Edda Marsh",)
    assert article.published is not None
    assert "Edda Marsh" not in article.text
