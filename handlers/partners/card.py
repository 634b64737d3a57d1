"""One partner: what is known, each part to be told anew, the agreement's file, and taking the partner out."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from handlers.dates import whole_day
from handlers.filters import May
from handlers.partners.listing import listing
from handlers.partners.press import EditPartner, OpenPartner, Part, PartnerFile, PartnerList, RemovePartner
from handlers.screen import Screen, button, escape, lines, rows
from handlers.visit import Scene, Visit
from storage.models import Partner

router = Router(name="partners_card")


async def partner_here(visit: Visit, partner_id: int) -> Partner | None:
    organisation = await visit.organisation()
    return await visit.storage.partners.get(organisation.id, partner_id)


@router.callback_query(OpenPartner.filter(), May(Action.SEE_PEOPLE))
async def show(query: CallbackQuery, callback_data: OpenPartner, visit: Visit) -> Screen:
    visit.stop_asking()
    partner = await partner_here(visit, callback_data.partner)
    return await card(visit, partner) if partner else await listing(visit, first=visit.texts("partners-gone"))


async def card(scene: Scene, partner: Partner, first: str | None = None) -> Screen:
    buttons = [
        button(scene.texts("partners-edit", part=part), EditPartner(partner=partner.id, part=part)) for part in Part
    ]
    has_file = partner.file_id is not None
    return Screen(
        lines(first, f"<b>{escape(partner.name)}</b>", await told(scene, partner)),
        (
            *rows(*buttons, width=2),
            *rows(
                button(scene.texts("partners-see-file"), PartnerFile(partner=partner.id)) if has_file else None,
                button(scene.texts("partners-remove"), RemovePartner(partner=partner.id)),
                width=2,
            ),
            *rows(button(scene.texts("back"), PartnerList())),
        ),
    )


async def told(scene: Scene, partner: Partner) -> str:
    """What is known, a line each."""
    contact = scene.storage.partners.contact(partner)
    days = {"agreed_on": partner.agreed_on, "until": partner.until}
    values = {
        Part.CONTACT: escape(contact),
        Part.NUMBER: escape(partner.number),
        **{Part(key): whole_day(scene.texts, day) for key, day in days.items() if day is not None},
        Part.FILE: scene.texts("partners-has-file") if partner.file_id is not None else "",
    }
    named = [scene.texts("partners-part", part=part, value=values[part]) for part in Part if values.get(part)]
    return "\n".join(named) or scene.texts("partners-nothing-told")


@router.callback_query(RemovePartner.filter(), May(Action.SEE_PEOPLE))
async def remove(query: CallbackQuery, callback_data: RemovePartner, visit: Visit) -> Screen:
    partner = await partner_here(visit, callback_data.partner)
    if partner is None:
        return await listing(visit, first=visit.texts("partners-gone"))
    if not callback_data.sure:
        return Screen(
            visit.texts("partners-remove-sure", name=escape(partner.name)),
            rows(
                button(visit.texts("partners-remove"), RemovePartner(partner=partner.id, sure=True)),
                button(visit.texts("back"), OpenPartner(partner=partner.id)),
            ),
        )
    partner.removed_at = visit.now
    return await listing(visit, first=visit.texts("partners-removed"))
