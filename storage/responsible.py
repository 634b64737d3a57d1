"""Who stands behind the responsible posts and names of a roadmap: people, or roles of the organisation."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import and_, delete, func, or_, select

from storage.group import Group
from storage.models import Membership, Responsible, Roadmap, Tie


@dataclass(frozen=True, slots=True)
class Behind:
    """The people and the roles that a responsible name is tied to."""

    people: tuple[int, ...] = ()
    roles: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.people or self.roles)


class ResponsibleNames(Group):
    async def of(self, roadmap_id: int) -> Sequence[Responsible]:
        found = select(Responsible).where(Responsible.roadmap_id == roadmap_id).order_by(Responsible.id)
        return (await self.session.scalars(found)).all()

    async def get(self, organisation_id: int, responsible_id: int) -> Responsible | None:
        responsible = await self.session.get(Responsible, responsible_id)
        return responsible if responsible is not None and responsible.organisation_id == organisation_id else None

    async def add(self, roadmap: Roadmap, names: Mapping[str, Behind]) -> None:
        """Keep responsible names, each with who stands behind it; what is kept already stays as it is."""
        known = {each.name for each in await self.of(roadmap.id)}
        for name, behind in names.items():
            if name in known:
                continue
            kept = Responsible(organisation_id=roadmap.organisation_id, roadmap_id=roadmap.id, name=name)
            self.session.add(kept)
            await self.session.flush()
            await self.tie(kept, behind)

    async def tie(self, responsible: Responsible, behind: Behind) -> None:
        """From now on exactly these stand behind the name."""
        await self.session.execute(delete(Tie).where(Tie.responsible_id == responsible.id))
        about = {"organisation_id": responsible.organisation_id, "responsible_id": responsible.id}
        self.session.add_all(Tie(**about, person_id=person) for person in behind.people)
        self.session.add_all(Tie(**about, role=role) for role in behind.roles)
        await self.session.flush()

    async def behind(self, responsible: Iterable[Responsible]) -> dict[int, Behind]:
        """Responsible id → who stands behind the name, for all of ``responsible``."""
        ids = [each.id for each in responsible]
        ties: dict[int, list[Tie]] = defaultdict(list)
        for tie in await self.session.scalars(select(Tie).where(Tie.responsible_id.in_(ids)).order_by(Tie.id)):
            ties[tie.responsible_id].append(tie)
        return {each: _behind(ties[each]) for each in ids}

    async def tied(self, organisation_id: int) -> dict[str, tuple[int, ...]]:
        """Responsible name → the people behind it today (roles resolved), for the roadmap that is followed now."""
        holds = and_(
            Membership.role == Tie.role,
            Membership.organisation_id == Tie.organisation_id,
            Membership.left_at.is_(None),
        )
        person = func.coalesce(Tie.person_id, Membership.person_id)
        found = (
            select(Responsible.name, person)
            .join(Roadmap, Roadmap.id == Responsible.roadmap_id)
            .join(Tie, Tie.responsible_id == Responsible.id)
            .outerjoin(Membership, holds)
            .where(Responsible.organisation_id == organisation_id, Roadmap.state == "active")
            .where(or_(Tie.person_id.is_not(None), Membership.person_id.is_not(None)))
            .order_by(Tie.id, Membership.id)
        )
        people: dict[str, dict[int, None]] = defaultdict(dict)
        for name, person_id in await self.session.execute(found):
            people[name][person_id] = None
        return {name: tuple(each) for name, each in people.items()}


def _behind(ties: Sequence[Tie]) -> Behind:
    return Behind(
        tuple(tie.person_id for tie in ties if tie.person_id is not None),
        tuple(tie.role for tie in ties if tie.role is not None),
    )
