"""A row of a table in words: what is stored about the person, each table with its own sentence."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from handlers.people.answers import answers_of
from handlers.questionnaire.question import answer_words
from handlers.visit import Scene
from storage import models
from storage.models import Person, Submission, Table


@dataclass(frozen=True, slots=True)
class About:
    """Of whom it is told, and in which organisation."""

    scene: Scene
    person: Person
    organisation_id: int

    async def day(self, moment: datetime | date | None) -> str:
        """«05.10.2026» in local time; «none» where there is no such day."""
        if isinstance(moment, datetime):
            return f"{moment.astimezone(await self.scene.zone()):%d.%m.%Y}"
        return f"{moment:%d.%m.%Y}" if moment is not None else "none"

    async def name(self, person_id: int | None) -> str:
        """Another person's name; «self» for the person, «none» where nobody is known any more."""
        if person_id == self.person.id:
            return "self"
        other = await self.scene.storage.people.find(person_id) if person_id is not None else None
        return other.name if other is not None and other.name else "none"

    def words(self, key: str, **about: str | int) -> str:
        return self.scene.texts(key, **about)


Teller = Callable[[About, Any], Awaitable[list[str]]]
"""Turns a row into lines, plain text; none for a row that tells nothing of this person."""


async def account(about: About, row: models.Account) -> list[str]:
    place = about.words("messenger-name", platform=row.platform)
    day = await about.day(row.created_at)
    return [about.words("data-account", place=place, number=str(row.external_id), day=day)]


async def membership(about: About, row: models.Membership) -> list[str]:
    role = about.words("people-role", role=row.role)
    return [
        about.words("data-role", role=role, day=await about.day(row.joined_at), left=await about.day(row.left_at))
    ]


async def guardianship(about: About, row: models.Guardianship) -> list[str]:
    is_child = row.child_id == about.person.id
    other = await about.name(row.guardian_id if is_child else row.child_id)
    return [about.words("data-guardian", child=str(is_child), name=other, day=await about.day(row.since))]


async def agreement(about: About, row: models.MentorAgreement) -> list[str]:
    if row.person_id != about.person.id:
        return []
    parts = "; ".join(each for each in (row.content, row.term, row.form, row.pay) if each)
    by = await about.name(row.made_by)
    return [about.words("data-agreement", parts=parts, day=await about.day(row.made_at), by=by)]


async def eligibility(about: About, row: models.Eligibility) -> list[str]:
    return [about.words("data-eligibility")] if row.person_id == about.person.id else []


async def consent(about: About, row: models.Consent) -> list[str]:
    if row.person_id != about.person.id:
        return [about.words("data-consent-for", name=await about.name(row.person_id))]
    return [
        about.words(
            "data-consent",
            kind=row.kind,
            by=row.by,
            version=row.version,
            day=await about.day(row.given_at),
            ended=await about.day(row.withdrawn_at),
        )
    ]


async def submission(about: About, row: Submission) -> list[str]:
    """The questionnaire with every answer, and who entered it where that was not the person."""
    if row.person_id != about.person.id:
        return []
    form, answers = await answers_of(about.scene, row)
    by = await about.name(row.entered_by) if row.entered_by is not None else "self"
    head = about.words("data-form", title=form.title, day=await about.day(row.sent_at), by=by)
    told = [
        about.words("data-answer", question=each.name, answer=answer_words(about.scene, each, answers[each.key]))
        for each in form.questions
        if each.key in answers and not answers[each.key].skipped
    ]
    return [head, *told]


async def invitee(about: About, row: models.SurveyInvitee) -> list[str]:
    return [about.words("data-asked", day=await about.day(row.answered_at))]


async def practice(about: About, row: models.Practice) -> list[str]:
    if row.person_id != about.person.id:
        return []
    return [about.words("data-practice", day=await about.day(row.made_at), remark=row.remark or "none")]


async def wish(about: About, row: models.Wish) -> list[str]:
    """Her own; that somebody wished for her is the other's secret."""
    if row.person_id != about.person.id:
        return []
    name = await about.name(row.wanted_id)
    return [about.words("data-wish", name=name, veto=str(row.veto), day=await about.day(row.wished_at))]


async def attendance(about: About, row: models.Attendance) -> list[str]:
    return [about.words("data-attendance", day=await about.day(row.came_at))]


async def mentorship(about: About, row: models.Mentorship) -> list[str]:
    if row.mentor_id != about.person.id:
        return []
    return await pair(about, row.id)


async def mentee(about: About, row: models.Mentee) -> list[str]:
    return await pair(about, row.mentorship_id)


async def pair(about: About, mentorship_id: int) -> list[str]:
    """The pair with its meetings."""
    storage = about.scene.storage
    found = await storage.mentorships.get(about.organisation_id, mentorship_id)
    if found is None:
        return []
    names = ", ".join(other.name or "…" for other in found.others(about.person.id))
    since, until = await about.day(found.mentorship.proposed_at), await about.day(found.mentorship.closed_at)
    told = [about.words("data-pair", names=names, since=since, until=until)]
    for meeting in await storage.meetings.of_mentorship(mentorship_id):
        told.append(about.words("data-meeting", day=await about.day(meeting.starts_at), status=meeting.status))
    return told


async def letter(about: About, row: models.Letter) -> list[str]:
    if row.person_id != about.person.id:
        return []
    said = about.scene.storage.conversation.words
    told = [about.words("data-letter", day=await about.day(row.sent_at), text=said(row.text))]
    if row.answer is not None:
        told.append(about.words("data-letter-answer", day=await about.day(row.answered_at), text=said(row.answer)))
    return told


async def evidence(about: About, row: models.Evidence) -> list[str]:
    return [about.words("data-evidence", day=await about.day(row.added_at), text=row.text or "none")]


async def request(about: About, row: models.Request) -> list[str]:
    if row.opened_by != about.person.id:
        return []
    return [about.words("data-request", day=await about.day(row.opened_at), text=row.text)]


async def tie(about: About, row: models.Tie) -> list[str]:
    responsible = await about.scene.storage.responsible.get(about.organisation_id, row.responsible_id)
    return [about.words("data-tie", name=responsible.name)] if responsible is not None else []


TELLERS: dict[str, dict[type[Table], Teller]] = {
    "self": {models.Account: account},
    "roles": {
        models.Membership: membership,
        models.Guardianship: guardianship,
        models.MentorAgreement: agreement,
        models.Eligibility: eligibility,
    },
    "consents": {models.Consent: consent},
    "answers": {
        models.Submission: submission,
        models.SurveyInvitee: invitee,
        models.Practice: practice,
        models.Wish: wish,
        models.Attendance: attendance,
    },
    "pairs": {models.Mentorship: mentorship, models.Mentee: mentee},
    "letters": {models.Letter: letter},
    "rows": {models.Tie: tie, models.Evidence: evidence, models.Request: request},
}
"""Section → its tables, in the order in which they are told."""

COUNTED: tuple[type[Table], ...] = (
    models.Notice,
    models.Decision,
    models.Code,
    models.Task,
    models.Meeting,
    models.MilestoneChange,
    models.Post,
    models.Survey,
    models.Gathering,
    models.OwnForm,
    models.AuditEntry,
)
"""Traces without words of the person: it is told how many there are."""
