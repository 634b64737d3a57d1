"""«Сложить обязанности»: a mentor tells it three working days ahead (Labour Code, art. 351.8); the pair ends then."""

from datetime import date

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.notices import News
from domain.people import Role
from handlers.agreements.press import LayDown
from handlers.callbacks import Go
from handlers.dates import day_words
from handlers.filters import Known
from handlers.part import Part
from handlers.screen import Button, Screen, button, rows
from handlers.status import name_of
from handlers.visit import Scene, Visit
from storage.calendars import calendar_of
from storage.models import Membership, Notice

router = Router(name="agreements_leaving")

WORKING_DAYS_AHEAD = 3


async def leave_button(scene: Scene) -> Button | None:
    """The way out, for who is a mentor here."""
    is_mentor = Role.MENTOR in await scene.roles()
    return button(scene.texts("laydown"), LayDown()) if is_mentor else None


@router.callback_query(LayDown.filter(), Known())
async def lay_down(query: CallbackQuery, callback_data: LayDown, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    duties = await visit.storage.agreements.duties(visit.person.id, organisation.id)
    home = button(visit.texts("home"), Go(to="home"))
    if duties is None:
        return Screen(visit.texts("laydown-no-mentor"), rows(home))
    today = visit.now.astimezone(await visit.zone()).date()
    if duties.leaves_on is not None:
        said = visit.texts("laydown-said-already", day=day_words(visit.texts, duties.leaves_on, today))
        return Screen(said, rows(home))
    calendar = await calendar_of(visit.storage, organisation)
    last = calendar.add_working_days(today, WORKING_DAYS_AHEAD)
    if callback_data.sure:
        await announce(visit, duties, last)
    key = "laydown-done" if callback_data.sure else "laydown-sure"
    yes = None if callback_data.sure else button(visit.texts("laydown-yes"), LayDown(sure=True))
    return Screen(visit.texts(key, day=day_words(visit.texts, last, today)), rows(yes, home))


async def announce(visit: Visit, duties: Membership, last: date) -> None:
    """Keep the last day, and let the curators know."""
    duties.leaves_on = last
    for curator in await visit.storage.people.members(duties.organisation_id, Role.CURATOR):
        await visit.storage.notices.add(
            curator.id,
            News.MENTOR_LEAVES,
            f"leaves:{duties.id}:{last}:person:{curator.id}",
            visit.now,
            visit.now,
            organisation_id=duties.organisation_id,
            subject={"person": duties.person_id, "last": last.isoformat()},
        )


async def leaves_part(scene: Scene, notice: Notice) -> Part | None:
    """To a curator: a mentor stops, on which day the pair ends."""
    person = await scene.storage.people.find(int(notice.subject["person"]))
    if person is None or not person.name:
        return None
    today = scene.now.astimezone(await scene.zone()).date()
    day = day_words(scene.texts, date.fromisoformat(notice.subject["last"]), today)
    return Part(
        scene.texts("laydown-news", name=name_of(scene, person), day=day),
        (button(scene.texts("curator-pairs"), Go(to="pairs")),),
    )
