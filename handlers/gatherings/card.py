"""One gathering as its curator sees it."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.gatherings import Door, door
from domain.people import Action
from handlers.callbacks import Go
from handlers.dates import moment_words
from handlers.filters import May
from handlers.gatherings.answers import wanting
from handlers.gatherings.board import gathering_of, gone
from handlers.gatherings.press import Attach, Board, InviteMentors, Posters, Result, Sheet, Show
from handlers.screen import Button, Screen, button, lines, rows
from handlers.visit import Scene, Visit
from storage.calendars import calendar_of
from storage.models import Gathering

router = Router(name="gatherings_card")


@router.callback_query(Show.filter(), May(Action.OPEN_SURVEY))
async def show(query: CallbackQuery, callback_data: Show, visit: Visit) -> Screen:
    visit.stop_asking()
    gathering = await gathering_of(visit, callback_data.gathering)
    return await card(visit, gathering) if gathering is not None else await gone(visit)


async def card(scene: Scene, gathering: Gathering, first: str | None = None, undo: Button | None = None) -> Screen:
    """When it is, whether the link is open, how many came, and the ways to the papers and the result."""
    texts, here = scene.texts, gathering.id
    willing = await wanting(scene, gathering)
    return Screen(
        lines(
            first,
            await heading(scene, gathering),
            await standing(scene, gathering),
            await link_words(scene, gathering),
        ),
        (
            *rows(
                button(texts("gathering-posters"), Posters(gathering=here)),
                button(texts("gathering-sheet"), Sheet(gathering=here)),
                button(texts("gathering-result"), Result(gathering=here)),
                button(texts("gathering-tables"), Result(gathering=here, tables=True)),
                width=2,
            ),
            *rows(
                button(texts("gathering-invite", count=len(willing)), InviteMentors(gathering=here))
                if willing
                else None,
                button(texts("gathering-attach"), Attach(gathering=here)),
            ),
            *rows(undo, button(texts("gatherings-all"), Board()), button(texts("home"), Go(to="home")), width=3),
        ),
    )


async def heading(scene: Scene, gathering: Gathering) -> str:
    """«Педсовет, в четверг, 15 октября, в 14:00»."""
    words = moment_words(scene.texts, gathering.starts_at, scene.now, await scene.zone())
    return scene.texts("gathering-title", kind=gathering.kind, moment=words)


async def standing(scene: Scene, gathering: Gathering) -> str:
    count = await scene.storage.gatherings.count(gathering.id)
    return scene.texts("gathering-standing", door=await door_of(scene, gathering), count=count)


async def door_of(scene: Scene, gathering: Gathering) -> Door:
    """Whether the link lets in now."""
    organisation = await scene.storage.organisations.get(gathering.organisation_id)
    calendar = await calendar_of(scene.storage, organisation)
    return door(gathering.starts_at, gathering.closes_at, scene.now, calendar)


async def link_words(scene: Scene, gathering: Gathering) -> str | None:
    """The links to send on, while they still lead somewhere."""
    if await door_of(scene, gathering) is Door.OVER:
        return None
    links = scene.addresses.links(gathering.token)
    return "\n".join(f"{scene.texts('messenger-name', platform=each)}: {link}" for each, link in links.items())
