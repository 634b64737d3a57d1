"""Who of a list is new, who takes part already, and who was invited by name before."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.consents import Use
from domain.people_lists import Draft, name_key
from handlers.visit import Scene
from storage.imports import Invited


@dataclass(frozen=True, slots=True)
class Sorted:
    """A list's people by what is known of them."""

    new: tuple[Draft, ...]
    here: tuple[Draft, ...]
    invited: tuple[Draft, ...]


async def sort_out(scene: Scene, drafts: Sequence[Draft]) -> Sorted:
    """Names are compared whatever the order of their words, and with ё as е."""
    organisation = await scene.organisation()
    here = await keys_of_members(scene, organisation.id)
    invited = {each.key for each in await scene.storage.imports.waiting(organisation.id)} - here
    keyed = [(name_key(draft.name), draft) for draft in drafts]
    return Sorted(
        new=tuple(draft for key, draft in keyed if key not in here and key not in invited),
        here=tuple(draft for key, draft in keyed if key in here),
        invited=tuple(draft for key, draft in keyed if key in invited),
    )


async def keys_of_members(scene: Scene, organisation_id: int) -> set[str]:
    """Everybody who has a role here, or has had one and whose consent still holds."""
    members = await scene.storage.people.members(organisation_id)
    agreed = await scene.storage.people.by_id(list(await scene.storage.consents.allowing(organisation_id, Use.KEEP)))
    return {name_key(person.name) for person in (*members, *agreed.values()) if person.name}


async def still_awaited(scene: Scene, organisation_id: int) -> list[Invited]:
    """Those invited by name who have neither come by their own invitation nor by another."""
    here = await keys_of_members(scene, organisation_id)
    return [each for each in await scene.storage.imports.waiting(organisation_id) if each.key not in here]
