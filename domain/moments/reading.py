"""Reads the day and the hour that a person typed."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.moments.days import WEEK, FoundDay, find_day
from domain.moments.hours import find_hour
from domain.moments.problem import Problem
from domain.moments.words import is_filling, simplify

LONGEST_TEXT = 80
FARTHEST = timedelta(days=366)
FARTHEST_MEETING = timedelta(days=300)
"""Beyond a school year's length a day with an hour is more likely a slip: it is asked about."""

NIGHT_STARTS, NIGHT_ENDS = time(22), time(7)
DURATION = r"(?:\d+\s+)?(?:недел|месяц|день\b|дня\b|дней\b)"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood: local `day` and `hour`, the UTC moment `at` when both are there, and what is doubtful.

    With a `problem` the parts that are known are kept, so that only the rest needs to be asked.
    """

    day: date | None = None
    hour: time | None = None
    at: datetime | None = None
    problem: Problem | None = None


def read_moment(text: str, now: datetime, zone: ZoneInfo) -> Reading | None:
    """A future day and hour typed in Russian; None when the text is not one.

    A bare weekday and a date without a year are the nearest to come; a date of the last month is `past`.
    """
    words = _short(text)
    soon = _in_hours(words, now, zone)
    if soon:
        return soon
    today = now.astimezone(zone).date()
    day = find_day(words, today)
    hour = find_hour(day.rest if day else words)
    rest = hour.rest if hour else day.rest if day else words
    if not (day or hour) or not is_filling(rest):
        return None
    problem = (day and day.problem) or (hour and hour.problem)
    if problem:
        return Reading(day.day if day else None, hour.hour if hour else None, None, problem)
    if not (day and day.day):
        return Reading(hour=hour.hour if hour else None, problem=Problem.NO_DAY)
    if not (hour and hour.hour):
        return _without_hour(day.day, today)
    return _judged(day, hour.hour, now, zone)


def read_date(text: str, now: datetime, zone: ZoneInfo) -> Reading | None:
    """A day from today on: «до 15 октября», «до понедельника», «на две недели», «до конца месяца».

    None when the text names no day or also an hour.
    """
    words = re.sub(rf"^(?:на\s+)?(?={DURATION})", "через ", _short(text))
    today = now.astimezone(zone).date()
    day = _end_of(words, today) or find_day(words, today)
    if day is None or not is_filling(day.rest):
        return None
    if day.problem or day.day is None:
        return Reading(day.day, problem=day.problem)
    next_week = day.weekly and day.day == today
    until = day.day + WEEK if next_week else day.day
    return Reading(until, problem=_problem_of_day(until, today))


def _short(text: str) -> str:
    return simplify(text) if len(text) <= LONGEST_TEXT else ""


def _in_hours(words: str, now: datetime, zone: ZoneInfo) -> Reading | None:
    """«через 2 часа», «через полчаса», «через 40 минут»."""
    match = re.fullmatch(r"через (?:(полчаса)|(\d{1,3})? ?(час|минут)\w*)", words)
    if not match:
        return None
    half, count, unit = match.groups()
    minutes = 30 if half else int(count or 1) * (60 if unit == "час" else 1)
    at = (now + timedelta(minutes=minutes)).replace(second=0, microsecond=0)
    local = at.astimezone(zone)
    return Reading(local.date(), local.time(), at, _problem(at, local.time(), now))


def _judged(found: FoundDay, hour: time, now: datetime, zone: ZoneInfo) -> Reading:
    day = found.day or now.astimezone(zone).date()
    at = datetime.combine(day, hour, zone).astimezone(UTC)
    if found.weekly and at <= now:
        day += WEEK
        at = datetime.combine(day, hour, zone).astimezone(UTC)
    return Reading(day, hour, at, _problem(at, hour, now))


def _problem(at: datetime, hour: time, now: datetime) -> Problem | None:
    if at <= now:
        return Problem.PAST
    if at > now + FARTHEST_MEETING:
        return Problem.FAR
    return Problem.NIGHT if hour >= NIGHT_STARTS or hour < NIGHT_ENDS else None


def _without_hour(day: date, today: date) -> Reading:
    return Reading(day, problem=_problem_of_day(day, today) or Problem.NO_HOUR)


def _problem_of_day(day: date, today: date) -> Problem | None:
    if day < today:
        return Problem.PAST
    return Problem.FAR if day > today + FARTHEST else None


def _end_of(words: str, today: date) -> FoundDay | None:
    match = re.search(r"\bконца\s+(?:(недели)|месяца)\b", words)
    if not match:
        return None
    last = today.replace(day=monthrange(today.year, today.month)[1])
    sunday = today + timedelta(days=6 - today.weekday())
    return FoundDay(sunday if match[1] else last, f"{words[: match.start()]} {words[match.end() :]}")
