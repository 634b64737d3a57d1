"""One link a messenger with its code and picture, to send on or to print; a new one closes the old one."""

from aiogram import Router
from aiogram.types import CallbackQuery

from documents.paper import Paper
from domain.audit import Audited
from domain.people import Action, Category
from handlers.callbacks import Go
from handlers.filters import May
from handlers.invitations.press import Invite, Poster, Renew
from handlers.screen import Screen, button, lines, rows
from handlers.visit import Visit
from storage.codes import spelled
from storage.models import Invitation

router = Router(name="invitations_link")


@router.callback_query(Invite.filter(), May(Action.INVITE))
async def show(query: CallbackQuery, callback_data: Invite, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    invitation = await visit.storage.organisations.invitation(organisation.id, callback_data.category, visit.now)
    return await shown(visit, invitation)


async def shown(visit: Visit, invitation: Invitation, first: str | None = None) -> Screen:
    """The links of an invitation, the code for who has no link, and the picture; ``first`` is said above."""
    organisation = await visit.organisation()
    links = visit.addresses.links(invitation.token)
    named = (f"{visit.texts('messenger-name', platform=platform)}: {link}" for platform, link in links.items())
    return Screen(
        lines(
            first,
            visit.texts("invite-text", category=invitation.category),
            "\n".join(named),
            visit.texts("invite-code", code=spelled(invitation.code)),
            visit.texts("invite-then", category=invitation.category),
        ),
        rows(
            button(visit.texts("invite-poster"), Poster(category=Category(invitation.category))),
            button(visit.texts("invite-renew"), Renew(invitation=invitation.id)),
            button(visit.texts("invite-others"), Go(to="invite")),
            button(visit.texts("curator-people"), Go(to="people")),
            button(visit.texts("home"), Go(to="home")),
            width=2,
        ),
        papers=(
            Paper(
                "invitation_qr",
                visit.texts("invite-file-name", category=invitation.category),
                {
                    "organisation": organisation.name,
                    "subtitle": visit.texts("invite-picture-title", category=invitation.category),
                    "links": links,
                    "text": visit.texts("invite-picture"),
                },
            ),
        ),
    )


@router.callback_query(Renew.filter(), May(Action.INVITE))
async def renew(query: CallbackQuery, callback_data: Renew, visit: Visit) -> Screen:
    """Asked once, since posters that hang already stop to work."""
    organisation = await visit.organisation()
    before = await visit.storage.organisations.invitation_by_id(callback_data.invitation)
    if before is None or before.organisation_id != organisation.id:
        return Screen(visit.texts("stale-button"), rows(button(visit.texts("curator-invite"), Go(to="invite"))))
    category = Category(before.category)
    if before.closed_at is not None:
        fresh = await visit.storage.organisations.invitation(organisation.id, category, visit.now)
        return await shown(visit, fresh, visit.texts("invite-renewed-already"))
    if not callback_data.sure:
        return Screen(
            visit.texts("invite-renew-ask", category=category),
            rows(
                button(visit.texts("invite-renew-sure"), Renew(invitation=before.id, sure=True)),
                button(visit.texts("back"), Invite(category=category)),
            ),
        )
    fresh = await visit.storage.organisations.renew_invitation(organisation.id, category, visit.now)
    await visit.storage.audit.record(
        organisation.id, visit.person.id, Audited.LINK_RENEWED, visit.now, category=category
    )
    return await shown(visit, fresh, visit.texts("invite-renewed"))
