"""Персонифицированный учёт: who takes or took part, in which role and form of mentoring, from when till when."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.consents import Use
from domain.people import Action, Role
from handlers.filters import May
from handlers.people.kinds import forms_of_mentoring
from handlers.people.overview import overview
from handlers.people.press import RegisterSheet
from handlers.people.tables import other_side, table, taken, which_paper
from handlers.screen import Screen
from handlers.visit import Scene, Visit
from storage.mentorships import Pair
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
    listed = [await row(visit, each, people) for each in memberships if each.person_id in people]
    if not listed:
        return await overview(visit, first=visit.texts("people-sheet-empty"))
    paper = await table(visit, organisation, "register", listed)
    await taken(visit, "register")
    return which_paper(visit, visit.texts("people-register-ready", count=len(listed)), (paper,))


async def row(scene: Scene, membership: Membership, people: Mapping[int, Person]) -> dict[str, Any]:
    """One role of one person with all pairs that there were, those that have ended with their last day."""
    zone, role, person = await scene.zone(), Role(membership.role), people[membership.person_id]
    pairs = await scene.storage.mentorships.ever(person.id, membership.programme_id)
    own = [pair for pair in pairs if other_side(pair, role, person)]
    return {
        "name": person.name or scene.texts("person-unnamed"),
        "category": scene.texts("offline-category", category=membership.category),
        "role": scene.texts("people-role", role=role),
        "form": await forms_of_mentoring(scene, own),
        "partner": [
            ended_words(scene, people[partner.id].name, pair, zone)
            for pair in own
            for partner in other_side(pair, role, person)
            if partner.id in people
        ],
        "joined": membership.joined_at.astimezone(zone).date(),
        "left": last_day(membership, zone),
    }


def ended_words(scene: Scene, name: str, pair: Pair, zone: ZoneInfo) -> str:
    """The partner's name, with the last day of a pair that has ended."""
    closed = pair.mentorship.closed_at
    if closed is None:
        return name
    return scene.texts("people-pair-until", name=name, day=f"{closed.astimezone(zone):%d.%m.%Y}")


def last_day(membership: Membership, zone: ZoneInfo) -> date | None:
    """The day that a mentor has named, else the one on which the role ended; None while it lasts."""
    if membership.left_at is None:
        return None
    ended = membership.left_at.astimezone(zone).date()
    return min(ended, membership.leaves_on) if membership.leaves_on is not None else ended
