"""The invitation: links for both messengers and a picture with their QR codes."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from documents.paper import Paper
from domain.people import Action
from handlers.callbacks import Go
from handlers.filters import May
from handlers.screen import Screen, button, lines, rows
from handlers.visit import Visit

router = Router(name="invitations")


@router.callback_query(Go.filter(F.to == "invite"), May(Action.INVITE))
async def show(query: CallbackQuery, visit: Visit) -> Screen:
    """One link a messenger, to send on or to print."""
    organisation = await visit.organisation()
    invitation = await visit.storage.organisations.invitation(organisation.id, visit.now)
    links = visit.addresses.links(invitation.token)
    return Screen(
        lines(
            visit.texts("invite-text"),
            "\n".join(
                f"{visit.texts('messenger-name', platform=platform)}: {link}" for platform, link in links.items()
            ),
            visit.texts("invite-then"),
        ),
        rows(
            button(visit.texts("curator-people"), Go(to="people")),
            button(visit.texts("home"), Go(to="home")),
        ),
        papers=(
            Paper(
                "invitation_qr",
                visit.texts("invite-file-name"),
                {
                    "organisation": organisation.name,
                    "subtitle": visit.texts("invite-picture-title"),
                    "links": links,
                    "text": visit.texts("invite-picture"),
                },
            ),
        ),
    )
