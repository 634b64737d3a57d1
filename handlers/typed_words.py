"""Words that do what a button does: its label, a curator's quick question, a surname; asked before fallback."""

import re
from collections.abc import AsyncIterator, Iterable, Sequence
from typing import Any

from aiogram import F, Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from domain.consents import Use
from domain.people import Action, Role
from domain.progress import State
from domain.roadmap.wording import words
from handlers import home
from handlers.callbacks import Go
from handlers.filters import Known, When
from handlers.more.menu import menu
from handlers.people.overview import overview
from handlers.people.press import ShowPerson
from handlers.roadmap.press import Rows
from handlers.screen import MAX_BUTTONS, Button, Screen, button, escape, rows
from handlers.visit import Visit
from storage.models import Person

router = Router(name="typed_words")

LONGEST = 6
"""Words: more of them are a letter."""
SHORTEST_BEGINNING = 3
"""Letters: fewer of them begin too many names and labels."""
QUESTIONS = (
    (re.compile(r"просроч"), Rows(state=State.OVERDUE)),
    (re.compile(r"не (заполн|отправ|прислал|ответ)|молч"), Go(to="status")),
)


class Meant(Filter):
    """A short text that stands for buttons; they are the handler's ``targets``."""

    async def __call__(self, message: Message, visit: Visit) -> bool | dict[str, Any]:
        typed = words(message.text or "")
        if not 1 <= len(typed) <= LONGEST:
            return False
        found = [each] if (each := await labelled(visit, typed) or await asked(visit, typed)) else []
        targets = found or await named(visit, typed)
        return {"targets": targets} if targets else False


async def labelled(visit: Visit, typed: Sequence[str]) -> Button | None:
    """The button of these very words; one that only leads somewhere is known by the beginnings of its words too."""
    async for screen in near(visit):
        shown = [each for row in screen.rows for each in row if each.data]
        same = [each for each in shown if words(each.label) == list(typed)]
        alike = [each for each in shown if each.data.startswith(f"{Go.__prefix__}:") and begins(typed, each.label)]
        if same or alike:
            return (same or alike)[0]
    return None


async def near(visit: Visit) -> AsyncIterator[Screen]:
    """Home, and the screens one step from it that lead on to many others."""
    yield await home.home(visit)
    yield await menu(visit)
    if await visit.may(Action.SEE_PEOPLE):
        yield await overview(visit)


def begins(typed: Iterable[str], told: str) -> bool:
    """Whether each typed word begins a word of what is told."""
    return all(len(each) >= SHORTEST_BEGINNING and any(w.startswith(each) for w in words(told)) for each in typed)


async def asked(visit: Visit, typed: Sequence[str]) -> Button | None:
    """A question of whoever may see how things stand."""
    if not await visit.may(Action.SEE_STATUS):
        return None
    text = " ".join(typed)
    return next((button(text, action) for question, action in QUESTIONS if question.search(text)), None)


async def named(visit: Visit, typed: Sequence[str]) -> list[Button]:
    """The cards of mentors and mentees who are called so, for who may see them."""
    if not await visit.may(Action.SEE_PEOPLE):
        return []
    organisation = await visit.organisation()
    shown = await visit.storage.consents.allowing(organisation.id, Use.SHOW)
    cards: dict[int, Button] = {}
    for role in (Role.MENTOR, Role.MENTEE):
        for person in await visit.storage.people.members(organisation.id, role):
            if person.id in shown and begins(typed, person.name):
                cards.setdefault(person.id, card(person, role))
    return list(cards.values())[: MAX_BUTTONS - 1]


def card(person: Person, role: Role) -> Button:
    return button(person.name, ShowPerson(person=person.id, role=role))


@router.message(When(F.text), Known(), Meant())
async def press(message: Message, targets: Sequence[Button], visit: Visit, **context: Any) -> Any:
    """What a press of the one button would do, by its own handler; of several the person chooses."""
    if len(targets) > 1 or message.from_user is None:
        return choice(visit, targets, message.text or "")
    *_, root = router.chain_head
    query = CallbackQuery(
        id="typed", from_user=message.from_user, chat_instance="", message=message, data=targets[0].data
    )
    return await root.propagate_event("callback_query", query, visit=visit, **context)


def choice(visit: Visit, targets: Sequence[Button], typed: str) -> Screen:
    way_home = button(visit.texts("home"), Go(to="home"))
    width = 1 if len(targets) < 5 else 2
    return Screen(visit.texts("typed-several", word=escape(typed)), (*rows(*targets, width=width), *rows(way_home)))
