"""Erasing what is no longer needed: told a week before, done once, and never of who is still there."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select

from domain.audit import Audited
from domain.consents import Use
from domain.notices import News
from scheduler.daily import each_day
from scheduler.retention import next_retention, retain
from storage.database import Database
from storage.models import AuditEntry, Consent, Membership, Notice, Person, Submission
from tests.scheduler.conftest import School
from tests.storage.stock import ENDS, NOW

DUE = datetime(2028, 5, 31, 6, 0, tzinfo=UTC)
"""A year after the programme's last day."""
WEEK = timedelta(days=7)


async def named(database: Database, school: School) -> None:
    """Everybody has a name; the mentee has left in the year, the mentor has stayed."""
    async with database.begin() as storage:
        for person_id in (school.curator, school.mentor, school.mentee):
            storage.people.rename(await storage.people.get(person_id), f"Человек {person_id}")
        for membership in await storage.people.memberships(school.mentee):
            membership.left_at = NOW
        await storage.conversation.add_letter(school.organisation, school.curator, "…", NOW)


async def retained(database: Database, now: datetime) -> int:
    return await each_day(database, now, [retain])


async def said(database: Database, kind: News) -> list[dict[str, object]]:
    async with database.look() as session:
        return [each.subject for each in await session.scalars(select(Notice).where(Notice.kind == kind))]


async def test_a_year_after_the_end_data_goes_and_the_curator_is_told_before_and_after(
    database: Database, school: School
) -> None:
    await named(database, school)
    assert await retained(database, DUE - WEEK - timedelta(days=1)) == 0
    assert await said(database, News.RETENTION_SOON) == []
    assert await retained(database, DUE - WEEK) == 0
    assert (await said(database, News.RETENTION_SOON))[0] == {
        "people": 2, "before": ENDS.isoformat(), "day": "2028-05-31"
    }  # fmt: skip
    assert await retained(database, DUE) == 2
    assert (await said(database, News.RETENTION_DONE))[0]["people"] == 2
    async with database.look() as session:
        names = set((await session.scalars(select(Person.name))).all())
        facts = (await session.scalars(select(Consent).where(Consent.person_id == school.mentee))).all()
        kept = (await session.scalars(select(AuditEntry))).one()
    assert names == {"", f"Человек {school.curator}"}
    assert (kept.action, kept.person_id, kept.subject) == (Audited.ERASED, None, {"count": 2})
    assert [each.withdrawn_at is not None for each in facts] == [True]


async def test_a_machine_that_was_off_still_tells_a_week_before(database: Database, school: School) -> None:
    await named(database, school)
    late = DUE + timedelta(days=100)
    assert await retained(database, late) == 0
    assert await retained(database, late + WEEK - timedelta(days=1)) == 0
    assert await retained(database, late + WEEK) == 2
    assert await retained(database, late + 3 * WEEK) == 0


async def test_a_longer_term_set_meanwhile_keeps_everything(database: Database, school: School) -> None:
    await named(database, school)
    await retained(database, DUE - WEEK)
    async with database.begin() as storage:
        (await storage.retentions.of(school.organisation)).months = 24
    assert await retained(database, DUE) == 0
    async with database.begin() as storage:
        assert (await storage.retentions.of(school.organisation)).warned_on is None
        assert await storage.consents.allows(Use.KEEP, school.mentor, school.organisation)


async def test_while_a_newer_year_runs_only_who_left_and_the_old_years_answers_go(
    database: Database, school: School
) -> None:
    await named(database, school)
    async with database.begin() as storage:
        for years in (1, 2):
            starts, ends = date(2026 + years, 9, 1), date(2027 + years, 5, 31)
            await storage.organisations.add_programme(school.organisation, starts, ends, NOW)
        await storage.forms.begin(school.mentor, school.organisation, school.programme, "mentor", 1, NOW)
    await retained(database, DUE - WEEK)
    assert await retained(database, DUE) == 1
    async with database.look() as session:
        kept = (await session.scalars(select(Submission.person_id))).all()
        there = (await session.scalars(select(Membership.person_id).where(Membership.left_at.is_(None)))).all()
    assert kept == [school.mentor] and set(there) == {school.curator, school.mentor}
    async with database.begin() as storage:
        assert await storage.conversation.open_letters(school.organisation) == []


async def test_the_clock_stops_for_it(database: Database, school: School) -> None:
    async with database.begin() as storage:
        assert await next_retention(storage, NOW) == datetime(2028, 5, 23, 21, tzinfo=UTC)
