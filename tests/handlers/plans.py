"""Roadmaps as a curator might have them, for the school year that tests live in, and scenes that begin with one."""

from collections import defaultdict
from datetime import date

from sqlalchemy import func, select

from domain.people import Role
from storage.models import Person as KeptPerson
from storage.models import Responsible, Roadmap, Tie
from tests.client import Person, Town
from tests.scenes import founded

HEAD = "План мероприятий («дорожная карта») внедрения наставничества\nна 2026-2027 учебный год\n\n"
COLUMNS = "№\tНаименование мероприятия\tСрок реализации\tОтветственный исполнитель\tРезультат\n"
PLAN = (
    HEAD
    + COLUMNS
    + "1\tПодготовка условий\n"
    + "1.1\tПриказ о внедрении наставничества\tдо 1 октября 2026 г.\tДиректор\tПриказ\n"
    + "1.2\tФормирование базы наставников\tдо 19 октября 2026 г.\tПетрова А.С.\tБаза наставников\n"
    + "1.3\tСовещания кураторов\tежемесячно\tпетрова А.С.\tПротокол\n"
    + "2\tРабота пар\n"
    + "2.1\tРабота наставнических пар\tв течение всего периода\tПетрова А.С.\tПланы\n"
    + "2.2\tСеминар для наставников\tпо отдельному графику\tДиректор\tПрограмма семинара\n"
    + "2.3\tКонсультации\tпо запросу\tДиректор\tЗаписи\n"
    + "2.4\tИтоговая встреча\t20 мая 2027 г.\tДиректор\tВстреча\n"
)
CROWDED = (
    HEAD
    + COLUMNS
    + "".join(f"{number}\tМероприятие {number}\tдо 30 декабря 2026 г.\tДиректор\tОтчёт\n" for number in range(1, 8))
    + "".join(f"{number}\tСеминар {number}\tпо отдельному графику\tДиректор\tЗапись\n" for number in range(8, 12))
)
"""Seven rows that are due on one day, and four whose day the paper does not give."""

OLD_PLAN = PLAN.replace("2027", "2023").replace("2026", "2022")
MINUTES = "Протокол совещания\n\nСлушали: о подготовке к празднику.\nРешили: провести праздник в пятницу.\n"


async def sends_plan(curator: Person, text: str = PLAN) -> Person:
    """The curator sends a roadmap where she is asked for one."""
    await curator.says("меню")
    await curator.presses("Дорожная карта")
    return await curator.sends("карта.txt", text.encode(), "text/plain")


async def switched_on(town: Town, platform: str, plan: str = PLAN) -> Person:
    """A curator whose year is on; of ``PLAN`` row 1.1 is late from the beginning."""
    curator = await founded(town, platform)
    await sends_plan(curator, plan)
    await curator.presses("Включить год")
    if "Включить всё равно" in await curator.offered():
        await curator.presses("Включить всё равно")
    return curator


async def opens_row(curator: Person, number: str) -> Person:
    """From anywhere to the card of a row."""
    await curator.says("меню")
    await curator.presses("Дорожная карта")
    await curator.presses("Все строки")
    while number not in await curator.offered():
        await curator.presses("Дальше")
    return await curator.presses(number)


async def opens_names(curator: Person) -> Person:
    """From anywhere to «Кто отвечает?»."""
    await curator.says("меню")
    await curator.presses("Дорожная карта")
    return await curator.presses("Кто отвечает")


async def ties(town: Town) -> dict[str, list[str]]:
    """Name of the followed roadmap → the people and roles behind it."""
    async with town.database.look() as session:
        found = (
            select(Responsible.name, func.coalesce(KeptPerson.name, Tie.role))
            .join(Tie, Tie.responsible_id == Responsible.id)
            .join(Roadmap, Roadmap.id == Responsible.roadmap_id)
            .outerjoin(KeptPerson, KeptPerson.id == Tie.person_id)
            .where(Roadmap.state == "active")
            .order_by(Tie.id)
        )
        kept: dict[str, list[str]] = defaultdict(list)
        for name, who in await session.execute(found):
            kept[name].append(who)
        return dict(kept)


async def presses_in(person: Person, message: int, label: str) -> None:
    """Press a button under an older message."""
    await person.town.post(f"/sandbox/{person.platform}/{person.id}/press", {"label": label, "message": message})
    await person.town.bot_answers(person.platform)


async def holds(town: Town, person: Person, role: Role, *, in_district: bool = False) -> None:
    """From now on the person holds a role in her organisation, or in a district above it."""
    async with town.database.begin() as storage:
        account = await storage.people.account(person.platform, person.id, town.world.clock.now)
        assert account.person is not None and account.person.organisation_id is not None
        organisation = await storage.organisations.get(account.person.organisation_id)
        if in_district:
            below, organisation = (
                organisation,
                await storage.organisations.add("Отдел образования", "Europe/Moscow", town.world.clock.now),
            )
            below.parent_id = organisation.id
            await storage.organisations.add_programme(
                organisation.id, date(2026, 9, 1), date(2027, 5, 31), town.world.clock.now
            )
        programme = await storage.organisations.programme(organisation.id)
        await storage.people.join(account.person.id, organisation.id, programme.id, role, town.world.clock.now)
