"""«Своя анкета»: what there is, the template, and the way to send a filled-in file."""

from itertools import chain

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.people import Action
from handlers.callbacks import Go
from handlers.filters import May
from handlers.own_forms.press import OwnForms, SendFile
from handlers.own_forms.template import template
from handlers.questionnaire.press import OwnCard
from handlers.screen import Screen, button, lines, page_of, page_row, rows
from handlers.visit import Scene, Visit

router = Router(name="own_forms_menu")

FORMS_ON_PAGE = 3


@router.callback_query(Go.filter(F.to == "own-forms"), May(Action.OPEN_SURVEY))
async def show(query: CallbackQuery, visit: Visit) -> Screen:
    visit.stop_asking()
    return await menu(visit)


@router.callback_query(OwnForms.filter(), May(Action.OPEN_SURVEY))
async def turn(query: CallbackQuery, callback_data: OwnForms, visit: Visit) -> Screen:
    return await menu(visit, callback_data.page)


async def menu(scene: Scene, page: int = 0, first: str | None = None) -> Screen:
    """The forms that can be sent, the newest first; ``first`` is said above."""
    organisation = await scene.organisation()
    forms = await scene.storage.own_forms.offered(organisation.id)
    shown, number, pages = page_of(forms, page, FORMS_ON_PAGE)
    texts = scene.texts
    return Screen(
        lines(first, texts("own-form-title"), texts("own-form-choose" if forms else "own-form-about")),
        (
            *rows(*(button(form.title, OwnCard(key=form.key)) for form in shown)),
            *rows(
                button(texts("own-form-template"), Go(to="own-form-template")),
                button(texts("own-form-send-file"), SendFile()),
                width=2,
            ),
            (
                *chain.from_iterable(page_row(texts, number, pages, lambda other: OwnForms(page=other))),
                button(texts("back"), Go(to="surveys")),
                button(texts("home"), Go(to="home")),
            ),
        ),
    )


@router.callback_query(Go.filter(F.to == "own-form-template"), May(Action.OPEN_SURVEY))
async def give_template(query: CallbackQuery, visit: Visit) -> Screen:
    """The template; the filled-in file is waited for at once."""
    visit.ask("own-form")
    return Screen(
        visit.texts("own-form-template-ready"),
        rows(button(visit.texts("back"), Go(to="own-forms")), button(visit.texts("home"), Go(to="home")), width=2),
        papers=(template(visit.texts),),
    )
