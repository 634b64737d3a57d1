"""Sending a complete form, and what comes after it."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.callbacks import Go
from handlers.consents.asking import later_button
from handlers.filters import Known
from handlers.organisation.finish import apply
from handlers.questionnaire.after import AFTER
from handlers.questionnaire.begin import go_on, gone, introduce
from handlers.questionnaire.entering import entered
from handlers.questionnaire.filling import Filling, find
from handlers.questionnaire.press import OwnCard, Review, Send
from handlers.questionnaire.review import review_screen
from handlers.screen import Screen, button, lines, rows
from handlers.visit import Visit
from storage.models import Submission

router = Router(name="questionnaire_sending")


@router.callback_query(Send.filter(), Known())
async def send(query: CallbackQuery, callback_data: Send, visit: Visit) -> Screen:
    """Only a complete form goes, and only once."""
    filling = await find(visit, callback_data.submission)
    if filling is None:
        return gone(visit)
    if filling.submission.sent_at is not None:
        return review_screen(visit, filling, remark=visit.texts("form-already-sent"))
    if filling.current is not None:
        return go_on(visit, filling)
    visit.stop_asking()
    if filling.submission.trial:
        return await end_trial(visit, filling.submission)
    return await sent(visit, filling)


async def sent(visit: Visit, filling: Filling) -> Screen:
    """The next form that waits begins at once."""
    submission = filling.submission
    submission.sent_at = visit.now
    if filling.on_behalf_of:
        return await entered(visit, filling)
    if submission.form == "organisation":
        return await apply(visit, filling.answers)
    if submission.survey_id is not None:
        await visit.storage.surveys.mark_answered(submission.survey_id, visit.person.id, submission.form, visit.now)
        look = button(visit.texts("form-see-answers"), Review(submission=submission.id))
        return Screen(visit.texts("form-thanks-survey"), rows(look, button(visit.texts("home"), Go(to="home"))))
    if submission.form in AFTER:
        return await AFTER[submission.form](visit, submission)
    return await following(visit)


async def end_trial(visit: Visit, submission: Submission) -> Screen:
    """The curator has seen her form to its end; what she answered is erased."""
    await visit.storage.forms.end_trials(visit.person.id)
    card = button(visit.texts("own-form-trial-back"), OwnCard(key=submission.form))
    return Screen(visit.texts("own-form-trial-over"), rows(card, button(visit.texts("home"), Go(to="home"))))


async def following(visit: Visit) -> Screen:
    """The other form of somebody who is a mentor and a mentee, else thanks."""
    unsent = await visit.storage.forms.unfinished(visit.person.id, visit.here)
    waiting = [each for each in unsent if each.survey_id is None]
    if waiting:
        return await introduce(visit, waiting[0])
    later = await later_button(visit)
    return Screen(
        lines(visit.texts("form-thanks"), visit.texts("consents-later-why") if later is not None else None),
        rows(later, button(visit.texts("home"), Go(to="home"))),
    )
