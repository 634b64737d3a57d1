"""Decisions that can be taken back, and letters between participants and curators."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select

from domain.people import Role
from storage.group import Group
from storage.models import Decision, Letter


class Conversation(Group):
    async def decide(
        self, organisation_id: int, person_id: int, kind: str, before: Mapping[str, Any], now: datetime
    ) -> Decision:
        """Remember a one-tap decision and what was before it."""
        decision = Decision(
            organisation_id=organisation_id, person_id=person_id, kind=kind, before=dict(before), made_at=now
        )
        self.session.add(decision)
        await self.session.flush()
        return decision

    async def decision(self, person_id: int, decision_id: int) -> Decision | None:
        """A decision of this very person."""
        decision = await self.session.get(Decision, decision_id)
        return decision if decision is not None and decision.person_id == person_id else None

    async def add_letter(
        self, organisation_id: int, person_id: int, text: str, now: datetime, addressed_to: str = Role.CURATOR
    ) -> Letter:
        letter = Letter(
            organisation_id=organisation_id,
            person_id=person_id,
            addressed_to=addressed_to,
            text=self.cipher.encrypt(text.encode()),
            sent_at=now,
        )
        self.session.add(letter)
        await self.session.flush()
        return letter

    async def letter(self, organisation_id: int, letter_id: int) -> Letter | None:
        letter = await self.session.get(Letter, letter_id)
        return letter if letter is not None and letter.organisation_id == organisation_id else None

    async def open_letters(self, organisation_id: int) -> Sequence[Letter]:
        found = select(Letter).where(Letter.organisation_id == organisation_id, Letter.answered_at.is_(None))
        return (await self.session.scalars(found.order_by(Letter.id))).all()

    def answer_letter(self, letter: Letter, answer: str, answered_by: int, now: datetime) -> None:
        letter.answer = self.cipher.encrypt(answer.encode())
        letter.answered_by, letter.answered_at = answered_by, now

    def seal(self, text: str) -> str:
        """Words that wait for a button, encrypted as text."""
        return self.cipher.encrypt(text.encode()).decode("ascii")

    def unseal(self, sealed: str) -> str:
        return self.cipher.decrypt(sealed.encode("ascii")).decode()

    def words(self, content: bytes) -> str:
        """The decrypted text of a letter or of its answer."""
        return self.cipher.decrypt(content).decode()
