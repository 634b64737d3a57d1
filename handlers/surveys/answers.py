"""The answers to a survey, one part a questionnaire, as the writers of papers take them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.consents import Use
from domain.forms import Form, Kind, Question
from domain.forms.form import CHOICES
from handlers.people.answers import answers_of, cell
from handlers.questionnaire.forms import find_form
from handlers.surveys.board import forms_of
from handlers.surveys.naming import side_of
from handlers.visit import Scene
from storage.models import Submission, Survey


@dataclass(frozen=True, slots=True)
class Part:
    """One questionnaire of a survey: who was asked, and what came, person by person."""

    form: Form
    audience: str
    asked: int
    answers: Sequence[Mapping[str, Any]]

    def plain(self) -> dict[str, Any]:
        """As ``documents.survey`` describes a part."""
        return {
            "audience": self.audience,
            "asked": self.asked,
            "answered": len(self.answers),
            "anonymous": False,
            "questions": [plain_question(question) for question in self.form.questions],
            "answers": list(self.answers),
        }


async def parts_of(scene: Scene, survey: Survey) -> list[Part]:
    """The questionnaires that somebody was asked to fill in, mentors first."""
    invitees = await scene.storage.surveys.invitees(survey.id)
    sent = await shown_of(scene, survey)
    return [
        Part(
            await find_form(scene, survey.organisation_id, form, survey.version),
            scene.texts("survey-audience", role=side_of(form)),
            sum(invitee.form == form for invitee in invitees),
            [await answer_of(scene, each) for each in sent if each.form == form],
        )
        for form in forms_of(invitees)
    ]


async def shown_of(scene: Scene, survey: Survey) -> list[Submission]:
    """What was sent by people whose consents allow to show it."""
    allowed = await scene.storage.consents.allowing(survey.organisation_id, Use.SHOW)
    return [each for each in await scene.storage.forms.of_survey(survey.id) if each.person_id in allowed]


async def answer_of(scene: Scene, submission: Submission) -> dict[str, Any]:
    """One person's answers by question, with her name and the local day: the survey is not anonymous."""
    form, answers = await answers_of(scene, submission)
    person = await scene.storage.people.get(submission.person_id)
    sent = submission.sent_at.astimezone(await scene.zone()).date() if submission.sent_at is not None else None
    return {
        "person": person.name or scene.texts("person-unnamed"),
        "sent": sent,
        "values": {
            question.key: cell(question, answers[question.key])
            for question in form.questions
            if question.key in answers
        },
    }


def plain_question(question: Question) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "key": question.key,
        "kind": str(question.kind),
        "title": question.name,
        "text": question.text,
    }
    if question.kind in CHOICES:
        plain["options"] = [option.label for option in question.options]
    return plain


def marks(part: Part) -> list[dict[str, int]]:
    """Each person's marks by what the question measures, so that both sides can be told together."""
    measures = {each.key: measure_of(each) for each in part.form.questions if each.kind is Kind.SCALE}
    return [
        {measures[key]: value for key, value in answer["values"].items() if key in measures and value is not None}
        for answer in part.answers
    ]


def question_name(parts: Sequence[Part], measure: str) -> str:
    """The short name of the question that measures this."""
    questions = (question for part in parts for question in part.form.questions)
    return next(question.name for question in questions if measure_of(question) == measure)


def measure_of(question: Question) -> str:
    """What a question measures; in a form that compares nothing, itself."""
    return question.measure or question.key
