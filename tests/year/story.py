"""What happens in the year, by days from the first; people's answers come of themselves."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.http import scenes
from tests.http.person import Person
from tests.year.cast import BELOV, COLLEAGUES, CURATOR, DUMAS, PETROVA, RYABOVA, YUSUPOVA, Character
from tests.year.colleague import Colleague
from tests.year.curator import Curator
from tests.year.year import Year

ZONE_NAME = "Омск"
LETTER = "Подскажите, можно ли перенести наше открытое занятие на весну?"
POSTS = (
    "Наставники начали учебный год: первые пары уже встретились и составили планы.",
    "Весенняя неделя открытых занятий: приходите посмотреть, как работают пары.",
)


@dataclass
class Lived:
    """Everybody with all accounts, and the year that they lived."""

    year: Year
    diaries: list[tuple[Character, list[Person]]]


def live(year: Year, roadmap_name: str, roadmap: bytes) -> Lived:
    """Plan the story and live it to the last day."""
    curator = Curator(year)
    colleagues = {character.surname: Colleague(year, character) for character in COLLEAGUES}
    year.on_day(0, 10, lambda: begins(year, curator, colleagues, roadmap_name, roadmap))
    for day, hour, act in steps(curator, colleagues):
        year.on_day(day, hour, act)
    year.live()
    others = [(each.character, each.accounts) for each in colleagues.values()]
    return Lived(year, [(CURATOR, [curator.me]), *others])


def begins(year: Year, curator: Curator, colleagues: dict[str, Colleague], name: str, roadmap: bytes) -> None:
    """The first day: organisation, roadmap, invitation; the colleagues come on the days after."""
    curator.founds(ZONE_NAME)
    curator.sends_roadmap(name, roadmap)
    links = scenes.invitation(curator.me)
    for colleague in colleagues.values():
        hour = 9 + len(colleague.character.surname)
        year.on_day(colleague.character.comes_on, hour, lambda colleague=colleague: colleague.comes(links))


def steps(curator: Curator, colleagues: dict[str, Colleague]) -> list[tuple[int, int, Callable[[], None]]]:
    """Day, hour and act of everything that nobody waits for."""

    def who(character: Character) -> Colleague:
        return colleagues[character.surname]

    return [
        (7, 11, lambda: curator.ties_names(RYABOVA)),
        (8, 15, curator.reminds_silent),
        (15, 11, curator.proposes_all),
        (23, 16, curator.looks_how_it_goes),
        (30, 12, curator.marks_by_mistake),
        (36, 14, lambda: curator.writes_post(POSTS[0], "Сейчас")),
        (50, 20, lambda: who(DUMAS).writes_to_curator(LETTER)),
        (70, 12, lambda: who(PETROVA).asks_for_quiet()),
        (98, 11, curator.sends_survey),
        (113, 15, curator.looks_at_survey),
        (120, 13, lambda: who(YUSUPOVA).writes_to_curator("Спасибо за программу, мне всё нравится.")),
        (140, 17, lambda: who(BELOV).blocks()),
        (150, 12, curator.takes_lists),
        (196, 14, lambda: curator.writes_post(POSTS[1], "завтра в 10")),
        (230, 11, curator.sends_survey),
        (246, 15, curator.looks_at_survey),
        (277, 12, curator.ends_all_pairs),
        (280, 12, curator.looks_how_it_goes),
    ]
