"""Correcting what is stored: the name and the post by typing, answers in their questionnaire."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from domain.forms.names import full_name
from handlers.callbacks import Go
from handlers.filters import Asked, Known
from handlers.my_data.press import Correct
from handlers.questionnaire.correcting import correct
from handlers.screen import Button, Screen, button, escape, lines, rows
from handlers.visit import Visit

router = Router(name="my_data_correcting")

SHORTEST, LONGEST = 2, 120


@router.callback_query(Go.filter(F.to == "correct"), Known())
async def choose(query: CallbackQuery, visit: Visit) -> Screen:
    visit.stop_asking()
    return choice(visit)


def back(visit: Visit) -> Button:
    return button(visit.texts("data-back", own="True"), Go(to="my-data"))


def choice(visit: Visit, first: str | None = None) -> Screen:
    person = visit.person
    return Screen(
        lines(
            first,
            escape(visit.texts("data-name", name=person.name or "none")),
            escape(visit.texts("data-post", post=person.post)) if person.post else None,
            visit.texts("data-correct-what"),
        ),
        rows(
            button(visit.texts("data-correct-name"), Correct(what="name")),
            button(visit.texts("data-correct-post"), Correct(what="post")),
            button(visit.texts("home-my-answers"), Go(to="answers")),
            back(visit),
        ),
    )


@router.callback_query(Correct.filter(), Known())
async def ask_anew(query: CallbackQuery, callback_data: Correct, visit: Visit) -> Screen:
    what = "post" if callback_data.what == "post" else "name"
    visit.ask("correct", field=what)
    return Screen(visit.texts("data-correct-ask", what=what), rows(back(visit)))


def post_in(text: str) -> str | None:
    """A post or a class in one line; None for what says nothing or runs on."""
    post = " ".join(text.split())
    return post if sum(map(str.isalpha, post)) >= SHORTEST and len(post) <= LONGEST else None


@router.message(Asked("correct"), Known())
async def take(message: Message, visit: Visit) -> Screen:
    what = str(visit.account.asked_about["field"])
    text = post_in(message.text or "") if what == "post" else full_name(message.text or "")
    if text is None:
        return Screen(
            visit.texts("data-correct-again", what=what, limit=LONGEST),
            rows(back(visit)),
        )
    visit.stop_asking()
    if what == "post":
        await visit.storage.places.keep_post(visit.person, text)
    else:
        visit.storage.people.rename(visit.person, text)
    await correct(visit, f"person.{what}", text)
    return choice(visit, visit.texts("data-corrected"))
