"""The age group, which decides who has to consent; no date of birth is asked."""

import re

from aiogram import Router
from aiogram.types import Message

from domain.consents import Age, age_of
from domain.forms import Answer, Kind, Question, read_answer
from handlers.entry.agreeing import consent
from handlers.entry.door import invitation_of, stranger
from handlers.entry.press import Step
from handlers.filters import Asked
from handlers.held import ask_guardian
from handlers.screen import Screen, button, rows
from handlers.visit import Visit
from storage.models import Organisation

router = Router(name="entry_age")

ADULT = Question("adult", Kind.YES_NO, "")
"""«Да» and «нет» under the question, read like any other."""


def ask_age(visit: Visit, first: str = "entry-age") -> Screen:
    visit.ask("age")
    return Screen(
        visit.texts(first),
        rows(
            button(visit.texts("entry-adult"), Step(to=Age.ADULT)),
            button(visit.texts("entry-teen"), Step(to=Age.TEEN)),
            button(visit.texts("entry-child"), Step(to=Age.CHILD)),
            button(visit.texts("back"), Step(to="later")),
        ),
    )


async def of_age(visit: Visit, organisation: Organisation, age: Age) -> Screen:
    """Where somebody of this age goes on: to the own consent, or to the guardian's."""
    visit.stop_asking()
    visit.account.age = age
    if age is Age.CHILD:
        return ask_guardian(visit, organisation.name, age)
    return await consent(visit, organisation)


@router.message(Asked("age"))
async def typed_age(message: Message, visit: Visit) -> Screen:
    """«Мне 17» or «да» in words; anything else, and a bare «нет», is asked again."""
    invitation = await invitation_of(visit)
    if invitation is None:
        return stranger(visit)
    organisation = await visit.storage.organisations.get(invitation.organisation_id)
    years = re.findall(r"\d{1,3}", message.text or "")
    if years:
        return await of_age(visit, organisation, age_of(int(years[0])))
    said = read_answer(ADULT, message.text or "")
    if isinstance(said, Answer) and said.value is True:
        return await of_age(visit, organisation, Age.ADULT)
    return ask_age(visit, "entry-age-again")
