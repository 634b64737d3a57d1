"""A row's card: what the paper says, what was understood, how it stands, and what can be done with it."""

from collections.abc import Sequence
from datetime import date

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from domain.roadmap.planning import needs_date
from handlers.callbacks import Go
from handlers.filters import Known
from handlers.roadmap import answering
from handlers.roadmap.access import may_close, no_such_row, row_for
from handlers.roadmap.editing.press import EditRow, RowHistory
from handlers.roadmap.paper_due import due_line
from handlers.roadmap.press import AskDate, AskEvidence, Close, OpenTask, Rows, ShowEvidence
from handlers.roadmap.proofs import proof_words
from handlers.roadmap.reading import due_of
from handlers.roadmap.wording import activity_of, due_words, fitted, row_name, state_words, today_of
from handlers.row_words import date_words, short
from handlers.screen import Button, Screen, bullets, button, rows
from handlers.status import name_of
from handlers.visit import Scene, Visit
from storage.evidence import Proof
from storage.roadmaps import Row

router = Router(name="roadmap_card")

STEPS_SHOWN = 8
EVIDENCE_SHOWN = 5


@router.callback_query(OpenTask.filter(), Known())
async def open_task(query: CallbackQuery, callback_data: OpenTask, visit: Visit) -> Screen:
    row = await row_for(visit, callback_data.task)
    if row is None:
        return no_such_row(visit)
    visit.stop_asking()
    return await card(visit, row)


async def card(visit: Visit, row: Row, remark: str = "") -> Screen:
    """Everything about a row; ``remark`` is said before it."""
    proofs = await visit.storage.evidence.of(row.task.id)
    today = await today_of(visit)
    return Screen(
        fitted(
            remark,
            headline(visit, row),
            await due_paragraph(visit, row, today),
            await responsible_paragraph(visit, row),
            await answering.card_paragraph(visit, row),
            evidence_paragraph(visit, proofs),
            labelled(visit, "roadmap-card-result", row.milestone.result),
            labelled(visit, "roadmap-card-indicator", row.milestone.indicator),
            steps_paragraph(visit, row),
        ),
        await card_rows(visit, row, proofs),
    )


def headline(scene: Scene, row: Row) -> str:
    """Number, section and what is to be done, each in its line."""
    told = (
        scene.texts("roadmap-card-title", row=short(row_name(row.milestone), 20)),
        f"<i>{short(row.milestone.section, 150)}</i>" if row.milestone.section else "",
        short(activity_of(row.milestone), 700),
    )
    return "\n".join(each for each in told if each)


async def due_paragraph(scene: Scene, row: Row, today: date) -> str:
    """The phrase verbatim, the paper's where it differs, what it means for this task, and how long there is time."""
    return scene.texts(
        "roadmap-card-due",
        told=await due_line(scene, row.milestone),
        due=task_due_words(scene, row, today),
        state=state_words(scene.texts, row, today),
    )


def task_due_words(scene: Scene, row: Row, today: date) -> str:
    due = due_of(row.milestone)
    if row.task.due is None:
        return due_words(scene.texts, due, today)
    if row.task.occurrence:
        return scene.texts("roadmap-due-this-time", end=date_words(scene.texts, row.task.due, today))
    if needs_date(due):
        return scene.texts("roadmap-due-entered", end=date_words(scene.texts, row.task.due, today))
    return due_words(scene.texts, due, today)


async def responsible_paragraph(scene: Scene, row: Row) -> str | None:
    tied = await scene.storage.responsible.tied(row.task.organisation_id)
    known = await scene.storage.people.by_id([person for people in tied.values() for person in people])
    told = []
    for name in row.milestone.responsible:
        people = ", ".join(name_of(scene, known[person]) for person in tied.get(name, ()))
        key = "roadmap-card-person" if people else "roadmap-card-name"
        told.append(scene.texts(key, name=short(name, 100), person=people))
    return scene.texts("roadmap-card-responsible", names=", ".join(told)) if told else None


def evidence_paragraph(scene: Scene, proofs: Sequence[Proof]) -> str | None:
    if not proofs:
        return None
    told = [proof_words(proof) for proof in proofs[-EVIDENCE_SHOWN:]]
    return scene.texts("roadmap-card-evidence", count=len(proofs)) + "\n" + bullets(told)


def labelled(scene: Scene, key: str, text: str) -> str | None:
    return scene.texts(key, text=short(text, 500)) if text else None


def steps_paragraph(scene: Scene, row: Row) -> str | None:
    steps = row.milestone.steps
    if not steps:
        return None
    rest = len(steps) - STEPS_SHOWN
    shown = bullets(short(step, 160) for step in steps[:STEPS_SHOWN])
    return scene.texts("roadmap-card-steps", rest=max(rest, 0), steps=shown)


async def card_rows(visit: Visit, row: Row, proofs: Sequence[Proof]) -> tuple[tuple[Button, ...], ...]:
    """What this person may do with the row, and the way back."""
    texts, task = visit.texts, row.task
    done = task.done_at is not None
    files = any(proof.evidence.file_id is not None for proof in proofs)
    acts: tuple[Button | None, ...] = ()
    if await may_close(visit, row):
        acts = (
            button(texts("roadmap-reopen" if done else "roadmap-done"), Close(task=task.id, done=not done)),
            button(texts("roadmap-attach"), AskEvidence(task=task.id)),
            date_button(visit, row),
        )
    return rows(
        *acts,
        *await editing_buttons(visit, row),
        *await answering.card_buttons(visit, row),
        button(texts("roadmap-show-evidence"), ShowEvidence(task=task.id)) if files else None,
        await way_back(visit),
        button(texts("home"), Go(to="home")),
        width=2,
    )


async def editing_buttons(visit: Visit, row: Row) -> tuple[Button | None, ...]:
    """«Изменить» for who keeps the organisation's own roadmap, and the history where there is one."""
    about = {"milestone": row.milestone.id, "task": row.task.id}
    own = row.milestone.organisation_id == row.task.organisation_id
    history = await visit.storage.changes.of(row.milestone.id)
    return (
        button(visit.texts("row-edit"), EditRow(**about)) if own and await visit.may(Action.EDIT_ROADMAP) else None,
        button(visit.texts("row-history"), RowHistory(**about)) if own and history else None,
    )


def date_button(scene: Scene, row: Row) -> Button | None:
    """For rows whose day only a person can say."""
    if row.task.done_at is not None or not needs_date(due_of(row.milestone)):
        return None
    key = "roadmap-enter-date" if row.task.due is None else "roadmap-change-date"
    return button(scene.texts(key), AskDate(task=row.task.id))


async def way_back(visit: Visit) -> Button:
    """To all rows, or to her own."""
    may_look = await visit.may(Action.SEE_STATUS)
    return button(visit.texts("back"), Rows(state="all") if may_look else Go(to="my-rows"))
