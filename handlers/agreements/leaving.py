"""«Сложить обязанности»: a mentor tells it three working days ahead (Labour Code, art. 351.8); the pair ends then."""

from datetime import date

from aiogram import Router
from aiogram.types import CallbackQuery

from documents.paper import Paper
from domain.notices import News
from domain.people import Role
from handlers.agreements.press import LayDown
from handlers.agreements.wanted import is_employed_mentor
from handlers.callbacks import Go
from handlers.dates import day_words, whole_day
from handlers.filters import Known
from handlers.part import Part
from handlers.screen import Button, Screen, button, rows
from handlers.status import name_of
from handlers.undo import TIME_TO_UNDO, decided, reversal
from handlers.visit import Scene, Visit
from handlers.workplace import post_here
from storage.calendars import calendar_of
from storage.models import Decision, Membership, Notice

router = Router(name="agreements_leaving")

WORKING_DAYS_AHEAD = 3
LAID_DOWN = "laid-down"


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
    last = (await calendar_of(visit.storage, organisation)).add_working_days(today, WORKING_DAYS_AHEAD)
    if callback_data.sure:
        return await laid_down(visit, duties, last)
    employed = await is_employed_mentor(visit, visit.person)
    said = visit.texts("laydown-sure", day=day_words(visit.texts, last, today), employed=str(employed))
    return Screen(said, rows(button(visit.texts("laydown-yes"), LayDown(sure=True)), home))


async def laid_down(visit: Visit, duties: Membership, last: date) -> Screen:
    """The last day is kept; who is employed gets the notice in writing, to be signed."""
    undo = await decided(visit, LAID_DOWN, duties=duties.id)
    await announce(visit, duties, last)
    today = visit.now.astimezone(await visit.zone()).date()
    employed = await is_employed_mentor(visit, visit.person)
    return Screen(
        visit.texts("laydown-done", day=day_words(visit.texts, last, today), employed=str(employed)),
        rows(undo, button(visit.texts("home"), Go(to="home"))),
        papers=(await notice_in_writing(visit, last),) if employed else (),
    )


async def announce(visit: Visit, duties: Membership, last: date) -> None:
    """Keep the last day, and let the curators know when it cannot be taken back any more."""
    duties.leaves_on = last
    for curator in await visit.storage.people.members(duties.organisation_id, Role.CURATOR):
        await visit.storage.notices.add(
            curator.id,
            News.MENTOR_LEAVES,
            f"leaves:{duties.id}:{visit.now.isoformat()}:person:{curator.id}",
            visit.now + TIME_TO_UNDO,
            visit.now,
            organisation_id=duties.organisation_id,
            subject={"person": duties.person_id, "last": last.isoformat()},
        )


@reversal(LAID_DOWN)
async def stay(visit: Visit, decision: Decision) -> bool:
    """The mentor goes on; the curators' notice, no longer true, is not sent."""
    organisation = await visit.organisation()
    duties = await visit.storage.agreements.duties(visit.person.id, organisation.id)
    if duties is None or duties.id != decision.before["duties"]:
        return False
    duties.leaves_on = None
    return True


async def notice_in_writing(visit: Visit, last: date) -> Paper:
    organisation = await visit.organisation()
    return Paper(
        "laydown_docx",
        visit.texts("laydown-file"),
        {
            "organisation": organisation.name,
            "head": organisation.head_name,
            "mentor": visit.person.name,
            "post": await post_here(visit, visit.person),
            "last": whole_day(visit.texts, last),
        },
    )


async def leaving_words(scene: Scene) -> str | None:
    """The last day, on the home of a mentor who has told it."""
    organisation = await scene.organisation()
    duties = await scene.storage.agreements.duties(scene.person.id, organisation.id)
    if duties is None or duties.leaves_on is None:
        return None
    today = scene.now.astimezone(await scene.zone()).date()
    return scene.texts("laydown-home", day=day_words(scene.texts, duties.leaves_on, today))


async def leaves_part(scene: Scene, notice: Notice) -> Part | None:
    """To a curator: a mentor stops, on which day the pair ends."""
    person = await scene.storage.people.find(int(notice.subject["person"]))
    duties = await scene.storage.agreements.duties(int(notice.subject["person"]), notice.organisation_id or 0)
    if person is None or not person.name or duties is None or duties.leaves_on is None:
        return None
    if not await scene.storage.consents.may_be_named(person.id, notice.organisation_id or 0):
        return None
    today = scene.now.astimezone(await scene.zone()).date()
    day = day_words(scene.texts, duties.leaves_on, today)
    return Part(
        scene.texts("laydown-news", name=name_of(scene, person), day=day),
        (button(scene.texts("curator-pairs"), Go(to="pairs")),),
    )
