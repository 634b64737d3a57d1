"""The year before it is switched on, and the roadmap as a picture, in Word and as a spreadsheet."""

from io import BytesIO
from typing import Any

import docx
import pytest
from matplotlib.image import imread
from openpyxl import load_workbook

from handlers.roadmap.papers import approval
from storage.models import Organisation, Roadmap
from tests.client import Person, Town
from tests.handlers.plans import COLUMNS, HEAD, opens_row, sends_plan, switched_on
from tests.scenes import founded, participant

FOREIGN: dict[str, Any] = {"code": "other_organisation", "rows": []}
LONG_PLAN = HEAD + COLUMNS + "".join(f"{n}\tДело {n}\tдо 1 апреля 2027 г.\tДиректор\tПриказ\n" for n in range(1, 32))


async def asks_for(curator: Person, label: str) -> Person:
    await curator.says("меню")
    for press in ("Дорожная карта", "Картинка и документы", label):
        await curator.presses(press)
    return curator


async def test_the_curator_sees_what_will_come_before_the_year_is_switched_on(town: Town, platform: str) -> None:
    curator = await sends_plan(await founded(town, platform))
    await curator.presses("Что и когда я получу")
    assert "Октябрь 2026: 7 сообщений (Вам — 7)" in curator.sees()
    assert "Апрель 2027" not in await curator.offered()
    await curator.presses("Октябрь 2026")
    assert "пт 16.10 09:00 · Вам · 2 дела одним сообщением" in curator.sees()
    await curator.presses("Дальше")
    assert "Страница 2 из 2" in curator.sees() and "Строка 1.3" in curator.sees()
    await curator.presses("Ноябрь 2026")
    assert "Ноябрь 2026" in curator.sees()
    await curator.presses("Назад")
    await curator.presses("Включить год")
    assert "срок уже прошёл" in curator.sees()


async def test_what_was_rehearsed_comes(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    await asks_for(curator, "Что и когда я получу")
    assert "пн 12.10 09:00 · Вам" in curator.sees()
    rehearsed = "Строка 1.2: через 7 дней (19 октября). Формирование базы наставников"
    assert rehearsed in curator.sees()
    await town.turn(days=5)
    await curator.reads()
    await town.turn(days=3)
    assert rehearsed in "\n".join(message["text"] for message in await curator.reads())


async def test_the_year_ahead_is_shared_out_by_who_is_responsible(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    await participant(town, curator, "Петрова Анна Сергеевна", platform, "Наставником")
    await curator.says("меню")
    for label in ("Дорожная карта", "Кто отвечает", "Петрова А.С.", "☐ Петрова Анна Сергеевна", "Готово"):
        await curator.presses(label)
    await asks_for(curator, "Что и когда я получу")
    assert "Октябрь 2026: 8 сообщений (Петрова Анна Сергеевна — 5, Вам — 3)" in curator.sees()


async def test_a_year_behind_which_nothing_comes_says_so(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    await town.jump(days=500)
    await asks_for(curator, "Что и когда я получу")
    assert "сроков впереди нет" in curator.sees()
    assert await curator.offered() == ["Назад", "В начало"]


async def test_the_roadmap_comes_as_a_picture_in_word_and_as_a_table(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    await opens_row(curator, "1.2")
    await curator.presses("Выполнено")
    await asks_for(curator, "Год картинкой")
    picture = imread(BytesIO(await curator.downloads()), format="png")
    assert picture.shape[0] > picture.shape[1]
    await curator.presses("Карта в Word")
    assert "Лучше разобрать их до бумаги" in curator.sees() and "Разобрать" in await curator.offered()
    await curator.presses("Всё равно сделать")
    (table,) = docx.Document(BytesIO(await curator.downloads())).tables
    lines = {line.cells[0].text: [cell.text for cell in line.cells] for line in table.rows}
    assert "выполнено 05.10.2026" in lines["1.2"] and "просрочено" in lines["1.1"]
    assert any(text.startswith("11 раз") for text in lines["1.3"])
    await curator.presses("Таблицей")
    sheet = load_workbook(BytesIO(await curator.downloads())).active
    assert sheet is not None and {cell.value for cell in sheet["H"]} >= {"выполнено", "просрочено", "без даты"}


@pytest.mark.parametrize(
    ("origin", "findings", "head"),
    [
        ("paper", [], "Лиманская Г.Н."),
        ("rollover", [], "Орлова В.П."),
        ("paper", [FOREIGN], "Орлова В.П."),
        ("paper", [FOREIGN | {"settled": {"answer": "own_name"}}], "Орлова В.П."),
        ("paper", [FOREIGN | {"settled": {"answer": "keep"}}], "Лиманская Г.Н."),
    ],
)
def test_our_own_head_approves_what_was_moved_or_was_of_another_organisation(
    origin: str, findings: list[dict[str, Any]], head: str
) -> None:
    roadmap = Roadmap(origin=origin, findings=findings, approved_by="Лиманская Г.Н.", order="№ 48")
    told = approval(roadmap, Organisation(name="Детский сад № 12", head_name="Орлова В.П."))
    assert (told["approved_by"], bool(told["order"])) == (head, head == "Лиманская Г.Н.")


async def test_a_long_roadmap_takes_two_pictures(town: Town, platform: str) -> None:
    curator = await sends_plan(await founded(town, platform), LONG_PLAN)
    await curator.presses("Включить год")
    await asks_for(curator, "Год картинкой")
    assert "на 2 картинках выше" in curator.sees()
    assert len(curator.files()) == 2


async def test_papers_of_a_roadmap_that_is_not_followed_any_more_are_refused(town: Town, platform: str) -> None:
    curator = await switched_on(town, platform)
    switched = (await curator.chat())[-1]["id"]
    await asks_for(curator, "Таблицей")
    papers = next(
        each["id"] for each in reversed(await curator.chat()) if ["Год картинкой", "Карта в Word"] in each["buttons"]
    )
    await curator.presses("Отменить", message=switched)
    await curator.presses("Год картинкой", message=papers)
    assert "Эта кнопка уже не действует" in curator.sees()
    assert not curator.files()
