"""From the card of somebody without a messenger: her own link, picture and slip that bring her to one."""

from collections.abc import Mapping
from datetime import timedelta

from aiogram import Router
from aiogram.types import CallbackQuery

from documents.paper import Paper
from domain.audit import Audited
from domain.consents import Use
from domain.people import Action
from handlers.callbacks import Go
from handlers.filters import May
from handlers.offline.press import Bring
from handlers.people.overview import overview
from handlers.screen import Screen, button, lines, rows
from handlers.status import name_of
from handlers.visit import Scene, Visit
from storage.models import Person

router = Router(name="offline_inviting")

LIFETIME = timedelta(days=14)
"""How long the link works: it opens everything that is kept of her, so it does not lie about for long."""


@router.callback_query(Bring.filter(), May(Action.SEE_PEOPLE))
async def bring(query: CallbackQuery, callback_data: Bring, visit: Visit) -> Screen:
    """A fresh code each time; the one before it works no more."""
    organisation = await visit.organisation()
    person = await offline_here(visit, callback_data.person)
    if person is None:
        return await overview(visit, first=visit.texts("arrival-has-messenger"))
    code = await visit.storage.offline.arrival_code(person.id, organisation.id, visit.person.id, LIFETIME, visit.now)
    await visit.storage.audit.record(
        organisation.id, visit.person.id, Audited.MESSENGER_INVITED, visit.now, person=person.id
    )
    links = visit.addresses.links(code.replace("-", ""))
    named = (f"{visit.texts('messenger-name', platform=platform)}: {link}" for platform, link in links.items())
    return Screen(
        lines(
            visit.texts("arrival-link", name=name_of(visit, person)),
            "\n".join(named),
            visit.texts("arrival-link-code", code=code, days=LIFETIME.days),
        ),
        rows(button(visit.texts("curator-people"), Go(to="people")), button(visit.texts("home"), Go(to="home"))),
        papers=papers(visit, organisation.name, person, code, links),
    )


def papers(scene: Scene, organisation: str, person: Person, code: str, links: Mapping[str, str]) -> tuple[Paper, ...]:
    """The code as a picture for a screen, and as a slip to be handed over."""
    picture = {
        "organisation": organisation,
        "subtitle": person.name,
        "links": links,
        "text": scene.texts("invite-picture"),
    }
    slips = [{"name": person.name, "code": code, "links": links}]
    return (
        Paper("invitation_qr", scene.texts("arrival-picture-file"), picture),
        Paper("slips_docx", scene.texts("arrival-slip-file"), {"organisation": organisation, "slips": slips}),
    )


async def offline_here(scene: Scene, person_id: int) -> Person | None:
    """A member without a messenger who may be named; None for everybody else."""
    organisation = await scene.organisation()
    if person_id not in await scene.storage.offline.people(organisation.id):
        return None
    if not await scene.storage.consents.allows(Use.SHOW, person_id, organisation.id):
        return None
    return await scene.storage.people.find(person_id)
