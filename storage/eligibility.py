"""The curator's marks: who may be a mentor, with which qualification category, and why not yet."""

from datetime import datetime

from sqlalchemy import select

from domain.people import Grade
from storage.group import Group
from storage.models import Eligibility


class Eligibilities(Group):
    async def of_person(self, person_id: int, organisation_id: int) -> Eligibility | None:
        found = select(Eligibility).where(
            Eligibility.person_id == person_id, Eligibility.organisation_id == organisation_id
        )
        return (await self.session.scalars(found)).one_or_none()

    async def mark(self, person_id: int, organisation_id: int, now: datetime) -> Eligibility:
        """The person's mark, to be changed; made where there is none."""
        mark = await self.of_person(person_id, organisation_id)
        if mark is None:
            mark = Eligibility(person_id=person_id, organisation_id=organisation_id, grade=Grade.NONE)
            self.session.add(mark)
        mark.marked_at = now
        await self.session.flush()
        return mark

    async def grades(self, organisation_id: int) -> dict[int, Grade]:
        """Person → the qualification that the curator has marked; who has none is not in it."""
        found = select(Eligibility.person_id, Eligibility.grade).where(
            Eligibility.organisation_id == organisation_id, Eligibility.grade.not_in(("", Grade.NONE))
        )
        return {person_id: Grade(grade) for person_id, grade in await self.session.execute(found)}

    async def barred(self, organisation_id: int) -> frozenset[int]:
        """Those who may not be mentors yet."""
        found = select(Eligibility.person_id).where(
            Eligibility.organisation_id == organisation_id, Eligibility.may_mentor.is_(False)
        )
        return frozenset((await self.session.scalars(found)).all())

    def reason(self, mark: Eligibility) -> str:
        return self.cipher.decrypt(mark.reason).decode() if mark.reason is not None else ""

    def set_reason(self, mark: Eligibility, reason: str) -> None:
        mark.reason = self.cipher.encrypt(reason.encode()) if reason else None
