"""Through the doubts one by one: what was found, the rows, and the proposals as buttons."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from domain.roadmap.answers import by_key, is_solved, proposals, typed
from domain.roadmap.proposals import Doubt, Proposal
from handlers.filters import May
from handlers.roadmap.doubts.ledger import Ledger, ledger_of
from handlers.roadmap.doubts.press import Answer, KeepRest, Reopen, Skip, TypeAnswer
from handlers.roadmap.doubts.result import result, way_out
from handlers.roadmap.doubts.settling import SOLVED, reopen_all, settle
from handlers.roadmap.doubts.words import label, settled_words
from handlers.roadmap.overview import present
from handlers.roadmap.press import FIRST_DOUBT, DoubtKinds
from handlers.roadmap.press import Doubt as Look
from handlers.roadmap.read_rows import row_line
from handlers.roadmap.reading import doubt_text
from handlers.roadmap.wording import fitted, today_of
from handlers.row_words import short
from handlers.screen import Button, Screen, button, escape, lines, rows
from handlers.visit import Visit
from storage.calendars import calendar_of

router = Router(name="roadmap_doubts_walking")

ROWS_SHOWN = 4
LONGEST_TITLE_TOLD = 500
ANSWERS_IN_COLUMN = 4
"""More of them stand two in a row."""


async def gone(visit: Visit) -> Screen:
    """The doubt of a button is there no more."""
    return await present(visit, visit.texts("doubt-gone"))


@router.callback_query(Look.filter(), May(Action.EDIT_ROADMAP))
async def look(query: CallbackQuery, callback_data: Look, visit: Visit) -> Screen:
    visit.stop_asking()
    ledger = await ledger_of(visit, callback_data.roadmap)
    if ledger is None:
        return await gone(visit)
    if callback_data.at == FIRST_DOUBT:
        return await following(visit, ledger, FIRST_DOUBT, callback_data.only)
    return await doubt_screen(visit, ledger, callback_data.at, callback_data.only)


@router.callback_query(Skip.filter(), May(Action.EDIT_ROADMAP))
async def skip(query: CallbackQuery, callback_data: Skip, visit: Visit) -> Screen:
    visit.stop_asking()
    ledger = await ledger_of(visit, callback_data.roadmap)
    if ledger is None:
        return await gone(visit)
    return await following(visit, ledger, callback_data.at, callback_data.only)


@router.callback_query(Answer.filter(), May(Action.EDIT_ROADMAP))
async def answer(query: CallbackQuery, callback_data: Answer, visit: Visit) -> Screen:
    visit.stop_asking()
    ledger, at = await ledger_of(visit, callback_data.roadmap), callback_data.at
    if ledger is None or at not in ledger.told():
        return await gone(visit)
    chosen = by_key(ledger.doubt(at), callback_data.key)
    if chosen is None or ledger.settled(at) is not None:
        return await doubt_screen(visit, ledger, at, callback_data.only)
    await settle(visit, ledger, at, chosen)
    return await following(visit, ledger, at, callback_data.only, title_kept(visit, ledger, chosen))


@router.callback_query(Reopen.filter(), May(Action.EDIT_ROADMAP))
async def answer_again(query: CallbackQuery, callback_data: Reopen, visit: Visit) -> Screen:
    ledger, at = await ledger_of(visit, callback_data.roadmap), callback_data.at
    if ledger is None or at not in ledger.told():
        return await gone(visit)
    await reopen_all(visit, ledger, [at])
    return await doubt_screen(visit, ledger, at, callback_data.only)


def title_kept(visit: Visit, ledger: Ledger, chosen: Proposal) -> str:
    """The whole title after an answer that changes it: a name put into it may need another case."""
    title = short(ledger.roadmap.title, LONGEST_TITLE_TOLD)
    return visit.texts("doubt-title-kept", title=title) if chosen.title else ""


async def following(visit: Visit, ledger: Ledger, at: int, only: str = "", remark: str = "") -> Screen:
    """The next doubt after ``at`` that waits; after the last one, how it all went."""
    for ahead in [each for each in ledger.waiting(only) if each > at]:
        if not is_solved(ledger.doubt(ahead)):
            return await doubt_screen(visit, ledger, ahead, only, remark)
        await settle(visit, ledger, ahead, Proposal(SOLVED))
    return await result(visit, ledger, only, remark)


async def doubt_screen(visit: Visit, ledger: Ledger, at: int, only: str = "", remark: str = "") -> Screen:
    """One doubt, answered or not."""
    told = ledger.told(only)
    if at not in told:
        return await gone(visit)
    today, settled = await today_of(visit), ledger.settled(at)
    said = escape(settled_words(visit.texts, settled, today)) if settled is not None else ""
    return Screen(
        fitted(
            lines(remark, visit.texts("doubt-title", number=told.index(at) + 1, count=len(told))),
            doubt_text(visit.texts, ledger.roadmap.findings[at]),
            visit.texts("doubt-settled", answer=said) if said else None,
            await what_it_is_about(visit, ledger, ledger.doubt(at)),
        ),
        (
            *(rows(again_button(visit, ledger, at, only)) if settled else await answers(visit, ledger, at, only)),
            *ways(visit, ledger, told, at, only),
        ),
    )


async def what_it_is_about(visit: Visit, ledger: Ledger, doubt: Doubt) -> str | None:
    """The rows that the doubt speaks of, or the title, as they stand now."""
    if typed(doubt) == "title":
        return visit.texts("doubt-title-is", title=short(doubt.title, LONGEST_TITLE_TOLD))
    today = await today_of(visit)
    shown = list(doubt.concerned)[:ROWS_SHOWN]
    told = [row_line(visit, ledger.milestones[position], today) for position in shown]
    rest = len(doubt.concerned) - len(shown)
    return "\n".join([*told, *([visit.texts("doubt-more-rows", count=rest)] if rest else [])]) or None


async def answers(visit: Visit, ledger: Ledger, at: int, only: str) -> tuple[tuple[Button, ...], ...]:
    doubt, today = ledger.doubt(at), await today_of(visit)
    calendar = await calendar_of(visit.storage, await visit.organisation())
    what, about = typed(doubt), {"roadmap": ledger.roadmap.id, "at": at}
    choosing = [
        button(label(visit.texts, doubt, each, calendar, today), Answer(**about, key=each.key, only=only))
        for each in proposals(doubt)
    ]
    typing = button(visit.texts("doubt-type", what=what), TypeAnswer(**about, only=only)) if what else None
    count = len(choosing) + (typing is not None)
    return rows(*choosing, typing, width=1 if count <= ANSWERS_IN_COLUMN else 2)


def again_button(visit: Visit, ledger: Ledger, at: int, only: str) -> Button:
    return button(visit.texts("doubt-reopen"), Reopen(roadmap=ledger.roadmap.id, at=at, only=only))


def ways(visit: Visit, ledger: Ledger, told: Sequence[int], at: int, only: str) -> tuple[tuple[Button, ...], ...]:
    """To the doubt before, to the next one that waits, and out."""
    roadmap, place = ledger.roadmap.id, told.index(at)
    waits = ledger.settled(at) is None
    back = Look(roadmap=roadmap, at=told[place - 1], only=only) if place else None
    return (
        *rows(
            button(visit.texts("back"), back) if back else None,
            button(visit.texts("doubt-skip" if waits else "doubt-next"), Skip(roadmap=roadmap, at=at, only=only)),
            width=2,
        ),
        *rows(
            button(visit.texts("doubt-keep-rest"), KeepRest(roadmap=roadmap, only=only)) if waits else None,
            button(visit.texts("doubts-to-kinds"), DoubtKinds(roadmap=roadmap)) if only else way_out(visit, ledger),
            width=2,
        ),
    )
