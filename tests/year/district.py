"""The calendar year of a district: its rows are tasks of two organisations, on different messengers."""

import re

from tests.http import scenes
from tests.year.cast import COORDINATOR, CURATOR, OF_THE_SCHOOL, PAIRS, SECOND_CURATOR
from tests.year.colleague import Colleague
from tests.year.curator import Curator
from tests.year.story import ZONE_NAME, Lived, come
from tests.year.year import Year

PERIOD = "Календарный"
SCHOOL, KINDERGARTEN = "Школа № 3 села Озерки", "Детский сад «Родничок»"
CODE = re.compile(r"\b[A-Z2-9]{4}-[A-Z2-9]{4}\b")


class Coordinator(Curator):
    """A district's curator, who sees what its organisations have done."""

    def makes_code(self) -> str:
        self.me.says("меню")
        self.me.presses("Код для организаций")
        found = CODE.search(self.me.presses("Новый код").sees())
        assert found is not None
        return found.group()

    def looks_at_map(self) -> None:
        """The first page, the table, and the row that is opened first; whoever has not done it is reminded."""
        self.me.says("меню")
        self.me.presses("Карта района")
        self.me.presses(self.me.offered()[0])
        if any(label.startswith("Напомнить") for label in self.me.offered()):
            self.me.presses("Напомнить")
        self.me.says("меню")
        self.me.presses("Карта района")
        self.me.presses("Таблицей")

    def looks_at_organisations(self) -> None:
        self.me.says("меню")
        self.me.presses("Организации")
        self.me.presses("1")


def live_district(year: Year, roadmap_name: str, roadmap: bytes) -> Lived:
    """Plan the story of the district and live it to the last day."""
    head = Coordinator(year, COORDINATOR)
    school, kindergarten = Curator(year, CURATOR), Curator(year, SECOND_CURATOR, habit=2)
    colleagues = [Colleague(year, character) for character in OF_THE_SCHOOL]
    year.on_day(0, 10, lambda: begins(head, school, kindergarten, (roadmap_name, roadmap)))
    year.on_day(1, 10, lambda: come(year, colleagues, scenes.invitation(school.me)))
    year.on_day(15, 11, lambda: school.proposes_all([pair for pair in PAIRS if set(pair) <= set(OF_THE_SCHOOL)]))
    for day in (70, 100, 330):
        year.on_day(day, 11, head.looks_at_map)
        year.on_day(day + 1, 12, head.looks_at_organisations)
    year.on_day(98, 14, school.looks_how_it_goes)
    year.on_day(330, 12, school.ends_all_pairs)
    year.live()
    curators = [(each.character, [each.me]) for each in (head, school, kindergarten)]
    return Lived(year, [*curators, *((each.character, each.accounts) for each in colleagues)])


def begins(head: Coordinator, school: Curator, kindergarten: Curator, roadmap: tuple[str, bytes]) -> None:
    """The district's roadmap is on before the organisations come in by its code."""
    stand = head.year.stand
    head.founds(
        stand.code(),
        organisation="Отдел образования Озёрного района",
        level="Отдел образования",
        zone=ZONE_NAME,
        period=PERIOD,
    )
    head.sends_roadmap(*roadmap)
    code = head.makes_code()
    school.founds(code, organisation=SCHOOL, zone=ZONE_NAME, period=PERIOD)
    kindergarten.founds(code, organisation=KINDERGARTEN, zone=ZONE_NAME, period=PERIOD)
