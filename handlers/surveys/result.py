"""A survey's result: a picture and three sentences in the chat, everything as a spreadsheet."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.types import CallbackQuery

from documents.paper import Paper
from documents.writers.wording import decimal
from domain.people import Action
from domain.surveys import SATISFACTION, SATISFIED_FROM, Highlights, highlights
from handlers.filters import May
from handlers.screen import Screen, lines
from handlers.surveys.answers import Part, marks, parts_of, question_name
from handlers.surveys.board import card, gone, survey_of
from handlers.surveys.naming import side_of, title_of
from handlers.surveys.press import Result
from handlers.visit import Scene, Visit
from storage.models import Survey

router = Router(name="surveys_result")


@router.callback_query(Result.filter(), May(Action.OPEN_SURVEY))
async def show(query: CallbackQuery, callback_data: Result, visit: Visit) -> Screen:
    """Also while the survey is open: as far as people have answered."""
    survey = await survey_of(visit, callback_data.survey)
    if survey is None:
        return await gone(visit)
    parts = await parts_of(visit, survey)
    if not any(part.answers for part in parts):
        return await card(visit, survey, first=visit.texts("survey-no-answers"))
    writer, text = (
        ("survey_xlsx", visit.texts("survey-sheet-ready"))
        if callback_data.sheet
        else (
            "survey_chart",
            sentences(visit, survey, parts),
        )
    )
    fresh = await card(visit, survey)
    return Screen(text, fresh.rows, papers=(await paper(visit, survey, parts, writer),))


async def paper(scene: Scene, survey: Survey, parts: Sequence[Part], writer: str) -> Paper:
    """The survey as ``documents.survey`` describes it."""
    organisation = await scene.organisation()
    opened = survey.opened_at.astimezone(await scene.zone()).date()
    title = scene.texts("survey-paper", title=await title_of(scene, survey), day=f"{opened:%d.%m.%Y}")
    data = {"title": title, "organisation": organisation.name, "parts": [part.plain() for part in parts]}
    return Paper(writer, title, data)


def sentences(scene: Scene, survey: Survey, parts: Sequence[Part]) -> str:
    """How many have answered, means, the best and the weakest question; who is satisfied, where that was asked."""
    found = highlights([given for part in parts for given in marks(part)])
    came = scene.texts(
        "survey-came", answered=sum(len(part.answers) for part in parts), asked=sum(part.asked for part in parts)
    )
    if found is None:
        return came
    if survey.kind == SATISFACTION:
        return lines(mean_sentence(scene, found, parts), extremes(scene, found, parts), satisfied(scene, found))
    return lines(came, extremes(scene, found, parts))


def mean_sentence(scene: Scene, found: Highlights, parts: Sequence[Part]) -> str:
    means = [(part, each.mean) for part in parts if (each := highlights(marks(part))) is not None]
    told = [scene.texts("survey-mean-part", role=side_of(part.form.key), mean=decimal(mean)) for part, mean in means]
    return scene.texts("survey-mean", mean=decimal(found.mean), parts=", ".join(told))


def extremes(scene: Scene, found: Highlights, parts: Sequence[Part]) -> str:
    best, best_mean = found.best
    if found.questions == 1:
        return scene.texts("survey-single", best=question_name(parts, best), mean=decimal(best_mean))
    if found.weakest is None:
        return scene.texts("survey-alike", mean=decimal(best_mean))
    weakest, weakest_mean = found.weakest
    return scene.texts(
        "survey-best",
        best=question_name(parts, best),
        best_mean=decimal(best_mean),
        weakest=question_name(parts, weakest),
        weakest_mean=decimal(weakest_mean),
    )


def satisfied(scene: Scene, found: Highlights) -> str:
    return scene.texts(
        "survey-satisfied",
        satisfied=found.satisfied.done,
        count=found.satisfied.total,
        percent=found.satisfied.percent,
        threshold=SATISFIED_FROM,
    )
