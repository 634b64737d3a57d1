"""Letting somebody go at once: pairs are closed and their people told, then everything personal is erased.

Who did not withdraw the consent herself is told of it too; of her account nothing but the number stays for that.
"""

from collections.abc import Sequence

from domain.audit import Audited
from domain.consents import By, ConsentKind, Use
from domain.notices import News
from domain.people import Role
from domain.statuses import Ending, Status
from handlers.pairs.telling import has_heard, tell
from handlers.visit import Visit
from storage.letting_go import let_go
from storage.mentorships import Pair
from storage.models import Account, Person

ENDINGS = {Status.PROPOSED: Status.WITHDRAWN, Status.AGREED: Status.CLOSED}


async def part_with(visit: Visit, person: Person, organisation_id: int, by: By) -> None:
    """Withdraw every consent for the person here, and the consents that she gave for children with it.

    ``by`` is who asked for it; ``PAPER`` is a written word to the curator.
    """
    consents = visit.storage.consents
    await consents.withdraw(person.id, organisation_id, ConsentKind, visit.now, given_by=None)
    for child in await visit.storage.guardians.children(person.id, organisation_id):
        await consents.withdraw(child.id, organisation_id, ConsentKind, visit.now, given_by=person.id)
        if not await consents.allows(Use.KEEP, child.id, organisation_id):
            await part_with(visit, child, organisation_id, By.GUARDIAN if by is By.SELF else by)
    await record_withdrawal(visit, person, organisation_id, ConsentKind.PROCESSING, by)
    partners = await end_pairs(visit, person, organisation_id)
    await tell_curators(visit, person, organisation_id, ConsentKind.PROCESSING, partners)
    stays = await visit.storage.consents.organisations(person.id)
    chat = None if stays or by is By.SELF else await visit.storage.erasing.set_free(person.id)
    await erase(visit, person, organisation_id)
    if by is not By.SELF and (stays or chat):
        await say_goodbye(visit, person, organisation_id, by, chat)


async def withdraw_one(visit: Visit, person: Person, organisation_id: int, kind: ConsentKind, by: By) -> None:
    """End one of the voluntary consents, whoever gave it; the rest goes on."""
    await visit.storage.consents.withdraw(person.id, organisation_id, [kind], visit.now, given_by=None)
    await record_withdrawal(visit, person, organisation_id, kind, by)
    if kind is ConsentKind.PUBLISHING:
        await tell_curators(visit, person, organisation_id, kind, partners=[])


async def record_withdrawal(visit: Visit, person: Person, organisation_id: int, kind: ConsentKind, by: By) -> None:
    """Keep in the journal who has withdrawn what, for whom, or taken a written word of it."""
    await visit.storage.audit.record(
        organisation_id, visit.person.id, Audited.CONSENT_WITHDRAWN, visit.now, kind=kind, by=by, person=person.id
    )


async def say_goodbye(visit: Visit, person: Person, organisation_id: int, by: By, chat: Account | None) -> None:
    """Tell somebody that another has ended her part here; in ``chat``, where no other organisation knows her."""
    await visit.storage.notices.add(
        person.id,
        News.TAKEN_OUT,
        f"taken-out:{organisation_id}:{visit.now.isoformat()}:person:{person.id}",
        visit.now,
        visit.now,
        organisation_id=organisation_id,
        subject={"by": by},
        account_id=chat.id if chat is not None else None,
    )


async def erase(visit: Visit, person: Person, organisation_id: int) -> None:
    """Erase here; and altogether where no other organisation may keep the person's data."""
    is_gone = await let_go(visit.storage, person.id, organisation_id, visit.now)
    visit.forget_roles()
    if is_gone and visit.someone is not None and visit.someone.id == person.id:
        visit.someone = None


async def end_pairs(visit: Visit, person: Person, organisation_id: int) -> list[Person]:
    """Close the person's live pairs with their meetings, and tell the other side; who that was."""
    partners: list[Person] = []
    for pair in await visit.storage.mentorships.of_person(person.id, organisation_id):
        partners += await end_pair(visit, pair, person)
    return partners


async def end_pair(visit: Visit, pair: Pair, person: Person) -> Sequence[Person]:
    others = [other for other in pair.people if other.id != person.id]
    heard = [other for other in others if await has_heard(visit, pair, other)]
    status = ENDINGS[Status(pair.mentorship.status)]
    await visit.storage.mentorships.close(pair.mentorship, status, visit.now, Ending.LEFT)
    await visit.storage.meetings.cancel_planned(pair.mentorship.id, visit.person.id, visit.now)
    await tell(visit, pair, News.PAIR_BROKEN, heard)
    return others


async def tell_curators(
    visit: Visit, person: Person, organisation_id: int, kind: ConsentKind, partners: Sequence[Person]
) -> None:
    """Let the curators know what was withdrawn, who has lost a partner, and what stands on the wall."""
    posts = await visit.storage.erasing.published_with(person.name, organisation_id)
    for curator in await visit.storage.people.members(organisation_id, Role.CURATOR):
        if curator.id == person.id:
            continue
        await visit.storage.notices.add(
            curator.id,
            News.CONSENT_WITHDRAWN,
            f"withdrawn:{kind}:{person.id}:{visit.now.isoformat()}:person:{curator.id}",
            visit.now,
            visit.now,
            organisation_id=organisation_id,
            subject={
                "kind": kind,
                "person": person.id,
                "partners": [partner.id for partner in partners],
                "posts": [post.id for post in posts],
            },
        )
