"""A word to the curator from «Ещё»."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from domain.people import Role
from handlers import letters
from handlers.callbacks import Go
from handlers.filters import Asked, Known
from handlers.overlong import refusal
from handlers.screen import Screen, button, rows
from handlers.visit import Visit

router = Router(name="more_letter")


@router.callback_query(Go.filter(F.to == "letter"), Known())
async def ask_letter(query: CallbackQuery, visit: Visit) -> Screen:
    visit.ask("letter")
    return Screen(
        visit.texts("letter-ask"),
        rows(await letters.psychologist_button(visit), button(visit.texts("home"), Go(to="home"))),
    )


@router.message(Asked("letter"), Known())
async def take_letter(message: Message, visit: Visit) -> Screen:
    too_long = refusal(visit, message, letters.MAX_LENGTH)
    if too_long is not None:
        return Screen(too_long, rows(button(visit.texts("home"), Go(to="home"))))
    to = str(visit.account.asked_about.get("to", Role.CURATOR))
    visit.stop_asking()
    return await letters.write(visit, message.text or "", to)
