"""What happens in the year of one organisation, by days from the first; people's answers come of themselves."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from tests.http import scenes
from tests.http.person import Person
from tests.pictures import PNG
from tests.year.cast import (
    BELOV,
    BY_NAME,
    COLLEAGUES,
    CURATOR,
    DUMAS,
    FAMILIES,
    NIKITINA,
    PETROVA,
    RYABOVA,
    SUCCESSOR,
    VOLOSHINA,
    YUSUPOVA,
    Character,
)
from tests.year.colleague import Colleague
from tests.year.curator import Curator
from tests.year.family import Parent, Pupil
from tests.year.year import Year

ZONE_NAME = "Омск"
LETTER = "Подскажите, можно ли перенести наше открытое занятие на весну?"
POSTS = (
    "Наставники начали учебный год: первые пары уже встретились и составили планы.",
    "Весенняя неделя открытых занятий: приходите посмотреть, как работают пары.",
)
WITHDRAWN_ON = 155
"""The day on which a parent takes the consent for the child back."""

HANDED_OVER_ON = 172
"""The day on which the curator leaves the organisation to another."""

REQUESTS = ("Нужна консультация психолога перед родительским собранием.", "Хочу побывать на занятии наставника.")

Steps = list[tuple[int, int, Callable[[], None]]]
"""Day, hour and act of everything that nobody waits for."""


@dataclass
class Lived:
    """Everybody with all accounts, and the year that they lived; the families among them.

    ``offline`` have no account, ``before`` is the curator's that she handed the organisation over from, and when.
    """

    year: Year
    diaries: list[tuple[Character, list[Person]]]
    offline: tuple[Character, ...] = ()
    before: tuple[Person, datetime] | None = None
    families: list[tuple[Pupil, Parent]] = field(default_factory=list)


def live(
    year: Year,
    roadmap_name: str,
    roadmap: bytes,
    withdrawn_on: int = WITHDRAWN_ON,
    handed_over_on: int = HANDED_OVER_ON,
) -> Lived:
    """Plan the story and live it to the last day."""
    curator = Curator(year)
    colleagues = {character.surname: Colleague(year, character) for character in COLLEAGUES}
    families = [family(year, child, parent) for child, parent in FAMILIES]
    year.on_day(0, 10, lambda: begins(year, curator, colleagues, families, (roadmap_name, roadmap)))
    parents = {parent.character.surname: parent for _, parent in families}
    for day, hour, act in steps(curator, colleagues):
        year.on_day(day, hour, act)
    year.on_day(withdrawn_on, 19, parents[VOLOSHINA.surname].withdraws)
    year.on_day(handed_over_on, 16, lambda: curator.hands_over(SUCCESSOR))
    year.live()
    others = [*colleagues.values(), *(each for both in families for each in both)]
    leaders = [(who, [account]) for who, account in zip((CURATOR, SUCCESSOR), curator.accounts, strict=False)]
    diaries = [*leaders, *((each.character, each.accounts) for each in others)]
    handed_over = curator.handed_over_at
    before = (curator.accounts[0], handed_over) if handed_over is not None else None
    return Lived(year, diaries, offline=(NIKITINA,), before=before, families=families)


def family(year: Year, child: Character, parent: Character) -> tuple[Pupil, Parent]:
    grown_up = Parent(year, parent)
    return Pupil(year, child, grown_up), grown_up


def begins(
    year: Year,
    curator: Curator,
    colleagues: dict[str, Colleague],
    families: list[tuple[Pupil, Parent]],
    roadmap: tuple[str, bytes],
) -> None:
    """The first day: organisation, roadmap, invitations; colleagues and pupils come on the days after."""
    curator.founds(year.stand.code(), zone=ZONE_NAME)
    curator.sends_roadmap(*roadmap)
    personal = curator.invites_by_name(BY_NAME)
    links = scenes.invitation(curator.me)
    for surname, colleague in colleagues.items():
        come(year, [colleague], personal.get(surname, links))
    come(year, [pupil for pupil, _ in families], scenes.invitation(curator.me, "Учеников"))


def come(year: Year, colleagues: list[Colleague], links: dict[str, str]) -> None:
    """Everybody on the day of her own."""
    for colleague in colleagues:
        hour = 9 + len(colleague.character.surname)
        year.on_day(colleague.character.comes_on, hour, lambda colleague=colleague: colleague.comes(links))


def steps(curator: Curator, colleagues: dict[str, Colleague]) -> Steps:
    def who(character: Character) -> Colleague:
        return colleagues[character.surname]

    return [
        (7, 11, lambda: curator.ties_names(RYABOVA)),
        (8, 15, curator.reminds_silent),
        (9, 10, lambda: curator.takes_in(NIKITINA, PNG)),
        (15, 11, curator.proposes_all),
        (23, 16, curator.looks_how_it_goes),
        (30, 12, curator.marks_by_mistake),
        (36, 14, lambda: curator.writes_post(POSTS[0], "Сейчас")),
        (44, 13, lambda: who(DUMAS).asks_for(REQUESTS[0])),
        (50, 20, lambda: who(DUMAS).writes_to_curator(LETTER)),
        (70, 12, lambda: who(PETROVA).asks_for_quiet()),
        (98, 11, curator.sends_survey),
        (113, 15, curator.looks_at_survey),
        (120, 13, lambda: who(YUSUPOVA).writes_to_curator("Спасибо за программу, мне всё нравится.")),
        (128, 12, lambda: who(YUSUPOVA).asks_for(REQUESTS[1])),
        (140, 17, lambda: who(BELOV).blocks()),
        (150, 12, curator.takes_lists),
        (196, 14, lambda: curator.writes_post(POSTS[1], "завтра в 10")),
        (230, 11, curator.sends_survey),
        (246, 15, curator.looks_at_survey),
        (277, 12, curator.ends_all_pairs),
        (280, 12, curator.looks_how_it_goes),
    ]
