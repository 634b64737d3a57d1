"""A survey's answers counted, question by question.

A survey consists of parts, one a questionnaire: ``audience`` (who was asked, in words), ``asked`` and ``answered``
(numbers of people), ``anonymous``, ``questions`` and ``answers``. A question has ``key``, ``kind`` (of
``domain.forms.Kind``), ``title`` (short) and ``text``; a scale may have ``minimum`` and ``maximum``, a choice
``options`` (labels). An answer has ``values`` (question key → number, truth value, label, list of labels, text, date;
what was skipped is missing or None) and, where the part is not anonymous, ``person`` and ``sent`` (date).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

SCALE = (1, 10)
MEASURED = frozenset({"scale", "number"})
CHOSEN = frozenset({"one_of", "several_of"})
OPEN = frozenset({"text", "long_text"})


@dataclass(frozen=True, slots=True)
class Tally:
    """One question counted: ``mean`` of numbers, ``counts`` of each answer in its natural order."""

    question: Mapping[str, Any]
    answered: int
    mean: float | None
    counts: tuple[tuple[Any, int], ...]

    def share(self, answer: Any) -> float | None:
        """Part of those who answered the question that gave this answer; None when nobody did."""
        return dict(self.counts).get(answer, 0) / self.answered if self.answered else None


def heard(part: Mapping[str, Any]) -> dict[str, Any]:
    """The part without questions that nobody answered, such as those meant for others; all where nobody came."""
    questions = [question for question in part["questions"] if values_of(question, part["answers"])]
    return {**part, "questions": questions or part["questions"]}


def tallies(part: Mapping[str, Any]) -> list[Tally]:
    """All questions of a part counted, in their order."""
    return [tally(question, part["answers"]) for question in part["questions"]]


def tally(question: Mapping[str, Any], answers: Sequence[Mapping[str, Any]]) -> Tally:
    """Count the answers to one question; open answers are only counted."""
    values = values_of(question, answers)
    mean = sum(values) / len(values) if values and question["kind"] in MEASURED else None
    return Tally(question, len(values), mean, counts(question, values))


def values_of(question: Mapping[str, Any], answers: Sequence[Mapping[str, Any]]) -> list[Any]:
    """What was answered to a question, without those who skipped it."""
    values = (answer["values"].get(question["key"]) for answer in answers)
    return [value for value in values if value is not None and value not in ("", [])]


def counts(question: Mapping[str, Any], values: Sequence[Any]) -> tuple[tuple[Any, int], ...]:
    """How often each answer was given; points of a scale, yes and no, and options also when nobody chose them."""
    kind = question["kind"]
    if kind not in MEASURED | CHOSEN | {"yes_no"}:
        return ()
    found = Counter(each for value in values for each in (value if isinstance(value, list | tuple) else [value]))
    if kind == "number":
        return tuple(sorted(found.items()))
    if kind == "scale":
        low, high = bounds(question)
        known: list[Any] = list(range(low, high + 1))
    else:
        known = [True, False] if kind == "yes_no" else list(question.get("options", ()))
    return tuple((each, found[each]) for each in dict.fromkeys([*known, *found]))


def bounds(question: Mapping[str, Any]) -> tuple[int, int]:
    """Lowest and highest point of a scale."""
    return question.get("minimum", SCALE[0]), question.get("maximum", SCALE[1])
