"""Accepting a practice in one tap; giving it back or declining it with a word to the author."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.notices import News
from domain.people import Action
from domain.practices import State, may_move
from handlers.callbacks import Go
from handlers.filters import Asked, May
from handlers.overlong import refusal
from handlers.practices.looking import card, practice_of, queue_screen
from handlers.practices.press import Decide, Look
from handlers.screen import Screen, button, rows
from handlers.undo import decided, reversal
from handlers.visit import Visit
from storage.models import Decision, Practice

router = Router(name="practices_deciding")

LONGEST_REMARK = 1000


@router.callback_query(Decide.filter(), May(Action.WRITE_POST))
async def decide(query: CallbackQuery, callback_data: Decide, visit: Visit) -> Screen:
    visit.stop_asking()
    practice, state = await practice_of(visit, callback_data.practice), callback_data.state
    if practice is None:
        return await queue_screen(visit, first=visit.texts("practice-gone"))
    if not may_move(practice.state, state):
        return await card(visit, practice, first=visit.texts("practice-decided-already"))
    if state is State.ACCEPTED:
        return await settle(visit, practice, state, "")
    visit.ask("practice-remark", practice=practice.id, state=str(state))
    return Screen(
        visit.texts("practice-why", state=state),
        rows(button(visit.texts("back"), Look(practice=practice.id)), button(visit.texts("home"), Go(to="home"))),
    )


@router.message(Asked("practice-remark"), May(Action.WRITE_POST))
async def take_remark(message: Message, visit: Visit) -> Screen:
    """The word that goes to the author with the decision."""
    about, remark = visit.account.asked_about, (message.text or "").strip()
    too_long = refusal(visit, message, LONGEST_REMARK)
    if too_long is not None:
        return Screen(too_long, rows(button(visit.texts("home"), Go(to="home"))))
    visit.stop_asking()
    practice = await practice_of(visit, int(about["practice"]))
    if practice is None:
        return await queue_screen(visit, first=visit.texts("practice-gone"))
    state = State(about["state"])
    if not may_move(practice.state, state):
        return await card(visit, practice, first=visit.texts("practice-decided-already"))
    return await settle(visit, practice, state, remark)


async def settle(visit: Visit, practice: Practice, state: State, remark: str) -> Screen:
    """Keep the decision and tell the author; one that goes back can be edited and sent again."""
    submission = await visit.storage.practices.submission(practice)
    undo = await decided(visit, "practice-decided", practice=practice.id, state=str(state))
    practice.state, practice.remark = state, remark
    practice.decided_by, practice.decided_at = visit.person.id, visit.now
    if state is State.WRITING:
        submission.sent_at = None
    await tell_author(visit, practice)
    return await queue_screen(visit, first=visit.texts("practice-settled", state=state), undo=undo)


async def tell_author(visit: Visit, practice: Practice) -> None:
    await visit.storage.notices.add(
        practice.person_id,
        News.PRACTICE_DECIDED,
        f"practice:{practice.id}:{practice.state}:{visit.now.isoformat()}:person:{practice.person_id}",
        visit.now,
        visit.now,
        organisation_id=practice.organisation_id,
        subject={"practice": practice.id},
    )


@reversal("practice-decided")
async def undo_decision(visit: Visit, decision: Decision) -> bool:
    """It waits again, unless the author has gone on with it."""
    practice = await practice_of(visit, int(decision.before["practice"]))
    if practice is None or practice.state != decision.before["state"]:
        return False
    submission = await visit.storage.practices.submission(practice)
    if submission.sent_at is None and submission.touched_at > decision.made_at:
        return False
    submission.sent_at = submission.sent_at or decision.made_at
    practice.state, practice.remark = State.WAITING, ""
    return True
