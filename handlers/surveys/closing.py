"""Closing a survey before its time."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from handlers.filters import May
from handlers.screen import Screen
from handlers.surveys.board import card, gone, survey_of
from handlers.surveys.press import CloseSurvey
from handlers.undo import decided, reversal
from handlers.visit import Visit
from storage.models import Decision

router = Router(name="surveys_closing")


@router.callback_query(CloseSurvey.filter(), May(Action.OPEN_SURVEY))
async def close(query: CallbackQuery, callback_data: CloseSurvey, visit: Visit) -> Screen:
    survey = await survey_of(visit, callback_data.survey)
    if survey is None:
        return await gone(visit)
    if survey.closed_at is not None:
        return await card(visit, survey, first=visit.texts("survey-closed-already"))
    undo = await decided(visit, "survey-closed", survey=survey.id)
    survey.closed_at = visit.now
    return await card(visit, survey, first=visit.texts("survey-closed-now"), undo=undo)


@reversal("survey-closed")
async def undo_closing(visit: Visit, decision: Decision) -> bool:
    """Open it again; not when its time is over or another one runs."""
    survey = await survey_of(visit, int(decision.before["survey"]))
    if survey is None or survey.closed_at is None or survey.closes_at <= visit.now:
        return False
    if await visit.storage.surveys.running(survey.organisation_id, survey.kind) is not None:
        return False
    survey.closed_at = None
    return True
