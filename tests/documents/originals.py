"""Roadmaps as logical rows, to be written down anew in many ways: the real documents, and two of our own.

Cells of a real document are taken from its lines by the hand-made table of `expected`; our reader has no part in it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.domain.roadmap import plans
from tests.domain.roadmap.expected import DOCUMENTS, Expected
from tests.domain.roadmap.real import FOLDER

FIVE = ("activity", "due", "result", "indicator", "responsible")
COLUMNS = {
    "000": FIVE,
    "001": ("number", "activity", "due", "responsible", "result"),
    "002": FIVE,
    "003": ("number", "activity", "contents", "due", "responsible"),
    "004": ("number", "activity", "contents", "responsible"),
}
HEADINGS = {"000": 32, "001": 7, "002": 21, "003": 9}
ABOVE = {"000": (5, 30), "001": (3, 5), "002": (3, 19), "003": (1, 7), "004": (1, 47)}
FLAT_HEADINGS = (
    "№",
    "Направление деятельности",
    "Содержание деятельности и примерный план мероприятий",
    "Ответственные",
)
_FOUR = tuple(role for role in FIVE if role != "indicator")


@dataclass(frozen=True)
class Row:
    """A logical row: its cells, and what a reader must understand."""

    section: str
    section_number: str
    cells: dict[str, str]
    due: str
    people: tuple[str, ...]


@dataclass(frozen=True)
class Original:
    """A roadmap before it is written down."""

    name: str
    above: str
    headings: dict[str, str]
    rows: tuple[Row, ...]


@cache
def real_originals() -> tuple[Original, ...]:
    """The five real documents."""
    return tuple(_real(name) for name in DOCUMENTS)


def _real(name: str) -> Original:
    lines = next(Path(FOLDER or "").glob(f"{name}_*.txt")).read_text("utf-8").split("\n")
    first, last = ABOVE[name]
    headings = lines[HEADINGS[name] - 1].split("\t") if name in HEADINGS else FLAT_HEADINGS
    rows = tuple(_row(lines, name, expected) for expected in DOCUMENTS[name])
    return Original(name, "\n".join(lines[first - 1 : last]), dict(zip(COLUMNS[name], headings, strict=True)), rows)


def _row(lines: list[str], name: str, expected: Expected) -> Row:
    cells = _flat(lines, expected) if name == "004" else _joined(lines, name, expected)
    head = lines[expected.section - 1].split("\t") if expected.section else ["", ""]
    number, title = head[:2] if "number" in cells else ("", head[0])
    return Row(re.sub("<[^>]*>", "", title), number, cells, expected.due, expected.people)


def _joined(lines: list[str], name: str, expected: Expected) -> dict[str, str]:
    """The cells of all pieces; a cell cut by a page goes on in the next piece."""
    whole = dict.fromkeys(COLUMNS[name], "")
    for piece in expected.lines.split("+"):
        for role, cell in _piece(lines, name, piece):
            whole[role] = f"{whole[role]} {cell}".strip()
    return whole


def _piece(lines: list[str], name: str, piece: str) -> Iterator[tuple[str, str]]:
    """The cells of one line. A line with two halves has the end of the row above in a paragraph of its first cell."""
    cells = lines[int(piece.rstrip("ab")) - 1].split("\t")
    roles = COLUMNS[name] if len(cells) == len(COLUMNS[name]) else _FOUR
    end, _, rest = cells[0].partition("</p>")
    if piece.endswith("a"):
        return iter([(roles[0], end.removeprefix("<p>"))])
    return zip(roles, [rest.strip() if piece.endswith("b") else cells[0], *cells[1:]], strict=True)


def _flat(lines: list[str], expected: Expected) -> dict[str, str]:
    """Cells of one or several lines each; the number stands in the line above them."""
    cells = {"number": expected.number}
    for role, span in zip(COLUMNS["004"][1:], expected.lines.split(","), strict=True):
        first, _, last = span.partition("-")
        cells[role] = "\n".join(line.strip() for line in lines[int(first) - 1 : int(last or first)])
    return cells


_OWN_DUES = (
    "by - 15.09.2025",
    "between 01.09.2025 30.09.2025",
    "by - 19.09.2025",
    "between 22.09.2025 03.10.2025",
    "request - -",
    "every 01.09.2025 31.08.2026",
    "between 01.01.2026 31.01.2026",
)
_OWN_PEOPLE = (
    ("Ветрова И.П.",),
    ("Кедров С.А.", "Ветрова И.П."),
    ("Кедров С.А.",),
    ("Педагог-психолог",),
    ("Кедров С.А.",),
    ("Наставники",),
    ("Ветрова И.П.",),
)


@cache
def own_originals() -> tuple[Original, ...]:
    """The same plan of ours without numbers, and with numbered rows and sections and the results last."""
    above = "\n".join(plans.ABOVE)
    headings = dict(zip(FIVE, plans.HEADINGS, strict=True))
    numbered = {"number": "№ п/п"} | {role: headings[role] for role in ("activity", "due", "responsible", "result")}
    rows = tuple(_own_rows(numbered=False))
    return Original("own", above, headings, rows), Original(
        "numbered", above, numbered, tuple(_own_rows(numbered=True))
    )


def _own_rows(*, numbered: bool) -> Iterator[Row]:
    section, chapter, place = "", 0, 0
    meanings = iter(zip(_OWN_DUES, _OWN_PEOPLE, strict=True))
    for index, written in enumerate(plans.ROWS):
        if index in plans.SECTIONS:
            section, chapter, place = written[0], chapter + 1, 0
            continue
        place += 1
        cells = dict(zip(FIVE, written, strict=True))
        if numbered:
            del cells["indicator"]
            cells["number"] = f"{chapter}.{place}"
        yield Row(section, str(chapter) if numbered else "", cells, *next(meanings))
