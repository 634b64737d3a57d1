"""Pages whose rows have more or fewer cells than the headings: each column gets its role by what it holds."""

import re
from collections.abc import Sequence
from functools import cache

from domain.roadmap.columns import Role, is_number, looks_like_due
from domain.roadmap.markup import plain
from domain.roadmap.responsible import looks_like_people

_LOSS: dict[Role, float] = {
    "other": 0.1,
    "indicator": 0.3,
    "due_end": 0.4,
    "result": 0.5,
    "number": 0.5,
    "contents": 0.7,
    "stage": 0.7,
    "responsible": 0.9,
    "due": 0.9,
    "activity": 4.0,
}
_UNPLACED = 1.5
_LONG_TEXT = 40
_INITIALS = re.compile(r"[А-ЯЁ]\.(?: ?[А-ЯЁ]\.)?(?: |$)")
_ENDS_WITH_DATE = re.compile(r"(?:\d{1,2}\.\d{1,2}\.\d{2,4}|\b20\d\d) ?(?:г\.?|год[а-я]?)?$")


def align(rows: Sequence[Sequence[str]], roles: Sequence[Role]) -> tuple[Role, ...]:
    """Roles for the columns of `rows`, in the order of the headings, some of which the page has lost.

    Chooses the order-keeping assignment that suits the contents best.
    """
    width = max(len(row) for row in rows)
    columns = [[plain(row[index]) for row in rows if index < len(row)] for index in range(width)]
    fits = [{role: _fit([cell for cell in cells if cell], role) for role in roles} for cells in columns]
    filled = [any(cells) for cells in columns]

    @cache
    def best(column: int, role: int) -> tuple[float, tuple[Role, ...]]:
        if column == width:
            return -sum(_LOSS[lost] for lost in roles[role:]), ()
        unplaced, rest = best(column + 1, role)
        choices = [(unplaced - _UNPLACED * filled[column], ("other", *rest))]
        for taken in range(role, len(roles)):
            score, rest = best(column + 1, taken + 1)
            lost = sum(_LOSS[skipped] for skipped in roles[role:taken])
            choices.append((score + fits[column][roles[taken]] - lost, (roles[taken], *rest)))
        return max(choices, key=lambda choice: choice[0])

    return best(0, 0)[1]


def shifted_roles(rows: Sequence[Sequence[str]], roles: Sequence[Role]) -> tuple[Role, ...]:
    """Roles for rows whose last cells are empty: perhaps a column is lost and people stand where figures should.

    Two rows of people, or of dues, in the wrong column are proof enough; anything less leaves the headings in force.
    Empty when there are not enough rows to tell.
    """
    full = [row for row in rows if sum(bool(cell.strip()) for cell in row) > 2]
    if len(full) < 2:
        return ()
    width = max(index for row in full for index, cell in enumerate(row, 1) if cell.strip())
    suggested = align([row[:width] for row in full], roles)
    is_proved = any(_has_moved(full, role, suggested, roles) for role in ("responsible", "due"))
    return suggested if is_proved else tuple(roles)


def _has_moved(rows: Sequence[Sequence[str]], role: Role, suggested: Sequence[Role], roles: Sequence[Role]) -> bool:
    if role not in suggested or role not in roles:
        return False
    place = suggested.index(role)
    cells = [text for row in rows if (text := plain(row[place]))]
    return len(cells) > 1 and _share(cells, role) > 0.7 and roles[place] != role


def by_content(rows: Sequence[Sequence[str]]) -> tuple[Role, ...] | None:
    """Roles of a table that has no headings at all; None when it does not look like a roadmap."""
    width = max((len(row) for row in rows), default=0)
    columns = [[cell for row in rows if index < len(row) and (cell := plain(row[index]))] for index in range(width)]
    due = _most(columns, "due")
    people = _most(columns, "responsible")
    if due is None:
        return None
    texts = [index for index in range(width) if index not in (due, people) and _mean_length(columns[index]) > 15]
    if not texts:
        return None
    named: dict[int, Role] = dict(zip(texts, ("activity", "result", "indicator"), strict=False))
    named[due] = "due"
    if people is not None:
        named[people] = "responsible"
    if columns[0] and _share(columns[0], "number") > 0.5:
        named[0] = "number"
    return tuple(named.get(index, "other") for index in range(width))


def _most(columns: Sequence[Sequence[str]], role: Role) -> int | None:
    shares = [_share(cells, role) if len(cells) > 1 else 0 for cells in columns]
    return shares.index(max(shares)) if shares and max(shares) > 0.6 else None


def _fit(cells: Sequence[str], role: Role) -> float:
    if not cells:
        return 0.0
    if role in ("number", "due", "due_end", "responsible"):
        return 4 * _share(cells, role) - 2
    special = max(_share(cells, kind) for kind in ("number", "due", "responsible"))
    return 0.0 if role == "other" else 1.0 - 2 * special


def _share(cells: Sequence[str], role: Role) -> float:
    if not cells:
        return 0.0
    is_like = {"number": is_number, "responsible": _people}.get(role, _when)
    return sum(is_like(cell) for cell in cells) / len(cells)


def _when(cell: str) -> bool:
    """A due, or the end of one that a page has cut."""
    return looks_like_due(cell) or (len(cell) < _LONG_TEXT and bool(_ENDS_WITH_DATE.search(cell)))


def _people(cell: str) -> bool:
    """People, or the initials of somebody whom a page has cut."""
    return len(cell) < 2 * _LONG_TEXT and (looks_like_people(cell) or bool(_INITIALS.match(cell)))


def _mean_length(cells: Sequence[str]) -> float:
    return sum(map(len, cells)) / len(cells) if cells else 0.0
