"""The template's layout: which words stand in it, and what they mean."""

from dataclasses import dataclass
from typing import Any, Literal

from domain.forms.form import Kind
from domain.people import Role

TITLE, INTRO, MINUTES, AUDIENCE = "Название", "Вступление", "Сколько минут", "Кто заполняет"
HEAD = (TITLE, INTRO, MINUTES, AUDIENCE)
"""First column of the lines above the questions; the value stands beside it."""

NUMBER, TEXT, KIND, OPTIONS, REQUIRED, HINT, WHEN = (
    "№",
    "Вопрос",
    "Вид ответа",
    "Варианты",
    "Обязательно",
    "Подсказка",
    "Спрашивать, если",
)
COLUMNS = (NUMBER, TEXT, KIND, OPTIONS, REQUIRED, HINT, WHEN)

KINDS = {
    "Короткий ответ": Kind.TEXT,
    "Развёрнутый ответ": Kind.LONG_TEXT,
    "Число": Kind.NUMBER,
    "Шкала от 1 до 10": Kind.SCALE,
    "Да или нет": Kind.YES_NO,
    "Один из списка": Kind.ONE_OF,
    "Несколько из списка": Kind.SEVERAL_OF,
    "Дата": Kind.DATE,
    "Телефон": Kind.PHONE,
    "Файл или фото": Kind.FILE,
}
SECTION = "Раздел"
"""Stands in place of a kind in the row that names a section; the questions below belong to it."""
EVERYBODY = (Role.MENTOR, Role.MENTEE)
AUDIENCES = {"Наставники": (Role.MENTOR,), "Наставляемые": (Role.MENTEE,), "Все": EVERYBODY}
YES, NO = "да", "нет"

CellProblemCode = Literal[
    "empty_text",
    "unknown_kind",
    "no_options",
    "needless_options",
    "too_many_options",
    "same_options",
    "long_option",
    "too_long",
    "not_yes_or_no",
    "not_minutes",
    "unknown_audience",
    "unknown_number",
    "repeated_number",
    "condition_unreadable",
    "condition_unknown",
    "condition_later",
    "condition_no_option",
]
"""What may be wrong in one cell; `locales` make the sentence that says how to mend it."""


@dataclass(frozen=True, slots=True)
class CellProblem:
    """Something wrong in one cell, named as spreadsheets name it (`D7`), with the arguments of its sentence."""

    cell: str
    code: CellProblemCode
    args: dict[str, Any]
