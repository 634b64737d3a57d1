"""Sending a survey to the people of all agreed pairs, in one tap that can be taken back."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.notices import News
from domain.people import Action
from domain.surveys import KINDS, closing
from handlers.filters import May
from handlers.screen import Screen
from handlers.surveys.board import board, card, people_to_ask, survey_of
from handlers.surveys.press import SendSurvey
from handlers.undo import TIME_TO_UNDO, decided, reversal
from handlers.visit import Visit
from storage.calendars import calendar_of
from storage.models import Decision, Survey

router = Router(name="surveys_sending")


@router.callback_query(SendSurvey.filter(), May(Action.OPEN_SURVEY))
async def send(query: CallbackQuery, callback_data: SendSurvey, visit: Visit) -> Screen:
    """Whoever presses second sees the survey that runs."""
    if callback_data.kind not in KINDS:
        return await board(visit)
    asked = await people_to_ask(visit, KINDS[callback_data.kind])
    if not asked:
        return await board(visit)
    calendar = await calendar_of(visit.storage, await visit.organisation())
    return await open_survey(visit, callback_data.kind, asked, closing(visit.now, calendar))


async def open_survey(
    visit: Visit, kind: str, asked: list[tuple[int, str]], closes_at: datetime, version: int | None = None
) -> Screen:
    """Open the survey and invite its people; the card of the one that runs where there is one of this kind."""
    organisation = await visit.organisation()
    running = await visit.storage.surveys.running(organisation.id, kind)
    if running is not None:
        return await card(visit, running, first=visit.texts("surveys-running-already"))
    programme = await visit.storage.organisations.programme(organisation.id)
    survey = await visit.storage.surveys.open(
        organisation.id, programme.id, kind, asked, visit.person.id, closes_at, visit.now, version
    )
    await invite(visit, survey, list(dict.fromkeys(person_id for person_id, _ in asked)))
    undo = await decided(visit, "survey-sent", survey=survey.id)
    return await card(visit, survey, first=visit.texts("surveys-sent"), undo=undo)


async def invite(visit: Visit, survey: Survey, people: list[int]) -> None:
    """One notice a person, also for one who is asked on both sides, once the sending cannot be taken back."""
    today = visit.now.astimezone(await visit.zone()).date()
    for person_id in people:
        await visit.storage.notices.add(
            person_id,
            News.SURVEY_OPENED,
            f"survey:{survey.id}:{today}:opened:person:{person_id}",
            visit.now + TIME_TO_UNDO,
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
