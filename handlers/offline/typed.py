"""The code of a blank, typed: a curator enters that paper for somebody, a participant answers the form herself."""

from typing import Any

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message, TelegramObject

from domain.blanks import BlankCode, read_blank_code
from domain.forms import Form, UnknownForm
from domain.people import Action
from domain.practices import FORM as PRACTICE
from handlers import questionnaire
from handlers.callbacks import Go
from handlers.filters import Known, May
from handlers.offline.entries import entered_for, entries
from handlers.offline.press import AnswerBlank, Enter, PaperOf
from handlers.practices.own import AUTHORS
from handlers.practices.press import Share
from handlers.questionnaire.forms import find_form
from handlers.screen import Button, Screen, button, escape, lines, page_of, page_row, rows
from handlers.status import APPLICATIONS
from handlers.surveys import answering
from handlers.visit import Visit
from storage.models import Person

router = Router(name="offline_typed")

NAMES_ON_PAGE = 4


class TypedBlank(Filter):
    """The text is a blank's code; the handler gets it as ``blank``."""

    async def __call__(self, event: TelegramObject) -> bool | dict[str, Any]:
        blank = read_blank_code(event.text or "") if isinstance(event, Message) else None
        return {"blank": blank} if blank is not None else False


@router.message(TypedBlank(), Known())
async def typed(message: Message, visit: Visit, blank: BlankCode) -> Screen:
    visit.stop_asking()
    form = await form_of(visit, blank)
    if form is None:
        return Screen(visit.texts("blank-unknown"), rows(button(visit.texts("home"), Go(to="home"))))
    if await visit.may(Action.SEE_PEOPLE):
        return await for_whom(visit, form, 0)
    return await answer(visit, form)


async def form_of(visit: Visit, blank: BlankCode) -> Form | None:
    """The form in the version that was printed, the newest where that is not kept; None for no form of theirs."""
    organisation = await visit.organisation()
    try:
        return await find_form(visit, organisation.id, blank.form, blank.version or None)
    except UnknownForm:
        return None


@router.callback_query(PaperOf.filter(), May(Action.SEE_PEOPLE))
async def turn(query: CallbackQuery, callback_data: PaperOf, visit: Visit) -> Screen:
    form = await form_of(visit, BlankCode(callback_data.form, callback_data.version))
    if form is None:
        return Screen(visit.texts("blank-unknown"), rows(button(visit.texts("home"), Go(to="home"))))
    return await for_whom(visit, form, callback_data.page)


async def for_whom(visit: Visit, form: Form, page: int) -> Screen:
    """Whose paper is it? Those without a messenger for whom the form waits, or somebody new."""
    choices = await choices_for(visit, form)
    shown, number, pages = page_of(choices, page, NAMES_ON_PAGE)
    paper = PaperOf(form=form.key, version=form.version)
    return Screen(
        lines(
            visit.texts("blank-for-whom", title=escape(form.title)),
            None if choices else visit.texts("blank-nobody"),
        ),
        (
            *rows(*(button(person.name or visit.texts("person-unnamed"), action) for person, action in shown)),
            *page_row(visit.texts, number, pages, lambda other: paper.model_copy(update={"page": other})),
            *rows(
                button(visit.texts("offline-add-new"), Go(to="offline")),
                await own_button(visit, form),
                button(visit.texts("home"), Go(to="home")),
                width=2,
            ),
        ),
    )


async def choices_for(visit: Visit, form: Form) -> list[tuple[Person, Enter]]:
    """The people for whom this form waits, each with her button; who has not sent it comes first."""
    found: list[tuple[bool, Person, Enter]] = []
    for person in await entered_for(visit):
        entry = next((each for each in await entries(visit, person.id) if each.form == form.key), None)
        if entry is not None:
            enter = Enter(person=person.id, form=form.key, survey=entry.survey, version=form.version)
            found.append((entry.sent, person, enter))
    return [(person, enter) for _, person, enter in sorted(found, key=lambda each: each[0])]


async def own_button(visit: Visit, form: Form) -> Button | None:
    """For a curator whom the form asks too."""
    return button(visit.texts("blank-own"), AnswerBlank(form=form.key)) if await is_hers(visit, form) else None


async def is_hers(visit: Visit, form: Form) -> bool:
    if form.key in APPLICATIONS:
        return form.key in await visit.roles()
    asked = await visit.storage.surveys.open_for(visit.person.id)
    return any(invitee.form == form.key for _, invitee in asked)


@router.callback_query(AnswerBlank.filter(), Known())
async def answer_own(query: CallbackQuery, callback_data: AnswerBlank, visit: Visit) -> Screen:
    form = await form_of(visit, BlankCode(callback_data.form, 0))
    if form is None:
        return Screen(visit.texts("blank-unknown"), rows(button(visit.texts("home"), Go(to="home"))))
    return await answer(visit, form)


async def answer(visit: Visit, form: Form) -> Screen:
    """Begin the form where it is hers to answer; else who may ask her."""
    if form.key in APPLICATIONS and form.key in await visit.roles():
        return await questionnaire.begin(visit, [form.key])
    for survey, invitee in await visit.storage.surveys.open_for(visit.person.id):
        if invitee.form == form.key:
            return await answering.begin(visit, survey, invitee)
    tells = form.key == PRACTICE and await visit.roles() & AUTHORS
    practice = button(visit.texts("practices-share"), Share()) if tells else None
    return Screen(
        visit.texts("blank-practice" if practice else "blank-not-yours", title=escape(form.title)),
        rows(practice, button(visit.texts("home"), Go(to="home"))),
    )
