"""A kept answer, how it is stored as JSON and shown again, and whether it still fits its question."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.forms.form import CHOICES, WORDS, Kind, Option, Question


@dataclass(frozen=True, slots=True)
class Chosen:
    """Keys of the chosen options in the question's order, and the person's own words if there are any."""

    keys: tuple[str, ...] = ()
    own: str = ""


Value = str | int | date | Chosen | None
"""Text, phone and file key: `str`; number and scale: `int`; yes/no: `bool`; a skipped question: `None`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to one question; not `finished` while options are still being ticked."""

    value: Value
    finished: bool = True

    @property
    def skipped(self) -> bool:
        return self.value is None

    def stored(self) -> Any:
        """The value as JSON can hold it; `Answer.restored` reads it again."""
        match self.value:
            case date():
                return {"date": self.value.isoformat()}
            case Chosen(keys, own):
                return {"chosen": list(keys), "own": own}
            case plain:
                return plain

    @classmethod
    def restored(cls, stored: Any, finished: bool = True) -> "Answer":
        match stored:
            case {"date": str(day)}:
                return cls(date.fromisoformat(day), finished)
            case {"chosen": [*keys], "own": str(own)}:
                return cls(Chosen(tuple(keys), own), finished)
            case plain:
                return cls(plain, finished)


def fits(question: Question, answer: Answer) -> bool:
    """Whether the answer, perhaps given to another version of the question, still answers it."""
    value = answer.value
    if value is None:
        return not question.required
    if question.kind in CHOICES:
        return isinstance(value, Chosen) and _choice_fits(question, value)
    if question.kind is Kind.YES_NO:
        return isinstance(value, bool)
    if question.kind in {Kind.NUMBER, Kind.SCALE}:
        return isinstance(value, int) and not isinstance(value, bool) and _within(question, value)
    if question.kind is Kind.DATE:
        return isinstance(value, date) and _within(question, value)
    too_long = question.kind in WORDS and isinstance(value, str) and len(value) > question.limits.max_length
    return isinstance(value, str) and not too_long


def _choice_fits(question: Question, value: Chosen) -> bool:
    count = len(value.keys) + bool(value.own)
    most = 1 if question.kind is Kind.ONE_OF else question.limits.max_choices
    known = all(question.option(key) for key in value.keys)
    return known and count > 0 and (most is None or count <= most) and (question.own or not value.own)


def _within(question: Question, value: int | date) -> bool:
    lowest, highest = question.limits.minimum, question.limits.maximum
    above = lowest is None or value >= lowest  # type: ignore[operator]
    return above and (highest is None or value <= highest)  # type: ignore[operator]


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer for people: the text `form-answer-<code>` with these arguments."""

    code: str
    args: Mapping[str, str | int]


def shown(question: Question, answer: Answer) -> Shown:
    """How to show an answer, for the review screen, a card or a table."""
    match answer.value:
        case None:
            return Shown("skipped", {})
        case bool() as yes:
            return Shown("yes" if yes else "no", {})
        case int() as number if question.kind is Kind.SCALE:
            return Shown("scale", {"number": number, "highest": _highest(question)})
        case str() if question.kind is Kind.FILE:
            return Shown("file", {})
        case plain:
            return Shown("text", {"text": _plain(question, plain)})


def _plain(question: Question, value: str | int | date | Chosen) -> str:
    match value:
        case date():
            return f"{value:%d.%m.%Y}"
        case Chosen():
            return "; ".join(chosen_labels(question, value))
        case plain:
            return str(plain)


def chosen_labels(question: Question, chosen: Chosen) -> tuple[str, ...]:
    """Labels of the chosen options, then the person's own words."""
    options: list[Option | None] = [question.option(key) for key in chosen.keys]
    labels = [option.label for option in options if option]
    return (*labels, chosen.own) if chosen.own else tuple(labels)


def _highest(question: Question) -> int:
    highest = question.limits.maximum
    return highest if isinstance(highest, int) else 10
