"""The steps at the door, each re-checked: an old button leads to where the person is now."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.consents import Age
from domain.people import Category
from handlers import home
from handlers.entry.age import ask_age, of_age
from handlers.entry.agreeing import agree, may_agree, whole
from handlers.entry.door import invitation_of, is_inside, stranger
from handlers.entry.press import Step
from handlers.screen import Screen, button, escape, lines, rows
from handlers.visit import Visit
from storage.models import Invitation, Organisation

router = Router(name="entry_steps")


@router.callback_query(Step.filter())
async def step(query: CallbackQuery, callback_data: Step, visit: Visit) -> Screen | list[Screen]:
    invitation = await invitation_of(visit)
    if invitation is None:
        return await home.home(visit) if visit.someone is not None else stranger(visit)
    if await is_inside(visit, invitation):
        fresh = await home.home(visit)
        return Screen(lines(visit.texts("consent-given-already"), fresh.text), fresh.rows)
    organisation = await visit.storage.organisations.get(invitation.organisation_id)
    if callback_data.to == "agree" and may_agree(visit):
        return await agree(visit, organisation)
    return await shown(visit, organisation, invitation, callback_data.to)


async def shown(visit: Visit, organisation: Organisation, invitation: Invitation, to: str) -> Screen:
    """The screen of a step that keeps nothing but the age group; who is known keeps the one that is known."""
    known = visit.someone.age if visit.someone is not None else None
    said = to if to in set(Age) else visit.account.age if to == "agree" else None
    age = known if known and to not in {"about", "whole", "later"} else said
    if age:
        return await of_age(visit, organisation, Age(age), invitation)
    if to == "whole":
        return await whole(visit, organisation)
    screens = {"about": about, "later": later}
    return screens[to](visit, organisation) if to in screens else ask_age(visit, Category(invitation.category))


def about(visit: Visit, organisation: Organisation) -> Screen:
    return Screen(
        visit.texts("entry-about-text"),
        rows(button(visit.texts("entry-begin"), Step(to="age")), button(visit.texts("back"), Step(to="later"))),
    )


def later(visit: Visit, organisation: Organisation) -> Screen:
    visit.stop_asking()
    return Screen(
        visit.texts("entry-later", organisation=escape(organisation.name)),
        rows(
            button(visit.texts("entry-begin"), Step(to="age")),
            button(visit.texts("entry-about"), Step(to="about")),
        ),
    )
