"""Letting people know what has become of a pair."""

from collections.abc import Iterable
from datetime import timedelta

from domain.notices import News
from domain.people import Role
from handlers.visit import Scene
from storage.mentorships import Pair
from storage.models import Person

HELD_BACK = timedelta(days=366)
"""No notice waits longer than that for its person, whatever «Не писать до …» says."""


async def tell(
    scene: Scene, pair: Pair, news: News, people: Iterable[Person], *, after: timedelta = timedelta(0), **about: str
) -> None:
    """Write to each of ``people`` about the pair, ``after`` some time; ``about`` is kept beside the pair's id."""
    for person in people:
        await scene.storage.notices.add(
            person.id,
            news,
            f"pair:{pair.mentorship.id}:{news}:{scene.now.isoformat()}:person:{person.id}",
            scene.now + after,
            scene.now,
            organisation_id=pair.mentorship.organisation_id,
            subject={"pair": pair.mentorship.id, **about},
        )


async def curators_of(scene: Scene, pair: Pair) -> list[Person]:
    """The curators who are told of the pair as curators, not as its people."""
    inside = {person.id for person in pair.people}
    curators = await scene.storage.people.members(pair.mentorship.organisation_id, Role.CURATOR)
    return [curator for curator in curators if curator.id not in inside]


async def has_heard(scene: Scene, pair: Pair, person: Person) -> bool:
    """Whether the proposal has reached the person; one that still waits will not be told."""
    waiting = await scene.storage.notices.waiting_of(person.id, scene.now + HELD_BACK, [News.PAIR_PROPOSED])
    return all(notice.subject["pair"] != pair.mentorship.id for notice in waiting)
