"""«Сотрудники программы»: who holds which role, which codes wait, what is signed."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.people import Action
from handlers.callbacks import Go
from handlers.filters import May
from handlers.screen import Button, Screen, bullets, button, lines, rows
from handlers.status import name_of
from handlers.team.press import Holders, Journal
from handlers.team.signature import sign_button, signature_words
from handlers.team.staff import holders, role_words
from handlers.visit import Scene, Visit

router = Router(name="team_board")


async def team_button(scene: Scene) -> Button | None:
    """The way to the staff, for who gives roles, and to the journal, for who reads it alone."""
    if await scene.may(Action.MANAGE_TEAM):
        return button(scene.texts("team-open"), Go(to="team"))
    return button(scene.texts("journal-open"), Journal()) if await scene.may(Action.SEE_JOURNAL) else None


@router.callback_query(Go.filter(F.to == "team"), May(Action.MANAGE_TEAM))
async def show(query: CallbackQuery, visit: Visit) -> Screen:
    visit.stop_asking()
    return await board(visit)


async def board(visit: Visit, first: str | None = None) -> Screen:
    """The staff as it is now; ``first`` is said above."""
    organisation = await visit.organisation()
    texts = visit.texts
    held = await holders(visit, organisation.id)
    waiting = await visit.storage.codes.waiting(organisation.id, visit.now)
    return Screen(
        lines(
            first,
            texts("team-title"),
            bullets(f"{name_of(visit, person)} — {role_words(visit, role)}" for person, role in held),
            texts("team-waiting", count=len(waiting)) if waiting else None,
            await signature_words(visit),
        ),
        rows(
            button(texts("team-give"), Go(to="team-give")),
            button(texts("team-take"), Holders()),
            button(texts("team-codes", count=len(waiting)), Go(to="team-codes")) if waiting else None,
            button(texts("team-hand-over"), Go(to="hand-over")),
            button(texts("journal-open"), Journal()),
            await sign_button(visit),
            button(texts("home"), Go(to="home")),
            width=2,
        ),
    )
