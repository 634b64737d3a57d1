"""The curator's gatherings, and the ways to wishes and practices."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.gatherings import Gathered
from domain.people import Action
from handlers.callbacks import Go
from handlers.dates import day_words
from handlers.filters import May
from handlers.gatherings.press import Board, New, Show
from handlers.screen import Button, Screen, button, lines, page_of, page_row, rows
from handlers.visit import Scene, Visit
from storage.models import Gathering

router = Router(name="gatherings_board")

ON_PAGE = 3


@router.callback_query(Go.filter(F.to == "gatherings"), May(Action.OPEN_SURVEY))
async def show_first(query: CallbackQuery, visit: Visit) -> Screen:
    visit.stop_asking()
    return await board(visit)


@router.callback_query(Board.filter(), May(Action.OPEN_SURVEY))
async def show_page(query: CallbackQuery, callback_data: Board, visit: Visit) -> Screen:
    visit.stop_asking()
    return await board(visit, callback_data.page)


async def board(scene: Scene, page: int = 0, first: str | None = None) -> Screen:
    """What was and will be, the latest first; ``first`` is said above."""
    organisation = await scene.organisation()
    gatherings = await scene.storage.gatherings.of_organisation(organisation.id)
    shown, number, pages = page_of(gatherings, page, ON_PAGE)
    texts = scene.texts
    return Screen(
        lines(first, texts("gatherings-title"), texts("gatherings-about")),
        (
            *rows(button(texts("gatherings-new"), Go(to="gathering-new"))),
            *rows(*[await opener(scene, each) for each in shown]),
            *page_row(texts, number, pages, lambda other: Board(page=other)),
            *rows(
                button(texts("wishes-button"), Go(to="wishes-board")),
                button(texts("practices-button"), Go(to="practices")),
                button(texts("home"), Go(to="home")),
                width=3,
            ),
        ),
    )


async def opener(scene: Scene, gathering: Gathering) -> Button:
    zone = await scene.zone()
    day, today = gathering.starts_at.astimezone(zone).date(), scene.now.astimezone(zone).date()
    label = scene.texts(
        "gatherings-label",
        kind=gathering.kind,
        day=day_words(scene.texts, day, today),
        count=await scene.storage.gatherings.count(gathering.id),
    )
    return button(label, Show(gathering=gathering.id))


async def gathering_of(scene: Scene, gathering_id: int) -> Gathering | None:
    """A gathering of the person's organisation."""
    organisation = await scene.organisation()
    return await scene.storage.gatherings.get(organisation.id, gathering_id)


async def gone(scene: Scene) -> Screen:
    return await board(scene, first=scene.texts("gatherings-gone"))


@router.callback_query(Go.filter(F.to == "gathering-new"), May(Action.OPEN_SURVEY))
async def choose_kind(query: CallbackQuery, visit: Visit) -> Screen:
    visit.stop_asking()
    return Screen(
        visit.texts("gathering-which"),
        (
            *rows(*(button(visit.texts("gathering-kind", kind=kind), New(kind=kind)) for kind in Gathered)),
            *rows(button(visit.texts("back"), Board()), button(visit.texts("home"), Go(to="home")), width=2),
        ),
    )
