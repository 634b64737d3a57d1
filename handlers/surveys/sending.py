"""Sending the survey to the people of all agreed pairs, in one tap that can be taken back."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.notices import News
from domain.people import Action
from domain.surveys import SATISFACTION, closing
from handlers.filters import May
from handlers.screen import Screen
from handlers.surveys.board import board, card, people_to_ask, survey_of
from handlers.surveys.press import SendSurvey
from handlers.undo import decided, reversal
from handlers.visit import Visit
from storage.calendars import calendar_of
from storage.models import Decision, Survey

router = Router(name="surveys_sending")


@router.callback_query(SendSurvey.filter(), May(Action.OPEN_SURVEY))
async def send(query: CallbackQuery, visit: Visit) -> Screen:
    """Whoever presses second sees the survey that runs."""
    organisation = await visit.organisation()
    running = await visit.storage.surveys.running(organisation.id, SATISFACTION)
    if running is not None:
        return await card(visit, running, first=visit.texts("surveys-running-already"))
    asked = await people_to_ask(visit)
    if not asked:
        return await board(visit)
    survey = await open_survey(visit, asked)
    await invite(visit, survey, list(dict.fromkeys(person_id for person_id, _ in asked)))
    undo = await decided(visit, "survey-sent", survey=survey.id)
    return await card(visit, survey, first=visit.texts("surveys-sent"), undo=undo)


async def open_survey(visit: Visit, asked: list[tuple[int, str]]) -> Survey:
    organisation = await visit.organisation()
    programme = await visit.storage.organisations.programme(organisation.id)
    return await visit.storage.surveys.open(
        organisation.id,
        programme.id,
        SATISFACTION,
        asked,
        opened_by=visit.person.id,
        closes_at=closing(visit.now, await calendar_of(visit.storage, organisation)),
        now=visit.now,
    )


async def invite(visit: Visit, survey: Survey, people: list[int]) -> None:
    """One notice a person, also for one who is asked on both sides."""
    today = visit.now.astimezone(await visit.zone()).date()
    for person_id in people:
        await visit.storage.notices.add(
            person_id,
            News.SURVEY_OPENED,
            f"survey:{survey.id}:{today}:opened:person:{person_id}",
            visit.now,
            visit.now,
            organisation_id=survey.organisation_id,
            subject={"survey": survey.id},
        )


@reversal("survey-sent")
async def undo_sending(visit: Visit, decision: Decision) -> bool:
    """Close it; notices that are not told yet are withdrawn when they find it closed."""
    survey = await survey_of(visit, int(decision.before["survey"]))
    if survey is None or survey.closed_at is not None:
        return False
    survey.closed_at = visit.now
    return True
