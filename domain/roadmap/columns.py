"""Which column of a table is which: by its headings, and by its contents where headings are lost or shifted."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from domain.roadmap.due import is_readable
from domain.roadmap.markup import plain
from domain.roadmap.wording import fold

Role = Literal[
    "number", "stage", "activity", "contents", "due", "due_end", "responsible", "result", "indicator", "other"
]
_HEADINGS: tuple[tuple[Role, str], ...] = (
    ("number", r"^(?:№|n)?\s*(?:п\s*[/.]?\s*п\.?|№|n)$|^№|^номер|^пп$"),
    ("due_end", r"^(?:срок |дата |сроки )?(?:окончани|завершени|конец)"),
    ("due", r"\bсрок|\bдат[аы]\b|период|\bвремя\b|\bкогда\b|\bмесяц|^(?:начало|сентябрь)"),
    ("responsible", r"ответствен|исполнител|\bкто\b|организатор|куратор|координатор"),
    ("indicator", r"показател|индикатор|критери|\bkpi\b"),
    ("other", r"примечани|отметка|источник|финансиров|ресурс|участник|аудитори|категори|место|^форм[аы] (?!отчет)"),
    ("result", r"результат|вид документа|продукт|итог|отчет|\bвыход"),
    ("contents", r"содержани"),
    ("stage", r"этап|направлени|\bраздел|\bблок|\bмодул|^задач"),
    ("activity", r"мероприяти|наименовани|деятельност|действи|\bработ|\bсобыти|\bтем[аы]\b|^что"),
)
_COMPILED = tuple((role, re.compile(pattern)) for role, pattern in _HEADINGS)
_BELOW_DUE = re.compile(r"начал[оа][а-я ]*|(?:окончани|завершени)[а-я ]*|конец[а-я ]*|с|по")
_ENDS_DUE = re.compile("окончани|завершени|конец|по")
_LONGEST_HEADING = 90
NUMBER = re.compile(r"^(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5})[.)]?$")


@dataclass(frozen=True)
class Heading:
    """The row with the headings, and the role of each of its columns."""

    row: int
    roles: tuple[Role, ...]


def heading_role(cell: str) -> Role | None:
    """The role that a heading names; None for a text that is no heading."""
    text = fold(plain(cell))
    if not text or len(text) > _LONGEST_HEADING:
        return None
    return next((role for role, pattern in _COMPILED if pattern.search(text)), None)


def find_heading(rows: Sequence[Sequence[str]]) -> Heading | None:
    """The first row that reads like headings: what is done, and by when, by whom or with what result."""
    for index, cells in enumerate(rows):
        roles = _heading_roles(cells)
        if roles:
            second = _second_line(rows[index + 1 : index + 2])
            roles = [lower or upper for upper, lower in zip_longest(roles, second[: len(roles)])]
            last = index + bool(second)
            below = rows[last + 1 : last + 40]
            return Heading(last, _settled(roles[_strangers(roles, below) :], below))
    return None


def _second_line(rows: Sequence[Sequence[str]]) -> list[Role | None]:
    """Roles of «начало» and «окончание» below a common heading; an empty list where there is no such line."""
    texts = [fold(plain(cell)) for cells in rows for cell in cells]
    filled = [text for text in texts if text]
    if not filled or not all(_BELOW_DUE.fullmatch(text) for text in filled):
        return []
    return [(("due_end" if _ENDS_DUE.match(text) else "due") if text else None) for text in texts]


def _strangers(roles: Sequence[Role | None], below: Sequence[Sequence[str]]) -> int:
    """How many cells before the headings belong to a table above that was flattened together with this one."""
    widths = Counter(len(cells) for cells in below)
    surplus = len(roles) - (widths.most_common(1)[0][0] if widths else len(roles))
    return surplus if surplus > 0 and not any(roles[:surplus]) else 0


def _heading_roles(cells: Sequence[str]) -> list[Role | None] | None:
    roles = [heading_role(cell) for cell in cells]
    named = {role for role in roles if role and role != "other"}
    if not named & {"activity", "contents", "stage"} or not named & {"due", "responsible", "result"}:
        return None
    filled = [cell for cell in cells if cell.strip()]
    if any(re.search(r"\d{2}|^\d\.?$", text) or is_readable(text) for text in map(plain, filled)):
        return None
    return roles if sum(role is not None for role in roles) >= 0.6 * len(filled) else None


def _settled(roles: Sequence[Role | None], rows: Sequence[Sequence[str]]) -> tuple[Role, ...]:
    """Each role once; «содержание» alone is the activity; a nameless column of numbers is the number."""
    settled: list[Role] = []
    for index, role in enumerate(roles):
        known = role or _nameless(_column(rows, index))
        settled.append("other" if known in settled else known)
    if "activity" not in settled:
        return _renamed(settled, {"stage": "activity"} if "stage" in settled else {"contents": "activity"})
    if "stage" in settled and "contents" not in settled and _is_full(_column(rows, settled.index("stage"))):
        return _renamed(settled, {"stage": "activity", "activity": "contents"})
    return tuple(settled)


def _renamed(roles: Sequence[Role], names: dict[Role, Role]) -> tuple[Role, ...]:
    return tuple(names.get(role, role) for role in roles)


def _column(rows: Sequence[Sequence[str]], index: int) -> list[str]:
    return [row[index] for row in rows if len(row) > 1 and index < len(row)]


def _is_full(cells: Sequence[str]) -> bool:
    """Whether every row names its own stage, so that stages are the rows rather than sections of them."""
    filled = {cell for cell in cells if cell.strip()}
    return len(filled) >= 0.8 * len(cells)


def _nameless(cells: Sequence[str]) -> Role:
    filled = [plain(cell) for cell in cells if cell.strip()]
    return "number" if filled and sum(map(is_number, filled)) > 0.5 * len(filled) else "other"


def is_number(text: str) -> bool:
    """Whether a cell is a row's number: 3, 1.2, IV."""
    return bool(NUMBER.match(text))


def looks_like_due(text: str) -> bool:
    """Whether a cell says when."""
    return len(text) < 120 and not is_number(text) and is_readable(text)
