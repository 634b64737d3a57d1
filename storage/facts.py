"""What reminders of one organisation are derived from, read from the database."""

from collections.abc import Iterable, Mapping
from zoneinfo import ZoneInfo

from domain.meetings import LENGTH
from domain.people import Role
from domain.reminders import Asked, DigestFact, Fact, MeetingFact, SilenceFact, TaskFact
from storage.models import Organisation
from storage.storage import Storage


async def facts_of(storage: Storage, organisation: Organisation) -> list[Fact]:
    """Every open matter of the organisation that somebody may have to be reminded of."""
    curators = await _holding(storage, organisation.id, Role.CURATOR)
    return [
        *await _tasks(storage, organisation, curators),
        *await _meetings(storage, organisation.id),
        *await _forms(storage, organisation.id),
        *await _surveys(storage, organisation),
        *await _digests(storage, organisation.id, curators),
    ]


async def _holding(storage: Storage, organisation_id: int, role: Role) -> tuple[int, ...]:
    return tuple(person.id for person in await storage.people.members(organisation_id, role))


async def _tasks(storage: Storage, organisation: Organisation, curators: tuple[int, ...]) -> list[Fact]:
    rows = await storage.roadmaps.rows(organisation.id, only_open=True)
    if not rows:
        return []
    tied = await storage.responsible.tied(organisation.id)
    heads = await _holding(storage, organisation.id, Role.HEAD)
    above = organisation.parent_id
    coordinators = await _holding(storage, above, Role.COORDINATOR) if above is not None else ()
    keepers = await _holding(storage, above, Role.CURATOR) if above is not None else ()
    first = await storage.districts.first_undated(above) if above is not None else frozenset()
    return [
        TaskFact(
            task_id=row.task.id,
            kind=row.milestone.kind,
            start=row.task.starts,
            end=row.task.due,
            active_from=row.task.created_at,
            responsible=_people(row.milestone.responsible, tied),
            curators=curators,
            heads=heads,
            coordinators=coordinators if row.is_from_district else (),
            dated_by=(keepers if row.task.id in first else ()) if row.is_from_district else None,
        )
        for row in rows
    ]


def _people(names: Iterable[str], tied: Mapping[str, tuple[int, ...]]) -> tuple[int, ...]:
    """Everybody behind the names, each once."""
    return tuple(dict.fromkeys(person for name in names for person in tied.get(name, ())))


async def _meetings(storage: Storage, organisation_id: int) -> list[Fact]:
    planned = await storage.meetings.planned(organisation_id)
    if not planned:
        return []
    pairs = {pair.mentorship.id: pair for pair in await storage.mentorships.live(organisation_id)}
    return [
        MeetingFact(
            meeting_id=meeting.id,
            starts_at=meeting.starts_at,
            ends_at=meeting.starts_at + LENGTH,
            agreed_at=meeting.set_at,
            people=tuple(person.id for person in pairs[meeting.mentorship_id].people),
        )
        for meeting in planned
        if meeting.mentorship_id in pairs
    ]


async def _forms(storage: Storage, organisation_id: int) -> list[Fact]:
    return [
        SilenceFact(
            asked=Asked.FORM,
            subject_id=submission.id,
            person_id=submission.person_id,
            asked_at=submission.started_at,
            silent_since=submission.touched_at,
        )
        for submission in await storage.forms.unfinished_in(organisation_id)
        if submission.entered_by is None
    ]


async def _surveys(storage: Storage, organisation: Organisation) -> list[Fact]:
    zone = ZoneInfo(organisation.timezone)
    return [
        SilenceFact(
            asked=Asked.SURVEY,
            subject_id=survey.id,
            person_id=invitee.person_id,
            asked_at=survey.opened_at,
            silent_since=survey.opened_at,
            closes_on=survey.closes_at.astimezone(zone).date(),
        )
        for survey, invitee in await storage.surveys.unanswered(organisation.id)
    ]


async def _digests(storage: Storage, organisation_id: int, curators: tuple[int, ...]) -> list[Fact]:
    since = await storage.roadmaps.followed_since(organisation_id)
    if since is None:
        return []
    programme = await storage.organisations.programme(organisation_id)
    return [DigestFact(organisation_id, curator, since, programme.ends) for curator in curators]
