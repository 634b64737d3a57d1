"""Notices about surveys: one was opened, one still waits; told only to who has not answered, while it is open."""

from handlers.dates import day_words
from handlers.part import Part
from handlers.surveys.answering import answer_buttons
from handlers.visit import Scene
from storage.models import Notice, Survey, SurveyInvitee


async def opened_part(scene: Scene, notice: Notice) -> Part | None:
    """The curator asks for answers."""
    asked = await asked_in(scene, notice)
    if not asked:
        return None
    return Part(scene.texts("survey-news"), tuple(answer_buttons(scene, asked)), subject=subject_of(notice))


async def nudge_part(scene: Scene, notice: Notice) -> Part | None:
    """A reminder with the small step and the last day."""
    asked = await asked_in(scene, notice)
    if not asked:
        return None
    zone = await scene.zone()
    last, today = asked[0][0].closes_at.astimezone(zone).date(), scene.now.astimezone(zone).date()
    text = scene.texts("survey-nudge", day=day_words(scene.texts, last, today))
    return Part(text, tuple(answer_buttons(scene, asked)), subject=subject_of(notice))


async def asked_in(scene: Scene, notice: Notice) -> list[tuple[Survey, SurveyInvitee]]:
    """What the person has still to answer in the survey that the notice is about."""
    waiting = await scene.storage.surveys.open_for(notice.person_id)
    return [(survey, invitee) for survey, invitee in waiting if survey.id == int(notice.subject["survey"])]


def subject_of(notice: Notice) -> str:
    return f"survey:{notice.subject['survey']}"
