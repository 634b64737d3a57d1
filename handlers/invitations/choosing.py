"""«Пригласить»: whom."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.people import Action, Category
from handlers.callbacks import Go
from handlers.filters import May
from handlers.invitations.press import Invite
from handlers.screen import Screen, button, rows
from handlers.visit import Visit

router = Router(name="invitations_choosing")


@router.callback_query(Go.filter(F.to == "invite"), May(Action.INVITE))
async def choose(query: CallbackQuery, visit: Visit) -> Screen:
    visit.stop_asking()
    return Screen(
        visit.texts("invite-whom"),
        rows(
            *(button(visit.texts("invite-category", category=each), Invite(category=each)) for each in Category),
            button(visit.texts("home"), Go(to="home")),
            width=2,
        ),
    )
