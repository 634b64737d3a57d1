"""What a survey is called, and whom a form of it asks."""

from domain.surveys import KINDS, SIDES
from handlers.questionnaire.forms import find_form
from handlers.visit import Scene
from storage.models import Survey

EVERYBODY = "all"
"""Whom an organisation's own form asks: mentors and mentees alike."""


async def title_of(scene: Scene, survey: Survey) -> str:
    """The survey's name, not yet escaped; an own form's is its title."""
    if survey.kind in KINDS:
        return scene.texts("survey-kind", kind=survey.kind)
    return (await find_form(scene, survey.organisation_id, survey.kind, survey.version)).title


def side_of(form: str) -> str:
    """The role that a form asks, else ``all``."""
    return SIDES.get(form, EVERYBODY)
