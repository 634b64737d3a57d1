"""A corrected paper that was taken in is taken back: rows and dates are as before, and the paper waits again."""

from datetime import date
from typing import Any

from handlers.roadmap.entered_days import enter_again, entered_days
from handlers.roadmap.merging import Comparison, merge
from handlers.roadmap.reading import plain_columns, row_of, with_columns
from handlers.roadmap.rewriting import put_back, reword, take_up
from handlers.screen import Button
from handlers.undo import decided, reversal
from handlers.visit import Visit
from storage.corrections import OF_PAPER
from storage.models import Decision, Milestone, Roadmap

TAKEN_IN = "roadmap-corrected"


async def take_in(visit: Visit, comparison: Comparison) -> Button:
    """Take the paper in; the button that takes it back."""
    followed, store = comparison.followed, visit.storage.corrections
    before: dict[str, Any] = {
        "columns": plain_columns({name: getattr(followed, name) for name in OF_PAPER}),
        "findings": followed.findings,
        "order": [each.id for each in comparison.before],
        "removed": [each.id for each in comparison.before if each.removed_at is not None],
        "entered": await entered_days(visit, comparison.before),
    }
    changed = await merge(visit, comparison)
    known = set(before["order"])
    return await decided(
        visit,
        TAKEN_IN,
        roadmap=followed.id,
        paper=comparison.paper.id,
        rows={str(each.id): plain_columns(columns) for each, columns in changed.items() if each.id in known},
        last_change=await store.last_change(followed.id),
        **before,
    )


@reversal(TAKEN_IN)
async def undo_taking_in(visit: Visit, decision: Decision) -> bool:
    """Everything as before the paper, unless a row has been changed or worked with since."""
    organisation, told = await visit.organisation(), decision.before
    followed = await visit.storage.roadmaps.get(organisation.id, int(told["roadmap"]))
    paper = await visit.storage.roadmaps.get(organisation.id, int(told["paper"]))
    if followed is None or paper is None or (followed.state, paper.state) != ("active", "merged"):
        return False
    store = visit.storage.corrections
    kept = {each.id: each for each in await store.kept(followed.id)}
    new = [each for each in kept.values() if each.id not in told["order"]]
    if await store.last_change(followed.id) != told["last_change"] or not await store.erase(new):
        return False
    rows = [kept[each] for each in told["order"]]
    await rows_as_before(visit, followed, rows, told)
    await store.arrange(rows)
    await store.give_back(followed, paper, columns_before(told), told["findings"])
    return True


def columns_before(told: dict[str, Any]) -> dict[str, Any]:
    columns: dict[str, Any] = told["columns"]
    days = {name: columns[name] for name in ("starts", "ends")}
    return columns | {name: date.fromisoformat(day) if day else None for name, day in days.items()}


async def rows_as_before(visit: Visit, followed: Roadmap, rows: list[Milestone], told: dict[str, Any]) -> None:
    for each in rows:
        if each.removed_at is not None and each.id not in told["removed"]:
            await put_back(visit, each)
    columns = {each: told["rows"][str(each.id)] for each in rows if str(each.id) in told["rows"]}
    changed = {
        each: await reword(visit, each, with_columns(row_of(each), before)) for each, before in columns.items()
    }
    await take_up(visit, followed, changed)
    await enter_again(visit, rows, told["entered"])
