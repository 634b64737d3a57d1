"""Somebody comes by a personal invitation: the door opens, and after the consent her name is there already."""

from domain.consents import Use
from domain.forms import Answer
from domain.people import OFFERED, Category, Role
from handlers.visit import Visit
from storage.imports import Invited
from storage.models import Invitation


async def open_personal(visit: Visit, code: str) -> Invitation | None:
    """The way in that this personal code stands for, bound to the account; None when it is none, or another's."""
    row = await visit.storage.imports.by_code(code)
    if row is None or not await visit.storage.imports.take_on(row, visit.account):
        return None
    category = Category(row.category)
    return await visit.storage.organisations.invitation(row.organisation_id, category, visit.now)


async def invited_here(visit: Visit) -> Invited | None:
    """The invitation by which somebody came whose consents are complete."""
    organisation = await visit.organisation()
    if not await visit.storage.consents.allows(Use.KEEP, visit.person.id, organisation.id):
        return None
    return await visit.storage.imports.of_account(visit.account.id, organisation.id)


async def wanted_role(visit: Visit) -> Role | None:
    """The role that the curator's list names, where her category may take it."""
    invited = await invited_here(visit)
    if invited is None or invited.role is None:
        return None
    return invited.role if invited.role in OFFERED[invited.category] else None


async def told_before(visit: Visit) -> dict[str, Answer]:
    """What the list told of her, by subject, put on her card; the invitation has served and is erased."""
    invited = await invited_here(visit)
    if invited is None:
        return {}
    person = visit.person
    if not person.name:
        visit.storage.people.rename(person, invited.name)
    await visit.storage.places.keep_post(person, person.post or invited.post)
    await visit.storage.imports.settle(invited)
    told = {"person.name": person.name, "person.post": person.post or invited.post, "person.phone": invited.phone}
    return {subject: Answer(words) for subject, words in told.items() if words}
