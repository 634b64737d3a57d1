"""Dates as people say them: «в четверг, 15 октября, в 14:00», «завтра»."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from locales import Texts


def day_words(texts: Texts, day: date, today: date) -> str:
    """«15 октября», with the year when it is not this one; «сегодня» and «завтра» as such."""
    distance = (day - today).days
    if distance in (0, 1):
        return texts("date-near", distance=distance)
    key = "date-day" if day.year == today.year else "date-day-year"
    return texts(key, day=day.day, month=day.month, year=str(day.year))


def whole_day(texts: Texts, day: date) -> str:
    """«15 октября 2026 года», for papers."""
    return texts("date-day-year", day=day.day, month=day.month, year=str(day.year))


def weekday_words(texts: Texts, day: date, today: date) -> str:
    """«в четверг, 15 октября»."""
    return texts("date-weekday", weekday=day.isoweekday(), day=day_words(texts, day, today))


def moment_words(texts: Texts, moment: datetime, now: datetime, zone: ZoneInfo) -> str:
    """«в четверг, 15 октября, в 14:00» or «завтра в 14:00», in local time."""
    local, today = moment.astimezone(zone), now.astimezone(zone).date()
    distance = (local.date() - today).days
    if distance in (0, 1):
        return texts("date-moment-near", day=day_words(texts, local.date(), today), time=f"{local:%H:%M}")
    return texts("date-moment", day=weekday_words(texts, local.date(), today), time=f"{local:%H:%M}")


def short_moment(texts: Texts, moment: datetime, zone: ZoneInfo) -> str:
    """«чт 15.10 14:00», for buttons."""
    local = moment.astimezone(zone)
    return texts("date-short", weekday=local.isoweekday(), text=f"{local:%d.%m %H:%M}")
