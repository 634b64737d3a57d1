"""Many rows of one morning as one short list, and what is said to those above the curator.

Like the words of single rows these need facts and texts alone.
"""

from collections.abc import Sequence
from datetime import date

from domain.reminders import Kind
from handlers.row_words import LONGEST_IN_DIGEST, LONGEST_NAME, RowWords, date_words, short
from handlers.screen import bullets
from locales import Texts

LONGEST_PHRASE_IN_LIST = 40
MOST_TOLD_SINGLY = 2
"""From three rows on a list says more than paragraphs."""

ROWS_IN_HEAP = 5
ROWS_OF_ORGANISATION = 8


def said_today(kind: str, due: date | None, today: date) -> Kind:
    """What a reminder speaks of today: one that was held up may find its row late."""
    late = due is not None and due < today and kind != Kind.ESCALATED
    return Kind.OVERDUE if late else Kind(kind)


def heap_words(texts: Texts, kind: str, rows: Sequence[RowWords], today: date) -> str:
    """Rows of which the same is said today: how many, and the nearest of them; the day once where it is the same."""
    rows = nearest_first(rows)
    days = {row.due for row in rows}
    common = next(iter(days)) if len(days) == 1 else None
    heading = texts(
        "roadmap-heap",
        kind=kind,
        count=len(rows),
        same=str(common is not None),
        day=date_words(texts, common, today) if common is not None else "",
        left=(common - today).days if common is not None else 0,
    )
    return heading + "\n" + rows_in_short(texts, kind, rows, today, with_day=common is None)


def nearest_first(rows: Sequence[RowWords]) -> list[RowWords]:
    """The most urgent first: what a list has no room for is the farthest."""
    return sorted(rows, key=lambda row: row.due or date.max)


def escalated_words(texts: Texts, rows: Sequence[RowWords], today: date) -> str:
    """To the head: rows that nobody has closed for a working week since they were told of."""
    heading = texts("roadmap-escalated-to-head", count=len(rows))
    return heading + "\n" + rows_in_short(texts, Kind.ESCALATED, nearest_first(rows), today, with_day=True)


def district_words(texts: Texts, late: Sequence[tuple[str, Sequence[str]]]) -> str:
    """To the district: which of its rows have waited for two working weeks in which organisation."""
    told = [
        texts(
            "roadmap-escalated-organisation",
            name=short(name, 100),
            rows=", ".join(short(row, LONGEST_NAME) for row in rows[:ROWS_OF_ORGANISATION]),
            rest=max(len(rows) - ROWS_OF_ORGANISATION, 0),
            count=len(rows),
        )
        for name, rows in late
    ]
    return texts("roadmap-escalated-to-district") + "\n" + bullets(told)


def rows_in_short(texts: Texts, kind: str, rows: Sequence[RowWords], today: date, *, with_day: bool) -> str:
    shown = [row_in_short(texts, kind, row, today, with_day=with_day) for row in rows[:ROWS_IN_HEAP]]
    rest = len(rows) - len(shown)
    told = bullets([*shown, texts("digest-more-rows", count=rest)] if rest else shown)
    marked = any(row.from_district for row in rows[:ROWS_IN_HEAP])
    return told + "\n" + texts("district-rows-legend") if marked else told


def row_in_short(texts: Texts, kind: str, row: RowWords, today: date, *, with_day: bool) -> str:
    day = date_words(texts, row.due, today) if with_day and row.due is not None else ""
    return texts(
        "roadmap-heap-row",
        row=in_list(texts, row),
        activity=short(row.activity, LONGEST_IN_DIGEST),
        kind=kind if day or kind == Kind.ASK_DATE else "plain",
        day=day,
        left=(row.due - today).days if row.due is not None else 0,
        phrase=f"«{short(row.phrase, LONGEST_PHRASE_IN_LIST)}»" if row.phrase else texts("roadmap-no-phrase"),
    )


def in_list(texts: Texts, row: RowWords) -> str:
    name = short(row.name, LONGEST_NAME)
    return texts("district-row-label", row=name) if row.from_district else name
