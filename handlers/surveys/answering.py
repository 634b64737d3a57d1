"""A participant's side: the surveys that wait for her, and beginning one."""

from collections.abc import Sequence

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.surveys import SATISFACTION
from handlers import questionnaire
from handlers.callbacks import Go
from handlers.filters import Known
from handlers.screen import Button, Screen, button, lines, rows
from handlers.surveys.board import home_button
from handlers.surveys.naming import side_of, title_of
from handlers.surveys.press import AnswerSurvey
from handlers.visit import Scene, Visit
from storage.models import Survey, SurveyInvitee

router = Router(name="surveys_answering")

SURVEYS_SHOWN = 4


@router.callback_query(Go.filter(F.to == "survey"), Known())
async def waiting(query: CallbackQuery, visit: Visit) -> Screen:
    """The survey that waits here, or the choice where several do."""
    visit.stop_asking()
    everywhere = await visit.storage.surveys.open_for(visit.person.id)
    asked = [(survey, invitee) for survey, invitee in everywhere if survey.organisation_id == visit.here]
    if not asked:
        return Screen(visit.texts("survey-nothing-waits"), rows(home_button(visit)))
    if len(asked) == 1:
        return await begin(visit, *asked[0])
    return Screen(visit.texts("survey-which"), rows(*await answer_buttons(visit, asked), home_button(visit)))


async def answer_buttons(scene: Scene, asked: Sequence[tuple[Survey, SurveyInvitee]]) -> list[Button]:
    """«Ответить»; with the survey and the side that is asked where the person is asked for more than one."""
    if len(asked) == 1:
        survey, invitee = asked[0]
        return [button(scene.texts("survey-answer"), AnswerSurvey(survey=survey.id, form=invitee.form))]
    return [
        button(await answer_label(scene, survey, invitee.form), AnswerSurvey(survey=survey.id, form=invitee.form))
        for survey, invitee in asked[:SURVEYS_SHOWN]
    ]


async def answer_label(scene: Scene, survey: Survey, form: str) -> str:
    if survey.kind == SATISFACTION:
        return scene.texts("survey-answer-as", role=side_of(form))
    return scene.texts("survey-answer-to", title=await title_of(scene, survey), role=side_of(form))


@router.callback_query(AnswerSurvey.filter(), Known())
async def answer(query: CallbackQuery, callback_data: AnswerSurvey, visit: Visit) -> Screen:
    """Only for who was asked, and while the survey is open."""
    for survey, invitee in await visit.storage.surveys.open_for(visit.person.id):
        if (survey.id, invitee.form) == (callback_data.survey, callback_data.form):
            visit.enter(survey.organisation_id)
            return await begin(visit, survey, invitee)
    return Screen(visit.texts("survey-over"), rows(home_button(visit)))


async def begin(visit: Visit, survey: Survey, invitee: SurveyInvitee) -> Screen:
    """The form, and before its first question who will see the answers."""
    unfinished = await visit.storage.forms.unfinished(visit.person.id)
    begun = any(each.survey_id == survey.id and each.form == invitee.form for each in unfinished)
    screen = await questionnaire.begin_survey(visit, survey, invitee.form)
    if begun:
        return screen
    return Screen(lines(screen.text, visit.texts("survey-not-anonymous")), screen.rows)
