"""The agreement itself: a photograph or a document, kept and sent back."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from documents.paper import Paper
from documents.writers import AS_SENT
from domain.people import Action
from handlers.filters import Asked, May, When
from handlers.partners.card import card, partner_here
from handlers.partners.entering import ask
from handlers.partners.listing import listing
from handlers.partners.press import Part, PartnerFile
from handlers.screen import Screen
from handlers.visit import Visit

router = Router(name="partners_file")


@router.message(Asked("partner", anything=True), When(F.document | F.photo), May(Action.SEE_PEOPLE))
async def take(message: Message, visit: Visit) -> Screen:
    partner = await partner_here(visit, int(visit.account.asked_about["partner"]))
    incoming = visit.incoming
    if partner is None:
        visit.stop_asking()
        return await listing(visit, first=visit.texts("partners-gone"))
    if incoming is None or not incoming.content:
        return ask(visit, partner, Part.FILE, chain=False, remark=visit.texts("problem-not_fetched"))
    before = partner.file_id
    file = await visit.storage.files.add(incoming.name, incoming.media_type, incoming.content, visit.now)
    partner.file_id = file.id
    if before is not None:
        await visit.storage.erasing.drop_files([before])
    visit.stop_asking()
    return await card(visit, partner, first=visit.texts("partners-kept"))


@router.message(Asked("partner", anything=True), May(Action.SEE_PEOPLE))
async def take_nothing(message: Message, visit: Visit) -> Screen:
    """A voice message, a sticker."""
    partner = await partner_here(visit, int(visit.account.asked_about["partner"]))
    if partner is None:
        visit.stop_asking()
        return await listing(visit, first=visit.texts("partners-gone"))
    about = visit.account.asked_about
    return ask(visit, partner, Part(about["part"]), chain=bool(about["chain"]), remark=visit.texts("not-text"))


@router.callback_query(PartnerFile.filter(), May(Action.SEE_PEOPLE))
async def send(query: CallbackQuery, callback_data: PartnerFile, visit: Visit) -> Screen:
    partner = await partner_here(visit, callback_data.partner)
    file = await visit.storage.files.get(partner.file_id) if partner is not None and partner.file_id else None
    if partner is None or file is None:
        return await listing(visit, first=visit.texts("partners-gone"))
    fresh = await card(visit, partner)
    paper = Paper(AS_SENT, file.name, {"content": visit.storage.files.content(file)})
    return Screen(fresh.text, fresh.rows, papers=(paper,))
