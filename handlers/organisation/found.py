"""Founding an organisation: the curator's consent, then her questionnaire begins."""

from aiogram import Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message

from domain.consents import Age, ConsentKind
from domain.people import Role
from domain.years import school_year, school_year_of
from handlers import home, questionnaire
from handlers.callbacks import Go
from handlers.consents.wording import full_text, short_text
from handlers.filters import Asked
from handlers.screen import Screen, button, lines, rows
from handlers.visit import Visit
from storage.districts import CODE
from storage.models import Code

router = Router(name="organisation")

DEFAULT_ZONE = "Europe/Moscow"


class Found(CallbackData, prefix="org"):
    """``agree`` to the processing of personal data, or read it ``whole``."""

    to: str


async def offer(visit: Visit, code: Code) -> Screen:
    """A good code opens the door; it is spent with the consent, so leaving here loses nothing.

    A district's code lets the organisation be founded inside the district, and others after it.
    """
    visit.ask("found", code=code.id)
    return Screen(
        lines(
            visit.texts("organisation-welcome"),
            await short_text(visit, None, age=Age.ADULT),
        ),
        rows(
            button(visit.texts("consent-give"), Found(to="agree")),
            button(visit.texts("consent-read"), Found(to="whole")),
        ),
    )


@router.message(Asked("found", anything=True))
async def asked_meanwhile(message: Message, visit: Visit) -> Screen:
    """Words typed before the consent: the same offer again, with its code kept."""
    code = await visit.storage.codes.get(int(visit.account.asked_about["code"]))
    if code is None or code.used_at is not None:
        visit.stop_asking()
        return Screen(visit.texts("entry-stranger"))
    return await offer(visit, code)


@router.callback_query(Found.filter())
async def decide(query: CallbackQuery, callback_data: Found, visit: Visit) -> Screen | list[Screen]:
    about = visit.account.asked_about if visit.account.asked == "found" else {}
    code = await visit.storage.codes.get(int(about.get("code", 0)))
    if code is None or code.used_at is not None or code.expires_at <= visit.now:
        return Screen(visit.texts("code-wrong"))
    if callback_data.to == "whole":
        return Screen(
            visit.texts("consent-in-file"),
            rows(button(visit.texts("consent-give"), Found(to="agree"))),
            papers=(await full_text(visit, ConsentKind.PROCESSING, None, by_guardian=False),),
        )
    return await found(visit, code)


async def found(visit: Visit, code: Code) -> Screen | list[Screen]:
    """Spend the code, make the organisation with its curator, and begin its questionnaire."""
    if code.purpose != CODE and not await visit.storage.codes.spend(code, visit.now):
        return Screen(visit.texts("code-wrong"), rows(button(visit.texts("home"), Go(to="home"))))
    visit.stop_asking()
    organisation = await visit.storage.organisations.add("", DEFAULT_ZONE, visit.now)
    organisation.parent_id = code.organisation_id if code.purpose == CODE else None
    starts, ends = school_year(school_year_of(visit.now.date()))
    programme = await visit.storage.organisations.add_programme(organisation.id, starts, ends, visit.now)
    await visit.accept_consent(organisation.id)
    await visit.storage.people.join(visit.person.id, organisation.id, programme.id, Role.CURATOR, visit.now)
    return [home.way_home(visit), await questionnaire.begin(visit, ["organisation"])]
