"""Links, codes and «/start»: who is welcomed, who is sent home, who is a stranger."""

from aiogram import Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import Message

from domain.consents import Use
from handlers import codes, home
from handlers.callbacks import Go
from handlers.entry import offered
from handlers.entry.press import Step
from handlers.gatherings import presence
from handlers.held import held
from handlers.screen import Screen, button, escape, rows
from handlers.visit import Visit
from storage.models import Invitation, Organisation

router = Router(name="entry_door")


@router.message(CommandStart(deep_link=True))
async def open_link(message: Message, command: CommandObject, visit: Visit) -> Screen | list[Screen]:
    """An invitation link, or a one-time code in a link."""
    invitation = await visit.storage.organisations.invitation_by_token(command.args or "")
    if invitation is None:
        return await codes.enter(visit, command.args or "")
    return await invited(visit, invitation)


async def invited(visit: Visit, invitation: Invitation) -> Screen:
    """An invitation opens the door, by its link or its code; one that was replaced does so for nobody new."""
    if invitation.closed_at is not None and not await is_inside(visit, invitation):
        home_button = button(visit.texts("home"), Go(to="home")) if visit.someone is not None else None
        return Screen(visit.texts("invite-closed"), rows(home_button))
    visit.account.invitation_id = invitation.id
    visit.stop_asking()
    return await greet(visit, invitation)


@router.message(CommandStart())
async def start(message: Message, visit: Visit) -> Screen:
    """Home, or first the gathering at which somebody has still to say her name."""
    visit.stop_asking()
    if visit.someone is not None:
        return await presence.way_back(visit) or await home.home(visit)
    return await newcomer(visit)


async def newcomer(visit: Visit) -> Screen:
    """Somebody before the consent: the invited are welcomed again, others are strangers."""
    invitation = await invitation_of(visit)
    return await greet(visit, invitation) if invitation is not None else stranger(visit)


async def greet(visit: Visit, invitation: Invitation) -> Screen:
    """Welcome to whom an invitation opened the door; one who takes part already goes home."""
    if await is_inside(visit, invitation):
        visit.person.organisation_id = invitation.organisation_id
        visit.forget_roles()
        return await offered.for_member(visit)
    if visit.someone is not None and visit.someone.organisation_id == invitation.organisation_id:
        return await held(visit)
    organisation = await visit.storage.organisations.get(invitation.organisation_id)
    return welcome(visit, organisation, invitation.category)


async def is_inside(visit: Visit, invitation: Invitation) -> bool:
    """Whether the consents for the invitation's organisation are complete."""
    if visit.someone is None:
        return False
    return await visit.storage.consents.allows(Use.KEEP, visit.person.id, invitation.organisation_id)


def welcome(visit: Visit, organisation: Organisation, category: str) -> Screen:
    return Screen(
        visit.texts("entry-welcome", organisation=escape(organisation.name), category=category),
        rows(
            button(visit.texts("entry-begin"), Step(to="age")),
            button(visit.texts("entry-about"), Step(to="about")),
        ),
    )


def stranger(visit: Visit) -> Screen:
    """Somebody without a link: a curator with a code may begin, anybody else is told whom to ask."""
    return Screen(visit.texts("entry-stranger"))


async def invitation_of(visit: Visit) -> Invitation | None:
    if visit.account.invitation_id is None:
        return None
    return await visit.storage.organisations.invitation_by_id(visit.account.invitation_id)
