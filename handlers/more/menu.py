"""The screen «Ещё» itself."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.people import Action
from handlers.agreements.leaving import leave_button
from handlers.callbacks import Go
from handlers.district.joining import district_button
from handlers.filters import Known
from handlers.guardians.children import children_button
from handlers.practices.own import practices_button
from handlers.screen import MAX_BUTTONS, Screen, button, rows
from handlers.team.board import team_button
from handlers.visit import Visit

router = Router(name="more_menu")


@router.callback_query(Go.filter(F.to == "more"), Known())
async def show(query: CallbackQuery, visit: Visit) -> Screen:
    visit.stop_asking()
    return await menu(visit)


async def menu(visit: Visit) -> Screen:
    """What matters most comes first; what has no room is on the screens «Мои данные» and «Моё участие» too."""
    is_curator = await visit.may(Action.ANSWER_LETTERS)
    keeps = await visit.may(Action.SET_RETENTION)
    wanted = (
        button(visit.texts("quiet-button"), Go(to="quiet")),
        button(visit.texts("messenger-where"), Go(to="where-to-write")),
        button(visit.texts("my-data"), Go(to="my-data")),
        button(visit.texts("home-my-answers"), Go(to="answers"))
        if is_curator
        else button(visit.texts("letter-write"), Go(to="letter")),
        button(visit.texts("more-consents"), Go(to="my-consents")),
        await team_button(visit),
        await children_button(visit),
        await district_button(visit),
        await practices_button(visit),
        button(visit.texts("keeping"), Go(to="keeping")) if keeps else None,
        await leave_button(visit),
    )
    shown = [each for each in wanted if each is not None][: MAX_BUTTONS - 1]
    return Screen(visit.texts("more-title"), rows(*shown, button(visit.texts("home"), Go(to="home")), width=2))
