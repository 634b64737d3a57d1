"""A district with organisations in it, as scenarios begin."""

from dataclasses import dataclass

from tests.client import Person, Town
from tests.handlers.plans import COLUMNS
from tests.scenes import founded

PLAN = (
    "Муниципальная дорожная карта внедрения наставничества\nна 2026-2027 учебный год\n\n"
    + COLUMNS
    + "1\tПодготовка\n"
    + "1.1\tПриказ о внедрении\tдо 15 октября 2026 г.\tОтдел образования\tПриказ\n"
    + "1.2\tПриказы о кураторах\tдо 19 октября 2026 г.\tОО\tПриказы\n"
    + "1.3\tБазы наставников\tдо 30 ноября 2026 г.\tОО\tБазы\n"
    + "2\tРабота\n"
    + "2.1\tСеминары\tв течение всего периода\tОтдел образования, ОО\tСеминары\n"
    + "2.2\tАнализ\t20 мая 2027 г.\tОтдел образования\tСправка\n"
)

OTHER = {"telegram": "vk", "vk": "telegram"}


@dataclass
class District:
    """The coordinator and the curators of three organisations, the first of them in the other messenger."""

    coordinator: Person
    lake: Person
    river: Person
    hill: Person


async def coordinator(town: Town, platform: str, name: str = "Лесной район") -> Person:
    """Somebody who has founded a district."""
    return await founded(town, platform, "Титова Нина Олеговна", organisation=name, level="Отдел образования (район)")


async def code_of(coordinator: Person) -> str:
    """A new code for organisations, as the letter has it."""
    await coordinator.says("меню")
    await coordinator.presses("Код для организаций")
    await coordinator.presses("Новый код")
    words = coordinator.sees().replace(",", " ").replace(".", " ").split()
    return next(word for word in words if len(word) == 9 and word[4] == "-" and word.upper() == word)


async def enters(curator: Person, code: str) -> Person:
    """An organisation's curator joins the district with its code."""
    await curator.says("меню")
    await curator.presses("Ещё")
    await curator.presses("Войти в район")
    await curator.says(code)
    return await curator.presses("Войти в район")


async def switches_on(curator: Person, plan: str = PLAN) -> None:
    """The curator of a district, or of one of its organisations, sends a roadmap and switches it on."""
    await curator.says("меню")
    await curator.presses("Дорожная карта")
    if "Прислать свою карту" in await curator.offered():
        await curator.presses("Прислать свою карту")
    await curator.sends("карта.txt", plan.encode(), "text/plain")
    while any(label.startswith("Включить") for label in await curator.offered()):
        await curator.presses("Включить")


async def district(town: Town, platform: str, plan: str = PLAN) -> District:
    """Three organisations in a district whose roadmap is on: two joined before it was switched on, one after."""
    head = await coordinator(town, platform)
    code = await code_of(head)
    zones = {"Школа «Озеро»": "Москва", "Школа «Река»": "Екатеринбург", "Детский сад «Горка»": "Москва"}
    lake, river, hill = [
        await founded(
            town,
            OTHER[platform] if number == 0 else platform,
            "Смирнова Ольга Ивановна",
            organisation=name,
            timezone=zone,
        )
        for number, (name, zone) in enumerate(zones.items())
    ]
    await enters(lake, code)
    await enters(river, code)
    await switches_on(head, plan)
    await enters(hill, code)
    return District(head, lake, river, hill)
