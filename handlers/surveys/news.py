"""Notices about surveys: one was opened, one still waits; told only to who has not answered, while it is open."""

from domain.people import Action
from handlers.dates import day_words
from handlers.part import Part
from handlers.questionnaire.filling import Filling, read
from handlers.questionnaire.forms import find_form
from handlers.screen import button, escape
from handlers.surveys.answering import answer_buttons
from handlers.surveys.board import answered_among, survey_of
from handlers.surveys.naming import title_of
from handlers.surveys.press import Result
from handlers.visit import Scene
from storage.models import Notice, Survey, SurveyInvitee


async def opened_part(scene: Scene, notice: Notice) -> Part | None:
    """The curator asks for answers."""
    asked = await asked_in(scene, notice)
    if not asked:
        return None
    about = await told_of(scene, *asked[0])
    return Part(scene.texts("survey-news", **about), tuple(await answer_buttons(scene, asked)), subject_of(notice))


async def nudge_part(scene: Scene, notice: Notice) -> Part | None:
    """A reminder with the small step and the last day."""
    asked = await asked_in(scene, notice)
    if not asked:
        return None
    zone = await scene.zone()
    last, today = asked[0][0].closes_at.astimezone(zone).date(), scene.now.astimezone(zone).date()
    day, about = day_words(scene.texts, last, today), await told_of(scene, *asked[0])
    begun = await begun_in(scene, *asked[0])
    if begun is not None:
        left = {"left": begun.left, "minutes": begun.minutes_left}
        text = scene.texts("survey-nudge-begun", day=day, title=about["title"], **left)
    else:
        text = scene.texts("survey-nudge", day=day, **about)
    return Part(text, tuple(await answer_buttons(scene, asked)), subject_of(notice))


async def begun_in(scene: Scene, survey: Survey, invitee: SurveyInvitee) -> Filling | None:
    """What the person has answered of the survey's form; None where that is nothing yet."""
    unfinished = await scene.storage.forms.unfinished(scene.person.id, survey.organisation_id)
    mine = [each for each in unfinished if (each.survey_id, each.form) == (survey.id, invitee.form)]
    filling = await read(scene, mine[0]) if mine else None
    return filling if filling is not None and filling.answers else None


async def told_of(scene: Scene, survey: Survey, invitee: SurveyInvitee) -> dict[str, str | int]:
    """What it is about and how long it takes."""
    form = await find_form(scene, survey.organisation_id, invitee.form, survey.version)
    return {"kind": survey.kind, "title": escape(await title_of(scene, survey)), "minutes": form.minutes}


async def ended_part(scene: Scene, notice: Notice) -> Part | None:
    """To the curator: the time is over, this is what came."""
    if not await scene.may(Action.OPEN_SURVEY):
        return None
    survey = await survey_of(scene, int(notice.subject["survey"]))
    if survey is None or survey.closed_at is None:
        return None
    invitees = await scene.storage.surveys.invitees(survey.id)
    return Part(
        scene.texts(
            "survey-ended",
            title=escape(await title_of(scene, survey)),
            answered=answered_among(invitees),
            asked=len(invitees),
        ),
        (button(scene.texts("survey-see-result"), Result(survey=survey.id)),),
        subject_of(notice),
    )


async def asked_in(scene: Scene, notice: Notice) -> list[tuple[Survey, SurveyInvitee]]:
    """What the person has still to answer in the survey that the notice is about."""
    waiting = await scene.storage.surveys.open_for(notice.person_id)
    return [(survey, invitee) for survey, invitee in waiting if survey.id == int(notice.subject["survey"])]


def subject_of(notice: Notice) -> str:
    return f"survey:{notice.subject['survey']}"
