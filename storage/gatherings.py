"""Gatherings: who came, and what was answered without a name."""

import secrets
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select

from storage.group import Group
from storage.models import Attendance, Gathering, Person, PollCount, PollVoice

TOKEN_BYTES = 9


class Gatherings(Group):
    async def add(
        self,
        organisation_id: int,
        programme_id: int,
        kind: str,
        starts_at: datetime,
        closes_at: datetime,
        made_by: int,
        now: datetime,
        survey_id: int | None = None,
    ) -> Gathering:
        """A gathering with a link of its own; ``survey_id`` holds the answers of its quick poll, if there is one."""
        gathering = Gathering(
            organisation_id=organisation_id,
            programme_id=programme_id,
            survey_id=survey_id,
            kind=kind,
            token=secrets.token_urlsafe(TOKEN_BYTES),
            starts_at=starts_at,
            closes_at=closes_at,
            made_by=made_by,
            made_at=now,
        )
        self.session.add(gathering)
        await self.session.flush()
        return gathering

    async def get(self, organisation_id: int, gathering_id: int) -> Gathering | None:
        gathering = await self.session.get(Gathering, gathering_id)
        return gathering if gathering is not None and gathering.organisation_id == organisation_id else None

    async def find(self, gathering_id: int) -> Gathering | None:
        """A gathering of any organisation, for whoever has opened its link."""
        return await self.session.get(Gathering, gathering_id)

    async def by_token(self, token: str) -> Gathering | None:
        return (await self.session.scalars(select(Gathering).where(Gathering.token == token))).one_or_none()

    async def by_survey(self, survey_id: int) -> Gathering | None:
        return (await self.session.scalars(select(Gathering).where(Gathering.survey_id == survey_id))).one_or_none()

    async def of_organisation(self, organisation_id: int) -> Sequence[Gathering]:
        """All gatherings, the latest first."""
        found = select(Gathering).where(Gathering.organisation_id == organisation_id)
        return (await self.session.scalars(found.order_by(Gathering.starts_at.desc(), Gathering.id.desc()))).all()

    async def remove(self, gathering: Gathering) -> None:
        await self.session.delete(gathering)
        await self.session.flush()

    async def arrive(self, gathering: Gathering, person_id: int, now: datetime) -> bool:
        """«Я здесь»; false when the person has said so before."""
        if await self.is_there(gathering.id, person_id):
            return False
        self.session.add(
            Attendance(
                organisation_id=gathering.organisation_id,
                gathering_id=gathering.id,
                person_id=person_id,
                came_at=now,
            )
        )
        await self.session.flush()
        return True

    async def is_there(self, gathering_id: int, person_id: int) -> bool:
        found = select(Attendance.id).where(
            Attendance.gathering_id == gathering_id, Attendance.person_id == person_id
        )
        return (await self.session.scalars(found)).first() is not None

    async def arrived(self, gathering_id: int) -> Sequence[tuple[Attendance, Person]]:
        """Who came, by name."""
        found = (
            select(Attendance, Person)
            .join(Person, Person.id == Attendance.person_id)
            .where(Attendance.gathering_id == gathering_id)
            .order_by(Person.name_folded, Person.id)
        )
        return [(attendance, person) for attendance, person in await self.session.execute(found)]

    async def count(self, gathering_id: int) -> int:
        found = select(func.count()).where(Attendance.gathering_id == gathering_id)
        return (await self.session.scalars(found)).one()

    async def voice(self, gathering: Gathering, platform: str, external_id: int) -> PollVoice:
        """How far an account has answered without a name; which account it is cannot be read from the row."""
        hashed = self.cipher.hash(f"gathering:{gathering.id}:{platform}:{external_id}")
        found = select(PollVoice).where(PollVoice.gathering_id == gathering.id, PollVoice.hash == hashed)
        voice = (await self.session.scalars(found)).one_or_none()
        if voice is None:
            voice = PollVoice(
                organisation_id=gathering.organisation_id, gathering_id=gathering.id, hash=hashed, answered=0
            )
            self.session.add(voice)
            await self.session.flush()
        return voice

    async def count_answer(self, gathering: Gathering, voice: PollVoice, question: str, answer: str) -> None:
        """One more answer without a name."""
        found = select(PollCount).where(
            PollCount.gathering_id == gathering.id, PollCount.question == question, PollCount.answer == answer
        )
        row = (await self.session.scalars(found)).one_or_none()
        if row is None:
            row = PollCount(
                organisation_id=gathering.organisation_id,
                gathering_id=gathering.id,
                question=question,
                answer=answer,
                count=0,
            )
            self.session.add(row)
        row.count += 1
        if voice.answered == 0:
            gathering.unnamed += 1
        voice.answered += 1
        await self.session.flush()

    async def counts(self, gathering_id: int) -> dict[tuple[str, str], int]:
        """Question and answer → how many said so without a name."""
        found = select(PollCount).where(PollCount.gathering_id == gathering_id)
        return {(row.question, row.answer): row.count for row in await self.session.scalars(found)}

    async def forget_voices(self, now: datetime) -> None:
        """Of gatherings that are over only counts stay."""
        over = select(Gathering.id).where(Gathering.closes_at <= now)
        await self.session.execute(delete(PollVoice).where(PollVoice.gathering_id.in_(over)))
