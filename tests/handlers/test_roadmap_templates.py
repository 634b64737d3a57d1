"""For those who have no roadmap, or one without dates: ready ones, and days by the stages of a programme."""

from datetime import UTC, date, datetime

from sqlalchemy import select

from storage.models import Milestone, Roadmap, Task
from tests.client import Person, Town
from tests.scenes import founded

APRIL = datetime(2027, 4, 12, 7, tzinfo=UTC)
WITHOUT_DATES = (
    "Дорожная карта наставничества\n\n"
    "№\tНаправление деятельности\tСодержание деятельности\tОтветственные\n"
    "1\tПодготовка условий\tПриказ, положение\tЗаведующий\n"
    "2\tФормирование банка наставляемых\tСбор запросов\tСтарший воспитатель\n"
    "3\tФормирование банка наставников\tАнкетирование желающих\tСтарший воспитатель\n"
    "4\tОрганизация работы наставнических пар\tВстречи пар\tСтарший воспитатель\n"
    "5\tЗавершение программы\tМониторинг, отчёт\tСтарший воспитатель\n"
)


async def takes_ready(curator: Person, kind: str) -> Person:
    await curator.says("меню")
    for label in ("Дорожная карта", "Взять готовую", kind):
        await curator.presses(label)
    return curator


async def kept(town: Town) -> Roadmap:
    async with town.database.look() as session:
        return (await session.scalars(select(Roadmap).order_by(Roadmap.id.desc()).limit(1))).one()


async def test_a_ready_roadmap_is_taken_looked_at_and_switched_on(town: Town, platform: str) -> None:
    curator = await takes_ready(await founded(town, platform), "Детский сад")
    assert "Составила" in curator.sees()
    assert "Сомнений нет" in curator.sees()
    assert "Год уже идёт" in curator.sees()
    assert "Бумага на подпись (docx)" in await curator.offered()
    await curator.presses("Включить год")
    roadmap = await kept(town)
    assert (roadmap.state, roadmap.origin) == ("active", "template")
    async with town.database.look() as session:
        dues = (await session.scalars(select(Task.due).where(Task.due.is_not(None)))).all()
    assert len(dues) > 20
    assert all(due and date(2026, 10, 5) <= due <= date(2027, 8, 31) for due in dues)


async def test_each_kind_has_its_own_rows(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    for kind, words in {"Школа или центр": "Классные руководители", "Район": "Отдел образования"}.items():
        await takes_ready(curator, kind)
        assert words in curator.sees()
        await curator.presses("Не та карта")


async def test_late_in_the_school_year_the_ready_roadmap_is_for_the_next_one(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    town.set_clock(APRIL)
    await takes_ready(curator, "Школа или центр")
    roadmap = await kept(town)
    assert (roadmap.starts, roadmap.ends) == (date(2027, 9, 1), date(2028, 8, 31))
    assert "2027-2028" in roadmap.title
    assert "Год уже идёт" not in curator.sees()


async def test_a_paper_without_dates_gets_days_for_all_its_rows_at_once(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    await curator.says("меню")
    await curator.presses("Дорожная карта")
    await curator.sends("карта.txt", WITHOUT_DATES.encode(), "text/plain")
    await curator.presses("Предложить даты всем строкам")
    assert "5 строк, по этапам программы" in curator.sees()
    await curator.presses("Взять эти сроки")
    assert "Поставила сроки в 5 строках" in curator.sees()
    async with town.database.look() as session:
        rows = (await session.scalars(select(Milestone).order_by(Milestone.position))).all()
    assert all(row.ends is not None and row.phrase == "" for row in rows)
    assert [row.ends for row in rows][-1] == date(2027, 5, 31)
    doubts = [finding for finding in (await kept(town)).findings if finding["code"] == "no_date"]
    assert doubts
    assert all("settled" in finding for finding in doubts)
