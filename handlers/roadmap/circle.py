"""The people around an organisation's rows: who answers for a row, and who hears of it when it is late."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.people import Role
from domain.reminders import Kind
from handlers.visit import Scene
from storage.models import Notice
from storage.roadmaps import Row

TO_HEAD = "to-head"


@dataclass(frozen=True, slots=True)
class Circle:
    """``tied``: responsible name of the paper → the people behind it; the others hold their roles."""

    tied: Mapping[str, tuple[int, ...]]
    curators: frozenset[int]
    heads: frozenset[int]
    coordinators: frozenset[int]
    district_curators: frozenset[int]

    def responsible(self, row: Row) -> frozenset[int]:
        return frozenset(person for name in row.milestone.responsible for person in self.tied.get(name, ()))

    def names_of(self, row: Row, person_id: int) -> list[str]:
        """The names and posts of the row's paper behind which the person stands."""
        return [name for name in row.milestone.responsible if person_id in self.tied.get(name, ())]

    def hear(self, notice: Notice, row: Row) -> frozenset[int]:
        """Whom the notice may speak to; the curators stand in where nobody is tied to the row.

        Only who keeps a paper is asked for a date that it does not give.
        """
        if notice.kind == Kind.ESCALATED:
            return self.heads if step_of(notice) == TO_HEAD else self.coordinators
        if notice.kind == Kind.ASK_DATE:
            return self.district_curators if row.is_from_district else self.curators
        if notice.kind == Kind.OVERDUE:
            return self.responsible(row) | self.curators
        return self.responsible(row) or self.curators


def step_of(notice: Notice) -> str:
    """The step that the notice's key names (``task:<id>:<day>:<step>:…``)."""
    return notice.key.split(":")[3]


async def circle_of(scene: Scene, organisation_id: int) -> Circle:
    above = (await scene.storage.organisations.get(organisation_id)).parent_id
    return Circle(
        tied=await scene.storage.responsible.tied(organisation_id),
        curators=await holding(scene, organisation_id, Role.CURATOR),
        heads=await holding(scene, organisation_id, Role.HEAD),
        coordinators=await holding(scene, above, Role.COORDINATOR) if above is not None else frozenset(),
        district_curators=await holding(scene, above, Role.CURATOR) if above is not None else frozenset(),
    )


async def holding(scene: Scene, organisation_id: int, role: Role) -> frozenset[int]:
    return frozenset(person.id for person in await scene.storage.people.members(organisation_id, role))
