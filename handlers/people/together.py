"""Two records side by side, what will come together, and the curator's word that they are one person."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.audit import Audited
from domain.consents import Use
from domain.joining import Conflict, conflict
from domain.notices import News
from domain.people import Action, Role
from handlers.callbacks import Go
from handlers.consents.curator import gone, person_here
from handlers.filters import May
from handlers.pairs.naming import pair_names
from handlers.part import Part
from handlers.people.press import Join, Same, ShowPerson
from handlers.people.same import side
from handlers.screen import Screen, button, lines, rows
from handlers.status import name_of
from handlers.visit import Scene, Visit
from storage.models import Notice, Person

router = Router(name="people_together")


@router.callback_query(Join.filter(), May(Action.SEE_PEOPLE))
async def join(query: CallbackQuery, callback_data: Join, visit: Visit) -> Screen:
    """Shown first, and looked at again when the curator is sure."""
    visit.stop_asking()
    organisation = await visit.organisation()
    person, other = await nameable(visit, callback_data.person), await nameable(visit, callback_data.other)
    if person is None or other is None:
        return gone(visit)
    one_half, other_half = [await visit.storage.joining.half(each.id) for each in (person, other)]
    found = conflict(one_half, other_half, organisation.id)
    if found is not None:
        return refused(visit, person, other, found)
    if not callback_data.sure:
        return await side_by_side(visit, person, other, callback_data)
    return await become_one(visit, person, other, swap=callback_data.swap)


async def nameable(visit: Visit, person_id: int) -> Person | None:
    """A member whose name and answers the curator may see."""
    organisation = await visit.organisation()
    if not await visit.storage.consents.allows(Use.SHOW, person_id, organisation.id):
        return None
    return await person_here(visit, person_id)


def refused(scene: Scene, person: Person, other: Person, why: Conflict) -> Screen:
    return Screen(
        scene.texts("same-refused", why=why, name=name_of(scene, person), other=name_of(scene, other)),
        rows(
            button(scene.texts("same-choose-other"), Same(person=person.id)),
            button(scene.texts("curator-people"), Go(to="people")),
            button(scene.texts("home"), Go(to="home")),
        ),
    )


async def side_by_side(scene: Scene, person: Person, other: Person, asked: Join) -> Screen:
    """Both records in short; the name that stays may be changed by a tap."""
    stays, goes = (other, person) if asked.swap else (person, other)
    return Screen(
        lines(
            scene.texts("same-sure"),
            await in_short(scene, person),
            await in_short(scene, other),
            scene.texts("same-then", name=name_of(scene, stays)),
        ),
        rows(
            button(scene.texts("same-yes"), asked.model_copy(update={"sure": True})),
            button(scene.texts("same-name", name=goes.name), asked.model_copy(update={"swap": not asked.swap}))
            if goes.name != stays.name
            else None,
            button(scene.texts("same-choose-other"), Same(person=person.id)),
            button(scene.texts("home"), Go(to="home")),
        ),
    )


async def in_short(scene: Scene, person: Person) -> str:
    """Name, roles, messengers, sent forms and pairs of one record."""
    organisation = await scene.organisation()
    programme = await scene.storage.organisations.programme(organisation.id)
    roles = (await scene.storage.people.roles(organisation.id)).get(person.id, frozenset())
    accounts = await scene.storage.people.accounts(person.id)
    forms = await scene.storage.forms.of_person(person.id, programme.id)
    pairs = await scene.storage.mentorships.of_person(person.id, organisation.id)
    places = [scene.texts("messenger-name", platform=account.platform) for account in accounts]
    told = [
        ", ".join(scene.texts("people-role", role=role) for role in Role if role in roles),
        ", ".join(places) or scene.texts("same-no-messenger"),
        scene.texts("same-forms", count=sum(form.sent_at is not None for form in forms)),
        *(scene.texts("same-pair", names=pair_names(scene, pair)) for pair in pairs),
    ]
    return f"<b>{name_of(scene, person)}</b>\n" + " · ".join(told)


async def become_one(visit: Visit, person: Person, other: Person, *, swap: bool) -> Screen:
    """Join them; who has a messenger stays, and is told."""
    organisation = await visit.organisation()
    kept, emptied = await in_order(visit, person, other)
    name = other.name if swap else person.name
    joined = await visit.storage.joining.join(kept.id, emptied.id)
    visit.storage.people.rename(joined, name)
    await visit.storage.audit.record(
        organisation.id, visit.person.id, Audited.PERSONS_JOINED, visit.now, person=joined.id
    )
    if joined.id != visit.person.id:
        await tell(visit, joined, emptied.id)
    visit.forget_roles()
    roles = (await visit.storage.people.roles(organisation.id)).get(joined.id, frozenset())
    return Screen(
        visit.texts("same-done", name=name_of(visit, joined)),
        rows(
            button(visit.texts("same-card"), ShowPerson(person=joined.id, role=side(roles))),
            button(visit.texts("curator-people"), Go(to="people")),
            button(visit.texts("home"), Go(to="home")),
        ),
    )


async def in_order(visit: Visit, person: Person, other: Person) -> tuple[Person, Person]:
    """The record that stays, and the one that is emptied: whoever presses here stays, and then who has a chat."""
    if visit.person.id == other.id:
        return other, person
    writes = await visit.storage.people.accounts(person.id)
    return (person, other) if writes or visit.person.id == person.id else (other, person)


async def tell(visit: Visit, joined: Person, gone_id: int) -> None:
    """She finds more in her chat than she has put there, and a mistake would be hers to notice."""
    await visit.storage.notices.add(
        joined.id,
        News.RECORDS_JOINED,
        f"joined:{gone_id}:{visit.now.isoformat()}:person:{joined.id}",
        visit.now,
        visit.now,
        organisation_id=(await visit.organisation()).id,
    )


async def joined_part(scene: Scene, notice: Notice) -> Part | None:
    """To somebody whose two records became one."""
    return Part(scene.texts("same-told"), (button(scene.texts("letter-write"), Go(to="letter")),))
