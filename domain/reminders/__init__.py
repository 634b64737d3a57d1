"""When whom to remind of what: pure rules over facts, the organisation's calendar and `now`."""

from domain.reminders.courtesy import Courtesy, courtesy_of, may_go, zone_of_last_morning
from domain.reminders.due import Due, Kind
from domain.reminders.facts import Asked, DigestFact, Fact, MeetingFact, SilenceFact, TaskFact
from domain.reminders.timetable import due, next_instant, still_true, timetable

__all__ = [
    "Asked",
    "Courtesy",
    "DigestFact",
    "Due",
    "Fact",
    "Kind",
    "MeetingFact",
    "SilenceFact",
    "TaskFact",
    "courtesy_of",
    "due",
    "may_go",
    "next_instant",
    "still_true",
    "timetable",
    "zone_of_last_morning",
]
