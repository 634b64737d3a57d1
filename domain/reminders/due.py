"""One message that is due to one person, and its unique key."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Kind(StrEnum):
    """What a message is about."""

    START = "start"
    DEADLINE = "deadline"
    CHECK_IN = "check_in"
    OVERDUE = "overdue"
    ESCALATED = "escalated"
    ASK_DATE = "ask_date"
    MEETING = "meeting"
    OUTCOME = "outcome"
    FORM = "form"
    SURVEY = "survey"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class Due:
    """A message that becomes due at `due_at` and makes no sense from `expires_at` on.

    `subject` and `subject_id` name what it is about (`task`, 42).
    `key` also names the date (`task:42:2026-10-15:T-7:person:5`), so what is moved is reminded of anew.
    """

    kind: Kind
    subject: str
    subject_id: int
    person_id: int
    due_at: datetime
    key: str
    expires_at: datetime | None = None

    @property
    def chain(self) -> tuple[str, int, int]:
        """Messages of one chain replace each other: a person needs only the latest."""
        return self.subject, self.subject_id, self.person_id


def unique_key(subject: str, subject_id: int, when: str, step: str, person_id: int) -> str:
    return f"{subject}:{subject_id}:{when}:{step}:person:{person_id}"


def task_due(task_id: int, kind: Kind, at: datetime, when: date, step: str, person_id: int) -> Due:
    """A message about a roadmap's task; `when` is the day or the month that it speaks of."""
    return Due(kind, "task", task_id, person_id, at, unique_key("task", task_id, when.isoformat(), step, person_id))
