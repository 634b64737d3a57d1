"""The names of the paper with who stands behind each, and the ways to change it."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from handlers.callbacks import Go
from handlers.filters import May
from handlers.roadmap.press import Who
from handlers.roadmap.responsible.known import Circle, circle_of
from handlers.roadmap.responsible.press import Leaders, TieProposed, WhoIs
from handlers.roadmap.responsible.tying import behind_words, names_in_use
from handlers.row_words import short
from handlers.screen import Button, Screen, button, lines, page_of, page_row, rows
from handlers.visit import Visit
from storage.models import Responsible
from storage.responsible import Behind

router = Router(name="roadmap_paper_names")

NAMES_ON_PAGE = 3


@router.callback_query(Who.filter(), May(Action.EDIT_ROADMAP))
async def show(query: CallbackQuery, callback_data: Who, visit: Visit) -> Screen:
    return await names_screen(visit, callback_data.page)


async def names_screen(visit: Visit, page: int = 0, remark: str = "", undo: Button | None = None) -> Screen:
    """The names with who stands behind them; what is probably meant can be taken in one tap."""
    visit.stop_asking()
    names = await names_in_use(visit)
    if not names:
        return nobody_named(visit)
    behind = await visit.storage.responsible.behind(names)
    circle = await circle_of(visit)
    proposed = [name for name in names if not behind[name.id] and circle.sure(name.name)]
    shown, number, pages = page_of(names, page, NAMES_ON_PAGE)
    told = [await tie_line(visit, each, behind[each.id], circle) for each in shown]
    return Screen(
        lines(remark, visit.texts("roadmap-who-title", number=number + 1, pages=pages), "\n".join(told)),
        (
            *rows(*(button(each.name, WhoIs(responsible=each.id)) for each in shown)),
            *page_row(visit.texts, number, pages, lambda to: Who(page=to)),
            *rows(button(visit.texts("who-tie-proposed", count=len(proposed)), TieProposed()) if proposed else None),
            *rows(
                undo,
                button(visit.texts("who-by-person"), Leaders()),
                button(visit.texts("roadmap-open"), Go(to="roadmap")),
                width=3,
            ),
        ),
    )


def nobody_named(visit: Visit) -> Screen:
    return Screen(
        visit.texts("roadmap-who-nobody"),
        rows(button(visit.texts("roadmap-open"), Go(to="roadmap")), button(visit.texts("home"), Go(to="home"))),
    )


async def tie_line(visit: Visit, name: Responsible, behind: Behind, circle: Circle) -> str:
    """Who stands behind the name; of an open one who is probably meant."""
    written = short(name.name, 120)
    if behind:
        return visit.texts("roadmap-who-tied", name=written, person=await behind_words(visit, behind))
    sure = circle.sure(name.name)
    if sure is not None:
        return visit.texts("who-proposed", name=written, person=await behind_words(visit, sure))
    return visit.texts("roadmap-who-untied", name=written)


async def page_with(visit: Visit, responsible_id: int) -> int:
    """The page of the names on which this one stands."""
    ids = [each.id for each in await names_in_use(visit)]
    return ids.index(responsible_id) // NAMES_ON_PAGE if responsible_id in ids else 0
