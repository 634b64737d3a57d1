"""An answer in the curator's own words: a due, what is to be done, or the title."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.people import Action
from domain.roadmap.answers import typed
from domain.roadmap.entered import read_entered
from domain.roadmap.planning import needs_date
from domain.roadmap.proposals import Proposal, with_due
from domain.roadmap.wording import squeeze
from handlers.filters import Asked, May
from handlers.roadmap.days_off import day_off_words
from handlers.roadmap.doubts.ledger import Ledger, ledger_of
from handlers.roadmap.doubts.press import TypeAnswer
from handlers.roadmap.doubts.settling import TYPED, settle
from handlers.roadmap.doubts.walking import doubt_screen, following, gone, title_kept, what_it_is_about
from handlers.roadmap.press import Doubt as Look
from handlers.roadmap.reading import period_of
from handlers.roadmap.wording import due_words, today_of
from handlers.roadmap.written import LONGEST_ACTIVITY, objection
from handlers.row_words import short
from handlers.screen import Screen, button, lines, rows
from handlers.visit import Visit

router = Router(name="roadmap_doubts_typed")

LONGEST_TITLE = 400


@router.callback_query(TypeAnswer.filter(), May(Action.EDIT_ROADMAP))
async def ask(query: CallbackQuery, callback_data: TypeAnswer, visit: Visit) -> Screen:
    ledger, at = await ledger_of(visit, callback_data.roadmap), callback_data.at
    if ledger is None or at not in ledger.told():
        return await gone(visit)
    what = typed(ledger.doubt(at))
    if what is None or ledger.settled(at) is not None:
        return await doubt_screen(visit, ledger, at, callback_data.only)
    visit.ask(f"doubt-{what}", roadmap=ledger.roadmap.id, at=at, only=callback_data.only)
    about = await what_it_is_about(visit, ledger, ledger.doubt(at))
    return again(visit, ledger, at, callback_data.only, visit.texts(f"doubt-ask-{what}"), about)


def again(visit: Visit, ledger: Ledger, at: int, only: str, said: str, about: str | None = None) -> Screen:
    """Ask for the words, or say why they do not do; the chat goes on waiting for them."""
    back = Look(roadmap=ledger.roadmap.id, at=at, only=only)
    return Screen(lines(about, said), rows(button(visit.texts("back"), back)))


async def asked_ledger(visit: Visit) -> tuple[Ledger, int, str] | None:
    """The doubt that the chat waits for words about, unless it has been answered since."""
    about = visit.account.asked_about
    ledger, at = await ledger_of(visit, int(about["roadmap"])), int(about["at"])
    if ledger is None or at not in ledger.waiting():
        visit.stop_asking()
        return None
    return ledger, at, str(about["only"])


@router.message(Asked("doubt-due"), May(Action.EDIT_ROADMAP))
async def take_due(message: Message, visit: Visit) -> Screen:
    asked = await asked_ledger(visit)
    if asked is None:
        return await gone(visit)
    ledger, at, only = asked
    entered = read_entered(message.text or "", period_of(ledger.roadmap), visit.now, await visit.zone())
    if entered.unread or needs_date(entered.due):
        impossible = entered.unsure == "impossible_date"
        said = visit.texts("doubt-due-impossible" if impossible else "doubt-due-unclear")
        return again(visit, ledger, at, only, said)
    visit.stop_asking()
    due = replace(entered.due, phrase="", basis=entered.due.basis and "explicit", doubt=None)
    await settle(visit, ledger, at, Proposal(TYPED, with_due(ledger.doubt(at), due), due=due))
    said = visit.texts("doubt-kept", answer=due_words(visit.texts, due, await today_of(visit)))
    return await following(visit, ledger, at, only, lines(said, await day_off_words(visit, due.deadline)))


@router.message(Asked("doubt-activity"), May(Action.EDIT_ROADMAP))
async def take_activity(message: Message, visit: Visit) -> Screen:
    asked = await asked_ledger(visit)
    if asked is None:
        return await gone(visit)
    ledger, at, only = asked
    words = squeeze(message.text or "")
    unfit = objection(visit, words, LONGEST_ACTIVITY)
    if unfit:
        return again(visit, ledger, at, only, unfit)
    visit.stop_asking()
    changed = {position: replace(row, activity=words) for position, row in ledger.doubt(at).concerned.items()}
    await settle(visit, ledger, at, Proposal(TYPED, changed, name=words))
    return await following(visit, ledger, at, only, visit.texts("doubt-kept", answer=short(words, 200)))


@router.message(Asked("doubt-title"), May(Action.EDIT_ROADMAP))
async def take_title(message: Message, visit: Visit) -> Screen:
    asked = await asked_ledger(visit)
    if asked is None:
        return await gone(visit)
    ledger, at, only = asked
    words = squeeze(message.text or "")
    unfit = objection(visit, words, LONGEST_TITLE)
    if unfit:
        return again(visit, ledger, at, only, unfit)
    visit.stop_asking()
    answer = Proposal(TYPED, name=words, title=words)
    await settle(visit, ledger, at, answer)
    return await following(visit, ledger, at, only, title_kept(visit, ledger, answer))
