"""«Спрашивать, если» in words: «3 = да», «2 = Математика или Физика», «4 не меньше 7»."""

import re
from collections.abc import Mapping
from typing import Any

from domain.forms.form import CHOICES, Kind
from domain.forms.own.layout import CellProblem
from domain.forms.own.sheet import Cell
from domain.forms.wording import fold
from domain.forms.yes_no import NO, YES

EQUAL = re.compile(r"(?:вопрос\s*)?№?\s*(\d+)\s*(?:=|:|это|–|—|-)\s*(.+)", re.IGNORECASE | re.DOTALL)
AT_LEAST = re.compile(r"(?:вопрос\s*)?№?\s*(\d+)\s*(?:>=|≥|не\s+меньше|не\s+менее|от)\s*(\d+)", re.IGNORECASE)
AT_MOST = re.compile(r"(?:вопрос\s*)?№?\s*(\d+)\s*(?:<=|≤|не\s+больше|не\s+более|до)\s*(\d+)", re.IGNORECASE)
OR = re.compile(r"\s*(?:;|/|\bили\b)\s*", re.IGNORECASE)
NUMBERS = frozenset({Kind.NUMBER, Kind.SCALE})

Earlier = Mapping[str, Mapping[str, Any]]
"""Number of a question as written → the question as `build` reads it, for those that stand above."""


def read_condition(cell: Cell, earlier: Earlier, later: frozenset[str]) -> dict[str, Any] | CellProblem:
    """A condition as `domain.forms.conditions.parse` reads it; `later` are the numbers that stand below."""
    for pattern, bound in ((AT_LEAST, "at_least"), (AT_MOST, "at_most")):
        if found := pattern.fullmatch(cell.text):
            return _bounded(cell, found[1], bound, int(found[2]), earlier, later)
    found = EQUAL.fullmatch(cell.text)
    if found is None:
        return CellProblem(cell.name, "condition_unreadable", {"text": cell.text})
    return _equal(cell, found[1], found[2], earlier, later)


def _asked(cell: Cell, number: str, earlier: Earlier, later: frozenset[str]) -> Mapping[str, Any] | CellProblem:
    if number in earlier:
        return earlier[number]
    return CellProblem(cell.name, "condition_later" if number in later else "condition_unknown", {"number": number})


def _bounded(
    cell: Cell, number: str, bound: str, value: int, earlier: Earlier, later: frozenset[str]
) -> dict[str, Any] | CellProblem:
    question = _asked(cell, number, earlier, later)
    if isinstance(question, CellProblem):
        return question
    if question["kind"] not in NUMBERS:
        return CellProblem(cell.name, "condition_unreadable", {"text": cell.text})
    return {"question": question["key"], bound: value}


def _equal(
    cell: Cell, number: str, words: str, earlier: Earlier, later: frozenset[str]
) -> dict[str, Any] | CellProblem:
    question = _asked(cell, number, earlier, later)
    if isinstance(question, CellProblem):
        return question
    wanted = [_value(question, word) for word in OR.split(words) if word.strip()]
    if not wanted or None in wanted:
        return CellProblem(cell.name, "condition_no_option", {"number": number, "text": words})
    return {"question": question["key"], "is": wanted}


def _value(question: Mapping[str, Any], word: str) -> str | int | bool | None:
    """The value of the question that a word names, None where there is no such one."""
    folded = fold(word)
    if question["kind"] == Kind.YES_NO:
        return True if folded in YES else False if folded in NO else None
    if question["kind"] in NUMBERS:
        return int(folded) if folded.isdecimal() else None
    if question["kind"] in CHOICES:
        return next((option["key"] for option in question["options"] if fold(option["label"]) == folded), None)
    return None
