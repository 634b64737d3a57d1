"""Tables that a pasted text or a page without ruled lines shows by blanks or dashes alone, written with tabs.

Both ways need several lines that agree; else the lines stay as they are.
"""

import re
from collections.abc import Sequence

from domain.roadmap.due import is_readable

_GAP = re.compile(r"\S(?: ?\S)*")
_FEWEST_LINES = 3
_FEWEST_CELLS = 3
_LONGEST = 400
_LEAST_FITTING = 0.9
_ASKEW = 3
_DASH = re.compile(r"\s+[-–—]\s+|\s*;\s+|\s*\|\s*")
_COMMA = re.compile(r",\s+")
_NUMBER = re.compile(r"^\s*(\d{1,3}(?:\.\d{1,3})*)[.)]?\s+(?=[^\W\d])")


def with_tabs(lines: Sequence[str]) -> list[str]:
    """The lines, those of a table with tabs between its cells."""
    if any("\t" in line for line in lines):
        return list(lines)
    return _by_gaps(lines) or _by_dashes(lines, _DASH) or _by_dashes(lines, _COMMA) or list(lines)


def _by_gaps(lines: Sequence[str]) -> list[str]:
    """Columns with two blanks or more between them, as the first such line places them; else an empty list."""
    pieces = [[(found.start(), found[0]) for found in _GAP.finditer(line)] for line in lines]
    rows = [index for index, row in enumerate(pieces) if len(row) >= _FEWEST_CELLS]
    if len(rows) < _FEWEST_LINES:
        return []
    first = rows[0]
    starts = [start for start, _ in pieces[first]]
    below = [row for row in pieces[first + 1 :] if row]
    if sum(_fits(row, starts) for row in below) < _LEAST_FITTING * len(below):
        return []
    return [
        line if index < first or not row else "\t".join(_in_columns(row, starts))
        for index, (line, row) in enumerate(zip(lines, pieces, strict=True))
    ]


def _fits(row: Sequence[tuple[int, str]], starts: Sequence[int]) -> bool:
    """Whether a line has as many texts as there are columns, or each of them within one column."""
    if len(row) == len(starts):
        return True
    ends = [*starts[1:], starts[-1] + _LONGEST]
    return all(
        any(
            abs(start - begin) <= _ASKEW and start + len(text) <= end for begin, end in zip(starts, ends, strict=True)
        )
        for start, text in row
    )


def _in_columns(row: Sequence[tuple[int, str]], starts: Sequence[int]) -> list[str]:
    """The cells of a line; a line with an empty cell puts each text below the nearest heading."""
    if len(row) == len(starts):
        return [text for _, text in row]
    cells = [""] * len(starts)
    for start, text in row:
        place = min(range(len(starts)), key=lambda column: abs(starts[column] - start))
        cells[place] = f"{cells[place]} {text}".strip()
    return cells


def _by_dashes(lines: Sequence[str], separator: re.Pattern[str]) -> list[str]:
    """«1. Издание приказа — до 15.09 — директор»: what stands before the due, the due, and who."""
    rows = [_parted(line, separator) for line in lines]
    filled = sum(bool(line.strip()) for line in lines)
    found = sum(row is not None for row in rows)
    if found < _FEWEST_LINES or found < 0.5 * filled:
        return []
    return [line if row is None else "\t".join(row) for line, row in zip(lines, rows, strict=True)]


def _parted(line: str, separator: re.Pattern[str]) -> list[str] | None:
    if len(line) > _LONGEST:
        return None
    number = _NUMBER.match(line)
    parts = separator.split(line[number.end() :].strip() if number else line.strip())
    due = next((place for place, part in enumerate(parts) if is_readable(part)), None)
    if due is None or len(parts) < 2:
        return None
    before, after = " – ".join(parts[:due]), ", ".join(parts[due + 1 :])
    activity, people = (before, after) if before else (after, "")
    return [number[1] if number else "", activity, parts[due].rstrip("."), people]
