"""Templates as they are kept (`*.toml`) and as a roadmap of one programme."""

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

from domain.calendar import Calendar
from domain.roadmap.checks import check
from domain.roadmap.model import Due, Period, Roadmap, Row
from domain.roadmap.templates.placing import placed

TemplateKind = Literal["kindergarten", "school", "district"]


def kinds() -> tuple[TemplateKind, ...]:
    """The templates that there are."""
    return get_args(TemplateKind)


def template(kind: TemplateKind, period: Period, calendar: Calendar) -> Roadmap:
    """The template as a roadmap for `period`, which lies in one school year; a deadline is a working day.

    In a period that begins after September the days before the end of May are laid closer, in the same order.
    """
    kept = _kept(kind)
    rows = tuple(_rows(kept, period, calendar))
    title = f"{kept['title']} на {period.start.year}-{period.end.year} учебный год"
    return Roadmap(title, "", "", "", period, rows, check(rows, period))


@lru_cache(maxsize=8)
def _kept(kind: TemplateKind) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / f"{kind}.toml").read_text(encoding="utf-8"))


def phrases(kind: TemplateKind) -> tuple[tuple[str, str], ...]:
    """The activity and the due phrase, without a year, of each row."""
    return tuple((row["activity"], row["due"]) for section in _kept(kind)["sections"] for row in section["rows"])


def _rows(kept: dict[str, Any], period: Period, calendar: Calendar) -> Iterator[Row]:
    for chapter, section in enumerate(kept["sections"], 1):
        for number, row in enumerate(section["rows"], 1):
            due = placed(row["due"], period, calendar)
            yield _row(f"{chapter}.{number}", f"{chapter}. {section['name']}", row, due)


def _row(number: str, section: str, row: dict[str, Any], due: Due) -> Row:
    return Row(
        number=number,
        section=section,
        activity=row["activity"],
        steps=tuple(row.get("steps", ())),
        result=row["result"],
        indicator=row["indicator"],
        responsible=tuple(row["responsible"]),
        due=due,
    )
