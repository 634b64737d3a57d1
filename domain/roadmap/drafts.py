"""Logical rows while they are put together, and the habits of the table they come from."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from domain.roadmap.columns import Role, is_number
from domain.roadmap.due import is_readable
from domain.roadmap.markup import plain, verbatim
from domain.roadmap.pages import Line

SECTION_NUMBER = re.compile(r"^(?P<number>\d{1,2}|[IVX]{1,5})(?:[.)]\s*|\s+)(?=\S{2})")


@dataclass
class Draft:
    """A logical row while it is put together: raw cells by role, its section, and how it came about.

    `doubtful` is the text of a piece that may not belong to it.
    """

    cells: dict[Role, str]
    section: str
    after_break: bool
    after_section: bool
    merged: frozenset[Role]
    joined: int = 1
    doubtful: str = ""
    lost_section: bool = False

    def text(self, role: Role) -> str:
        """A cell on one line."""
        cell = self.cells.get(role, "")
        return verbatim(cell) if role in ("due", "due_end") else plain(cell)


@dataclass(frozen=True)
class Style:
    """Habits of one table that tell its rows from its sections and tails; `paged` if it shows where pages end."""

    numbered: bool
    numbered_sections: bool
    lower_case: bool
    title_role: Role | None
    paged: bool

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Style":
        """Read the habits off the lines that have a due of their own and do not begin a page."""
        rows = [line for line in lines if is_readable(line.text("due")) and not line.after_break] or list(lines)
        numbers = [number for line in rows if is_number(number := line.text("number"))]
        lower = sum(line.text("activity")[:1].islower() for line in rows)
        dotted = any("." in number.rstrip(".") for number in numbers)
        return cls(
            numbered=len(numbers) > 0.5 * len(rows),
            numbered_sections=dotted,
            lower_case=lower > 0.4 * len(rows),
            title_role=_title_role(lines),
            paged=any(line.after_break for line in lines),
        )


def _title_role(lines: Sequence[Line]) -> Role | None:
    """The column in which nearly all lines with a single text have it, if there are several such lines."""
    texts = [[role for role in line.filled if role != "number"] for line in lines]
    (role, times), *_ = [*Counter(roles[0] for roles in texts if len(roles) == 1).most_common(1), (None, 0)]
    return role if times > 2 else None
