"""Somebody whose consents are not complete: what is still needed, and the code for a guardian.

Everything else is closed until then (``filters.Known``), and nothing personal is asked or shown.
"""

from datetime import timedelta

from aiogram import Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery

from domain.consents import Age, By, ConsentKind, missing
from handlers.screen import Screen, button, escape, rows
from handlers.visit import Scene, Visit

router = Router(name="held")

GUARDIAN_CODE_LIFETIME = timedelta(days=3)


class GuardianCode(CallbackData, prefix="gcode"):
    """Make a code for the guardian."""


class OwnConsent(CallbackData, prefix="own"):
    """The person's own consent, where a guardian's is there already or is waited for."""


async def held(scene: Scene) -> Screen:
    """What somebody with an account but without complete consents sees wherever she comes."""
    here = scene.someone.organisation_id if scene.someone is not None else None
    if here is None:
        return Screen(scene.texts("entry-stranger"))
    organisation = await scene.storage.organisations.get(here)
    wanting = missing(ConsentKind.PROCESSING, await scene.storage.consents.facts(scene.person.id, here))
    if By.SELF in wanting:
        return Screen(
            scene.texts("held-own", organisation=escape(organisation.name)),
            rows(button(scene.texts("consent-give"), OwnConsent())),
        )
    corrected = await takes_part(scene, scene.person.id, here)
    return ask_guardian(scene, organisation.name, Age(scene.person.age), corrected=corrected)


async def takes_part(scene: Scene, person_id: int, organisation_id: int) -> bool:
    """Whether somebody got a role before being held: she was let in with another age, and her data is there."""
    return person_id in await scene.storage.people.roles(organisation_id)


def ask_guardian(scene: Scene, organisation: str, age: Age, *, corrected: bool = False) -> Screen:
    """«Покажите родителю»: why, and the button that makes the code."""
    return Screen(
        scene.texts("held-corrected" if corrected else "held-guardian", organisation=escape(organisation), age=age),
        rows(button(scene.texts("held-code"), GuardianCode())),
    )


@router.callback_query(GuardianCode.filter())
async def show_code(query: CallbackQuery, visit: Visit) -> Screen:
    """A code with the link that opens it, for a minor whose guardian has not consented."""
    if await visit.known():
        return Screen(visit.texts("held-not-needed"))
    organisation_id = await minor_in(visit)
    if organisation_id is None:
        return await held(visit)
    code = await visit.storage.codes.make(
        "guardian",
        GUARDIAN_CODE_LIFETIME,
        visit.now,
        visit.someone.id if visit.someone is not None else None,
        organisation_id=organisation_id,
        account_id=visit.account.id,
    )
    links = visit.addresses.links(code.replace("-", ""))
    named = (f"{visit.texts('messenger-name', platform=platform)}: {link}" for platform, link in links.items())
    return Screen(
        visit.texts("held-code-text", code=code, links="\n".join(named)),
        rows(button(visit.texts("held-code-new"), GuardianCode())),
    )


async def minor_in(visit: Visit) -> int | None:
    """The organisation that a minor wants to take part in; None for everybody else."""
    if visit.someone is not None:
        return visit.someone.organisation_id if visit.someone.age != Age.ADULT else None
    if visit.account.age != Age.CHILD or visit.account.invitation_id is None:
        return None
    invitation = await visit.storage.organisations.invitation_by_id(visit.account.invitation_id)
    return invitation.organisation_id if invitation is not None else None
