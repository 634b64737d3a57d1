"""A corrected file while the year is on: what it would change is shown, and taken in when the curator says so."""

from collections.abc import Iterator
from datetime import date

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from handlers.callbacks import Go
from handlers.filters import May
from handlers.roadmap.merging import Comparison, compare
from handlers.roadmap.open_doubts import doubts_button
from handlers.roadmap.press import Correct, Decline, Waiting
from handlers.roadmap.reading import due_of
from handlers.roadmap.unmerging import take_in
from handlers.roadmap.versions import corrected_by
from handlers.roadmap.waiting import gone, waiting
from handlers.roadmap.wording import activity_of, by_section, due_words, fitted, row_name, title_of, today_of
from handlers.row_words import short
from handlers.screen import Button, Screen, button, page_of, page_row, rows
from handlers.visit import Scene, Visit
from locales import Texts
from storage.models import Milestone, Roadmap

router = Router(name="roadmap_corrected")

CHANGES_ON_PAGE = 8
LONGEST_ACTIVITY = 110


async def as_correction(visit: Visit, paper: Roadmap) -> Screen | None:
    """What a paper that has just come would change; None when it is no version of the roadmap that is followed."""
    comparison = await comparison_of(visit, paper)
    if comparison is None:
        return None
    if comparison.correction.changes_nothing:
        return same(visit, paper)
    return await changes_screen(visit, comparison)


def same(visit: Visit, paper: Roadmap) -> Screen:
    """The same rows, perhaps in another format: the paper waits no longer."""
    paper.state = "declined"
    return Screen(
        visit.texts("corrected-same"),
        rows(button(visit.texts("roadmap-open"), Go(to="roadmap")), button(visit.texts("home"), Go(to="home"))),
    )


async def comparison_of(scene: Scene, paper: Roadmap) -> Comparison | None:
    followed = await corrected_by(scene, paper)
    return await compare(scene, followed, paper) if followed is not None else None


@router.callback_query(Correct.filter(), May(Action.EDIT_ROADMAP))
async def correct(query: CallbackQuery, callback_data: Correct, visit: Visit) -> Screen:
    paper = await waiting(visit, callback_data.roadmap)
    comparison = await comparison_of(visit, paper) if paper is not None else None
    if comparison is None:
        return gone(visit)
    if comparison.correction.changes_nothing:
        return same(visit, comparison.paper)
    if not callback_data.sure:
        return await changes_screen(visit, comparison, callback_data.page)
    undo = await take_in(visit, comparison)
    visit.stop_asking()
    return merged(visit, comparison, undo)


async def changes_screen(visit: Visit, comparison: Comparison, page: int = 0) -> Screen:
    """In numbers first, then row by row."""
    told = [*changes(visit.texts, comparison, await today_of(visit))]
    shown, number, pages = page_of(told, page, CHANGES_ON_PAGE)
    paper = comparison.paper
    return Screen(
        fitted(
            visit.texts("corrected-offer", title=title_of(visit.texts, comparison.followed)),
            in_numbers(visit, comparison),
            *by_section(shown),
            visit.texts("corrected-kept"),
        ),
        (
            *page_row(visit.texts, number, pages, lambda to: Correct(roadmap=paper.id, page=to)),
            (button(visit.texts("corrected-take-in"), Correct(roadmap=paper.id, sure=True)),),
            *rows(
                button(visit.texts("corrected-as-read"), Waiting(roadmap=paper.id)),
                button(visit.texts("roadmap-decline"), Decline(roadmap=paper.id)),
                width=2,
            ),
            (button(visit.texts("home"), Go(to="home")),),
        ),
    )


def in_numbers(scene: Scene, comparison: Comparison) -> str:
    """«изменятся сроки у 3 строк, появятся 2, исчезнет 1»."""
    correction = comparison.correction
    counts = {
        "moved": len(correction.moved),
        "appeared": len(correction.appeared),
        "vanished": len(correction.vanished),
        "reworded": len(correction.reworded),
    }
    return "\n".join(scene.texts(f"corrected-{name}", count=count) for name, count in counts.items() if count)


def changes(texts: Texts, comparison: Comparison, today: date) -> Iterator[tuple[str, str]]:
    """Pairs of heading and line: new dates, new rows, rows that are gone, other words."""
    correction, before, after = comparison.correction, comparison.before, comparison.after
    for old in correction.moved:
        new = correction.pairs[old]
        days = (due_words(texts, due, today) for due in (due_of(before[old]), correction.rows[new].due))
        told = dict(zip(("before", "after"), days, strict=True))
        yield texts("corrected-dates"), texts("corrected-date-line", **named(after[new]), **told)
    for new in correction.appeared:
        due = due_words(texts, due_of(after[new]), today)
        yield texts("corrected-new-rows"), texts("corrected-new-line", **named(after[new]), due=due)
    for old in correction.vanished:
        yield texts("corrected-gone-rows"), texts("corrected-row-line", **named(before[old]))
    for old in correction.reworded:
        yield texts("corrected-words"), texts("corrected-row-line", **named(after[correction.pairs[old]]))


def named(milestone: Milestone) -> dict[str, str]:
    return {"row": short(row_name(milestone), 12), "activity": short(activity_of(milestone), LONGEST_ACTIVITY)}


def merged(visit: Visit, comparison: Comparison, undo: Button) -> Screen:
    """It is done; the doubts of the new paper can be answered now or later."""
    return Screen(
        visit.texts("corrected-done"),
        rows(
            doubts_button(visit, comparison.followed),
            undo,
            button(visit.texts("roadmap-open"), Go(to="roadmap")),
            button(visit.texts("home"), Go(to="home")),
        ),
    )
