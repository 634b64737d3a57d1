"""Logical rows out of the lines of a table: tails go back to the rows that a page break cut, sections to rows.

A line is a section, a row, or a tail of the row above. A tail may stand in any cell, look like a section row, or
share its cell with the next activity.
"""

from domain.roadmap.columns import Role, is_number
from domain.roadmap.drafts import SECTION_NUMBER, Draft, Style
from domain.roadmap.due import is_readable
from domain.roadmap.markup import paragraphs
from domain.roadmap.pages import Line
from domain.roadmap.tails import Tails, due_goes_on
from domain.roadmap.vocabulary import Vocabulary

_TEXT_ROLES: tuple[Role, ...] = ("activity", "contents", "result", "indicator")


class Repair:
    """Puts the lines of one roadmap together, one after the other."""

    def __init__(self, vocabulary: Vocabulary, style: Style) -> None:
        self.drafts: list[Draft] = []
        self._vocabulary = vocabulary
        self._tails = Tails(vocabulary, style)
        self._style = style
        self._section = ""
        self._section_number = ""
        self._after_section = True

    def add(self, line: Line) -> None:
        """Take the next line of the table."""
        previous = None if self._after_section else self.drafts[-1]
        title = self._section_title(line)
        verdict = self._tails.judge(line, previous, title) if previous else "own"
        if previous and verdict != "own":
            previous.doubtful = (title or line.text("activity")) if verdict == "perhaps" else previous.doubtful
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
        found = SECTION_NUMBER.match(title)
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
        self._section = line.text("stage") or self._section
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
            return due_goes_on(before, first) and is_readable(" ".join(rest))
        if not rest[0][:1].isupper() or first.endswith((".", ":", ";")):
            return False
        is_short = len(first.split()) <= 4
        if role == "activity":
            return (line.after_break or is_short) and self._vocabulary.goes_on(before, first)
        return line.after_break and first[0].islower()
