"""A roadmap that was read and waits: what was understood, its rows, and «Не та карта»."""

from collections.abc import Sequence
from datetime import date

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from domain.roadmap.wording import fold
from handlers.callbacks import Go
from handlers.filters import May
from handlers.roadmap.drafts import look_button, sign_button, stages_button
from handlers.roadmap.editing.press import EditRow
from handlers.roadmap.press import Ahead, Correct, Decline, Doubt, DoubtKinds, MoveHere, SwitchOn, Waiting
from handlers.roadmap.reading import NO_PERIOD, Understood, due_of, told_places, understood, waiting_doubts
from handlers.roadmap.versions import corrected_by
from handlers.roadmap.wording import (
    NUMBERS_IN_ROW,
    ROWS_ON_PAGE,
    activity_of,
    by_section,
    due_words,
    fitted,
    phrase_words,
    row_name,
    title_of,
    today_of,
)
from handlers.row_words import short
from handlers.screen import Button, Screen, button, lines, page_of, page_row, rows
from handlers.undo import decided, reversal
from handlers.visit import Scene, Visit
from storage.models import Decision, Milestone, Roadmap

router = Router(name="roadmap_review")

PEOPLE_SHOWN = 6
MANY_DOUBTS = 40
"""More of them are first shown by their kinds."""


async def waiting(scene: Scene, roadmap_id: int) -> Roadmap | None:
    """The roadmap of the person's organisation, if it still waits for a decision."""
    organisation = await scene.organisation()
    roadmap = await scene.storage.roadmaps.get(organisation.id, roadmap_id)
    return roadmap if roadmap is not None and roadmap.state == "read" else None


def gone(visit: Visit) -> Screen:
    """The roadmap that a button speaks of no longer waits."""
    return Screen(
        visit.texts("roadmap-decided"),
        rows(button(visit.texts("roadmap-open"), Go(to="roadmap")), button(visit.texts("home"), Go(to="home"))),
    )


@router.callback_query(Waiting.filter(), May(Action.EDIT_ROADMAP))
async def show(query: CallbackQuery, callback_data: Waiting, visit: Visit) -> Screen:
    roadmap = await waiting(visit, callback_data.roadmap)
    if roadmap is None:
        return gone(visit)
    if callback_data.show == "rows":
        return await rows_screen(visit, roadmap, callback_data.page)
    return await summary(visit, roadmap)


async def summary(scene: Scene, roadmap: Roadmap, remark: str = "") -> Screen:
    """What was understood; ``remark`` is said at the end."""
    milestones = await scene.storage.roadmaps.milestones(roadmap.id)
    numbers = understood(milestones)
    over = is_past(roadmap, await today_of(scene))
    return Screen(
        lines(
            counted(scene, roadmap, numbers),
            period_words(scene, roadmap),
            people_words(scene, milestones),
            scene.texts("roadmap-read-past") if over else doubts_words(scene, roadmap),
            remark,
        ),
        past_buttons(scene, roadmap) if over else await buttons(scene, roadmap, milestones),
    )


async def buttons(scene: Scene, roadmap: Roadmap, milestones: Sequence[Milestone]) -> tuple[tuple[Button, ...], ...]:
    """What is to be looked at, and the decision; a version of the followed roadmap need not begin anew."""
    texts, corrects = scene.texts, await corrected_by(scene, roadmap) is not None
    return (
        *rows(
            look_button(scene, roadmap, milestones),
            stages_button(scene, roadmap, milestones),
            doubts_button(scene, roadmap),
        ),
        *rows(
            button(texts("corrected-look"), Correct(roadmap=roadmap.id)) if corrects else None,
            button(texts("roadmap-switch-on"), SwitchOn(roadmap=roadmap.id)),
            button(texts("rehearsal-open"), Ahead(roadmap=roadmap.id)),
            width=3,
        ),
        *rows(
            button(texts("roadmap-show-rows"), Waiting(roadmap=roadmap.id, show="rows")),
            sign_button(scene, roadmap),
            button(texts("roadmap-decline"), Decline(roadmap=roadmap.id)),
            button(texts("home"), Go(to="home")),
            width=2,
        ),
    )


def past_buttons(scene: Scene, roadmap: Roadmap) -> tuple[tuple[Button, ...], ...]:
    """What to do with a roadmap of a year that is over; its doubts are asked about once it is moved."""
    texts = scene.texts
    return (
        *rows(
            button(texts("past-move"), MoveHere(roadmap=roadmap.id)),
            button(texts("roadmap-send-another"), Go(to="roadmap-new")),
        ),
        *rows(
            button(texts("roadmap-show-rows"), Waiting(roadmap=roadmap.id, show="rows")),
            button(texts("past-as-is"), SwitchOn(roadmap=roadmap.id)),
            button(texts("roadmap-decline"), Decline(roadmap=roadmap.id)),
            button(texts("home"), Go(to="home")),
            width=2,
        ),
    )


def is_past(roadmap: Roadmap, today: date) -> bool:
    """Whether all its days are over."""
    return roadmap.ends is not None and roadmap.ends < today


def doubts_words(scene: Scene, roadmap: Roadmap) -> str:
    waiting = waiting_doubts(roadmap)
    if waiting:
        return scene.texts("roadmap-read-doubts", count=waiting)
    return scene.texts("doubts-done" if told_places(roadmap.findings) else "roadmap-read-no-doubts")


def doubts_button(scene: Scene, roadmap: Roadmap, key: str = "doubts-show") -> Button | None:
    """The way to the doubts that wait; to their kinds where they are many."""
    waiting = waiting_doubts(roadmap)
    if not waiting:
        return None
    target = DoubtKinds(roadmap=roadmap.id) if waiting > MANY_DOUBTS else Doubt(roadmap=roadmap.id)
    return button(scene.texts(key, count=waiting), target)


def counted(scene: Scene, roadmap: Roadmap, numbers: Understood) -> str:
    texts = scene.texts
    parts = [
        texts("roadmap-read-dated", count=numbers.dated),
        texts("roadmap-read-throughout", count=numbers.throughout) if numbers.throughout else "",
        texts("roadmap-read-on-request", count=numbers.on_request) if numbers.on_request else "",
        texts("roadmap-read-undated", count=numbers.undated) if numbers.undated else "",
    ]
    return "\n".join(
        part
        for part in (
            texts(
                "roadmap-read" if roadmap.origin == "paper" else "next-made",
                title=title_of(texts, roadmap),
                rows=numbers.rows,
                sections=numbers.sections,
            ),
            texts("roadmap-read-dues", parts=", ".join(part for part in parts if part)),
            texts("roadmap-read-joined", count=numbers.joined) if numbers.joined else "",
        )
        if part
    )


def period_words(scene: Scene, roadmap: Roadmap) -> str | None:
    if roadmap.starts is None or roadmap.ends is None:
        return None
    named = all(finding["code"] != NO_PERIOD for finding in roadmap.findings)
    days = {"start": with_year(scene, roadmap.starts), "end": with_year(scene, roadmap.ends)}
    return scene.texts("roadmap-read-period" if named else "roadmap-read-no-period", **days)


def with_year(scene: Scene, day: date) -> str:
    return scene.texts("date-day-year", day=day.day, month=day.month, year=str(day.year))


def people_words(scene: Scene, milestones: Sequence[Milestone]) -> str | None:
    alike: dict[str, str] = {}
    for name in (name for each in milestones for name in each.responsible):
        alike.setdefault(fold(name), name)
    names = list(alike.values())
    if not names:
        return None
    shown = ", ".join(short(name, 60) for name in names[:PEOPLE_SHOWN])
    return scene.texts("roadmap-read-people", names=shown, rest=len(names) - len(names[:PEOPLE_SHOWN]))


async def rows_screen(scene: Scene, roadmap: Roadmap, page: int) -> Screen:
    """The rows by section, with the due phrase verbatim and what was understood by it."""
    milestones = await scene.storage.roadmaps.milestones(roadmap.id)
    shown, number, pages = page_of(milestones, page, ROWS_ON_PAGE)
    today = await today_of(scene)
    blocks = by_section((each.section, row_line(scene, each, today)) for each in shown)
    opening = [button(row_name(each), EditRow(milestone=each.id)) for each in shown]
    return Screen(
        fitted(scene.texts("roadmap-rows-title", number=number + 1, pages=pages), *blocks),
        (
            *rows(*opening, width=NUMBERS_IN_ROW),
            *page_row(scene.texts, number, pages, lambda to: Waiting(roadmap=roadmap.id, show="rows", page=to)),
            *way_on(scene, roadmap),
        ),
    )


def row_line(scene: Scene, milestone: Milestone, today: date) -> str:
    return scene.texts(
        "roadmap-row-line",
        row=short(row_name(milestone), 12),
        activity=short(activity_of(milestone), 160),
        phrase=phrase_words(scene.texts, milestone),
        due=due_words(scene.texts, due_of(milestone), today),
    )


def way_on(scene: Scene, roadmap: Roadmap) -> tuple[tuple[Button, ...], ...]:
    return rows(
        button(scene.texts("roadmap-switch-on"), SwitchOn(roadmap=roadmap.id)),
        button(scene.texts("back"), Waiting(roadmap=roadmap.id)),
    )


@router.callback_query(Decline.filter(), May(Action.EDIT_ROADMAP))
async def decline(query: CallbackQuery, callback_data: Decline, visit: Visit) -> Screen:
    roadmap = await waiting(visit, callback_data.roadmap)
    if roadmap is None:
        return gone(visit)
    undo = await decided(visit, "roadmap-decline", roadmap=roadmap.id)
    roadmap.state = "declined"
    visit.stop_asking()
    return Screen(
        visit.texts("roadmap-declined"),
        rows(
            button(visit.texts("roadmap-send-another"), Go(to="roadmap-new")),
            undo,
            button(visit.texts("home"), Go(to="home")),
        ),
    )


@reversal("roadmap-decline")
async def undo_decline(visit: Visit, decision: Decision) -> bool:
    """The roadmap waits again, unless another one has come since."""
    organisation = await visit.organisation()
    roadmap = await visit.storage.roadmaps.get(organisation.id, int(decision.before["roadmap"]))
    another = await visit.storage.roadmaps.waiting(organisation.id)
    if roadmap is None or roadmap.state != "declined" or another is not None:
        return False
    roadmap.state = "read"
    return True
