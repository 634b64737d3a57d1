"""A day that a person typed and that is a day off: it is kept, and the working day of the reminder is said."""

from datetime import date

from handlers.roadmap.wording import today_of
from handlers.row_words import date_words
from handlers.visit import Visit
from storage.calendars import calendar_of


async def day_off_words(visit: Visit, day: date | None) -> str | None:
    """«31 октября — суббота: напомню в пятницу, 30 октября»; None for a working day or none at all."""
    calendar = await calendar_of(visit.storage, await visit.organisation())
    if day is None or calendar.is_working_day(day):
        return None
    before, today = calendar.working_day_until(day), await today_of(visit)
    return visit.texts(
        "day-off-kept",
        day=date_words(visit.texts, day, today),
        weekday=day.isoweekday(),
        before=visit.texts("date-weekday", weekday=before.isoweekday(), day=date_words(visit.texts, before, today)),
    )
