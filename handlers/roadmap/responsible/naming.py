"""Who stands behind one name: people and roles to tick, several at a time."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action, Role
from handlers.filters import May
from handlers.roadmap.press import Who
from handlers.roadmap.responsible.known import ROLES, Circle, circle_of
from handlers.roadmap.responsible.leading import leader_screen
from handlers.roadmap.responsible.paper_names import names_screen, page_with
from handlers.roadmap.responsible.press import Tick, WhoIs
from handlers.roadmap.responsible.tying import behind_words, of_followed, tie, with_tick
from handlers.row_words import short
from handlers.screen import Button, Screen, button, lines, page_of, page_row, rows
from handlers.visit import Visit
from storage.models import Person, Responsible
from storage.responsible import Behind

router = Router(name="roadmap_naming")

PEOPLE_ON_PAGE = 4


@router.callback_query(WhoIs.filter(), May(Action.EDIT_ROADMAP))
async def choose(query: CallbackQuery, callback_data: WhoIs, visit: Visit) -> Screen:
    name = await of_followed(visit, callback_data.responsible)
    if name is None:
        return await names_screen(visit, remark=visit.texts("stale-button"))
    return await name_screen(visit, name, callback_data.page, callback_data.roles)


async def name_screen(
    visit: Visit, name: Responsible, page: int, roles: bool = False, undo: Button | None = None
) -> Screen:
    """Whom to tick for a name: a page of people, those whom the paper probably means first, or the roles."""
    circle = await circle_of(visit)
    behind = (await visit.storage.responsible.behind([name]))[name.id]
    ticks = role_ticks(visit, name, behind, circle) if roles else people_ticks(visit, name, behind, circle, page)
    other = visit.texts("who-people" if roles else "who-roles")
    return Screen(
        lines(
            visit.texts("roadmap-who-is", name=short(name.name, 200)),
            visit.texts("who-now", people=await behind_words(visit, behind)) if behind else None,
            None if len(circle.people) > 1 else visit.texts("roadmap-who-empty"),
        ),
        (
            *ticks,
            *rows(
                button(visit.texts("who-done"), Who(page=await page_with(visit, name.id))),
                button(other, WhoIs(responsible=name.id, roles=not roles)),
                undo,
                width=3,
            ),
        ),
    )


def people_ticks(
    visit: Visit, name: Responsible, behind: Behind, circle: Circle, page: int
) -> tuple[tuple[Button, ...], ...]:
    people = circle.likely_first(name.name, visit.person.id)
    shown, number, pages = page_of(people, page, PEOPLE_ON_PAGE)
    return (
        *rows(*(person_tick(visit, name, each, each.id in behind.people, number) for each in shown)),
        *page_row(visit.texts, number, pages, lambda to: WhoIs(responsible=name.id, page=to)),
    )


def person_tick(visit: Visit, name: Responsible, person: Person, ticked: bool, page: int) -> Button:
    label = visit.texts("roadmap-who-me") if person.id == visit.person.id else person.name
    return button(
        ticked_label(visit, label or visit.texts("person-unnamed"), ticked),
        Tick(responsible=name.id, person=person.id, on=not ticked, page=page),
    )


def role_ticks(visit: Visit, name: Responsible, behind: Behind, circle: Circle) -> tuple[tuple[Button, ...], ...]:
    proposed = circle.meant(name.name).role
    order: Sequence[Role] = sorted(ROLES, key=lambda role: role != proposed)
    return rows(
        *(
            button(
                ticked_label(visit, visit.texts("who-role", role=role), role in behind.roles),
                Tick(responsible=name.id, role=role, on=role not in behind.roles),
            )
            for role in order
        )
    )


def ticked_label(visit: Visit, label: str, ticked: bool) -> str:
    return visit.texts("form-option-ticked" if ticked else "form-option-unticked", label=label)


@router.callback_query(Tick.filter(), May(Action.EDIT_ROADMAP))
async def tick(query: CallbackQuery, callback_data: Tick, visit: Visit) -> Screen:
    """A tick set or taken away, from either side; one that is so already is only shown again."""
    name = await of_followed(visit, callback_data.responsible)
    person, role = callback_data.person, callback_data.role
    circle = await circle_of(visit)
    if name is None or (role not in ROLES if not person else callback_data.on and person not in circle.people):
        return await names_screen(visit, remark=visit.texts("stale-button"))
    before = (await visit.storage.responsible.behind([name]))[name.id]
    after = with_tick(before, person, role, on=callback_data.on)
    undo = await tie(visit, {name.id: after}) if after != before else None
    if callback_data.seen == "person" and person in circle.people:
        return await leader_screen(visit, circle.people[person], callback_data.page, undo)
    return await name_screen(visit, name, callback_data.page, bool(role), undo)
