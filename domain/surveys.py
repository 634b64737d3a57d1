"""Surveys: whom they are sent to, how long they are open, and what stands out in the answers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from statistics import fmean

from domain.calendar import Calendar
from domain.people import Role
from domain.progress import Count

SATISFACTION = "satisfaction"
"""The kind of survey that asks mentors and mentees how they like the programme."""
DIAGNOSTICS_START, DIAGNOSTICS_END = "diagnostics_start", "diagnostics_end"
"""Competences and needs as both sides rate them, before and after; the same questions make them comparable."""

FORMS = {Role.MENTOR: "satisfaction_mentor", Role.MENTEE: "satisfaction_mentee"}
DIAGNOSTICS = {Role.MENTOR: "diagnostics_mentor", Role.MENTEE: "diagnostics_mentee"}
KINDS = {SATISFACTION: FORMS, DIAGNOSTICS_START: DIAGNOSTICS, DIAGNOSTICS_END: DIAGNOSTICS}
"""Kind of survey → the form of each side; an organisation's own form is a kind by itself, the same for everybody."""
SIDES = {form: role for forms in (FORMS, DIAGNOSTICS) for role, form in forms.items()}
"""Built-in form → the side that it asks."""

OPEN_FOR = timedelta(days=14)
LONGEST_OPEN = timedelta(days=180)
LAST_MINUTE = time(23, 59)

SATISFIED_FROM = 7
"""Whose marks of ten have this mean or more is satisfied; no document fixes the threshold, so always show it."""


def audience(pairs: Iterable[tuple[int, Sequence[int]]], forms: Mapping[Role, str] = FORMS) -> list[tuple[int, str]]:
    """Person and form for everybody in ``pairs`` (mentor, mentees), each once a side."""
    asked = [
        place
        for mentor, mentees in pairs
        for place in ((mentor, forms[Role.MENTOR]), *((mentee, forms[Role.MENTEE]) for mentee in mentees))
    ]
    return list(dict.fromkeys(asked))


def closing(now: datetime, calendar: Calendar, open_for: timedelta = OPEN_FOR) -> datetime:
    """The end of the last day on which a survey that is sent at ``now`` can be answered."""
    return calendar.at(calendar.day_of(now) + open_for, LAST_MINUTE)


@dataclass(frozen=True, slots=True)
class Highlights:
    """What a survey's scales say; ``best`` and ``weakest`` are questions with their means.

    There is no ``weakest`` when all means are alike; ``questions`` is how many were rated.
    """

    mean: float
    questions: int
    best: tuple[str, float]
    weakest: tuple[str, float] | None
    satisfied: Count


def highlights(answers: Sequence[Mapping[str, int]]) -> Highlights | None:
    """From each person's marks (question → mark of ten); None when nobody has given a mark."""
    marked = [marks for marks in answers if marks]
    if not marked:
        return None
    means = question_means(marked)
    best, weakest = max(means, key=lambda key: means[key]), min(means, key=lambda key: means[key])
    satisfied = sum(fmean(marks.values()) >= SATISFIED_FROM for marks in marked)
    return Highlights(
        mean=fmean(mark for marks in marked for mark in marks.values()),
        questions=len(means),
        best=(best, means[best]),
        weakest=(weakest, means[weakest]) if means[weakest] < means[best] else None,
        satisfied=Count(satisfied, len(marked)),
    )


def question_means(answers: Sequence[Mapping[str, int]]) -> dict[str, float]:
    """Each question's mean over those who gave a mark, in the order in which the questions are met."""
    keys = dict.fromkeys(key for marks in answers for key in marks)
    return {key: fmean(marks[key] for marks in answers if key in marks) for key in keys}
