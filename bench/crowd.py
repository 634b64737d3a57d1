"""People in the middle of the mentor's questionnaire, put into a database, and the buttons that they press next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from domain.forms import Kind, Question, load
from domain.people import Role
from handlers.questionnaire.press import Choose, Control
from storage.database import Database
from storage.models import Account, AnswerRow, Membership, Person, Submission
from storage.storage import Storage

FORM = "mentor"
KNOWN = {"name": "Иванова Анна Петровна", "post": "учитель физики", "experience": 12}
PRESSED_KINDS = {Kind.SEVERAL_OF, Kind.NUMBER}
TICKS = 2
STEPS = 10
MESSAGE = 7
SENT = 1_790_000_000
FIRST_ID = 1_000_000


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who has answered the first questions; ``external_id`` is her id in her messenger."""

    platform: str
    external_id: int
    person_id: int
    organisation_id: int
    submission_id: int


async def settle(database: Database, platforms: Sequence[str]) -> list[Participant]:
    """One organisation and one participant for each of ``platforms``."""
    now = datetime.now(UTC)
    async with database.begin() as storage:
        organisation = await storage.organisations.add("Гимназия", "Europe/Moscow", now)
        programme = await storage.organisations.add_programme(
            organisation.id, date(now.year, 1, 1), date(now.year, 12, 31), now
        )
        people = await _people(storage, len(platforms), organisation.id, now)
        accounts = [
            Account(
                platform=platform, external_id=FIRST_ID + person.id, person=person, asked_about={}, created_at=now
            )
            for platform, person in zip(platforms, people, strict=True)
        ]
        storage.session.add_all(accounts)
        await storage.session.flush()
        for person, account in zip(people, accounts, strict=True):
            person.preferred_account_id = account.id
        submissions = await _begun(storage, people, organisation.id, programme.id, now)
        return [
            Participant(account.platform, account.external_id, person.id, organisation.id, submission.id)
            for account, person, submission in zip(accounts, people, submissions, strict=True)
        ]


async def _people(storage: Storage, count: int, organisation_id: int, now: datetime) -> list[Person]:
    people = [
        Person(name=KNOWN["name"], post=KNOWN["post"], organisation_id=organisation_id, created_at=now)
        for _ in range(count)
    ]
    storage.session.add_all(people)
    await storage.session.flush()
    return people


async def _begun(
    storage: Storage, people: Sequence[Person], organisation_id: int, programme_id: int, now: datetime
) -> list[Submission]:
    """Their memberships as mentors and their questionnaires with the first answers."""
    place = {"organisation_id": organisation_id, "programme_id": programme_id}
    storage.session.add_all(
        Membership(person_id=each.id, role=Role.MENTOR, joined_at=now, **place) for each in people
    )
    begun = {"form": FORM, "version": load(FORM).version, "started_at": now, "touched_at": now}
    submissions = [Submission(person_id=each.id, **begun, **place) for each in people]
    storage.session.add_all(submissions)
    await storage.session.flush()
    storage.session.add_all(
        AnswerRow(submission_id=submission.id, question=key, value=value, answered_at=now)
        for submission in submissions
        for key, value in KNOWN.items()
    )
    return submissions


def updates(people: Sequence[Participant]) -> list[dict[str, Any]]:
    """Telegram updates of everybody's next presses: the first of each person, then the second of each…"""
    rounds = zip(*(presses(person.submission_id) for person in people), strict=True)
    return [_update(person, data) for data_of_all in rounds for person, data in zip(people, data_of_all, strict=True)]


def presses(submission: int) -> list[str]:
    """The callback data of the next ten answers, as the buttons carry it."""
    left = [question for question in load(FORM).questions if question.key not in KNOWN]
    return [data for question in left for data in _way(submission, question)][:STEPS]


def _way(submission: int, question: Question) -> Iterator[str]:
    several = question.kind is Kind.SEVERAL_OF
    if question.kind in PRESSED_KINDS:
        for option in question.options[: TICKS if several else 1]:
            yield Choose(submission=submission, question=question.key, key=option.key).pack()
    if several:
        yield Control(submission=submission, question=question.key, what="done").pack()
    elif not question.required:
        yield Control(submission=submission, question=question.key, what="skip").pack()


def _update(person: Participant, data: str) -> dict[str, Any]:
    sender = {"id": person.external_id, "is_bot": False, "first_name": "Анна"}
    chat = {"id": person.external_id, "type": "private", "first_name": "Анна"}
    message = {"message_id": MESSAGE, "date": SENT, "chat": chat, "text": "Вопрос"}
    return {"callback_query": {"id": "1", "from": sender, "chat_instance": "1", "data": data, "message": message}}
