"""A filled-in template → the form that `domain.forms.loading.build` makes of it, or every cell that is wrong."""

import re
from collections.abc import Iterator
from string import ascii_uppercase
from typing import Any

from domain.forms.checks import (
    LONGEST_HINT,
    LONGEST_INTRO,
    LONGEST_LABEL,
    LONGEST_TEXT,
    LONGEST_TICKED_LABEL,
    LONGEST_TITLE,
    MOST_OPTIONS,
    MOST_QUESTIONS,
)
from domain.forms.form import CHOICES, Form, Kind
from domain.forms.loading import build
from domain.forms.own.conditions import read_condition
from domain.forms.own.layout import (
    AUDIENCE,
    AUDIENCES,
    EVERYBODY,
    HINT,
    INTRO,
    KIND,
    KINDS,
    MINUTES,
    NO,
    NUMBER,
    OPTIONS,
    REQUIRED,
    SECTION,
    TEXT,
    TITLE,
    WHEN,
    YES,
    CellProblem,
)
from domain.forms.own.sheet import Cell, Line, Rows, Sheet, find_sheet
from domain.forms.wording import fold

LONGEST_TITLE_ON_BUTTON = 40
LONGEST_TIME = 60
SECONDS_A_QUESTION = 20
KIND_WORDS = {fold(word): kind for word, kind in KINDS.items()} | {
    "текст": Kind.TEXT,
    "строка": Kind.TEXT,
    "длинный ответ": Kind.LONG_TEXT,
    "да нет": Kind.YES_NO,
    "файл": Kind.FILE,
    "фото": Kind.FILE,
}
AUDIENCE_WORDS = {fold(word): roles for word, roles in AUDIENCES.items()} | {"": EVERYBODY}
SCALE = re.compile(r"шкала(?: оценок)?(?:(?: от)? 1(?: до)? (\d+))?")
MOST_MARKS = 10
BETWEEN_OPTIONS = re.compile(r"[\n;]+")
BULLET = re.compile(r"^\s*(?:[-–—•*]|\d{1,2}[.)])\s+")
PERSONAL = frozenset({Kind.PHONE, Kind.FILE})


class NotAForm(ValueError):
    """The file is not a questionnaire made from the template."""


def read_form(rows: Rows, key: str, version: int) -> Form | list[CellProblem]:
    """The form in a sheet's rows, or all that is wrong in it, in the order of its cells.

    Raises `NotAForm` where the template's table of questions is not to be found or is empty.
    """
    sheet = find_sheet(rows)
    if sheet is None or all(map(is_section, sheet.lines)):
        raise NotAForm
    reader = _Reader(sheet)
    written = reader.form(key, version)
    return reader.problems or build(written, source=key)


class _Reader:
    """Reads cell by cell and remembers what was wrong."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.lines = [line for line in sheet.lines if not is_section(line)]
        self.problems: list[CellProblem] = []
        self._questions: dict[str, dict[str, Any]] = {}

    def wrong(self, cell: Cell, code: Any, **args: Any) -> None:
        self.problems.append(CellProblem(cell.name, code, args))

    def form(self, key: str, version: int) -> dict[str, Any]:
        head, lines = self.sheet.head, self.lines[:MOST_QUESTIONS]
        if len(self.lines) > MOST_QUESTIONS:
            self.wrong(self.lines[MOST_QUESTIONS][TEXT], "too_long", what="questions", most=MOST_QUESTIONS)
        return {
            "key": key,
            "version": version,
            "title": self.text(head[TITLE], LONGEST_TITLE),
            "intro": self.text(head[INTRO], LONGEST_INTRO, needed=False) or head[TITLE].text,
            "minutes": self.minutes(head[MINUTES], len(lines)),
            "audience": list(self.audience(head[AUDIENCE])),
            "sections": [{"key": key, "title": self.text(cell, LONGEST_TITLE)} for key, cell in self.sections()],
            "questions": [self.question(index, line) for index, line in enumerate(lines, 1)],
        }

    def sections(self) -> list[tuple[str, Cell]]:
        """Key and title of each section, those without a question too."""
        return [(section_key(line), line[TEXT]) for line in self.sheet.lines if is_section(line)]

    def section_of(self, line: Line) -> str:
        """The key of the section that the question stands in; empty above the first."""
        above = self.sheet.lines[: self.sheet.lines.index(line)]
        return next((section_key(each) for each in reversed(above) if is_section(each)), "")

    def text(self, cell: Cell, most: int, *, needed: bool = True) -> str:
        if needed and not cell.text:
            self.wrong(cell, "empty_text")
        if len(cell.text) > most:
            self.wrong(cell, "too_long", what="letters", most=most)
        return cell.text

    def minutes(self, cell: Cell, questions: int) -> int:
        """As written, else what so many questions usually take."""
        if not cell.text:
            return max(1, round(questions * SECONDS_A_QUESTION / 60))
        digits = cell.text.split()[0]
        if not digits.isdecimal() or not 1 <= int(digits) <= LONGEST_TIME:
            self.wrong(cell, "not_minutes", text=cell.text)
            return 1
        return int(digits)

    def audience(self, cell: Cell) -> tuple[str, ...]:
        word = fold(cell.text)
        if word not in AUDIENCE_WORDS:
            self.wrong(cell, "unknown_audience", text=cell.text, known=", ".join(AUDIENCES))
        return AUDIENCE_WORDS.get(word, EVERYBODY)

    def question(self, index: int, line: Line) -> dict[str, Any]:
        number = self.number(index, line[NUMBER])
        kind = self.kind(line[KIND])
        options = self.options(line[OPTIONS], kind) if kind is not None else []
        question: dict[str, Any] = {
            "key": f"q{index}",
            "kind": str(kind or Kind.TEXT),
            "text": self.text(line[TEXT], LONGEST_TEXT),
            "title": title_of(line[TEXT].text),
            "hint": self.text(line[HINT], LONGEST_HINT, needed=False),
            "required": self.required(line[REQUIRED]),
            "options": options,
            "limits": {"maximum": top_mark(line[KIND])} if kind is Kind.SCALE else {},
            "section": self.section_of(line),
            "personal": kind in PERSONAL,
        }
        if line[WHEN].text:
            self.condition(line[WHEN], question, number)
        self._questions[number] = question
        return question

    def number(self, index: int, cell: Cell) -> str:
        """The number that conditions name; an empty one counts on."""
        number = cell.text.rstrip(".) ") or str(index)
        if not number.isdecimal():
            self.wrong(cell, "unknown_number", text=cell.text)
        elif number in self._questions:
            self.wrong(cell, "repeated_number", number=number)
        return number

    def kind(self, cell: Cell) -> Kind | None:
        """None for a word that names no kind: what else the row says cannot be judged then."""
        word = fold(cell.text)
        if top_mark(cell):
            return Kind.SCALE
        if word not in KIND_WORDS:
            self.wrong(cell, "unknown_kind", text=cell.text, known=", ".join(KINDS))
        return KIND_WORDS.get(word)

    def required(self, cell: Cell) -> bool:
        word = fold(cell.text) or YES
        if word not in (YES, NO):
            self.wrong(cell, "not_yes_or_no", text=cell.text)
        return word != NO

    def options(self, cell: Cell, kind: Kind) -> list[dict[str, str]]:
        labels = [BULLET.sub("", part).strip() for part in BETWEEN_OPTIONS.split(cell.text)]
        labels = [label for label in labels if label]
        if kind not in CHOICES:
            if labels and kind is not Kind.SCALE:
                self.wrong(cell, "needless_options")
            return []
        for code, args in options_faults(labels, kind):
            self.wrong(cell, code, **args)
        return [{"key": f"o{number}", "label": label} for number, label in enumerate(labels, 1)]

    def condition(self, cell: Cell, question: dict[str, Any], number: str) -> None:
        below = {line[NUMBER].text.rstrip(".) ") or str(at) for at, line in enumerate(self.lines, 1)}
        condition = read_condition(cell, self._questions, frozenset(below - self._questions.keys()))
        if isinstance(condition, CellProblem):
            self.problems.append(condition)
        else:
            question["when"] = condition


def is_section(line: Line) -> bool:
    return fold(line[KIND].text) == fold(SECTION)


def section_key(line: Line) -> str:
    """Sections are told apart by where they stand: «s7» is named in row 7."""
    return "s" + line[TEXT].name.lstrip(ascii_uppercase)


def top_mark(cell: Cell) -> int | None:
    """The highest mark of «Шкала от 1 до 5» or «шкала 1-5», of «шкала» alone 10; None for what is no such scale."""
    scale = SCALE.fullmatch(fold(cell.text))
    top = int(scale[1] or MOST_MARKS) if scale is not None else 0
    return top if 2 <= top <= MOST_MARKS else None


def options_faults(labels: list[str], kind: Kind) -> Iterator[tuple[str, dict[str, Any]]]:
    """What is wrong with the options of a choice."""
    longest = LONGEST_TICKED_LABEL if kind is Kind.SEVERAL_OF else LONGEST_LABEL
    if len(labels) < 2:
        yield "no_options", {}
    if len(labels) > MOST_OPTIONS:
        yield "too_many_options", {"count": len(labels), "most": MOST_OPTIONS}
    folded = [fold(label) for label in labels]
    same = next((label for label, word in zip(labels, folded, strict=True) if folded.count(word) > 1), None)
    if same is not None:
        yield "same_options", {"text": same}
    for label in labels:
        if len(label) > longest:
            yield "long_option", {"text": label, "most": LONGEST_TICKED_LABEL}


def title_of(text: str) -> str:
    """A short name of the question for lists and buttons: its first words."""
    line = text.split("\n", maxsplit=1)[0].rstrip("?:. ")
    if len(line) <= LONGEST_TITLE_ON_BUTTON:
        return line
    return line[: LONGEST_TITLE_ON_BUTTON - 1].rsplit(" ", maxsplit=1)[0].rstrip(",;:– ") + "…"
