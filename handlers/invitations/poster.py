"""The invitation as an A4 poster: a Word document to change, a PDF to print."""

from aiogram import Router
from aiogram.types import CallbackQuery

from documents.paper import Paper
from domain.people import Action
from handlers.callbacks import Go
from handlers.filters import May
from handlers.invitations.press import Invite, Poster
from handlers.screen import Screen, button, rows
from handlers.visit import Visit
from storage.codes import spelled

router = Router(name="invitations_poster")

WRITERS = ("poster_docx", "poster_pdf")


@router.callback_query(Poster.filter(), May(Action.INVITE))
async def send(query: CallbackQuery, callback_data: Poster, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    category = callback_data.category
    invitation = await visit.storage.organisations.invitation(organisation.id, category, visit.now)
    bots = visit.texts("poster-or").join(visit.addresses.plain())
    data = {
        "organisation": organisation.name,
        "title": visit.texts("poster-title"),
        "lines": [visit.texts("poster-for", category=category), visit.texts("poster-how")],
        "code": visit.texts("poster-code", code=spelled(invitation.code), bots=bots),
        "links": visit.addresses.links(invitation.token),
    }
    name = visit.texts("poster-file-name", category=category)
    return Screen(
        visit.texts("poster-sent"),
        rows(button(visit.texts("back"), Invite(category=category)), button(visit.texts("home"), Go(to="home"))),
        papers=tuple(Paper(writer, name, data) for writer in WRITERS),
    )
