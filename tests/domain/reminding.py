"""Facts and a calendar for the tests of reminders."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.calendar import Calendar
from domain.reminders import Asked, DigestFact, Fact, MeetingFact, SilenceFact, TaskFact, timetable

MOSCOW = Calendar(ZoneInfo("Europe/Moscow"))
CURATOR, TEACHER, MENTOR, HEAD, COORDINATOR = 1, 5, 6, 8, 9


def moscow(text: str) -> datetime:
    """«2026-10-15 09:00» in Moscow as a UTC moment."""
    return datetime.fromisoformat(text).replace(tzinfo=MOSCOW.zone).astimezone(UTC)


def task(kind: str = "by", end: date | None = date(2026, 10, 15), **changes: object) -> TaskFact:
    values: dict[str, object] = {
        "task_id": 42,
        "kind": kind,
        "start": None,
        "end": end,
        "active_from": moscow("2026-09-01 08:00"),
        "responsible": (TEACHER,),
        "curators": (CURATOR,),
    }
    return TaskFact(**{**values, **changes})  # type: ignore[arg-type]


def meeting(starts: str, **changes: object) -> MeetingFact:
    starts_at = moscow(starts)
    values: dict[str, object] = {
        "meeting_id": 9,
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=1),
        "agreed_at": moscow("2026-09-01 08:00"),
        "people": (TEACHER, MENTOR),
    }
    return MeetingFact(**{**values, **changes})  # type: ignore[arg-type]


def silence(asked: Asked, since: str, **changes: object) -> SilenceFact:
    moment = moscow(since)
    values: dict[str, object] = {
        "asked": asked,
        "subject_id": 31,
        "person_id": TEACHER,
        "asked_at": moment,
        "silent_since": moment,
    }
    return SilenceFact(**{**values, **changes})  # type: ignore[arg-type]


def digest(since: str, last_day: date | None = None) -> DigestFact:
    return DigestFact(7, CURATOR, moscow(since), last_day)


def planned(fact: Fact, calendar: Calendar = MOSCOW, until: str = "2027-08-31 23:59") -> list[tuple[str, str, int]]:
    """What a fact gives: (the step of the key, local time, person)."""
    return [
        (item.key.split(":")[3], f"{calendar.local(item.due_at):%Y-%m-%d %H:%M}", item.person_id)
        for item in timetable([fact], calendar, moscow(until))
    ]


def off(*days: str) -> Calendar:
    """Moscow with more days off."""
    return Calendar(MOSCOW.zone, dict.fromkeys(map(date.fromisoformat, days), False))
