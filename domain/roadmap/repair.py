"""Logical rows out of the lines of a table: tails go back to the rows that a page break cut, sections to rows.

A line is a section, a row, or a tail of the row above. A tail may stand in any cell, look like a section row, or
share its cell with the next activity.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .columns import Role, is_number
from .due import is_readable
from .markup import NUMBERING, paragraphs, plain, verbatim
from .pages import Line
from .responsible import looks_like_people
from .vocabulary import Vocabulary

_SECTION_NUMBER = re.compile(r"^(?P<number>\d{1,2}|[IVX]{1,5})(?:[.)]\s*|\s+)(?=\S{2})")
_SECTION_WORD = re.compile(r"(?:раздел|этап|блок|модуль|направление|часть)\s+(?:\d|[IVX]+\b|№)", re.IGNORECASE)
_DUE_GOES_ON = re.compile(
    r"(?:[-–—,(]|(?<![\d.])\d{1,2}[»\"]?|(?<![а-яё])(?:с|со|по|до|к|и|в|во|от|на|за|не|для|позднее|позже))$",
    re.IGNORECASE,
)
_DUE_FRAGMENT = re.compile(r"^(?:[-–—,)].*|(?:19|20)\d\d ?(?:г\.?|год[ау]?)?|г(?:\.|од[ау]?)?)$", re.IGNORECASE)
_ENDS_MONTH = re.compile(r"[а-яё]{3}$", re.IGNORECASE)
_STARTS_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_INITIALS = re.compile(r"[А-ЯЁ]\.")
_TEXT_ROLES: tuple[Role, ...] = ("activity", "contents", "result", "indicator")


@dataclass
class Draft:
    """A logical row while it is put together: raw cells by role, its section, and how it came about."""

    cells: dict[Role, str]
    section: str
    after_break: bool
    after_section: bool
    merged: frozenset[Role]
    joined: int = 1
    doubtful: bool = False
    lost_section: bool = False

    def text(self, role: Role) -> str:
        """A cell on one line."""
        cell = self.cells.get(role, "")
        return verbatim(cell) if role in ("due", "due_end") else plain(cell)


@dataclass(frozen=True)
class Style:
    """Habits of one table that tell its rows from its sections and tails."""

    numbered: bool
    numbered_sections: bool
    lower_case: bool

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Style":
        """Read the habits off the lines that have a due of their own."""
        rows = [line for line in lines if is_readable(line.text("due"))] or list(lines)
        numbers = [number for line in rows if is_number(number := line.text("number"))]
        lower = sum(line.text("activity")[:1].islower() for line in rows)
        dotted = any("." in number.rstrip(".") for number in numbers)
        return cls(len(numbers) > 0.5 * len(rows), dotted, lower > 0.2 * len(rows))


class Repair:
    """Puts the lines of one roadmap together, one after the other."""

    def __init__(self, vocabulary: Vocabulary, style: Style) -> None:
        self.drafts: list[Draft] = []
        self._vocabulary = vocabulary
        self._style = style
        self._section = ""
        self._section_number = ""
        self._after_section = True

    def add(self, line: Line) -> None:
        """Take the next line of the table."""
        previous = None if self._after_section else self.drafts[-1]
        title = self._section_title(line)
        if previous and self._is_tail(line, previous, title):
            self._append(line, previous)
        elif title:
            self.open_section(title, line.text("number"))
        else:
            self._add_row(line, previous)

    def open_section(self, title: str, number: str = "") -> None:
        """A section starts; a heading cut in two goes on."""
        if self._after_section and self._section and title[0].islower():
            self._section = self._vocabulary.join(self._section, title)
            return
        found = _SECTION_NUMBER.match(title)
        self._section = title[found.end() :] if found else title
        self._section_number = (number if is_number(number) else found["number"] if found else "").rstrip(".)")
        self._after_section = True

    def _section_title(self, line: Line) -> str:
        """The one text of a line that holds no other (beside the number of a section); else an empty text."""
        number = line.text("number")
        if line.merged - {"number", "stage"}:
            return ""
        filled = [role for role in line.filled if not (role == "number" and is_number(number))]
        texts = {line.text(role) for role in filled}
        if len(texts) != 1 or (len(filled) > 1 and len(filled) < len(line.cells) - 1):
            return ""
        if is_number(number) and not (self._style.numbered_sections and "." not in number.rstrip(".")):
            return ""
        text = texts.pop()
        is_title = filled[0] in ("number", "stage", "activity", next(iter(line.cells)))
        return text if is_title and not (filled[0] == "due" and is_readable(text)) else ""

    def _is_tail(self, line: Line, previous: Draft, title: str) -> bool:
        if is_number(line.text("number")):
            return False
        if title:
            return self._is_tail_like_title(line, previous, title)
        if line.merged & {"due", "responsible"}:
            return self._vocabulary.goes_on(previous.text("activity"), line.text("activity"))
        due_goes_on = self._due_goes_on(previous.text("due"), line.text("due"))
        has_own_due = bool(line.text("due")) and not due_goes_on
        if has_own_due:
            return self._lends_due(line, previous)
        if due_goes_on or not line.text("activity"):
            return True
        return self._activity_goes_on(line, previous)

    def _is_tail_like_title(self, line: Line, previous: Draft, title: str) -> bool:
        role = line.filled[0]
        if _SECTION_NUMBER.match(title) or _SECTION_WORD.match(title):
            return False
        is_listed = NUMBERING.match(title) and role not in ("activity", "number")
        if is_listed or self._vocabulary.goes_on(previous.text(role), title):
            return True
        if self._style.numbered_sections or self._vocabulary.may_go_on(previous.text(role), title):
            previous.doubtful = True
            return True
        return False

    def _lends_due(self, line: Line, previous: Draft) -> bool:
        """A date set in the middle of its cell may stand wholly behind the page break."""
        text = line.text("activity")
        lacks_due = line.after_break and not previous.text("due")
        return lacks_due and (not text or self._vocabulary.goes_on(previous.text("activity"), text))

    def _activity_goes_on(self, line: Line, previous: Draft) -> bool:
        text = line.text("activity")
        people = "" if self._people_go_on(line, previous) else line.text("responsible")
        is_whole = bool(people and line.text("result"))
        if self._vocabulary.goes_on(previous.text("activity"), text):
            return not (text[0].islower() and self._style.lower_case and is_whole)
        if self._style.numbered and (line.after_break or not people):
            return True
        result_goes_on = self._vocabulary.goes_on(previous.text("result"), line.text("result"))
        may_go_on = result_goes_on or self._vocabulary.may_go_on(previous.text("activity"), text)
        previous.doubtful |= may_go_on and (self._style.numbered or not people)
        return may_go_on and (self._style.numbered or not people)

    @staticmethod
    def _people_go_on(line: Line, previous: Draft) -> bool:
        """Initials whose surname stands above, or a text that names nobody."""
        before, people = previous.text("responsible"), line.text("responsible")
        lost_initials = _INITIALS.match(people) and before[-1:] != "."
        return bool(before and people) and (bool(lost_initials) or not looks_like_people(people))

    @staticmethod
    def _due_goes_on(before: str, text: str) -> bool:
        if not before or not text:
            return False
        if _DUE_GOES_ON.search(before) or _DUE_FRAGMENT.match(text):
            return True
        if _ENDS_MONTH.search(before) and _STARTS_YEAR.match(text):
            return True
        if is_readable(before):
            return not is_readable(text) and is_readable(f"{before} {text}")
        return not is_readable(text) or is_readable(f"{before} {text}")

    def _append(self, line: Line, previous: Draft) -> None:
        for role in line.filled:
            previous.cells[role] = self._vocabulary.join(previous.cells.get(role, ""), line.cells[role])
        previous.joined += 1

    def _add_row(self, line: Line, previous: Draft | None) -> None:
        if previous and self._give_back_glued(line, previous):
            previous.joined += 1
        number = line.text("number")
        top = number.split(".")[0] if "." in number.rstrip(".") else ""
        is_lost = bool(top and self._section_number and top != self._section_number)
        section = "" if is_lost else self._section
        draft = Draft(line.cells, section, line.after_break, self._after_section, line.merged, lost_section=is_lost)
        self.drafts.append(draft)
        self._after_section = False

    def _give_back_glued(self, line: Line, previous: Draft) -> bool:
        """Move the first paragraphs that end the row above («…модели» | «наставничества¶Оформление…») back to it."""
        given = [role for role in (*_TEXT_ROLES, "due") if self._is_glued(role, line, previous)]
        for role in given:
            first, *rest = paragraphs(line.cells[role])
            previous.cells[role] = self._vocabulary.join(previous.cells.get(role, ""), first)
            line.cells[role] = "\n".join(rest)
        return bool(given)

    def _is_glued(self, role: Role, line: Line, previous: Draft) -> bool:
        first, *rest = paragraphs(line.cells.get(role, "")) or ("",)
        before = previous.text(role)
        if not rest or not before:
            return False
        if role == "due":
            return self._due_goes_on(before, first) and is_readable(" ".join(rest))
        if not rest[0][:1].isupper() or first.endswith((".", ":", ";")):
            return False
        is_short = len(first.split()) <= 4
        if role == "activity":
            return (line.after_break or is_short) and self._vocabulary.goes_on(before, first)
        return line.after_break and first[0].islower()
