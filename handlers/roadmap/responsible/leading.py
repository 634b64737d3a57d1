"""The same ties seen from a person: «Что ведёт Петрова?»."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from handlers.filters import May
from handlers.roadmap.press import Who
from handlers.roadmap.responsible.known import circle_of
from handlers.roadmap.responsible.press import Leaders, Leads, Tick
from handlers.roadmap.responsible.tying import names_in_use
from handlers.screen import Button, Screen, button, page_of, page_row, rows
from handlers.status import name_of
from handlers.visit import Visit
from storage.models import Person, Responsible

router = Router(name="roadmap_leading")

ON_PAGE = 4


@router.callback_query(Leaders.filter(), May(Action.EDIT_ROADMAP))
async def show(query: CallbackQuery, callback_data: Leaders, visit: Visit) -> Screen:
    return await leaders_screen(visit, callback_data.page)


async def leaders_screen(visit: Visit, page: int = 0) -> Screen:
    """Everybody in the organisation, with how many names of the paper each stands behind."""
    people = list((await circle_of(visit)).people.values())
    ties = await visit.storage.responsible.behind(await names_in_use(visit))
    shown, number, pages = page_of(people, page, ON_PAGE)
    unnamed = visit.texts("person-unnamed")
    counts = {each.id: sum(each.id in behind.people for behind in ties.values()) for each in shown}
    return Screen(
        visit.texts("who-leaders", number=number + 1, pages=pages),
        (
            *rows(
                *(
                    button(
                        visit.texts("who-leader", name=each.name or unnamed, count=counts[each.id]),
                        Leads(person=each.id),
                    )
                    for each in shown
                )
            ),
            *page_row(visit.texts, number, pages, lambda to: Leaders(page=to)),
            *rows(button(visit.texts("back"), Who())),
        ),
    )


@router.callback_query(Leads.filter(), May(Action.EDIT_ROADMAP))
async def choose(query: CallbackQuery, callback_data: Leads, visit: Visit) -> Screen:
    person = (await circle_of(visit)).people.get(callback_data.person)
    if person is None:
        return await leaders_screen(visit)
    return await leader_screen(visit, person, callback_data.page)


async def leader_screen(visit: Visit, person: Person, page: int, undo: Button | None = None) -> Screen:
    """The names of the paper, those that the person stands behind ticked."""
    names = await names_in_use(visit)
    behind = await visit.storage.responsible.behind(names)
    shown, number, pages = page_of(names, page, ON_PAGE)
    ticked = {each.id for each in shown if person.id in behind[each.id].people}
    return Screen(
        visit.texts("who-leads", name=name_of(visit, person), number=number + 1, pages=pages),
        (
            *rows(*(name_tick(visit, each, person, each.id in ticked, number) for each in shown)),
            *page_row(visit.texts, number, pages, lambda to: Leads(person=person.id, page=to)),
            *rows(button(visit.texts("who-done"), Leaders()), undo, width=2),
        ),
    )


def name_tick(visit: Visit, name: Responsible, person: Person, ticked: bool, page: int) -> Button:
    return button(
        visit.texts("form-option-ticked" if ticked else "form-option-unticked", label=name.name),
        Tick(responsible=name.id, person=person.id, on=not ticked, seen="person", page=page),
    )
