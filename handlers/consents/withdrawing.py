"""Withdrawing a consent in two taps: what follows is told first, and then done at once."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.consents import By, ConsentKind
from domain.people import Role
from handlers.callbacks import Go
from handlers.consents.mine import Subject, consents_screen, gone, subject_of
from handlers.consents.parting import part_with, withdraw_one
from handlers.consents.press import ShowConsents, Withdraw
from handlers.filters import Known
from handlers.screen import Screen, button, lines, rows
from handlers.visit import Visit

router = Router(name="consents_withdrawing")


@router.callback_query(Withdraw.filter(), Known())
async def withdraw(query: CallbackQuery, callback_data: Withdraw, visit: Visit) -> Screen:
    subject = await subject_of(visit, callback_data.person)
    if subject is None or not subject.has_weight:
        return gone(visit)
    if not callback_data.sure:
        return await consequences(visit, subject, callback_data.kind)
    if callback_data.kind is ConsentKind.PROCESSING:
        return await withdraw_all(visit, subject)
    organisation = await visit.organisation()
    await withdraw_one(visit, subject.person, organisation.id, callback_data.kind, subject.by)
    fresh = await subject_of(visit, subject.number) or subject
    return consents_screen(visit, fresh, first=visit.texts("consents-withdrawn-one"))


async def consequences(visit: Visit, subject: Subject, kind: ConsentKind) -> Screen:
    """What follows, said before it is done: it cannot be taken back."""
    return Screen(
        lines(
            visit.texts("consents-consequences", kind=kind, by=subject.by),
            await warnings(visit, subject) if kind is ConsentKind.PROCESSING else None,
        ),
        rows(
            button(visit.texts("consents-withdraw-yes"), Withdraw(kind=kind, person=subject.number, sure=True)),
            button(visit.texts("consents-withdraw-no"), ShowConsents(person=subject.number)),
        ),
    )


async def warnings(visit: Visit, subject: Subject) -> str | None:
    """What goes besides the person's own data: children whom she vouches for, a programme left without a curator."""
    organisation = await visit.organisation()
    if subject.by is not By.SELF:
        return None
    children = await visit.storage.guardians.children(visit.person.id, organisation.id)
    curators = await visit.storage.people.members(organisation.id, Role.CURATOR)
    alone = [curator.id for curator in curators] == [visit.person.id]
    return lines(
        visit.texts("consents-with-children", count=len(children)) if children else None,
        visit.texts("consents-last-curator") if alone else None,
    )


async def withdraw_all(visit: Visit, subject: Subject) -> Screen:
    """Erase the person from this organisation."""
    organisation = await visit.organisation()
    await part_with(visit, subject.person, organisation.id, subject.by)
    if subject.by is By.GUARDIAN:
        return Screen(visit.texts("consents-withdrawn-child"), rows(button(visit.texts("home"), Go(to="home"))))
    return Screen(visit.texts("consents-withdrawn"))
