"""The list of practices as a table."""

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery

from documents.paper import Paper
from domain.consents import Use
from domain.people import Action
from domain.practices import State
from handlers.callbacks import Go
from handlers.filters import May
from handlers.people.answers import answers_of, cell
from handlers.practices.looking import queue_screen
from handlers.practices.naming import may_be_named
from handlers.practices.press import PracticeSheet
from handlers.screen import Screen, button, rows
from handlers.visit import Scene, Visit
from storage.models import Person, Practice

router = Router(name="practices_table")

TOLD = (State.ACCEPTED, State.WAITING)
ANSWERS = ("title", "whom", "done", "result")
WIDTHS = {"number": 6, "author": 30, "title": 30, "whom": 24, "done": 60, "result": 44, "state": 16, "named": 18}


@router.callback_query(PracticeSheet.filter(), May(Action.WRITE_POST))
async def send(query: CallbackQuery, callback_data: PracticeSheet, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    allowed = await visit.storage.consents.allowing(organisation.id, Use.SHOW)
    found = await visit.storage.practices.in_state(organisation.id, *TOLD)
    told = [(practice, author) for practice, author in found if author.id in allowed]
    if not told:
        return await queue_screen(visit, first=visit.texts("practices-none"))
    filled = [await row(visit, number, *each) for number, each in enumerate(told, 1)]
    return Screen(
        visit.texts("practices-sheet-sent"),
        rows(
            button(visit.texts("practices-all"), Go(to="practices")),
            button(visit.texts("home"), Go(to="home")),
            width=2,
        ),
        papers=(table(visit, organisation.name, filled),),
    )


def table(scene: Scene, organisation: str, filled: list[dict[str, Any]]) -> Paper:
    return Paper(
        "list_xlsx",
        scene.texts("practices-paper"),
        {
            "title": scene.texts("practices-paper"),
            "note": f"«{organisation}»",
            "columns": [
                (key, scene.texts("practice-column", column=key), width, "number" if key == "number" else "text")
                for key, width in WIDTHS.items()
            ],
            "rows": filled,
        },
    )


async def row(scene: Scene, number: int, practice: Practice, author: Person) -> dict[str, Any]:
    form, answers = await answers_of(scene, await scene.storage.practices.submission(practice))
    told = {
        question.key: cell(question, answers[question.key])
        for question in form.questions
        if question.key in ANSWERS and question.key in answers
    }
    named = await may_be_named(scene, practice)
    return told | {
        "number": number,
        "author": author.name or scene.texts("person-unnamed"),
        "state": scene.texts("practice-in-state", state=practice.state),
        "named": scene.texts("form-button-yes" if named else "form-button-no"),
    }
