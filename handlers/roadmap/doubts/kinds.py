"""Many doubts of a long document: by their kinds, so that what is alike is answered at once."""

from collections import Counter

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from domain.roadmap.answers import by_key, proposals, shared, unchanged
from handlers.filters import May
from handlers.roadmap.doubts.ledger import Ledger, ledger_of
from handlers.roadmap.doubts.press import AnswerAll, OneKind
from handlers.roadmap.doubts.result import result, way_out
from handlers.roadmap.doubts.settling import settle_all
from handlers.roadmap.doubts.walking import gone
from handlers.roadmap.doubts.words import label
from handlers.roadmap.press import Doubt as Look
from handlers.roadmap.press import DoubtKinds
from handlers.roadmap.reading import doubt_text
from handlers.roadmap.wording import fitted, today_of
from handlers.screen import Button, Screen, bullets, button, page_of, page_row, rows
from handlers.undo import decided
from handlers.visit import Visit
from storage.calendars import calendar_of

router = Router(name="roadmap_doubts_kinds")

KINDS_ON_PAGE = 4
EXAMPLES = 3
ANSWERS_SHOWN = 3


@router.callback_query(DoubtKinds.filter(), May(Action.EDIT_ROADMAP))
async def show(query: CallbackQuery, callback_data: DoubtKinds, visit: Visit) -> Screen:
    ledger = await ledger_of(visit, callback_data.roadmap)
    return await gone(visit) if ledger is None else await kinds_screen(visit, ledger, callback_data.page)


async def kinds_screen(visit: Visit, ledger: Ledger, page: int = 0) -> Screen:
    """The kinds of the doubts that wait, the most frequent first."""
    counts = Counter(ledger.code(at) for at in ledger.waiting()).most_common()
    if not counts:
        return await result(visit, ledger)
    shown, number, pages = page_of(counts, page, KINDS_ON_PAGE)
    roadmap = ledger.roadmap.id
    return Screen(
        fitted(visit.texts("doubts-kinds", count=sum(count for _, count in counts))),
        (
            *rows(*(kind_button(visit, roadmap, code, count) for code, count in shown)),
            *page_row(visit.texts, number, pages, lambda to: DoubtKinds(roadmap=roadmap, page=to)),
            (way_out(visit, ledger),),
        ),
    )


def kind_button(visit: Visit, roadmap: int, code: str, count: int) -> Button:
    kind = visit.texts("doubts-kind-line", kind=visit.texts(f"doubt-kind-{code}"), count=count)
    return button(kind, OneKind(roadmap=roadmap, code=code))


@router.callback_query(OneKind.filter(), May(Action.EDIT_ROADMAP))
async def show_one(query: CallbackQuery, callback_data: OneKind, visit: Visit) -> Screen:
    ledger = await ledger_of(visit, callback_data.roadmap)
    if ledger is None:
        return await gone(visit)
    waiting = ledger.waiting(callback_data.code)
    if not waiting:
        return await kinds_screen(visit, ledger)
    roadmap, code = ledger.roadmap.id, callback_data.code
    return Screen(
        fitted(
            visit.texts("doubts-kind-title", kind=visit.texts(f"doubt-kind-{code}"), count=len(waiting)),
            bullets(doubt_text(visit.texts, ledger.roadmap.findings[at]) for at in waiting[:EXAMPLES]),
            visit.texts("doubts-kind-together"),
        ),
        rows(
            *(
                button(words, AnswerAll(roadmap=roadmap, code=code, key=key))
                for key, words in (await answers_for_all(visit, ledger, waiting)).items()
            ),
            button(visit.texts("doubts-one-by-one"), Look(roadmap=roadmap, only=code)),
            button(visit.texts("doubts-to-kinds"), DoubtKinds(roadmap=roadmap)),
        ),
    )


async def answers_for_all(visit: Visit, ledger: Ledger, places: list[int]) -> dict[str, str]:
    """Key → words of the proposals that are the same for all; leaving them as they are is always among them."""
    doubts = [ledger.doubt(at) for at in places]
    calendar, today = await calendar_of(visit.storage, await visit.organisation()), await today_of(visit)
    common = set(shared(doubts))
    said = [
        {
            each.key: label(visit.texts, doubt, each, calendar, today)
            for each in proposals(doubt)
            if each.key in common
        }
        for doubt in doubts
    ]
    same = {key: words for key, words in said[0].items() if all(each[key] == words for each in said)}
    return dict([*same.items()][-ANSWERS_SHOWN:])


@router.callback_query(AnswerAll.filter(), May(Action.EDIT_ROADMAP))
async def answer_all(query: CallbackQuery, callback_data: AnswerAll, visit: Visit) -> Screen:
    ledger = await ledger_of(visit, callback_data.roadmap)
    if ledger is None:
        return await gone(visit)
    waiting = ledger.waiting(callback_data.code)
    answered = [at for at in waiting if by_key(ledger.doubt(at), callback_data.key) is not None]
    await settle_all(
        visit, ledger, dict.fromkeys(answered, lambda doubt: by_key(doubt, callback_data.key) or unchanged(doubt))
    )
    undo = await decided(visit, "roadmap-doubts", roadmap=ledger.roadmap.id, places=answered)
    fresh = await kinds_screen(visit, ledger)
    said = visit.texts("doubts-answered-all", count=len(answered))
    return Screen(fitted(said, fresh.text), (*fresh.rows[:-1], (undo, *fresh.rows[-1])))
