"""The two bases of the target model as spreadsheets: names and what their columns ask for, nothing else."""

from collections.abc import Mapping, Sequence
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery

from documents.columns import register
from documents.paper import Paper
from domain.audit import Audited
from domain.consents import Use
from domain.people import Action, Role
from domain.statuses import Status
from handlers.callbacks import Go
from handlers.filters import May
from handlers.people.answers import answers_of, cell
from handlers.people.kinds import forms_of_mentoring
from handlers.people.overview import overview
from handlers.people.press import RegisterSheet, Sheet
from handlers.screen import Screen, button, rows
from handlers.visit import Scene, Visit
from storage.mentorships import Pair
from storage.models import Organisation, Person

router = Router(name="people_tables")

REGISTERS = {Role.MENTOR: "mentors", Role.MENTEE: "mentees"}


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
    organisation = await visit.organisation()
    allowed = await visit.storage.consents.allowing(organisation.id, Use.SHOW)
    members = await visit.storage.people.members(organisation.id, callback_data.role)
    people = [person for person in members if person.id in allowed]
    if not people:
        return await overview(visit, first=visit.texts("people-sheet-empty"))
    paper = await base(visit, organisation, callback_data.role, people)
    await taken(visit, REGISTERS[callback_data.role])
    return which_paper(visit, visit.texts("people-sheet-ready", count=len(people)), (paper,))


async def taken(visit: Visit, kind: str) -> None:
    """Keep in the journal that a table with names was given out: a file goes further than the bot can see."""
    organisation = await visit.organisation()
    await visit.storage.audit.record(organisation.id, visit.person.id, Audited.TABLE_TAKEN, visit.now, kind=kind)


async def base(scene: Scene, organisation: Organisation, role: Role, people: Sequence[Person]) -> Paper:
    """The base of mentors or of mentees with the columns of its register."""
    listed = [await row(scene, organisation, role, person) for person in people]
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


async def row(scene: Scene, organisation: Organisation, role: Role, person: Person) -> dict[str, Any]:
    """All that is known of a person's side, by column."""
    pairs = await scene.storage.mentorships.of_person(person.id, organisation.id)
    agreed = [pair for pair in pairs if pair.mentorship.status == Status.AGREED]
    partners = [partner for pair in agreed for partner in other_side(pair, role, person)]
    return {
        **await answers_by_column(scene, organisation, role, person),
        "name": person.name or scene.texts("person-unnamed"),
        "joined": await joined(scene, organisation, role, person),
        "form": await forms_of_mentoring(scene, agreed),
        "partner": [partner.name for partner in partners],
        "partner_workplace": [partner.post for partner in partners if partner.post],
    }


def other_side(pair: Pair, role: Role, person: Person) -> Sequence[Person]:
    """Whom the person mentors, or who mentors her, in this pair."""
    if role is Role.MENTOR:
        return pair.mentees if pair.mentor.id == person.id else ()
    return (pair.mentor,) if pair.mentor.id != person.id else ()


async def joined(scene: Scene, organisation: Organisation, role: Role, person: Person) -> Any:
    """The local day on which the person took the role."""
    zone = await scene.zone()
    days = [
        membership.joined_at.astimezone(zone).date()
        for membership in await scene.storage.people.memberships(person.id)
        if membership.organisation_id == organisation.id and membership.role == role
    ]
    return min(days, default=None)


async def answers_by_column(
    scene: Scene, organisation: Organisation, role: Role, person: Person
) -> Mapping[str, Any]:
    """What the person's sent questionnaire puts into the base's columns."""
    programme = await scene.storage.organisations.programme(organisation.id)
    submissions = await scene.storage.forms.of_person(person.id, programme.id)
    sent = next((each for each in submissions if each.form == role and each.sent_at and not each.survey_id), None)
    if sent is None:
        return {}
    form, answers = await answers_of(scene, sent)
    return {
        question.column: cell(question, answers[question.key])
        for question in form.questions
        if question.column and question.key in answers
    }
