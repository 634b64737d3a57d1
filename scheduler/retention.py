"""The daily look that erases what an organisation need not keep any longer, a week after it has told so."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.audit import Audited
from domain.notices import News
from domain.people import Role
from domain.retention import WARNED_BEFORE, erased_on, plan
from scheduler.daily import midnight
from storage.letting_go import let_go_quietly
from storage.models import Organisation, Programme, Retention
from storage.storage import Storage


@dataclass(frozen=True, slots=True)
class Matter:
    """A person, or a year's answers, with the last day they were needed and the day of erasing."""

    ended: date
    day: date
    person_id: int | None = None
    programme: Programme | None = None


async def retain(storage: Storage, organisation: Organisation, today: date, now: datetime) -> int:
    """Erase what was told of a week ago, or tell of it; of how many people the data were erased."""
    term = await storage.retentions.of(organisation.id)
    matters = await matters_of(storage, organisation, term)
    planned = plan([each.day for each in matters], term.warned_on, today)
    if planned.warn:
        term.warned_on = today
        await _tell(storage, organisation, News.RETENTION_SOON, matters, today + WARNED_BEFORE, now)
    elif planned.erase:
        due = [each for each in matters if each.day <= today]
        await _tell(storage, organisation, News.RETENTION_DONE, due, today, now)
        term.warned_on = None
        return await _erase(storage, organisation.id, due, now)
    elif not any(each.day - WARNED_BEFORE <= today for each in matters):
        term.warned_on = None
    return 0


async def matters_of(storage: Storage, organisation: Organisation, term: Retention) -> list[Matter]:
    """Everything that will be erased one day, with that day."""
    people = await storage.retentions.ended(organisation)
    of_people = [Matter(end, erased_on(end, term.months), person_id=person) for person, end in people.items()]
    years = [
        Matter(each.ends, erased_on(each.ends, term.months), programme=each)
        for each in await storage.retentions.programmes(organisation.id)
        if await storage.retentions.has_answers(each)
    ]
    return [*of_people, *years]


async def _erase(storage: Storage, organisation_id: int, due: list[Matter], now: datetime) -> int:
    people = [each.person_id for each in due if each.person_id is not None]
    for person_id in people:
        await let_go_quietly(storage, person_id, organisation_id, now)
    for matter in due:
        if matter.programme is not None:
            await storage.retentions.erase_year(matter.programme)
    await storage.audit.record(organisation_id, None, Audited.ERASED, now, count=len(people))
    return len(people)


async def _tell(
    storage: Storage, organisation: Organisation, news: News, matters: list[Matter], day: date, now: datetime
) -> None:
    """One line to each curator: how many people, and until when they were there."""
    meant = [each for each in matters if each.day <= day]
    subject = {
        "people": sum(each.person_id is not None for each in meant),
        "before": max(each.ended for each in meant).isoformat() if meant else day.isoformat(),
        "day": day.isoformat(),
    }
    for curator in await storage.people.members(organisation.id, Role.CURATOR):
        await storage.notices.add(
            curator.id,
            news,
            f"{news}:{organisation.id}:{day}:person:{curator.id}",
            now,
            now,
            organisation_id=organisation.id,
            subject=subject,
        )


async def next_retention(storage: Storage, now: datetime) -> datetime | None:
    """The first local midnight to come at which there will be something to tell or to erase."""
    moments: list[datetime] = []
    for organisation in await storage.organisations.all():
        term = await storage.retentions.of(organisation.id)
        days = [each.day for each in await matters_of(storage, organisation, term)]
        if days:
            first = min(days) if term.warned_on else min(days) - WARNED_BEFORE
            earliest = max(first, (term.warned_on or date.min) + (WARNED_BEFORE if term.warned_on else timedelta()))
            tomorrow = now.astimezone(ZoneInfo(organisation.timezone)).date() + timedelta(days=1)
            moments.append(midnight(max(earliest, tomorrow), organisation.timezone))
    return min(moments, default=None)
