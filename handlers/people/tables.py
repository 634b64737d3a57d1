"""The two bases of the target model as spreadsheets: names and what their columns ask for, nothing else."""

from collections.abc import Mapping, Sequence
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery

from documents.columns import register
from documents.paper import Paper
from domain.audit import Audited
from domain.people import Action, Category, Role
from handlers.callbacks import Go
from handlers.filters import May
from handlers.people.answers import cell
from handlers.people.bank import Bank, read_bank
from handlers.people.kinds import forms_of_mentoring
from handlers.people.overview import overview
from handlers.people.press import RegisterSheet, Sheet
from handlers.screen import Screen, button, rows
from handlers.visit import Scene, Visit
from storage.mentorships import Pair
from storage.models import Organisation, Person

router = Router(name="people_tables")

REGISTERS = {Role.MENTOR: "mentors", Role.MENTEE: "mentees"}
OWN_PEOPLE = (Category.TEACHER, Category.PUPIL)
"""Who works or learns in the organisation itself."""


@router.callback_query(Go.filter(F.to == "people-papers"), May(Action.SEE_PEOPLE))
async def choose(query: CallbackQuery, visit: Visit) -> Screen:
    """Which table or blank?"""
    visit.stop_asking()
    return which_paper(visit)


def which_paper(visit: Visit, first: str | None = None, papers: tuple[Paper, ...] = ()) -> Screen:
    return Screen(
        first or visit.texts("people-papers-ask"),
        rows(
            button(visit.texts("people-mentors-sheet"), Sheet(role=Role.MENTOR)),
            button(visit.texts("people-mentees-sheet"), Sheet(role=Role.MENTEE)),
            button(visit.texts("people-register-sheet"), RegisterSheet()),
            button(visit.texts("people-blanks"), Go(to="blanks")),
            button(visit.texts("back"), Go(to="people")),
        ),
        papers=papers,
    )


@router.callback_query(Sheet.filter(), May(Action.SEE_PEOPLE))
async def send(query: CallbackQuery, callback_data: Sheet, visit: Visit) -> Screen:
    bank = await read_bank(visit, callback_data.role)
    if not bank.people:
        return await overview(visit, first=visit.texts("people-sheet-empty"))
    paper = await base(visit, callback_data.role, bank)
    await taken(visit, REGISTERS[callback_data.role])
    return which_paper(visit, visit.texts("people-sheet-ready", count=len(bank.people)), (paper,))


async def taken(visit: Visit, kind: str) -> None:
    """Keep in the journal that a table with names was given out: a file goes further than the bot can see."""
    organisation = await visit.organisation()
    await visit.storage.audit.record(organisation.id, visit.person.id, Audited.TABLE_TAKEN, visit.now, kind=kind)


async def base(scene: Scene, role: Role, bank: Bank) -> Paper:
    """The base of mentors or of mentees with the columns of its register."""
    organisation = await scene.organisation()
    listed = [row(scene, organisation, role, person, bank) for person in bank.people]
    return await table(scene, organisation, REGISTERS[role], listed)


async def table(scene: Scene, organisation: Organisation, name: str, listed: Sequence[Mapping[str, Any]]) -> Paper:
    """Numbered rows in the columns of a register, as they are today."""
    wanted = register(name)
    today = scene.now.astimezone(await scene.zone()).date()
    day = scene.texts("date-day-year", day=today.day, month=today.month, year=str(today.year))
    keys = {column.key for column in wanted.columns}
    return Paper(
        "list_xlsx",
        wanted.title,
        {
            "title": wanted.title,
            "note": scene.texts("people-sheet-note", day=day, organisation=organisation.name),
            "columns": [tuple(column) for column in wanted.columns],
            "rows": [
                {key: value for key, value in ({**each, "number": number}).items() if key in keys}
                for number, each in enumerate(listed, 1)
            ],
        },
    )


def row(scene: Scene, organisation: Organisation, role: Role, person: Person, bank: Bank) -> dict[str, Any]:
    """All that is known of a person's side, by column."""
    pairs = bank.pairs.get(person.id, ())
    partners = [partner for pair in pairs for partner in other_side(pair, role, person)]
    return {
        **answers_by_column(bank, person),
        "name": person.name or scene.texts("person-unnamed"),
        "workplace": workplace(organisation, bank, person),
        "joined": bank.joined.get(person.id),
        "form": forms_of_mentoring(scene, pairs, bank.categories),
        "partner": [partner.name for partner in partners],
        "partner_workplace": [found for partner in partners if (found := workplace(organisation, bank, partner))],
    }


def workplace(organisation: Organisation, bank: Bank, person: Person) -> str:
    """Where somebody works or learns: this organisation for its own people, what they said of it for all others."""
    is_own = bank.categories.get(person.id) in OWN_PEOPLE
    return ", ".join(part for part in (organisation.name if is_own else "", bank.posts[person.id]) if part)


def other_side(pair: Pair, role: Role, person: Person) -> Sequence[Person]:
    """Whom the person mentors, or who mentors her, in this pair."""
    if role is Role.MENTOR:
        return pair.mentees if pair.mentor.id == person.id else ()
    return (pair.mentor,) if pair.mentor.id != person.id else ()


def answers_by_column(bank: Bank, person: Person) -> Mapping[str, Any]:
    """What the person's sent questionnaire puts into the base's columns."""
    if person.id not in bank.answers:
        return {}
    form, answers = bank.answers[person.id]
    return {
        question.column: cell(question, answers[question.key])
        for question in form.questions
        if question.column and question.key in answers
    }
