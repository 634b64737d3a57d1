"""The filled-in file comes in: a form, or every cell that has to be mended."""

from collections.abc import Sequence

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from domain.forms import Form, FormError
from domain.forms.own import CellProblem, NotAForm, read_form
from domain.forms.own.sheet import Rows
from domain.people import Action
from domain.roadmap.source import Table
from handlers.callbacks import Go
from handlers.filters import Asked, May, When
from handlers.own_forms.card import card
from handlers.own_forms.press import SendFile
from handlers.roadmap.upload import problem_key
from handlers.screen import Screen, bullets, button, escape, lines, rows, shorten
from handlers.visit import Incoming, Visit
from storage.models import OwnForm

router = Router(name="own_forms_upload")

PROBLEMS_SHOWN = 10
LONGEST_QUOTE = 80
"""Characters of a cell that are repeated to the curator."""


@router.callback_query(SendFile.filter(), May(Action.OPEN_SURVEY))
async def ask(query: CallbackQuery, callback_data: SendFile, visit: Visit) -> Screen:
    if callback_data.key:
        visit.ask("own-form", key=callback_data.key)
    else:
        visit.ask("own-form")
    return waiting(visit, visit.texts("own-form-corrected" if callback_data.key else "own-form-waiting"))


def waiting(visit: Visit, text: str) -> Screen:
    """Say something and go on waiting for the file."""
    return Screen(
        text,
        rows(
            button(visit.texts("own-form-template"), Go(to="own-form-template")),
            button(visit.texts("back"), Go(to="own-forms")),
            button(visit.texts("home"), Go(to="home")),
            width=2,
        ),
    )


@router.message(Asked("own-form"), May(Action.OPEN_SURVEY))
async def take_words(message: Message, visit: Visit) -> Screen:
    return waiting(visit, visit.texts("own-form-file-wanted"))


@router.message(Asked("own-form", anything=True), When(F.document | F.photo), May(Action.OPEN_SURVEY))
async def take_file(message: Message, visit: Visit) -> Screen:
    incoming = visit.incoming
    if incoming is None or incoming.source is None:
        return waiting(visit, lines(visit.texts(problem_key(incoming)), visit.texts("own-form-file-wanted")))
    cells = cells_of(incoming)
    organisation = await visit.organisation()
    kept = visit.storage.own_forms
    key = str(visit.account.asked_about.get("key", "")) or await kept.new_key(organisation.id)
    try:
        read = read_form(cells, key, await kept.next_version(organisation.id, key))
    except (NotAForm, FormError):
        return waiting(visit, visit.texts("own-form-no-table"))
    if isinstance(read, Form):
        return await keep(visit, read, cells)
    return waiting(visit, problems_told(visit, read))


def cells_of(incoming: Incoming) -> Rows:
    """The rows of the file's first table; none where it has no table."""
    blocks = incoming.source.blocks if incoming.source is not None else ()
    return next((block.rows for block in blocks if isinstance(block, Table)), ())


def problems_told(visit: Visit, problems: Sequence[CellProblem]) -> str:
    """What to mend, cell by cell."""
    told = [problem_words(visit, problem) for problem in problems[:PROBLEMS_SHOWN]]
    rest = len(problems) - len(told)
    return lines(
        visit.texts("own-form-problems"),
        bullets(told),
        visit.texts("own-form-more-problems", count=rest) if rest else None,
        visit.texts("own-form-send-again"),
    )


def problem_words(visit: Visit, problem: CellProblem) -> str:
    args = {
        name: escape(shorten(value, LONGEST_QUOTE)) if name == "text" else value
        for name, value in problem.args.items()
    }
    return visit.texts(f"own-form-problem-{problem.code}", cell=problem.cell, **args)


async def keep(visit: Visit, form: Form, cells: Rows) -> Screen:
    """The form's next version; the same file once more makes none."""
    visit.stop_asking()
    organisation = await visit.organisation()
    newest = await visit.storage.own_forms.find(organisation.id, form.key)
    if newest is not None and same(newest, cells):
        return await card(visit, newest, first=visit.texts("own-form-same"))
    kept = await visit.storage.own_forms.add(organisation.id, form.key, form.title, cells, visit.person.id, visit.now)
    return await card(visit, kept, first=visit.texts("own-form-read" if newest is None else "own-form-next-version"))


def same(kept: OwnForm, cells: Rows) -> bool:
    return kept.rows == [list(row) for row in cells]
