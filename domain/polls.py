"""Quick polls: which questions may be answered without a name, and the answers of all counted together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from domain.forms import Answer, Chosen, Form, Kind, Question
from domain.forms.conditions import Always

COUNTED = frozenset({Kind.ONE_OF, Kind.SEVERAL_OF, Kind.YES_NO, Kind.SCALE})
ONE_TAP = COUNTED - {Kind.SEVERAL_OF}

Counts = Mapping[tuple[str, str], int]
"""Question and answer → how many answered so without a name."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each answer to a question was given, in the order of the form."""

    question: Question
    counts: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        return sum(count for _, count in self.counts)


def unnamed_questions(form: Form) -> list[Question]:
    """What is asked of somebody without a consent: one tap each, since words of one's own may tell who wrote them."""
    return [each for each in form.questions if each.kind in ONE_TAP and isinstance(each.when, Always)]


def answers_to(question: Question) -> tuple[str, ...]:
    """The keys of all answers that can be tapped."""
    if question.kind is Kind.YES_NO:
        return ("yes", "no")
    if question.kind is Kind.SCALE:
        lowest, highest = question.limits.minimum, question.limits.maximum
        return tuple(str(mark) for mark in range(_mark(lowest), _mark(highest) + 1))
    return tuple(option.key for option in question.options)


def tallies(form: Form, named: Iterable[Mapping[str, Answer]], unnamed: Counts) -> list[Tally]:
    """Answers with and without a name, counted together."""
    people = list(named)
    return [
        Tally(
            question,
            tuple(
                (key, unnamed.get((question.key, key), 0) + sum(_says(question, each, key) for each in people))
                for key in answers_to(question)
            ),
        )
        for question in form.questions
        if question.kind in COUNTED
    ]


def _says(question: Question, answers: Mapping[str, Answer], key: str) -> bool:
    """Whether these answers give ``key`` to the question."""
    answer = answers.get(question.key)
    if answer is None:
        return False
    if isinstance(answer.value, Chosen):
        return key in answer.value.keys
    if isinstance(answer.value, bool):
        return key == ("yes" if answer.value else "no")
    return str(answer.value) == key


def _mark(bound: object) -> int:
    return bound if isinstance(bound, int) else 1
