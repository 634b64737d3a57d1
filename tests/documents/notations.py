"""Ways to write a due, given what it means: the notations that colleagues use for the same days."""

from calendar import monthrange
from datetime import date
from random import Random

from domain.roadmap import Period
from tests.domain.roadmap.real import day

_MONTHS = """
январь января январе
февраль февраля феврале
март марта марте
апрель апреля апреле
май мая мае
июнь июня июне
июль июля июле
август августа августе
сентябрь сентября сентябре
октябрь октября октябре
ноябрь ноября ноябре
декабрь декабря декабре
"""
_NAMES, _OF, _IN = zip(*(line.split() for line in _MONTHS.strip().splitlines()), strict=True)
Meaning = tuple[str, date | None, date | None]


def meaning(written: str, years: int = 0) -> Meaning:
    """«by - 15.03.2022» as kind, first and last day, `years` later; a whole month stays a whole month."""
    kind, start, end = written.split()
    return kind, _later(day(start), years, ends=False), _later(day(end), years, ends=kind != "on")


def _later(moment: date | None, years: int, *, ends: bool) -> date | None:
    if moment is None:
        return None
    last = monthrange(moment.year, moment.month)[1]
    days = monthrange(moment.year + years, moment.month)[1]
    is_last = ends and moment.day == last
    return date(moment.year + years, moment.month, days if is_last else min(moment.day, days))


def notation(meant: Meaning, phrase: str, period: Period | None, choice: Random) -> str:
    """Another way to write the due `meant`; `phrase`, how it stands in the document, where there is none."""
    kind, start, end = meant
    if kind == "by" and end:
        return choice.choice(_deadlines(end, period))
    if kind == "on" and start:
        return choice.choice(_days(start, period))
    if kind == "between" and start and end and phrase:
        return choice.choice(_ranges(start, end))
    others = {
        "throughout": (
            "в течение всего периода",
            "Весь период",
            "постоянно",
            "На протяжении всего периода реализации",
        ),
        "request": ("по мере необходимости", "По запросам", "при необходимости", "По мере поступления заявок"),
        "elsewhere": ("согласно плану", "по отдельному графику", "По плану отдела", "в соответствии с приказом"),
    }
    return choice.choice(others.get(kind, (phrase,))) if phrase else ""


def _days(moment: date, period: Period | None) -> list[str]:
    month, year = _OF[moment.month - 1], moment.year
    written = [
        f"{moment:%d.%m.%Y}",
        f"{moment:%d.%m.%Y} г.",
        f"{moment.day}.{moment:%m.%Y}г.",
        f"{moment:%d.%m.%y}",
        f"{moment.day} {month} {year} г.",
        f"{moment.day:02} {month} {year}года",
        f"«{moment.day}» {month} {year} г.",
    ]
    if period and moment in period:
        written += [f"{moment.day} {month}", f"{moment:%d.%m}"]
    return written


def _deadlines(moment: date, period: Period | None) -> list[str]:
    return [
        f"{word} {written}" for word in ("до", "До", "не позднее", "Срок до") for written in _days(moment, period)
    ]


def _ranges(start: date, end: date) -> list[str]:
    written = [
        f"{start:%d.%m.%Y}-{end:%d.%m.%Y}",
        f"{start:%d.%m.%Y} – {end:%d.%m.%Y}",
        f"с {start:%d.%m.%Y} по {end:%d.%m.%Y}",
        f"с {start.day} {_OF[start.month - 1]} {start.year} г. по {end.day} {_OF[end.month - 1]} {end.year} г.",
        f"{start.day} {_OF[start.month - 1]} {start.year} — {end.day} {_OF[end.month - 1]} {end.year}",
    ]
    is_whole = start.day == 1 and end.day == monthrange(end.year, end.month)[1]
    if is_whole and (start.year, start.month) == (end.year, end.month):
        name = _NAMES[start.month - 1]
        return [
            *written,
            f"{name} {start.year} г.",
            f"{name.title()} {start.year}",
            f"в {_IN[start.month - 1]} {start.year}г.",
        ]
    if is_whole and start.year == end.year:
        written += [f"{_NAMES[start.month - 1]}{dash}{_NAMES[end.month - 1]} {end.year} г." for dash in ("-", " — ")]
    return written
