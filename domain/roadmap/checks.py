"""Doubts about a roadmap that was read: one function a kind, each giving codes with arguments, no sentences."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import chain, combinations, pairwise

from domain.roadmap.model import DueDoubt, Finding, FindingCode, Period, Row
from domain.roadmap.order import order_conflicts
from domain.roadmap.responsible import NAME
from domain.roadmap.wording import fold, words

_PLACEHOLDER = re.compile(r"\[[^\]\d]{2,40}\]|_{3,}|<[а-яё][а-яё ]{2,30}>|\b[ХX]{2,}\b|\.{5,}|…{2,}", re.IGNORECASE)
_SCHOOL_YEAR = re.compile(r"(?<![\d.])(20\d\d)\s*[-–—/]\s*(20\d\d|\d\d)(?![\d.]\d)")
_YEAR = re.compile(r"(?<![\d.–—/-])(20\d\d)(?!\s*[-–—/]\s*\d)\s*(?:уч[а-я]*\.?\s*)?(?:год|г\.)")
CITED = re.compile(r"от\s+[«\"]?\d{1,2}[»\"]?[.\s][а-яё\d.]+\s*\d{4}|№\s*\S+")
"""The date and number of a cited act: neither is a year of the plan."""
_FIXED_HOLIDAYS = frozenset({*((1, day) for day in range(1, 9)), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)})
_CROWD = 3
Check = Callable[[Sequence[Row], Period | None], Iterator[Finding]]
DayOff = Callable[[date], bool]


def check(rows: Sequence[Row], period: Period | None, *names: str) -> tuple[Finding, ...]:
    """Everything doubtful about the rows; `names` are people named above the table."""
    found = [finding for one in _CHECKS for finding in one(rows, period)]
    return (*found, *_similar_names(rows, names), *order_conflicts(rows))


def is_day_off(day: date) -> bool:
    """Saturday, Sunday, or a public holiday that keeps its date (Labour Code, article 112)."""
    return day.weekday() > 4 or (day.month, day.day) in _FIXED_HOLIDAYS


def _no_period(rows: Sequence[Row], period: Period | None) -> Iterator[Finding]:
    if period is None:
        yield Finding("no_period")


def _doubtful_dues(rows: Sequence[Row], _period: Period | None) -> Iterator[Finding]:
    """Dues that a person has to look at, rows with the same phrase together."""
    groups: dict[tuple[DueDoubt, str], list[int]] = defaultdict(list)
    for position, row in enumerate(rows, 1):
        if row.due.doubt:
            groups[row.due.doubt, fold(row.due.phrase)].append(position)
    for (doubt, _), positions in groups.items():
        yield Finding(doubt, tuple(positions), {"phrase": rows[positions[0] - 1].due.phrase})


def _outside_period(rows: Sequence[Row], period: Period | None) -> Iterator[Finding]:
    if period is None:
        return
    for position, row in enumerate(rows, 1):
        days = [day for day in (row.due.start, row.due.end) if day and day not in period]
        if days and row.due.kind in ("by", "on", "between"):
            yield Finding("outside_period", (position,), {"date": _written(days[-1])})


def _days_off(rows: Sequence[Row], _period: Period | None) -> Iterator[Finding]:
    """A deadline on a day off stays as it is; people are reminded on the working day before."""
    for day, positions in _by_deadline(rows).items():
        if is_day_off(day):
            yield Finding("weekend_deadline", positions, {"date": _written(day)})


def _crowded_days(rows: Sequence[Row], _period: Period | None) -> Iterator[Finding]:
    for day, positions in _by_deadline(rows).items():
        if len(positions) >= _CROWD:
            yield Finding("crowded_day", positions, {"date": _written(day), "count": len(positions)})


def _by_deadline(rows: Sequence[Row]) -> dict[date, tuple[int, ...]]:
    """Rows by their day; the end of a whole month is no day that somebody chose."""
    days: dict[date, list[int]] = defaultdict(list)
    for position, row in enumerate(rows, 1):
        if row.due.deadline and not _is_month_end(row):
            days[row.due.deadline].append(position)
    return {day: tuple(positions) for day, positions in sorted(days.items())}


def _is_month_end(row: Row) -> bool:
    start, end = row.due.start, row.due.end
    if row.due.kind != "between" or not start or not end or re.search(r"\d{1,2}\.\d{1,2}", row.due.phrase):
        return False
    return start.day == 1 and (end + timedelta(days=1)).day == 1


def _empty_cells(rows: Sequence[Row], _period: Period | None) -> Iterator[Finding]:
    columns: dict[FindingCode, list[bool]] = {
        "no_responsible": [not row.responsible for row in rows],
        "no_activity": [not row.activity for row in rows],
    }
    for code, empty in columns.items():
        positions = tuple(position for position, cell in enumerate(empty, 1) if cell)
        if positions:
            yield Finding(code, positions)


def _texts(row: Row) -> tuple[str, ...]:
    return (row.activity, row.result, row.indicator, *row.steps)


def _placeholders(rows: Sequence[Row], _period: Period | None) -> Iterator[Finding]:
    for position, row in enumerate(rows, 1):
        found = _PLACEHOLDER.search(" ".join(_texts(row)))
        if found:
            yield Finding("placeholder", (position,), {"text": found[0]})


def _relic_years(rows: Sequence[Row], period: Period | None) -> Iterator[Finding]:
    """Years before the programme, which a copied plan has kept; dates of cited acts are none."""
    if period is None:
        return
    for position, row in enumerate(rows, 1):
        text = CITED.sub("", " ".join(_texts(row)))
        for found in chain(_SCHOOL_YEAR.finditer(text), _YEAR.finditer(text)):
            if int(found[1]) < period.start.year:
                yield Finding("relic_year", (position,), {"text": found[0].strip()})
                break


def _years_disagree(rows: Sequence[Row], _period: Period | None) -> Iterator[Finding]:
    """The activity speaks of a school year and its result of a single one."""
    for position, row in enumerate(rows, 1):
        plan, single = _SCHOOL_YEAR.search(row.activity), _YEAR.search(row.result)
        if plan and single and not _SCHOOL_YEAR.search(row.result):
            yield Finding("years_disagree", (position,), {"activity": plan[0], "result": single[1]})


def _early_for_year(rows: Sequence[Row], _period: Period | None) -> Iterator[Finding]:
    """A row about a school year that is due before that year begins."""
    for position, row in enumerate(rows, 1):
        plan = _SCHOOL_YEAR.search(row.activity)
        if plan and row.due.deadline and row.due.deadline < date(int(plan[1]), 6, 1):
            yield Finding("early_for_year", (position,), {"year": plan[0], "date": _written(row.due.deadline)})


def _repeated(rows: Sequence[Row], _period: Period | None) -> Iterator[Finding]:
    twice = [pos for pos, row in enumerate(rows, 1) if row.result and fold(row.result) == fold(row.indicator)]
    if twice:
        yield Finding("duplicated_cells", tuple(twice))
    for position, row in enumerate(rows, 1):
        for text in (row.activity, row.result, row.indicator):
            sentences = [fold(sentence) for sentence in re.split(r"(?<=\.)\s+", text) if len(sentence) > 20]
            if len(set(sentences)) < len(sentences):
                yield Finding("repeated_sentence", (position,))


def _same_rows(rows: Sequence[Row], _period: Period | None) -> Iterator[Finding]:
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for position, row in enumerate(rows, 1):
        if row.activity:
            groups[fold(row.activity), fold(row.due.phrase)].append(position)
    for positions in groups.values():
        if len(positions) > 1:
            yield Finding("same_rows", tuple(positions))


def _cut_cells(rows: Sequence[Row], _period: Period | None) -> Iterator[Finding]:
    """The end of a merged cell that came out as the next row's own: «…, предоставив» | «наставников»."""
    for position, (above, row) in enumerate(pairwise(rows), 2):
        for before, text in ((above.result, row.result), (above.indicator, row.indicator)):
            if before != text and len(words(text)) > 1 and fold(before).endswith(fold(text)):
                yield Finding("cut_cell", (position - 1, position), {"text": text})
        if above.joined > 1 and _is_stray(row.indicator):
            yield Finding("cut_cell", (position - 1, position), {"text": row.indicator})


def _is_stray(indicator: str) -> bool:
    """A word or two without a figure: below a row that was put together they are rather its lost end."""
    return 0 < len(words(indicator)) <= 2 and not re.search(r"\d", indicator)


def _similar_names(rows: Sequence[Row], names: Sequence[str]) -> Iterator[Finding]:
    """The same initials and nearly the same surname: perhaps one person and a slip."""
    seen: dict[str, list[int]] = {name: [] for text in names for name in NAME.findall(text)}
    for position, row in enumerate(rows, 1):
        for name in NAME.findall(" ".join(row.responsible)):
            seen.setdefault(name, []).append(position)
    alike: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in seen:
        alike[(*sorted(re.findall(r"[А-ЯЁ]\.", name)), _surname(name)[:4])].append(name)
    for one, other in chain.from_iterable(combinations(names, 2) for names in alike.values()):
        if abs(len(_surname(one)) - len(_surname(other))) <= 2 and _surname(one) != _surname(other):
            yield Finding("similar_names", tuple(sorted({*seen[one], *seen[other]})), {"one": one, "other": other})


def _surname(name: str) -> str:
    return max(words(name), key=len)


def _written(day: date) -> str:
    return f"{day:%d.%m.%Y}"


_CHECKS: tuple[Check, ...] = (
    _no_period,
    _doubtful_dues,
    _outside_period,
    _days_off,
    _crowded_days,
    _empty_cells,
    _placeholders,
    _relic_years,
    _years_disagree,
    _early_for_year,
    _repeated,
    _same_rows,
    _cut_cells,
)
