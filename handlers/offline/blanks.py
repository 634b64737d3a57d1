"""Any form as a blank to print: for people who write with a pen."""

import re
from collections.abc import Mapping
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery

from documents.paper import Paper
from domain.blanks import blank_code
from domain.forms import Form, Kind, Question, UnknownForm, built_in
from domain.forms.conditions import Comparison
from domain.people import OFFERED, Action, Category
from handlers.callbacks import Go
from handlers.filters import May
from handlers.offline.press import Blank, Blanks
from handlers.questionnaire.forms import find_form
from handlers.screen import Screen, button, page_of, page_row, rows
from handlers.status import APPLICATIONS
from handlers.visit import Scene, Visit

router = Router(name="offline_blanks")

ON_PAGE = 4
NOT_ON_PAPER = frozenset({"organisation", "mentor_agreement"})
"""Forms that only a curator fills in, in the conversation that they belong to."""


@router.callback_query(Go.filter(F.to == "blanks"), May(Action.SEE_PEOPLE))
async def first_page(query: CallbackQuery, visit: Visit) -> Screen:
    return await choice(visit, 0)


@router.callback_query(Blanks.filter(), May(Action.SEE_PEOPLE))
async def turn(query: CallbackQuery, callback_data: Blanks, visit: Visit) -> Screen:
    return await choice(visit, callback_data.page)


async def choice(visit: Visit, page: int) -> Screen:
    organisation = await visit.organisation()
    own = await visit.storage.own_forms.offered(organisation.id)
    forms = sorted(built_in().values(), key=lambda form: (form.key not in APPLICATIONS, form.key))
    printable = [(form.key, form.title) for form in forms if form.key not in NOT_ON_PAPER]
    shown, number, pages = page_of([*printable, *((each.key, each.title) for each in own)], page, ON_PAGE)
    return Screen(
        visit.texts("blanks-which"),
        (
            *rows(*(button(title, Blank(form=key)) for key, title in shown)),
            *page_row(visit.texts, number, pages, lambda other: Blanks(page=other)),
            *rows(button(visit.texts("back"), Go(to="people-papers"))),
        ),
    )


@router.callback_query(Blank.filter(), May(Action.SEE_PEOPLE))
async def send(query: CallbackQuery, callback_data: Blank, visit: Visit) -> Screen:
    """The paper; a form that asks people of different categories differently is printed for one of them."""
    back = rows(
        button(visit.texts("blanks-more"), Go(to="blanks")), button(visit.texts("curator-people"), Go(to="people"))
    )
    organisation = await visit.organisation()
    try:
        form = await find_form(visit, organisation.id, callback_data.form)
    except UnknownForm:
        return Screen(visit.texts("stale-button"), back)
    if callback_data.category is None and differs(form):
        return for_whom(visit, form)
    paper = await blank_of(visit, form, callback_data.category or Category.TEACHER)
    return Screen(visit.texts("blanks-sent"), back, papers=(paper,))


def differs(form: Form) -> bool:
    """Whether a condition of the form names the category."""
    return any("category" in question.when.facts() for question in form.questions)


def for_whom(visit: Visit, form: Form) -> Screen:
    choices = (
        button(visit.texts("offline-category", category=each), Blank(form=form.key, category=each))
        for each in Category
        if set(form.audience) & set(OFFERED[each])
    )
    back = button(visit.texts("back"), Go(to="blanks"))
    return Screen(visit.texts("blanks-for-whom"), rows(*choices, back, width=2))


async def blank_of(visit: Visit, form: Form, category: Category) -> Paper:
    """A form with lines to write on and boxes to tick, as people of this category answer it."""
    organisation = await visit.organisation()
    whom = visit.texts("offline-category", category=category)
    return Paper(
        "form_blank_docx",
        f"{form.title} ({whom})" if differs(form) else form.title,
        {
            "organisation": organisation.name or visit.texts("organisation-yours"),
            "title": form.title,
            "code": blank_code(form.key, form.version),
            "questions": printed(visit, form, category),
        },
    )


def printed(scene: Scene, form: Form, category: Category) -> list[dict[str, Any]]:
    """The questions that may concern this category, numbered as they stand on paper."""
    asked = [question for question in form.questions if may_concern(question, form, category)]
    numbers = {question.key: number for number, question in enumerate(asked, 1)}
    return [
        {
            "number": numbers[question.key],
            "text": question.text.strip(),
            "hint": on_paper(question.hint),
            "when": condition_words(scene, form, question, numbers),
            "kind": str(question.kind),
            "options": [option.label for option in question.options],
            "own": question.own,
            "marks": marks_of(question),
        }
        for question in asked
    ]


def on_paper(hint: str) -> str:
    """A hint without what is said of buttons."""
    return " ".join(each for each in re.split(r"(?<=[.!?])\s+", hint.strip()) if "ажмите" not in each)


def may_concern(question: Question, form: Form, category: Category) -> bool:
    """A condition on the category and the role alone is decided here; any other is left to who writes."""
    known = {"category": category.value, "role": form.audience}
    is_open = any(True for _ in question.when.questions()) or not set(question.when.facts()) <= known.keys()
    return is_open or question.when.holds({}, known)


def condition_words(scene: Scene, form: Form, question: Question, numbers: Mapping[str, int]) -> str:
    """After which answers the question is asked; empty for one that everybody answers."""
    when = question.when
    if isinstance(when, Comparison) and not when.of_person and when.name in numbers and when.one_of:
        earlier = form.question(when.name)
        labels = [option.label for option in earlier.options if option.key in when.one_of] if earlier else []
        if labels:
            answers = ", ".join(f"«{label}»" for label in labels)
            return scene.texts("blanks-when", number=numbers[when.name], answers=answers)
    return scene.texts("blanks-when-yours") if any(True for _ in when.questions()) else ""


def marks_of(question: Question) -> list[int]:
    """The marks of a scale, to be ringed."""
    if question.kind is not Kind.SCALE:
        return []
    lowest, highest = question.limits.minimum, question.limits.maximum
    return list(range(lowest if isinstance(lowest, int) else 1, (highest if isinstance(highest, int) else 10) + 1))
