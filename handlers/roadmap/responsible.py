"""«Кто отвечает?»: the names and posts of the paper tied to people of the organisation."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from handlers.callbacks import Go
from handlers.filters import May
from handlers.roadmap.press import Tie, Who, WhoIs
from handlers.row_words import short
from handlers.screen import Button, Screen, button, lines, page_of, page_row, rows
from handlers.status import name_of
from handlers.undo import decided, reversal
from handlers.visit import Scene, Visit
from storage.models import Decision, Person, Responsible
from storage.people import fold
from storage.responsible import Behind

router = Router(name="roadmap_responsible")

NAMES_ON_PAGE = 3
PEOPLE_ON_PAGE = 4


@router.callback_query(Who.filter(), May(Action.EDIT_ROADMAP))
async def show(query: CallbackQuery, callback_data: Who, visit: Visit) -> Screen:
    return await names_screen(visit, callback_data.page)


async def names_screen(visit: Visit, page: int = 0, remark: str = "", undo: Button | None = None) -> Screen:
    """The names with the people behind them."""
    organisation = await visit.organisation()
    active = await visit.storage.roadmaps.active(organisation.id)
    names = distinct(await visit.storage.responsible.of(active.id)) if active is not None else []
    if not names:
        return nobody_named(visit)
    shown, number, pages = page_of(names, page, NAMES_ON_PAGE)
    told = [await tie_words(visit, each) for each in shown]
    return Screen(
        lines(remark, visit.texts("roadmap-who-title", number=number + 1, pages=pages), "\n".join(told)),
        (
            *rows(*(button(each.name, WhoIs(responsible=each.id)) for each in shown)),
            *page_row(visit.texts, number, pages, lambda to: Who(page=to)),
            *rows(undo, button(visit.texts("roadmap-open"), Go(to="roadmap")), width=2),
        ),
    )


def distinct(names: Sequence[Responsible]) -> list[Responsible]:
    """The names without those that differ only in capitals and the like; they are tied together."""
    found: dict[str, Responsible] = {}
    for each in names:
        found.setdefault(fold(each.name), each)
    return list(found.values())


def nobody_named(visit: Visit) -> Screen:
    return Screen(
        visit.texts("roadmap-who-nobody"),
        rows(button(visit.texts("roadmap-open"), Go(to="roadmap")), button(visit.texts("home"), Go(to="home"))),
    )


async def tie_words(scene: Scene, name: Responsible) -> str:
    behind = (await scene.storage.responsible.behind([name]))[name.id]
    people = await scene.storage.people.by_id(behind.people)
    if not people:
        return scene.texts("roadmap-who-untied", name=short(name.name, 120))
    told = ", ".join(name_of(scene, people[each]) for each in behind.people)
    return scene.texts("roadmap-who-tied", name=short(name.name, 120), person=told)


@router.callback_query(WhoIs.filter(), May(Action.EDIT_ROADMAP))
async def choose(query: CallbackQuery, callback_data: WhoIs, visit: Visit) -> Screen:
    name = await of_followed(visit, callback_data.responsible)
    if name is None:
        return await names_screen(visit, remark=visit.texts("stale-button"))
    people = [each for each in await candidates(visit, name) if each.id != visit.person.id]
    shown, number, pages = page_of(people, callback_data.page, PEOPLE_ON_PAGE)
    return Screen(
        lines(
            visit.texts("roadmap-who-is", name=short(name.name, 200)),
            None if people else visit.texts("roadmap-who-empty"),
        ),
        people_rows(visit, name, shown, number, pages),
    )


def people_rows(
    visit: Visit, name: Responsible, shown: Sequence[Person], number: int, pages: int
) -> tuple[tuple[Button, ...], ...]:
    """«Это я» and «Пока никто» first, then the people, two in a row."""

    def tie(label: str, person_id: int) -> Button:
        return button(label, Tie(responsible=name.id, person=person_id))

    return (
        (
            tie(visit.texts("roadmap-who-me"), visit.person.id),
            tie(visit.texts("roadmap-who-none"), 0),
        ),
        *rows(*(tie(each.name or visit.texts("person-unnamed"), each.id) for each in shown), width=2),
        *page_row(visit.texts, number, pages, lambda to: WhoIs(responsible=name.id, page=to)),
        (button(visit.texts("back"), Who()),),
    )


async def of_followed(visit: Visit, responsible_id: int) -> Responsible | None:
    """A name of the roadmap that the organisation follows now."""
    organisation = await visit.organisation()
    name = await visit.storage.responsible.get(organisation.id, responsible_id)
    active = await visit.storage.roadmaps.active(organisation.id)
    return name if name is not None and active is not None and name.roadmap_id == active.id else None


async def candidates(visit: Visit, name: Responsible) -> list[Person]:
    """Everybody in the organisation, those whose surname stands in the paper first."""
    organisation = await visit.organisation()
    people = await visit.storage.people.members(organisation.id)
    written = fold(name.name)
    return sorted(people, key=lambda person: not is_named(person, written))


def is_named(person: Person, written: str) -> bool:
    surname = person.name_folded.partition(" ")[0]
    return bool(surname) and surname in written


@router.callback_query(Tie.filter(), May(Action.EDIT_ROADMAP))
async def tie(query: CallbackQuery, callback_data: Tie, visit: Visit) -> Screen:
    name = await of_followed(visit, callback_data.responsible)
    people = {each.id: each for each in await candidates(visit, name)} if name is not None else {}
    person = people.get(callback_data.person)
    if name is None or (callback_data.person and person is None):
        return await names_screen(visit, remark=visit.texts("stale-button"))
    names = await visit.storage.responsible.of(name.roadmap_id)
    same = [each for each in names if fold(each.name) == fold(name.name)]
    before = await visit.storage.responsible.behind(same)
    undo = await decided(visit, "roadmap-tie", before={str(each): asdict(behind) for each, behind in before.items()})
    for each in same:
        await visit.storage.responsible.tie(each, Behind((person.id,) if person is not None else ()))
    page = [fold(each.name) for each in distinct(names)].index(fold(name.name)) // NAMES_ON_PAGE
    return await names_screen(visit, page, visit.texts("roadmap-who-kept"), undo)


@reversal("roadmap-tie")
async def undo_tie(visit: Visit, decision: Decision) -> bool:
    before: dict[str, dict[str, list[Any]]] = decision.before["before"]
    names = {each: await of_followed(visit, int(each)) for each in before}
    for responsible_id, name in names.items():
        if name is not None:
            kept = before[responsible_id]
            await visit.storage.responsible.tie(name, Behind(tuple(kept["people"]), tuple(kept["roles"])))
    return all(name is not None for name in names.values())
