"""Who was invited by name and has not come yet."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.audit import Audited
from domain.people import Action
from handlers.callbacks import Go
from handlers.filters import May
from handlers.importing.papers import LIFETIME, papers
from handlers.importing.press import InvitedPapers, Waiting
from handlers.importing.sorting import still_awaited
from handlers.screen import Screen, bullets, button, escape, lines, page_of, page_row, rows
from handlers.visit import Scene, Visit

router = Router(name="importing_waiting")

ON_PAGE = 15


@router.callback_query(Waiting.filter(), May(Action.INVITE))
async def show(query: CallbackQuery, callback_data: Waiting, visit: Visit) -> Screen:
    return await awaited(visit, callback_data.page)


async def awaited(scene: Scene, page: int = 0) -> Screen:
    organisation = await scene.organisation()
    invited = await still_awaited(scene, organisation.id)
    shown, number, pages = page_of(invited, page, ON_PAGE)
    return Screen(
        lines(
            scene.texts("import-awaited", count=len(invited), days=LIFETIME.days),
            bullets(escape(each.name) for each in shown) or None,
        ),
        (
            *page_row(scene.texts, number, pages, lambda other: Waiting(page=other)),
            *rows(
                button(scene.texts("import-papers-again"), InvitedPapers()) if invited else None,
                button(scene.texts("import-more"), Go(to="import")),
                button(scene.texts("back"), Go(to="people")),
            ),
        ),
    )


@router.callback_query(InvitedPapers.filter(), May(Action.INVITE))
async def again(query: CallbackQuery, callback_data: InvitedPapers, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    invited = await still_awaited(visit, organisation.id)
    if invited:
        await visit.storage.audit.record(
            organisation.id, visit.person.id, Audited.TABLE_TAKEN, visit.now, kind="invited"
        )
    fresh = await awaited(visit)
    return Screen(fresh.text, fresh.rows, papers=await papers(visit, invited))
