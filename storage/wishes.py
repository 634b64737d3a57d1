"""Wishes after the networking meeting; whoever was named never reads them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select

from storage.group import Group
from storage.models import Wish


class Wishes(Group):
    async def of_person(self, programme_id: int, person_id: int, role: str) -> Sequence[Wish]:
        """The person's own wishes as a mentor or a mentee, the dearest first, vetoes before them."""
        found = select(Wish).where(Wish.programme_id == programme_id, Wish.person_id == person_id, Wish.role == role)
        return (await self.session.scalars(found.order_by(Wish.rank, Wish.id))).all()

    async def of_programme(self, organisation_id: int, programme_id: int) -> Sequence[Wish]:
        """Everybody's, for the curator."""
        found = select(Wish).where(Wish.organisation_id == organisation_id, Wish.programme_id == programme_id)
        return (await self.session.scalars(found.order_by(Wish.id))).all()

    async def set(
        self,
        organisation_id: int,
        programme_id: int,
        person_id: int,
        role: str,
        now: datetime,
        *,
        ranked: Sequence[int],
        vetoed: Sequence[int],
    ) -> None:
        """The person's wishes from now on; with neither wishes nor vetoes «Пока никого» is kept."""
        await self.session.execute(
            delete(Wish).where(Wish.programme_id == programme_id, Wish.person_id == person_id, Wish.role == role)
        )
        wishes: list[tuple[int | None, int, bool]] = [(wanted, rank, False) for rank, wanted in enumerate(ranked, 1)]
        wishes += [(wanted, 0, True) for wanted in vetoed]
        for wanted, rank, veto in wishes or [(None, 0, False)]:
            self.session.add(
                Wish(
                    organisation_id=organisation_id,
                    programme_id=programme_id,
                    person_id=person_id,
                    role=role,
                    wanted_id=wanted,
                    rank=rank,
                    veto=veto,
                    wished_at=now,
                )
            )
        await self.session.flush()
