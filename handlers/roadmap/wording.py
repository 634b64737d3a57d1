"""Words about rows, their dues and their states."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from operator import itemgetter

from domain.roadmap import Due, occurrences
from domain.roadmap.planning import MOST_OCCURRENCES, NO_MONTH
from handlers.row_words import INNER_QUOTES, date_words, left_words, quoted_phrase, short, told_activity
from handlers.screen import MAX_TEXT
from handlers.visit import Scene
from locales import Texts
from storage.models import Milestone, Roadmap
from storage.roadmaps import Row

LONGEST_TITLE = 110
LONGEST_SECTION = 90
ROWS_ON_PAGE = 6
NUMBERS_IN_ROW = 3
"""A list's lines on one screen, and the buttons with their numbers in a row."""

SPARE = 100
"""Room that is left in a message for what its caller puts around."""


async def today_of(scene: Scene) -> date:
    return scene.now.astimezone(await scene.zone()).date()


def due_words(texts: Texts, due: Due, today: date) -> str:
    """What was understood by a due phrase: «до 15 марта 2022 года»."""
    words = recurring_words(texts, due, today) if due.kind == "every" else plain_words(texts, due, today)
    note = texts("roadmap-basis", basis=due.basis) if due.basis in ("inherited", "guess") else ""
    return f"{words} {note}".strip()


def plain_words(texts: Texts, due: Due, today: date) -> str:
    days = {"end": date_words(texts, due.end, today)} if due.end else {}
    if due.start and due.end:
        days["start"] = date_words(texts, due.start, today if due.start.year != due.end.year else due.start)
    kind = "till" if due.kind == "between" and due.start is None else due.kind
    return texts(f"roadmap-due-{kind}", **days)


def recurring_words(texts: Texts, due: Due, today: date) -> str:
    if due.rule == NO_MONTH:
        return texts("roadmap-due-yearly")
    days = occurrences(due)
    if not 1 <= len(days) <= MOST_OCCURRENCES:
        return texts("roadmap-due-often")
    return texts("roadmap-due-every", count=len(days), first=date_words(texts, days[0], today))


def state_words(texts: Texts, row: Row, today: date) -> str:
    """How a row stands today: done, overdue, or how long there is still time."""
    task = row.task
    if task.done_at is not None:
        return texts("roadmap-state-done")
    if task.due is None:
        return texts("roadmap-state-undated", kind=row.milestone.kind)
    return left_words(texts, task.due, today)


def title_of(texts: Texts, roadmap: Roadmap) -> str:
    """The roadmap's title as it stands inside quotes: its own are the inner ones."""
    return short(roadmap.title, LONGEST_TITLE).translate(INNER_QUOTES) or texts("roadmap-untitled")


def row_name(milestone: Milestone) -> str:
    """How people find the row in the paper: its number, else its place."""
    return milestone.number or str(milestone.position)


def section_of(texts: Texts, row: Row) -> str:
    """The heading under which the row stands; rows from the district say so."""
    if not row.is_from_district:
        return row.milestone.section
    return " · ".join(filter(None, (texts("district-rows"), row.milestone.section)))


def label_of(texts: Texts, row: Row) -> str:
    """The row's number, with where it is from and the day where it recurs: no two buttons look the same."""
    name = row_name(row.milestone)
    name = texts("district-row-label", row=name) if row.is_from_district else name
    return f"{name} · {row.task.due:%d.%m}" if row.task.occurrence and row.task.due else name


def standing_line(scene: Scene, row: Row, today: date) -> str:
    """A line of a list: label, what is to be done, how it stands."""
    return scene.texts(
        "roadmap-list-line",
        row=short(label_of(scene.texts, row), 24),
        activity=short(activity_of(row.milestone), 160),
        state=state_words(scene.texts, row, today),
    )


def activity_of(milestone: Milestone) -> str:
    """What is to be done; a row without it is told by its result."""
    return told_activity(milestone.activity, milestone.result, milestone.section)


def by_section(told: Iterable[tuple[str, str]]) -> list[str]:
    """Lines under the headings of their sections, a block each; ``told`` are pairs of section and line."""
    return [
        "\n".join([f"<b>{short(section, LONGEST_SECTION)}</b>"] * bool(section) + [line for _, line in group])
        for section, group in groupby(told, key=itemgetter(0))
    ]


def phrase_words(texts: Texts, milestone: Milestone) -> str:
    """The due phrase of the paper, verbatim in quotes; that there is none is said."""
    return quoted_phrase(texts, milestone.phrase)


def fitted(*paragraphs: str | None) -> str:
    """The paragraphs, the most important first, as many of them as one message holds."""
    text = ""
    for paragraph in paragraphs:
        longer = f"{text}\n\n{paragraph}".strip() if paragraph else text
        text = longer if len(longer) <= MAX_TEXT - SPARE else text
    return text
