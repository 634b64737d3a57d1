"""What a person may wish: her sides, and the people of the other side whose consents allow to be shown and paired."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.consents import Use
from domain.people import Role
from domain.wishes import OTHER_SIDE
from handlers.pairs.candidates import candidates
from handlers.visit import Scene
from storage.models import Person


@dataclass(frozen=True, slots=True)
class Own:
    """One side's wishes: the dearest first, the vetoes, and whether anything was answered."""

    ranked: tuple[int, ...]
    vetoed: tuple[int, ...]
    answered: bool


async def sides_of(scene: Scene) -> list[Role]:
    """As whom the person is asked."""
    roles = await scene.roles()
    return [role for role in OTHER_SIDE if role in roles]


async def people_for(scene: Scene, role: Role) -> list[Person]:
    """The other side, by name, without the person herself: who could be paired, and so has sent the questionnaire."""
    organisation = await scene.organisation()
    shown = await scene.storage.consents.allowing(organisation.id, Use.SHOW)
    there = await candidates(scene)
    others = there.mentors if OTHER_SIDE[role] is Role.MENTOR else there.mentees
    return [each for each in others.values() if each.id in shown and each.id != scene.person.id and each.name]


async def own(scene: Scene, role: Role) -> Own:
    """The wishes as they stand, without people who are not to be chosen any more."""
    organisation = await scene.organisation()
    programme = await scene.storage.organisations.programme(organisation.id)
    wishes = await scene.storage.wishes.of_person(programme.id, scene.person.id, role)
    there = {person.id for person in await people_for(scene, role)}
    return Own(
        ranked=tuple(
            wish.wanted_id
            for wish in wishes
            if wish.wanted_id is not None and wish.wanted_id in there and not wish.veto
        ),
        vetoed=tuple(
            wish.wanted_id for wish in wishes if wish.wanted_id is not None and wish.wanted_id in there and wish.veto
        ),
        answered=bool(wishes),
    )


async def keep(scene: Scene, role: Role, ranked: Sequence[int], vetoed: Sequence[int]) -> None:
    organisation = await scene.organisation()
    programme = await scene.storage.organisations.programme(organisation.id)
    await scene.storage.wishes.set(
        organisation.id, programme.id, scene.person.id, role, scene.now, ranked=ranked, vetoed=vetoed
    )


async def unanswered(scene: Scene, roles: Sequence[Role]) -> list[Role]:
    """The sides for which the person has not said anything yet."""
    return [role for role in roles if not (await own(scene, role)).answered]
