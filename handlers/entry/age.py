"""The age group, which decides who has to consent; no date of birth is asked."""

import re
from dataclasses import replace

from aiogram import Router
from aiogram.types import Message

from domain.consents import ADULT_FROM, Age, age_of
from domain.forms import Answer, Kind, Question, read_answer
from domain.people import Category
from handlers import codes
from handlers.entry.agreeing import CLAIM, consent
from handlers.entry.door import invitation_of, stranger
from handlers.entry.press import Step
from handlers.filters import Asked
from handlers.held import ask_guardian
from handlers.screen import Screen, button, rows
from handlers.visit import Visit
from storage.models import Invitation, Organisation

router = Router(name="entry_age")

ADULT = Question("adult", Kind.YES_NO, "")
"""«Да» and «нет» under the question, read like any other."""

YEARS = re.compile(
    r"(?:да[,.]?\s+)?(?:мне\s+)?(?:уже\s+)?(?:исполнилось\s+)?(\d{1,2})(?:\s*(?:лет|года?))?[\s.!]*", re.IGNORECASE
)
"""«12», «мне уже 15 лет»; a number within other words is no age."""

LABELS = {Age.ADULT: "entry-adult", Age.TEEN: "entry-teen", Age.CHILD: "entry-child"}


def ask_age(visit: Visit, category: Category, first: str = "entry-age") -> Screen:
    """The question; pupils see first what most of them are."""
    visit.ask("age")
    ages = sorted(LABELS, key=list(Age).index) if category is Category.PUPIL else list(LABELS)
    return Screen(
        visit.texts(first),
        rows(
            *(button(visit.texts(LABELS[age]), Step(to=age)) for age in ages),
            button(visit.texts("back"), Step(to="later")),
        ),
    )


async def of_age(visit: Visit, organisation: Organisation, age: Age, invitation: Invitation) -> Screen:
    """Where somebody of this age goes on: to the own consent, or to the guardian's.

    Who came as a pupil, or has said to be a minor, becomes no adult by a word of her own: the curator confirms it.
    """
    visit.stop_asking()
    is_pupil = invitation.category == Category.PUPIL or visit.account.age in {Age.CHILD, Age.TEEN}
    if age is Age.ADULT and is_pupil and visit.someone is None:
        visit.account.age = Age.TEEN
        visit.ask(CLAIM)
        return await consent(visit, organisation)
    visit.account.age = age
    if age is Age.CHILD:
        waiting = ask_guardian(visit, organisation.name, age)
        return replace(waiting, rows=(*waiting.rows, *rows(button(visit.texts("back"), Step(to="age")))))
    return await consent(visit, organisation)


@router.message(Asked("age"))
async def typed_age(message: Message, visit: Visit) -> Screen | list[Screen]:
    """«Мне 17», «да» or a button in words; anything else is asked again, and a code is opened as anywhere."""
    text = message.text or ""
    if codes.looks_like_code(text):
        return await codes.enter(visit, text)
    invitation = await invitation_of(visit)
    if invitation is None:
        return stranger(visit)
    age = age_in(visit, text)
    if age is None:
        return ask_age(visit, Category(invitation.category), "entry-age-again")
    organisation = await visit.storage.organisations.get(invitation.organisation_id)
    return await of_age(visit, organisation, age, invitation)


def age_in(visit: Visit, text: str) -> Age | None:
    """The age group that somebody has typed; a bare «нет» leaves it open."""
    said = " ".join(text.casefold().replace("-", "–").split())
    pressed = next((age for age, label in LABELS.items() if visit.texts(label).casefold() == said), None)
    years = YEARS.fullmatch(text.strip())
    if pressed is not None or years is not None:
        return pressed if years is None else age_of(int(years[1]))
    answer = read_answer(ADULT, text)
    return age_of(ADULT_FROM) if isinstance(answer, Answer) and answer.value is True else None
