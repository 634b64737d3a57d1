"""Персонифицированный учёт: who takes or took part, in which role and form of mentoring, from when till when."""

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.consents import Use
from domain.people import Action, Role
from domain.statuses import Status
from handlers.filters import May
from handlers.people.kinds import forms_of_mentoring
from handlers.people.overview import overview
from handlers.people.press import RegisterSheet
from handlers.people.tables import other_side, table, taken, which_paper
from handlers.screen import Screen
from handlers.visit import Scene, Visit
from storage.models import Membership, Person

router = Router(name="people_register")

ROLES = (Role.MENTOR, Role.MENTEE)


@router.callback_query(RegisterSheet.filter(), May(Action.SEE_PEOPLE))
async def send(query: CallbackQuery, callback_data: RegisterSheet, visit: Visit) -> Screen:
    """Nobody is named without a consent to be shown."""
    organisation = await visit.organisation()
    memberships = await visit.storage.register.memberships(organisation.id, ROLES)
    allowed = await visit.storage.consents.allowing(organisation.id, Use.SHOW)
    people = await visit.storage.people.by_id([each.person_id for each in memberships if each.person_id in allowed])
    listed = [await row(visit, each, people[each.person_id]) for each in memberships if each.person_id in people]
    if not listed:
        return await overview(visit, first=visit.texts("people-sheet-empty"))
    paper = await table(visit, organisation, "register", listed)
    await taken(visit, "register")
    return which_paper(visit, visit.texts("people-register-ready", count=len(listed)), (paper,))


async def row(scene: Scene, membership: Membership, person: Person) -> dict[str, Any]:
    """One role of one person; her pairs are told while she has the role."""
    zone, role = await scene.zone(), Role(membership.role)
    live = await scene.storage.mentorships.of_person(person.id, membership.organisation_id)
    here = membership.left_at is None
    pairs = [each for each in live if here and each.mentorship.status == Status.AGREED]
    own = [pair for pair in pairs if other_side(pair, role, person)]
    return {
        "name": person.name or scene.texts("person-unnamed"),
        "category": scene.texts("offline-category", category=membership.category),
        "role": scene.texts("people-role", role=role),
        "form": await forms_of_mentoring(scene, own),
        "partner": [partner.name for pair in own for partner in other_side(pair, role, person)],
        "joined": membership.joined_at.astimezone(zone).date(),
        "left": membership.left_at.astimezone(zone).date() if membership.left_at is not None else None,
    }
