"""Персонифицированный учёт: who takes or took part, in which role and form of mentoring, from when till when."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.consents import Use
from domain.people import Action, Category, Role
from handlers.filters import May
from handlers.people.bank import categories_of
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
    everybody = await visit.storage.register.memberships(organisation.id, tuple(Role))
    allowed = await visit.storage.consents.allowing(organisation.id, Use.SHOW)
    people = await visit.storage.people.by_id([each.person_id for each in everybody if each.person_id in allowed])
    known = Known(people, await pairs_of(visit, organisation.id), categories_of(everybody), await visit.zone())
    taking_part = [each for each in everybody if each.role in ROLES and each.person_id in people]
    if not taking_part:
        return await overview(visit, first=visit.texts("people-sheet-empty"))
    paper = await table(visit, organisation, "register", [row(visit, each, known) for each in taking_part])
    await taken(visit, "register")
    return which_paper(visit, visit.texts("people-register-ready", count=len(taking_part)), (paper,))


@dataclass(frozen=True, slots=True)
class Known:
    """What rows are told from, by person: who may be shown, the pairs of all years, the categories."""

    people: Mapping[int, Person]
    pairs: Mapping[int, Sequence[Pair]]
    categories: Mapping[int, Category]
    zone: ZoneInfo


async def pairs_of(scene: Scene, organisation_id: int) -> dict[int, list[Pair]]:
    """Person → all pairs that there were."""
    found: defaultdict[int, list[Pair]] = defaultdict(list)
    for pair in await scene.storage.mentorships.ever(organisation_id):
        for person in pair.people:
            found[person.id].append(pair)
    return found


def row(scene: Scene, membership: Membership, known: Known) -> dict[str, Any]:
    """One role of one person with her pairs of that year, those that have ended with their last day."""
    role, person = Role(membership.role), known.people[membership.person_id]
    of_year = (
        pair for pair in known.pairs.get(person.id, ()) if pair.mentorship.programme_id == membership.programme_id
    )
    own = [pair for pair in of_year if other_side(pair, role, person)]
    return {
        "name": person.name or scene.texts("person-unnamed"),
        "category": scene.texts("offline-category", category=membership.category),
        "role": scene.texts("people-role", role=role),
        "form": forms_of_mentoring(scene, own, known.categories),
        "partner": [
            ended_words(scene, partner.name, pair, known.zone)
            for pair in own
            for partner in other_side(pair, role, person)
            if partner.id in known.people
        ],
        "joined": membership.joined_at.astimezone(known.zone).date(),
        "left": last_day(membership, known.zone),
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
