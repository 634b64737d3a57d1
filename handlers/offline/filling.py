"""Answers from paper: the curator chooses a person and a form, and answers for her."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from handlers.callbacks import Go
from handlers.filters import May
from handlers.offline.entries import Entry, entered_for, entries
from handlers.offline.press import Enter
from handlers.people.overview import overview
from handlers.questionnaire import begin_for
from handlers.questionnaire.press import FillFor
from handlers.screen import Button, Screen, button, page_of, page_row, rows
from handlers.status import name_of
from handlers.visit import Scene, Visit

router = Router(name="offline_filling")

FORMS_ON_PAGE = 4


@router.callback_query(FillFor.filter(), May(Action.SEE_PEOPLE))
async def choose(query: CallbackQuery, callback_data: FillFor, visit: Visit) -> Screen:
    """From somebody's card: which form? Those that were entered already come last, to be corrected."""
    person = next((each for each in await entered_for(visit) if each.id == callback_data.person), None)
    if person is None:
        return await overview(visit, first=visit.texts("stale-button"))
    found = await entries(visit, person.id)
    shown, number, pages = page_of(found, callback_data.page, FORMS_ON_PAGE)
    return Screen(
        visit.texts("offline-which-form" if found else "offline-no-form", name=name_of(visit, person)),
        (
            *rows(*(entry_button(visit, person.id, each) for each in shown)),
            *page_row(visit.texts, number, pages, lambda page: FillFor(person=person.id, page=page)),
            *rows(
                button(visit.texts("curator-people"), Go(to="people")),
                button(visit.texts("home"), Go(to="home")),
                width=2,
            ),
        ),
    )


def entry_button(scene: Scene, person_id: int, entry: Entry) -> Button:
    label = scene.texts("offline-correct", title=entry.title) if entry.sent else entry.title
    return button(label, Enter(person=person_id, form=entry.form, survey=entry.survey))


@router.callback_query(Enter.filter(), May(Action.SEE_PEOPLE))
async def enter(query: CallbackQuery, callback_data: Enter, visit: Visit) -> Screen:
    """Begin the form for her, or go on with it; one that nobody waits for any more is told so."""
    people = {each.id for each in await entered_for(visit)}
    wanted = (callback_data.form, callback_data.survey)
    waiting = await entries(visit, callback_data.person) if callback_data.person in people else []
    if not any((each.form, each.survey) == wanted for each in waiting):
        return await overview(visit, first=visit.texts("stale-button"))
    return await begin_for(
        visit,
        callback_data.person,
        callback_data.form,
        survey_id=callback_data.survey or None,
        version=callback_data.version or None,
    )
