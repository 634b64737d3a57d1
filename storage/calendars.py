"""An organisation's calendar, made from its rows."""

from zoneinfo import ZoneInfo

from domain.calendar import Calendar, DateRange
from storage.models import Organisation
from storage.storage import Storage


async def calendar_of(storage: Storage, organisation: Organisation) -> Calendar:
    """Working days, school holidays and zone of the organisation."""
    days = await storage.organisations.days_off(organisation.id)
    holidays = await storage.organisations.school_holidays(organisation.id)
    return Calendar(
        zone=ZoneInfo(organisation.timezone),
        exceptions={row.day: not row.is_off for row in days},
        school_holidays=tuple(DateRange(row.starts, row.ends) for row in holidays),
    )
