"""Diagnostics at the beginning and at the end, and what changed between them."""

from collections.abc import Mapping, Sequence
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery

from documents.paper import Paper
from domain.comparison import compare, totals
from domain.forms import Answer, Form, Kind, load
from domain.people import Action
from domain.surveys import DIAGNOSTICS, DIAGNOSTICS_END, DIAGNOSTICS_START
from handlers.callbacks import Go
from handlers.filters import May
from handlers.people.answers import answers_of
from handlers.screen import Screen, button, lines, rows
from handlers.surveys.answers import shown_of
from handlers.surveys.board import home_button
from handlers.surveys.press import Compare, SendSurvey
from handlers.visit import Scene, Visit

router = Router(name="surveys_diagnostics")

Marks = dict[int, dict[str, int]]
"""Person → what is measured → mark."""


@router.callback_query(Go.filter(F.to == "diagnostics"), May(Action.OPEN_SURVEY))
async def show(query: CallbackQuery, visit: Visit) -> Screen:
    return menu(visit)


def menu(scene: Scene, first: str | None = None) -> Screen:
    texts = scene.texts
    return Screen(
        lines(first, texts("diagnostics-title"), texts("diagnostics-about")),
        (
            *rows(
                button(texts("diagnostics-start"), SendSurvey(kind=DIAGNOSTICS_START)),
                button(texts("diagnostics-end"), SendSurvey(kind=DIAGNOSTICS_END)),
                button(texts("diagnostics-compare"), Compare()),
            ),
            *rows(button(texts("back"), Go(to="surveys")), home_button(scene), width=2),
        ),
    )


@router.callback_query(Compare.filter(), May(Action.OPEN_SURVEY))
async def send_comparison(query: CallbackQuery, visit: Visit) -> Screen:
    """A spreadsheet, as soon as anybody has answered either time."""
    before, after = await marks_of(visit, DIAGNOSTICS_START), await marks_of(visit, DIAGNOSTICS_END)
    if not any(before.values()) and not any(after.values()):
        return menu(visit, first=visit.texts("diagnostics-nothing"))
    paper = await comparison(visit, before, after)
    fresh = menu(visit, first=visit.texts("diagnostics-ready"))
    return Screen(fresh.text, fresh.rows, papers=(paper,))


async def marks_of(scene: Scene, kind: str) -> dict[str, Marks]:
    """Form → everybody's marks in this programme's diagnostics of this kind; the latest sending counts."""
    organisation = await scene.organisation()
    programme = await scene.storage.organisations.programme(organisation.id)
    found: dict[str, Marks] = {form: {} for form in DIAGNOSTICS.values()}
    for survey in await scene.storage.surveys.of_kind(organisation.id, programme.id, kind):
        for submission in await shown_of(scene, survey):
            form, answers = await answers_of(scene, submission)
            found[form.key][submission.person_id] = marks_in(form, answers)
    return found


def marks_in(form: Form, answers: Mapping[str, Answer]) -> dict[str, int]:
    scales = [each for each in form.questions if each.kind is Kind.SCALE and each.key in answers]
    values = {each.measure: answers[each.key].value for each in scales}
    return {measure: value for measure, value in values.items() if isinstance(value, int)}


async def comparison(scene: Scene, before: Mapping[str, Marks], after: Mapping[str, Marks]) -> Paper:
    """As ``documents.writers.comparison_xlsx`` takes it."""
    organisation = await scene.organisation()
    title = scene.texts("diagnostics-paper")
    sides = [
        await side(scene, load(form), scene.texts("survey-audience", role=role), before[form], after[form])
        for role, form in DIAGNOSTICS.items()
    ]
    note = scene.texts("diagnostics-note")
    data = {"title": title, "organisation": organisation.name, "note": note, "sides": sides}
    return Paper("comparison_xlsx", title, data)


async def side(scene: Scene, form: Form, audience: str, before: Marks, after: Marks) -> dict[str, Any]:
    """Mentors or mentees: the means, and every person's marks."""
    names = {each.measure: each.name for each in form.questions if each.kind is Kind.SCALE}
    people = {
        person: compare(tuple(names), before.get(person, {}), after.get(person, {}))
        for person in dict.fromkeys([*before, *after])
    }
    return {
        "audience": audience,
        "totals": [
            (names[each.measure], each.people, each.before, each.after)
            for each in totals(tuple(names), tuple(people.values()))
        ],
        "people": [
            (name, names[each.measure], each.before, each.after)
            for name, person in await by_name(scene, tuple(people))
            for each in people[person]
        ],
    }


async def by_name(scene: Scene, people: Sequence[int]) -> list[tuple[str, int]]:
    kept = [await scene.storage.people.get(person) for person in people]
    return sorted((each.name or scene.texts("person-unnamed"), each.id) for each in kept)
