"""What can be wrong with a day or an hour that was understood."""

from enum import StrEnum


class Problem(StrEnum):
    IMPOSSIBLE = "impossible"
    """There is no such day or hour: 31 February, 25:00."""
    OTHER_WEEKDAY = "other_weekday"
    """The weekday that is named is not that of the date."""
    NO_DAY = "no_day"
    NO_HOUR = "no_hour"
    PAST = "past"
    FAR = "far"
    """More than a year ahead."""
    NIGHT = "night"
    """Between 22:00 and 07:00: possible, but probably not meant."""
