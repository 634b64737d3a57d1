"""Through the rows of next year's roadmap that a person has to look at: right, another date, or out."""

from datetime import date

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from domain.roadmap.rollover import MovedRow, Note
from handlers.filters import May
from handlers.roadmap.drafts import LookAt, Retype, Settle, to_look_at
from handlers.roadmap.editing.press import EditRow
from handlers.roadmap.paper_due import row_before
from handlers.roadmap.press import Waiting
from handlers.roadmap.reading import due_of, period_of
from handlers.roadmap.review import summary
from handlers.roadmap.rewriting import put_back, take_out
from handlers.roadmap.rollover import moved_from
from handlers.roadmap.waiting import gone, waiting
from handlers.roadmap.wording import activity_of, due_words, fitted, phrase_words, row_name, today_of
from handlers.row_words import date_words, quoted_phrase, short
from handlers.screen import MAX_ROWS, Button, Screen, bullets, button, lines, rows
from handlers.undo import decided, reversal
from handlers.visit import Scene, Visit
from storage.models import Decision, Milestone, Roadmap

router = Router(name="roadmap_moved_rows")

RIGHT, REMOVED, ALL = "right", "removed", "all"


@router.callback_query(LookAt.filter(), May(Action.EDIT_ROADMAP))
async def look(query: CallbackQuery, callback_data: LookAt, visit: Visit) -> Screen:
    visit.stop_asking()
    roadmap = await waiting(visit, callback_data.roadmap)
    return gone(visit) if roadmap is None else await following(visit, roadmap, callback_data.after)


@router.callback_query(Settle.filter(), May(Action.EDIT_ROADMAP))
async def settle(query: CallbackQuery, callback_data: Settle, visit: Visit) -> Screen:
    visit.stop_asking()
    found = await looked_at(visit, callback_data.milestone)
    if found is None:
        return gone(visit)
    roadmap, milestone = found
    left = to_look_at(await visit.storage.roadmaps.milestones(roadmap.id))
    settled = [each for each in left if callback_data.how == ALL or each.id == milestone.id]
    for each in settled:
        each.review = False
    if callback_data.how == REMOVED and milestone in settled:
        await take_out(visit, milestone)
    undo = await decided(visit, "roadmap-look", how=callback_data.how, milestones=[each.id for each in settled])
    remark = visit.texts("moved-rest-kept") if callback_data.how == ALL else ""
    return await following(visit, roadmap, milestone.position, remark, undo)


async def looked_at(visit: Visit, milestone_id: int) -> tuple[Roadmap, Milestone] | None:
    """A row of a roadmap that still waits."""
    organisation = await visit.organisation()
    milestone = await visit.storage.roadmaps.milestone(organisation.id, milestone_id)
    roadmap = await waiting(visit, milestone.roadmap_id) if milestone is not None else None
    return (roadmap, milestone) if roadmap is not None and milestone is not None else None


@reversal("roadmap-look")
async def undo_settle(visit: Visit, decision: Decision) -> bool:
    """The rows are to be looked at again, as long as the roadmap waits."""
    for milestone_id in decision.before["milestones"]:
        found = await looked_at(visit, int(milestone_id))
        if found is None:
            return False
        found[1].review = True
        if decision.before["how"] == REMOVED:
            await put_back(visit, found[1])
    return True


async def following(
    visit: Visit, roadmap: Roadmap, after: int, remark: str = "", undo: Button | None = None
) -> Screen:
    """The next row to look at, those before ``after`` last; when there is none any more, the whole roadmap."""
    left = to_look_at(await visit.storage.roadmaps.milestones(roadmap.id))
    if not left:
        whole = await summary(visit, roadmap, remark or visit.texts("moved-all"))
        return Screen(whole.text, (*whole.rows, *rows(undo))[:MAX_ROWS])
    milestone = next((each for each in left if each.position > after), left[0])
    text = lines(remark, visit.texts("moved-title", row=short(row_name(milestone), 12), count=len(left)))
    return Screen(fitted(text, *await about(visit, roadmap, milestone)), answers(visit, milestone, len(left), undo))


def answers(visit: Visit, milestone: Milestone, left: int, undo: Button | None) -> tuple[tuple[Button, ...], ...]:
    more = left > 1
    later = LookAt(roadmap=milestone.roadmap_id, after=milestone.position)
    return (
        *rows(button(visit.texts("moved-right"), Settle(milestone=milestone.id, how=RIGHT))),
        *rows(
            button(visit.texts("moved-date"), Retype(milestone=milestone.id)),
            button(visit.texts("moved-edit"), EditRow(milestone=milestone.id)),
            width=2,
        ),
        *rows(button(visit.texts("moved-remove"), Settle(milestone=milestone.id, how=REMOVED))),
        *rows(
            button(visit.texts("moved-later"), later) if more else None,
            button(visit.texts("moved-rest"), Settle(milestone=milestone.id, how=ALL)) if more else None,
            width=2,
        ),
        *rows(undo, button(visit.texts("back"), Waiting(roadmap=milestone.roadmap_id)), width=2),
    )


async def about(visit: Visit, roadmap: Roadmap, milestone: Milestone) -> list[str]:
    """What is to be done, how its due was and is, and why a person has to look."""
    today = await today_of(visit)
    before = await before_of(visit, roadmap, milestone)
    due = due_words(visit.texts, due_of(milestone), today)
    now_is = visit.texts("moved-now", phrase=phrase_words(visit.texts, milestone), due=due)
    was = visit.texts("moved-before", phrase=quoted_phrase(visit.texts, before[0].phrase)) if before else ""
    reasons = [note_words(visit, note, today) for note in before[1].notes] if before else []
    return [short(activity_of(milestone), 400), "\n".join(part for part in (was, now_is) if part), bullets(reasons)]


async def before_of(scene: Scene, roadmap: Roadmap, milestone: Milestone) -> tuple[Milestone, MovedRow] | None:
    """The row of the year before, and what its move gives: moving it again tells why."""
    before = await row_before(scene, milestone)
    previous = await scene.storage.roadmaps.get(before.organisation_id, before.roadmap_id) if before else None
    old, new = (period_of(previous) if previous is not None else None), period_of(roadmap)
    if before is None or old is None or new is None:
        return None
    return before, (await moved_from(scene, [before], old, new))[0]


def note_words(scene: Scene, note: Note, today: date) -> str:
    days = {
        name: date_words(scene.texts, date.fromisoformat(note.arguments[name]), today)
        if name in note.arguments
        else ""
        for name in ("before", "after")
    }
    return scene.texts("moved-note", code=note.code, text=short(note.arguments.get("text", ""), 120), **days)
