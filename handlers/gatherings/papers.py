"""The papers of a gathering: its codes as a picture and a poster, and the attendance sheet."""

from aiogram import Router
from aiogram.types import CallbackQuery

from documents.paper import Paper
from domain.gatherings import CATEGORIES, Gathered
from domain.people import Action, Category
from handlers.callbacks import Go
from handlers.dates import moment_words
from handlers.filters import May
from handlers.gatherings.answers import arrived
from handlers.gatherings.board import gathering_of, gone
from handlers.gatherings.press import Posters, Sheet, Show
from handlers.screen import Button, Screen, button, rows
from handlers.visit import Scene, Visit
from handlers.workplace import posts_here
from storage.models import Gathering

router = Router(name="gatherings_papers")

POSTERS = ("poster_docx", "poster_pdf")
SMALL_SHEET, SPARE_SHARE = 10, 3
"""Lines for those without a phone: at least ten, or one for every three who came."""


async def picture(scene: Scene, gathering: Gathering) -> Paper:
    """The codes for a screen in the hall."""
    organisation = await scene.organisation()
    return Paper(
        "invitation_qr",
        scene.texts("gathering-paper-codes", kind=gathering.kind),
        {
            "organisation": organisation.name,
            "subtitle": await title(scene, gathering),
            "links": scene.addresses.links(gathering.token),
            "text": scene.texts("gathering-picture-text"),
        },
    )


async def title(scene: Scene, gathering: Gathering) -> str:
    """«Педсовет, 15 октября 2026 года»."""
    return scene.texts("gathering-paper-title", kind=gathering.kind, day=await day_of(scene, gathering))


async def day_of(scene: Scene, gathering: Gathering) -> str:
    """The day with its year, as papers have it."""
    day = gathering.starts_at.astimezone(await scene.zone()).date()
    return scene.texts("date-day-year", day=day.day, month=day.month, year=str(day.year))


@router.callback_query(Posters.filter(), May(Action.OPEN_SURVEY))
async def send_posters(query: CallbackQuery, callback_data: Posters, visit: Visit) -> Screen:
    gathering = await gathering_of(visit, callback_data.gathering)
    if gathering is None:
        return await gone(visit)
    organisation = await visit.organisation()
    words = moment_words(visit.texts, gathering.starts_at, visit.now, await visit.zone())
    data = {
        "organisation": organisation.name,
        "title": visit.texts("gathering-kind", kind=gathering.kind),
        "lines": [await day_of(visit, gathering), visit.texts("gathering-poster-how")],
        "links": visit.addresses.links(gathering.token),
        "code": visit.texts("gathering-poster-help"),
    }
    name = visit.texts("gathering-paper-poster", kind=gathering.kind)
    return Screen(
        visit.texts("gathering-posters-sent", moment=words),
        rows(*ways_back(visit, gathering), width=2),
        papers=(await picture(visit, gathering), *(Paper(writer, name, data) for writer in POSTERS)),
    )


def ways_back(scene: Scene, gathering: Gathering) -> list[Button]:
    back = button(scene.texts("gathering-back"), Show(gathering=gathering.id))
    return [back, button(scene.texts("home"), Go(to="home"))]


@router.callback_query(Sheet.filter(), May(Action.OPEN_SURVEY))
async def send_sheet(query: CallbackQuery, callback_data: Sheet, visit: Visit) -> Screen:
    """Who came by phone, and lines for those who sign by hand."""
    gathering = await gathering_of(visit, callback_data.gathering)
    if gathering is None:
        return await gone(visit)
    came = await arrived(visit, gathering)
    return Screen(
        visit.texts("gathering-sheet-sent", count=len(came)),
        rows(*ways_back(visit, gathering), width=2),
        papers=(await sheet(visit, gathering),),
    )


async def sheet(scene: Scene, gathering: Gathering) -> Paper:
    """Parents write the child's class by hand where colleagues have their post."""
    are_parents = CATEGORIES[Gathered(gathering.kind)] is Category.PARENT
    came = await arrived(scene, gathering)
    posts = {} if are_parents else await posts_here(scene, [person for person, _ in came])
    organisation = await scene.organisation()
    return Paper(
        "attendance_docx",
        scene.texts("gathering-paper-sheet", kind=gathering.kind),
        {
            "organisation": organisation.name,
            "subject": scene.texts("gathering-sheet-subject", kind=gathering.kind),
            "day": await day_of(scene, gathering),
            "third": scene.texts("gathering-sheet-child") if are_parents else "",
            "people": [
                {
                    "name": person.name or scene.texts("person-unnamed"),
                    "post": posts.get(person.id, ""),
                    "came": at,
                }
                for person, at in came
            ],
            "blank": max(SMALL_SHEET, len(came) // SPARE_SHARE),
        },
    )
