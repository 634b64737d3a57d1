"""A pupil who says to be of age: until the curator confirms it she is held like any minor."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.consents import Age
from domain.notices import News
from domain.people import Action, Role
from handlers.callbacks import Go
from handlers.consents.curator import correct, gone
from handlers.consents.press import ConfirmAge
from handlers.dates import moment_words
from handlers.filters import May
from handlers.held import GuardianCode
from handlers.part import Part
from handlers.screen import Screen, button, rows
from handlers.visit import Scene, Visit
from storage.models import Notice, Person

router = Router(name="consents_claims")


async def told(visit: Visit, organisation_id: int) -> Screen:
    """Let the curators know of the claim, and the pupil what happens now."""
    for curator in await visit.storage.people.members(organisation_id, Role.CURATOR):
        await visit.storage.notices.add(
            curator.id,
            News.AGE_CLAIMED,
            f"age:{organisation_id}:{visit.now.isoformat()}:of:{visit.person.id}:person:{curator.id}",
            visit.now,
            visit.now,
            organisation_id=organisation_id,
            subject={"person": visit.person.id, "platform": visit.account.platform},
        )
    return Screen(visit.texts("age-claim-told"), rows(button(visit.texts("held-code"), GuardianCode())))


async def claimed_part(scene: Scene, notice: Notice) -> Part | None:
    """To a curator, as long as nobody has decided; there is no name yet, so it is told where and when."""
    person = await waiting(scene, int(notice.subject["person"]), notice.organisation_id or 0)
    if person is None:
        return None
    moment = moment_words(scene.texts, notice.created_at, scene.now, await scene.zone())
    return Part(
        scene.texts("age-claim-news", platform=notice.subject["platform"], moment=moment),
        (
            button(scene.texts("age-claim-yes"), ConfirmAge(person=person.id, yes=True)),
            button(scene.texts("age-claim-no"), ConfirmAge(person=person.id, yes=False)),
        ),
    )


async def waiting(scene: Scene, person_id: int, organisation_id: int) -> Person | None:
    """Somebody who has agreed here as a minor and has no role yet: only then there is an age to be confirmed."""
    person = await scene.storage.people.find(person_id)
    if person is None or person.age != Age.TEEN or person_id in await scene.storage.people.roles(organisation_id):
        return None
    facts = await scene.storage.consents.facts(person_id, organisation_id)
    return person if facts.in_force else None


@router.callback_query(ConfirmAge.filter(), May(Action.SEE_PEOPLE))
async def decide(query: CallbackQuery, callback_data: ConfirmAge, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    person = await waiting(visit, callback_data.person, organisation.id)
    if person is None:
        return gone(visit)
    home = button(visit.texts("home"), Go(to="home"))
    if not callback_data.yes:
        return Screen(visit.texts("age-claim-refused"), rows(home))
    await correct(visit, person, Age.ADULT)
    await visit.storage.notices.add(
        person.id,
        News.AGE_CONFIRMED,
        f"age:{organisation.id}:confirmed:person:{person.id}",
        visit.now,
        visit.now,
        organisation_id=organisation.id,
    )
    return Screen(visit.texts("age-claim-confirmed"), rows(home))


async def confirmed_part(scene: Scene, notice: Notice) -> Part | None:
    """To the pupil: the way is free."""
    if not await scene.known() or await scene.roles():
        return None
    return Part(scene.texts("age-claim-go-on"), (button(scene.texts("entry-role-choose"), Go(to="role")),))
