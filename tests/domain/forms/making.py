"""Short ways to make questions and forms in these tests."""

from typing import Any

from domain.forms import Form, Kind, Option, Question
from domain.forms.conditions import Always, parse

LABELS = ("Планирование", "Работа с родителями", "Игры и творчество", "Документы и отчёты")


def options(*labels: str) -> tuple[Option, ...]:
    return tuple(Option(f"o{number}", label) for number, label in enumerate(labels or LABELS, start=1))


def question(kind: Kind, key: str = "asked", when: object = None, **fields: Any) -> Question:
    if kind in {Kind.ONE_OF, Kind.SEVERAL_OF}:
        fields.setdefault("options", options())
    return Question(key, kind, "О чём спросить?", when=parse(when) if when else Always(), **fields)


def form(*questions: Question, version: int = 1) -> Form:
    return Form("made", version, "Анкета", "Коротко о себе.", 1, ("mentor",), questions)
