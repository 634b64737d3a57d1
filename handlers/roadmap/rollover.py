"""«Карта на следующий год»: next year's roadmap from the one that is followed; it waits like one that was sent."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.people import Action
from domain.roadmap import Period
from domain.roadmap import Roadmap as Understood
from domain.roadmap.checks import check
from domain.roadmap.named import with_foreign_name
from domain.roadmap.rewriting import new_title
from domain.roadmap.rollover import MovedRow, following, moved
from handlers.callbacks import Go
from handlers.filters import May
from handlers.roadmap.drafts import NextYear
from handlers.roadmap.overview import present
from handlers.roadmap.reading import columns_of, milestone_columns, period_of, row_of
from handlers.roadmap.review import summary
from handlers.roadmap.wording import title_of, today_of
from handlers.screen import Screen, button, lines, rows
from handlers.visit import Scene, Visit
from storage.calendars import calendar_of
from storage.models import Milestone, Roadmap

router = Router(name="roadmap_rollover")

ORIGIN = "rollover"
TOLD_BY_ROW = frozenset({"relic_year", "outside_period", "year_guessed"})
"""Doubts that the walk through the moved rows asks about already."""


@router.callback_query(Go.filter(F.to == "roadmap-next"), May(Action.EDIT_ROADMAP))
async def offer(query: CallbackQuery, visit: Visit) -> Screen:
    """What will be made of which roadmap; the other ways to one beside it."""
    organisation = await visit.organisation()
    active = await visit.storage.roadmaps.active(organisation.id)
    period = await next_period(visit, active) if active is not None else None
    if active is None or period is None:
        return await present(visit)
    waits = await visit.storage.roadmaps.waiting(organisation.id)
    replaced = visit.texts("next-replaces", title=title_of(visit.texts, waits)) if waits is not None else None
    return Screen(
        lines(visit.texts("next-offer", title=title_of(visit.texts, active), **years(period)), replaced),
        rows(
            button(visit.texts("next-make"), NextYear(roadmap=active.id)),
            button(visit.texts("roadmap-send-own"), Go(to="roadmap-new")),
            button(visit.texts("ready-offer"), Go(to="roadmap-ready")),
            button(visit.texts("back"), Go(to="roadmap")),
        ),
    )


def years(period: Period) -> dict[str, str]:
    return {"first": str(period.start.year), "last": str(period.end.year)}


async def next_period(scene: Scene, roadmap: Roadmap) -> Period | None:
    """The school year that the roadmap would be moved to."""
    old = period_of(roadmap)
    programme = await scene.storage.organisations.programme(roadmap.organisation_id)
    return following(old, Period(programme.starts, programme.ends), await today_of(scene)) if old else None


@router.callback_query(NextYear.filter(), May(Action.EDIT_ROADMAP))
async def make(query: CallbackQuery, callback_data: NextYear, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    active = await visit.storage.roadmaps.active(organisation.id)
    old = period_of(active) if active is not None else None
    new = await next_period(visit, active) if active is not None else None
    if active is None or active.id != callback_data.roadmap or old is None or new is None:
        return await present(visit, visit.texts("stale-button"))
    return await draw_up(visit, active, old, new)


async def draw_up(visit: Visit, source: Roadmap, old: Period, new: Period) -> Screen:
    """Make the roadmap of ``new`` from one of ``old``; it waits for the curator."""
    milestones = await visit.storage.roadmaps.milestones(source.id)
    moved_rows = await moved_from(visit, milestones, old, new)
    kept = await keep(visit, source, milestones, moved_rows, old, new)
    visit.stop_asking()
    return await summary(visit, kept, remark=told(visit, moved_rows, old, new))


async def moved_from(scene: Scene, milestones: Sequence[Milestone], old: Period, new: Period) -> tuple[MovedRow, ...]:
    calendar = await calendar_of(scene.storage, await scene.organisation())
    return moved([row_of(each) for each in milestones], old, new, calendar)


async def keep(
    visit: Visit,
    active: Roadmap,
    milestones: Sequence[Milestone],
    moved_rows: Sequence[MovedRow],
    old: Period,
    new: Period,
) -> Roadmap:
    """The new roadmap with its rows, waiting for the curator; nobody has approved it yet."""
    understood = Understood(
        new_title(active.title, old, new), "", "", "", new, tuple(each.row for each in moved_rows), ()
    )
    found = tuple(each for each in check(understood.rows, new) if each.code not in TOLD_BY_ROW)
    organisation = await visit.organisation()
    columns = columns_of(with_foreign_name(replace(understood, findings=found), organisation.name), None)
    return await visit.storage.roadmaps.add(
        active.organisation_id,
        active.programme_id,
        {**columns, "origin": ORIGIN, "previous_id": active.id},
        [columns_of_row(before, after) for before, after in zip(milestones, moved_rows, strict=True)],
        visit.now,
    )


def columns_of_row(before: Milestone, after: MovedRow) -> Mapping[str, Any]:
    """What only a date is missing in is asked about as in any roadmap; the rest is shown row by row."""
    codes = {note.code for note in after.notes}
    return {
        **milestone_columns(after.row),
        "level": before.level,
        "review": after.review and codes != {"ask_again"},
    }


def told(scene: Scene, moved_rows: Sequence[MovedRow], old: Period, new: Period) -> str:
    """What became of the dates, in a few lines."""
    count = Counter(note.code for each in moved_rows for note in each.notes)
    texts = scene.texts
    return lines(
        texts("next-calendar-year") if old.crosses_years != new.crosses_years else None,
        texts("next-working-days", count=count["working_day"]) if count["working_day"] else None,
    )
