"""The words of reminders of rows and of the curator's week.

They need facts and texts alone, no conversation and no database: the command line rehearses a year with them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter

from domain.calendar import is_summer
from domain.reminders import Due, Kind
from handlers.screen import bullets, escape, lines, shorten
from locales import Texts

LONGEST_NAME = 20
LONGEST_ACTIVITY = 140
LONGEST_IN_DIGEST = 60
LONGEST_PHRASE = 150
ROWS_IN_DIGEST = 5
WEEK = timedelta(days=7)

INNER_QUOTES = str.maketrans("«»", "„“")
"""For what stands inside quotes already."""

LONG_AGO_DAYS = 60
"""From here on the day says more than the number of days."""


@dataclass(frozen=True, slots=True)
class RowWords:
    """A row as reminders speak of it: its name in the paper, what is to be done, the due phrase, the last day.

    The texts are the paper's, neither cut nor escaped. ``from_district``: the paper is the district's, and its
    numbers are not to be taken for those of the organisation's own.
    """

    name: str
    activity: str
    phrase: str
    due: date | None
    from_district: bool = False


def date_words(texts: Texts, day: date, today: date) -> str:
    """«15 октября», with the year when it is not this one."""
    key = "date-day" if day.year == today.year else "date-day-year"
    return texts(key, day=day.day, month=day.month, year=str(day.year))


def short(text: str, limit: int) -> str:
    """A text of the paper for a screen: cut and escaped."""
    return escape(shorten(text, limit))


def told_activity(activity: str, result: str, section: str) -> str:
    """What is to be done; a row without it is told by its result."""
    return activity or result or section or "—"


def quoted_phrase(texts: Texts, phrase: str) -> str:
    """The due phrase of the paper, verbatim in quotes; that there is none is said."""
    shown = short(phrase, LONGEST_PHRASE)
    return f"«{shown}»" if shown else texts("roadmap-no-phrase")


def left_words(texts: Texts, due: date, today: date) -> str:
    """How long there is still time, or how late it is."""
    left = (due - today).days
    if left < -LONG_AGO_DAYS:
        return texts("roadmap-state-long-overdue", day=date_words(texts, due, today))
    if left < 0:
        return texts("roadmap-state-overdue", days=-left)
    return texts("date-days-left", days=left)


def reminder_words(texts: Texts, kind: str, row: RowWords, today: date) -> str:
    """One reminder of a row, as it is told ``today``."""
    name = short(row.name, LONGEST_NAME)
    words = {
        "row": texts("district-row-name", row=name) if row.from_district else name,
        "activity": short(row.activity, LONGEST_ACTIVITY),
    }
    if kind == Kind.ASK_DATE or row.due is None:
        return texts("roadmap-news-ask-date", phrase=quoted_phrase(texts, row.phrase), **words)
    day = date_words(texts, row.due, today)
    if kind == Kind.CHECK_IN and row.due >= today:
        return texts("roadmap-news-check-in", day=day, **words)
    if row.due < today:
        return texts("roadmap-news-late", day=day, **words)
    if kind == Kind.START:
        return texts("roadmap-news-start", day=day, **words)
    return texts("roadmap-news-deadline", day=day, state=left_words(texts, row.due, today), **words)


@dataclass(frozen=True, slots=True)
class DatedRow:
    """An open row of the curator's week: its last day, what is to be done, and whether the district asks for it."""

    due: date
    activity: str
    from_district: bool = False


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def week_title(texts: Texts, monday: date) -> str:
    sunday = monday + WEEK - timedelta(days=1)
    same_month = monday.month == sunday.month
    start = str(monday.day) if same_month else date_words(texts, monday, monday)
    return texts("digest-week", start=start, end=date_words(texts, sunday, monday), within=str(same_month))


def week_rows(texts: Texts, open_rows: Sequence[DatedRow], today: date) -> str | None:
    """Rows that are due before the week ends; None when there are none."""
    end = monday_of(today) + WEEK
    week = sorted((row for row in open_rows if today <= row.due < end), key=attrgetter("due"))
    if not week:
        return None
    shown = [week_line(texts, row) for row in week[:ROWS_IN_DIGEST]]
    if len(week) > len(shown):
        shown.append(texts("digest-more-rows", count=len(week) - len(shown)))
    return texts("digest-rows") + "\n" + bullets(shown)


def week_line(texts: Texts, row: DatedRow) -> str:
    day = texts("date-short", weekday=row.due.isoweekday(), text=f"{row.due:%d.%m}")
    return texts("digest-row", day=day, activity=activity_in_week(texts, row))


def activity_in_week(texts: Texts, row: DatedRow) -> str:
    activity = short(row.activity, LONGEST_IN_DIGEST)
    return texts("digest-from-district", activity=activity) if row.from_district else activity


def late_rows(texts: Texts, open_rows: Sequence[DatedRow], today: date) -> str | None:
    """How many rows are late, and which, the longest first; None when none is."""
    late = sorted((row for row in open_rows if row.due < today), key=attrgetter("due"))
    if not late:
        return None
    shown = [
        texts("digest-late-row", activity=activity_in_week(texts, row), day=date_words(texts, row.due, today))
        for row in late[:ROWS_IN_DIGEST]
    ]
    if len(late) > len(shown):
        shown.append(texts("digest-more-rows", count=len(late) - len(shown)))
    return texts("digest-overdue", count=len(late)) + "\n" + bullets(shown)


def digest_words(texts: Texts, today: date, ahead: Sequence[str | None], behind: Sequence[str | None]) -> str | None:
    """The curator's week; None when there is nothing to say.

    What is behind alone is repeated once a month, and in summer it can wait for September.
    """
    repeats = monday_of(today).day <= WEEK.days and not is_summer(today)
    if not any([*ahead, *behind] if repeats else ahead):
        return None
    return lines(week_title(texts, monday_of(today)), *ahead, *behind)


def rehearsed_words(
    texts: Texts, item: Due, joined: Sequence[Due], rows: Mapping[int, RowWords], today: date, *, marked_in_time: bool
) -> str | None:
    """A reminder of a year to come, ``joined`` with others in one message; ``rows`` are the open tasks by number.

    None for a week of which the message tells nothing else.
    """
    if item.kind != Kind.DIGEST:
        return reminder_words(texts, item.kind, rows[item.subject_id], today)
    told = {each.subject_id for each in joined if each.kind != Kind.DIGEST}
    dated = [
        DatedRow(row.due, row.activity, row.from_district)
        for number, row in rows.items()
        if row.due is not None and number not in told
    ]
    late = None if marked_in_time else late_rows(texts, dated, today)
    return digest_words(texts, today, [week_rows(texts, dated, today)], [late])
