"""What reminders are derived from: plain facts that the database is asked for.

What is closed (done, answered, cancelled) may be left out or passed with its mark: it reminds of nothing.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class TaskFact:
    """A task of a roadmap row in one organisation.

    `kind` is the kind of its due phrase (`by`, `on`, `between`, `throughout`, `every`, `request`,
    `elsewhere`, `unknown`); an `every` task is one occurrence with its own bounds.
    `active_from` is when the row was switched on: nothing from before it is reminded of.
    `heads` lead the organisation, `coordinators` its district; either may be nobody.
    `dated_by` may say the date that the paper does not give: the curators, unless others keep the paper.
    """

    task_id: int
    kind: str
    start: date | None
    end: date | None
    active_from: datetime
    responsible: tuple[int, ...]
    curators: tuple[int, ...]
    done: bool = False
    heads: tuple[int, ...] = ()
    coordinators: tuple[int, ...] = ()
    dated_by: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class MeetingFact:
    """A meeting that both sides agreed to at `agreed_at`; `settled` once it is said how it went."""

    meeting_id: int
    starts_at: datetime
    ends_at: datetime
    agreed_at: datetime
    people: tuple[int, ...]
    settled: bool = False


class Asked(StrEnum):
    """What a person was asked to fill in."""

    FORM = "form"
    SURVEY = "survey"


@dataclass(frozen=True, slots=True)
class SilenceFact:
    """A form or a survey that a person has begun or was sent and has not finished.

    `asked_at` never changes; `silent_since` is the last answer, or `asked_at`.
    """

    asked: Asked
    subject_id: int
    person_id: int
    asked_at: datetime
    silent_since: datetime
    closes_on: date | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class DigestFact:
    """A curator who gets the organisation's weekly digest while the programme runs."""

    organisation_id: int
    person_id: int
    active_from: datetime
    last_day: date | None = None


Fact = TaskFact | MeetingFact | SilenceFact | DigestFact
