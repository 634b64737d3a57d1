"""Telling a new partner part by part, or one part anew."""

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from domain.forms.dates import read_day
from domain.forms.problem import Problem
from domain.people import Action
from handlers.callbacks import Go
from handlers.filters import Asked, May
from handlers.partners.card import card, partner_here
from handlers.partners.listing import listing
from handlers.partners.press import EditPartner, OpenPartner, Part
from handlers.screen import Screen, button, lines, rows
from handlers.visit import Visit
from storage.models import Partner

router = Router(name="partners_entering")

LONGEST = {Part.NAME: 200, Part.CONTACT: 300, Part.NUMBER: 60}
ORDER = tuple(Part)


@router.callback_query(Go.filter(F.to == "partner-new"), May(Action.SEE_PEOPLE))
async def begin(query: CallbackQuery, visit: Visit) -> Screen:
    visit.ask("partner-new")
    return Screen(visit.texts("partners-ask", part=Part.NAME), rows(button(visit.texts("cancel"), Go(to="partners"))))


@router.message(Asked("partner-new"), May(Action.SEE_PEOPLE))
async def take_name(message: Message, visit: Visit) -> Screen:
    name = " ".join((message.text or "").split())
    if len(name) > LONGEST[Part.NAME]:
        return too_long(visit, name, Part.NAME)
    organisation = await visit.organisation()
    partner = await visit.storage.partners.add(organisation.id, name, visit.now)
    return ask(visit, partner, Part.CONTACT, chain=True)


def ask(visit: Visit, partner: Partner, part: Part, *, chain: bool, remark: str = "") -> Screen:
    """Ask for a part; in a ``chain`` the next one follows."""
    visit.ask("partner", partner=partner.id, part=part, chain=int(chain))
    skip = EditPartner(partner=partner.id, part=part, chain=True, skip=True)
    return Screen(
        lines(remark, visit.texts("partners-ask", part=part)),
        rows(
            button(visit.texts("form-button-skip"), skip) if chain else None,
            button(visit.texts("partners-to-card"), OpenPartner(partner=partner.id)),
        ),
    )


@router.callback_query(EditPartner.filter(), May(Action.SEE_PEOPLE))
async def edit(query: CallbackQuery, callback_data: EditPartner, visit: Visit) -> Screen:
    partner = await partner_here(visit, callback_data.partner)
    if partner is None:
        return await listing(visit, first=visit.texts("partners-gone"))
    if callback_data.skip:
        return await following(visit, partner, callback_data.part, chain=True)
    return ask(visit, partner, callback_data.part, chain=callback_data.chain)


@router.message(Asked("partner"), May(Action.SEE_PEOPLE))
async def take(message: Message, visit: Visit) -> Screen:
    """A typed part; what cannot be read is told at the same question."""
    about = visit.account.asked_about
    partner, part, chain = await partner_here(visit, int(about["partner"])), Part(about["part"]), bool(about["chain"])
    text = " ".join((message.text or "").split())
    if partner is None:
        visit.stop_asking()
        return await listing(visit, first=visit.texts("partners-gone"))
    if part is Part.FILE:
        return ask(visit, partner, part, chain=chain, remark=visit.texts("partners-no-file"))
    if part in LONGEST and len(text) > LONGEST[part]:
        return too_long(visit, text, part)
    if not await keep(visit, partner, part, text):
        return ask(visit, partner, part, chain=chain, remark=visit.texts("partners-no-date"))
    return await following(visit, partner, part, chain=chain)


def too_long(visit: Visit, text: str, part: Part) -> Screen:
    return Screen(
        visit.texts("too-long", length=len(text), limit=LONGEST[part]),
        rows(button(visit.texts("cancel"), Go(to="partners"))),
    )


async def keep(visit: Visit, partner: Partner, part: Part, text: str) -> bool:
    """Keep a typed part; false where a date was asked and none was told."""
    if part is Part.NAME:
        partner.name = text
    elif part is Part.CONTACT:
        visit.storage.partners.set_contact(partner, text)
    elif part is Part.NUMBER:
        partner.number = text
    else:
        day = read_day(text, visit.now.astimezone(await visit.zone()).date())
        if isinstance(day, Problem):
            return False
        set_day(partner, part, day)
    return True


def set_day(partner: Partner, part: Part, day: date) -> None:
    if part is Part.AGREED_ON:
        partner.agreed_on = day
    else:
        partner.until = day


async def following(visit: Visit, partner: Partner, part: Part, *, chain: bool) -> Screen:
    """The next part of a new partner, else the card."""
    rest = ORDER[ORDER.index(part) + 1 :]
    if chain and rest:
        return ask(visit, partner, rest[0], chain=True)
    visit.stop_asking()
    return await card(visit, partner, first=visit.texts("partners-kept"))
