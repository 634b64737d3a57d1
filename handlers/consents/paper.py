"""A consent on paper, photographed by the curator: it counts, and bears every signature that is needed."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from domain.audit import Audited
from domain.consents import Age, By, ConsentKind
from domain.people import Action
from handlers.consents.curator import card, gone, person_here
from handlers.consents.press import ConsentCard, PaperConsent
from handlers.consents.wording import full_text
from handlers.filters import Asked, May, When
from handlers.screen import Screen, button, rows
from handlers.status import name_of
from handlers.visit import Incoming, Visit

router = Router(name="consents_paper")

FILE = F.document | F.photo


@router.callback_query(PaperConsent.filter(), May(Action.SEE_PEOPLE))
async def ask(query: CallbackQuery, callback_data: PaperConsent, visit: Visit) -> Screen:
    """With the blank to print, in case nobody has signed yet."""
    person = await person_here(visit, callback_data.person)
    if person is None:
        return gone(visit)
    visit.ask("paper-consent", person=person.id, kind=callback_data.kind)
    organisation = await visit.organisation()
    return Screen(
        visit.texts("consents-paper-ask", name=name_of(visit, person), kind=callback_data.kind, age=person.age),
        rows(button(visit.texts("back"), ConsentCard(person=person.id))),
        papers=(await full_text(visit, callback_data.kind, organisation, by_guardian=person.age != Age.ADULT),),
    )


@router.message(Asked("paper-consent", anything=True), When(FILE), May(Action.SEE_PEOPLE))
async def take(message: Message, visit: Visit) -> Screen:
    person = await person_here(visit, int(visit.account.asked_about["person"]))
    if person is None:
        visit.stop_asking()
        return gone(visit)
    incoming = visit.incoming
    if incoming is None or not incoming.content:
        problem = incoming.problem if incoming is not None and incoming.problem else "not_fetched"
        return Screen(
            visit.texts(f"problem-{problem}"), rows(button(visit.texts("back"), ConsentCard(person=person.id)))
        )
    kind = ConsentKind(str(visit.account.asked_about["kind"]))
    visit.stop_asking()
    await keep_paper(visit, person.id, kind, incoming)
    return await card(visit, person, first=visit.texts("consents-paper-kept"))


async def keep_paper(visit: Visit, person_id: int, kind: ConsentKind, paper: Incoming) -> None:
    """Keep a signed consent with its photograph, and in the journal who took it."""
    organisation = await visit.organisation()
    file = await visit.storage.files.add(paper.name, paper.media_type, paper.content, visit.now)
    await visit.storage.consents.give(
        person_id, organisation.id, kind, By.PAPER, visit.now, account_id=visit.account.id, file_id=file.id
    )
    await visit.storage.audit.record(
        organisation.id, visit.person.id, Audited.PAPER_TAKEN, visit.now, kind=kind, person=person_id
    )


@router.message(Asked("paper-consent", anything=True), May(Action.SEE_PEOPLE))
async def take_nothing(message: Message, visit: Visit) -> Screen:
    """Words, a voice message, a sticker."""
    person_id = int(visit.account.asked_about["person"])
    return Screen(
        visit.texts("consents-paper-kind"), rows(button(visit.texts("back"), ConsentCard(person=person_id)))
    )
