"""The tie itself: names of the roadmap that is followed, who stands behind them, and the way back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from domain.roadmap.wording import fold
from handlers.roadmap.given import tell_people
from handlers.screen import Button
from handlers.status import name_of
from handlers.undo import decided, reversal
from handlers.veil import veiled
from handlers.visit import Scene, Visit
from storage.models import Decision, Responsible
from storage.responsible import Behind


async def names_in_use(scene: Scene) -> list[Responsible]:
    """The names that rows of the followed roadmap bear, those that differ only in capitals and the like once."""
    organisation = await scene.organisation()
    active = await scene.storage.roadmaps.active(organisation.id)
    if active is None:
        return []
    used = {name for each in await scene.storage.roadmaps.milestones(active.id) for name in each.responsible}
    found: dict[str, Responsible] = {}
    for each in await scene.storage.responsible.of(active.id):
        if each.name in used:
            found.setdefault(fold(each.name), each)
    return list(found.values())


async def of_followed(scene: Scene, responsible_id: int) -> Responsible | None:
    """A name of the roadmap that the organisation follows now."""
    organisation = await scene.organisation()
    name = await scene.storage.responsible.get(organisation.id, responsible_id)
    active = await scene.storage.roadmaps.active(organisation.id)
    return name if name is not None and active is not None and name.roadmap_id == active.id else None


async def behind_words(scene: Scene, behind: Behind) -> str:
    """The people and roles behind a name, in words; a role that nobody holds is said to be empty."""
    organisation = await scene.organisation()
    found = await scene.storage.people.by_id(behind.people)
    known = {each.id: each for each in await veiled(scene, found.values())}
    held = frozenset().union(*(await scene.storage.people.roles(organisation.id)).values())
    people = [name_of(scene, known[each]) for each in behind.people if each in known]
    keys = {role: "who-role" if role in held else "who-role-empty" for role in behind.roles}
    return ", ".join([*people, *(scene.texts(key, role=role) for role, key in keys.items())])


def with_tick(behind: Behind, person: int, role: str, *, on: bool) -> Behind:
    """Who stands behind a name once ``person``, or else ``role``, is ticked or no longer ticked."""
    people = tuple(each for each in behind.people if each != person)
    roles = tuple(each for each in behind.roles if each != role)
    return Behind((*people, person) if person and on else people, (*roles, role) if role and on else roles)


async def tie(visit: Visit, ties: Mapping[int, Behind]) -> Button:
    """Tie names (responsible id → who stands behind it), with all that are spelled alike; tell whoever is new."""
    wanted: dict[int, tuple[Responsible, Behind]] = {}
    for responsible_id, behind in ties.items():
        for each in await spelled_alike(visit, responsible_id):
            wanted[each.id] = (each, behind)
    before = await visit.storage.responsible.behind(name for name, _ in wanted.values())
    after = {each: behind for each, (_, behind) in wanted.items()}
    undo = await decided(visit, "roadmap-tie", before=_kept(before), after=_kept(after))
    for name, behind in wanted.values():
        await visit.storage.responsible.tie(name, behind)
    await tell_people(visit, await new_people(visit, before.values(), after.values()))
    return undo


async def spelled_alike(scene: Scene, responsible_id: int) -> Sequence[Responsible]:
    """The name with those of its roadmap that differ only in capitals and the like."""
    name = await of_followed(scene, responsible_id)
    names = await scene.storage.responsible.of(name.roadmap_id) if name is not None else []
    return [each for each in names if name is not None and fold(each.name) == fold(name.name)]


async def new_people(scene: Scene, before: Iterable[Behind], after: Iterable[Behind]) -> set[int]:
    return await people_of(scene, after) - await people_of(scene, before)


async def people_of(scene: Scene, behind: Iterable[Behind]) -> set[int]:
    """The people behind, those who hold the roles included."""
    organisation = await scene.organisation()
    held = await scene.storage.people.roles(organisation.id)
    people: set[int] = set()
    for each in behind:
        people |= set(each.people) | {person for person, roles in held.items() if roles & set(each.roles)}
    return people


def _kept(behind: Mapping[int, Behind]) -> dict[str, dict[str, Any]]:
    return {str(each): {part: list(of) for part, of in asdict(who).items()} for each, who in behind.items()}


@reversal("roadmap-tie")
async def undo_tie(visit: Visit, decision: Decision) -> bool:
    """Back to who stood behind the names, unless somebody else has tied them since."""
    before: dict[str, dict[str, list[Any]]] = decision.before["before"]
    names = [name for each in before if (name := await of_followed(visit, int(each))) is not None]
    if len(names) < len(before) or _kept(await visit.storage.responsible.behind(names)) != decision.before["after"]:
        return False
    for name in names:
        kept = before[str(name.id)]
        await visit.storage.responsible.tie(name, Behind(tuple(kept["people"]), tuple(kept["roles"])))
    return True
