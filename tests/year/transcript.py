"""The year as people read it: each person's messages week by week, then how every row has ended, then the verdict."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from tests.http.person import Entry, Who
from tests.year.cast import Character
from tests.year.checks import CHECKS, end_of
from tests.year.judged import Year, shortened

WEEKDAYS = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")
MARKS = {Who.PERSON: "   →", Who.ANSWER: "    ", Who.UNASKED: "  ⏺ "}
LONGEST = 300
CASES_SHOWN = 12


def transcript(year: Year) -> Iterator[str]:
    for character, people in year.lived.diaries:
        entries = [(person.platform, entry) for person in people for entry in person.diary]
        yield from diary(year, character, sorted(entries, key=lambda each: each[1].at))


def diary(year: Year, character: Character, entries: list[tuple[str, Entry]]) -> Iterator[str]:
    yield f"\n=== {character.name}: {character.role or character.post}, {character.platform}, {character.manner} ==="
    for monday, week in groupby(entries, key=lambda each: monday_of(year.local(each[1].at).date())):
        yield f"\n--- неделя {monday:%d.%m}–{monday + timedelta(days=6):%d.%m.%Y} ---"
        for platform, entry in week:
            yield line(year, platform, entry)


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def line(year: Year, platform: str, entry: Entry) -> str:
    at = year.local(entry.at)
    rows = " ".join("".join(f"[{label}]" for label in row) for row in entry.buttons)
    files = "".join(f" 📎 {name}" for name in entry.files)
    words = f"{shortened(entry.text, LONGEST)}{files} {rows}".strip()
    return f"{WEEKDAYS[at.weekday()]} {at:%d.%m %H:%M} {platform:8} {MARKS[entry.who]} {words}"


def tasks(year: Year) -> Iterator[str]:
    for place, rows in groupby(year.ledger.tasks(), key=lambda task: task.organisation):
        yield f"\n=== Строки дорожной карты: {place} ==="
        for task in rows:
            due = f"{task.due:%d.%m.%Y}" if task.due else "без даты"
            end = end_of(year, task) or "ОТКРЫТА БЕЗ ПРИЧИНЫ"
            yield f"{task.row:6} {due:10} {end} · {shortened(task.activity, 60)}"


def verdict(year: Year) -> tuple[list[str], bool]:
    """A line for each check with the cases that break it; whether all of them hold."""
    told, good = ["\n=== Проверки ==="], True
    for title, check in CHECKS.items():
        cases = list(check(year))
        good = good and not cases
        told.append(f"{'нет' if cases else 'да':3} {title}" + (f": {len(cases)}" if cases else ""))
        told += [f"      {case}" for case in cases[:CASES_SHOWN]]
    return told, good
