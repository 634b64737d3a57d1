"""«Включить год»: what would be wrong is said first, then tasks are made and the responsible names kept."""

from collections import Counter

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from domain.roadmap.planning import planned
from handlers.callbacks import Go
from handlers.district import spreading
from handlers.filters import May
from handlers.roadmap.new_year import begin_year, early_words, is_untouched, take_year_back
from handlers.roadmap.press import SwitchOn, Waiting, Who
from handlers.roadmap.read_words import with_year
from handlers.roadmap.reading import due_of
from handlers.roadmap.waiting import gone, waiting
from handlers.roadmap.wording import title_of, today_of
from handlers.screen import Screen, button, lines, rows
from handlers.undo import decided, reversal
from handlers.visit import Visit
from storage.models import Decision, Roadmap
from storage.responsible import Behind
from storage.roadmaps import Row

router = Router(name="roadmap_switching")


@router.callback_query(SwitchOn.filter(), May(Action.EDIT_ROADMAP))
async def switch_on(query: CallbackQuery, callback_data: SwitchOn, visit: Visit) -> Screen:
    roadmap = await waiting(visit, callback_data.roadmap)
    if roadmap is None:
        return gone(visit)
    warning = await warnings(visit, roadmap)
    if warning and not callback_data.sure:
        return ask_whether_sure(visit, roadmap, warning)
    organisation = await visit.organisation()
    replaced = await visit.storage.roadmaps.active(organisation.id)
    begun = await begin_year(visit, roadmap)
    await start(visit, roadmap)
    before = {"replaced": replaced.id if replaced is not None else None, "programme": begun}
    undo = await decided(visit, "roadmap-on", roadmap=roadmap.id, **before)
    visit.stop_asking()
    return Screen(
        lines(
            visit.texts("next-begun") if begun is not None else None,
            visit.texts("roadmap-on", title=title_of(visit.texts, roadmap)),
            *await what_follows(visit, roadmap),
            visit.texts("roadmap-on-who"),
        ),
        rows(
            button(visit.texts("roadmap-who"), Who()),
            button(visit.texts("roadmap-open"), Go(to="roadmap")),
            undo,
            button(visit.texts("home"), Go(to="home")),
        ),
    )


async def warnings(visit: Visit, roadmap: Roadmap) -> str:
    """What the curator has to know before: days that are over, and another roadmap with its marks."""
    today = await today_of(visit)
    milestones = await visit.storage.roadmaps.milestones(roadmap.id)
    late = sum(
        each.due is not None and each.due < today
        for milestone in milestones
        for each in planned(due_of(milestone), today)
    )
    over = roadmap.ends if roadmap.ends is not None and roadmap.ends < today else None
    organisation = await visit.organisation()
    active = await visit.storage.roadmaps.active(organisation.id)
    return lines(
        visit.texts("roadmap-warn-past", end=with_year(visit, over)) if over else None,
        visit.texts("roadmap-warn-late", count=late) if late else None,
        await early_words(visit, roadmap, today),
        visit.texts("roadmap-warn-replaces", title=title_of(visit.texts, active)) if active is not None else None,
    )


def ask_whether_sure(visit: Visit, roadmap: Roadmap, warning: str) -> Screen:
    return Screen(
        lines(warning, visit.texts("roadmap-sure")),
        rows(
            button(visit.texts("roadmap-switch-on-sure"), SwitchOn(roadmap=roadmap.id, sure=True)),
            button(visit.texts("roadmap-send-another"), Go(to="roadmap-new")),
            button(visit.texts("back"), Waiting(roadmap=roadmap.id)),
        ),
    )


async def what_follows(visit: Visit, roadmap: Roadmap) -> list[str]:
    """What will come of the rows that the organisation does itself, by what their dues are; nothing where none is."""
    own = await visit.storage.roadmaps.rows(roadmap.organisation_id)
    counts = Counter(followed_as(row) for row in own if row.milestone.roadmap_id == roadmap.id)
    kinds = ("dated", "throughout", "request", "undated")
    return [visit.texts(f"roadmap-on-{kind}", count=counts[kind]) for kind in kinds if counts[kind]]


def followed_as(row: Row) -> str:
    if row.milestone.kind == "request":
        return "request"
    if row.task.due is None:
        return "undated"
    return "throughout" if row.milestone.kind == "throughout" else "dated"


async def start(visit: Visit, roadmap: Roadmap) -> None:
    """Follow the roadmap from now on.

    Names that the roadmap before tied to people stay tied.
    """
    store, today = visit.storage.roadmaps, await today_of(visit)
    known = await ties_before(visit, roadmap.organisation_id)
    await store.activate(roadmap, visit.now)
    milestones = await store.milestones(roadmap.id)
    for milestone in await spreading.own_rows(visit.storage, roadmap):
        for task in planned(due_of(milestone), today):
            await store.add_task(
                milestone, roadmap.organisation_id, task.starts, task.due, visit.now, task.occurrence
            )
    names = dict.fromkeys(name for milestone in milestones for name in milestone.responsible)
    await visit.storage.responsible.add(roadmap, {name: known.get(name, Behind()) for name in names})
    await spreading.spread(visit.storage, roadmap, visit.now)


async def ties_before(visit: Visit, organisation_id: int) -> dict[str, Behind]:
    """Responsible name → who stands behind it in the roadmap that is still followed."""
    active = await visit.storage.roadmaps.active(organisation_id)
    names = await visit.storage.responsible.of(active.id) if active is not None else []
    behind = await visit.storage.responsible.behind(names)
    return {each.name: behind[each.id] for each in names}


@reversal("roadmap-on")
async def undo_switch_on(visit: Visit, decision: Decision) -> bool:
    """Back to how it was, unless work has begun with the new roadmap."""
    organisation = await visit.organisation()
    store = visit.storage.roadmaps
    roadmap = await store.get(organisation.id, int(decision.before["roadmap"]))
    active = await store.active(organisation.id)
    if roadmap is None or active is None or active.id != roadmap.id:
        return False
    begun, before = decision.before["programme"], decision.before["replaced"]
    if not await is_untouched(visit, begun):
        return False
    done = await store.deactivate(roadmap, await store.get(organisation.id, int(before)) if before else None)
    if done:
        await take_year_back(visit, begun)
    return done
