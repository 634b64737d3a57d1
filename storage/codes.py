"""One-time codes: made once, kept as a keyed hash, spent by one person."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select, update

from storage.group import Group
from storage.models import Code

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # without 0, O, 1 and I, which people mix up
LENGTH = 8

ROLE, HANDOVER = "role", "handover"
"""Purposes of codes that give a role in an organisation."""
ARRIVAL = "arrival"
"""Purpose of the code by which somebody without a messenger comes to one."""


def make_code() -> str:
    """A code of 40 random bits as people type it: ``K7QF-29MX``."""
    return spelled("".join(secrets.choice(ALPHABET) for _ in range(LENGTH)))


def spelled(letters: str) -> str:
    """A tidy code as it is shown."""
    return f"{letters[:4]}-{letters[4:]}"


LOOKALIKES = str.maketrans("АВЕКМНРСТУХІ1I", "ABEKMHPCTYXLLL")
"""Russian letters that look like ours, and what is taken for an L."""


def tidy(code: str) -> str:
    """A typed code as it was made: big Latin letters, no blanks and dashes."""
    return "".join(letter for letter in code.upper().translate(LOOKALIKES) if letter.isalnum())


class Codes(Group):
    async def make(
        self,
        purpose: str,
        lifetime: timedelta,
        now: datetime,
        person_id: int | None = None,
        *,
        organisation_id: int | None = None,
        account_id: int | None = None,
        role: str = "",
        made_by: int | None = None,
    ) -> str:
        """A new code; it is shown once, since only its hash is kept."""
        code = make_code()
        self.session.add(
            Code(
                purpose=purpose,
                hash=self.cipher.hash(tidy(code)),
                person_id=person_id,
                organisation_id=organisation_id,
                account_id=account_id,
                role=role,
                made_by=made_by,
                created_at=now,
                expires_at=now + lifetime,
            )
        )
        await self.session.flush()
        return code

    async def find(self, code: str, now: datetime) -> Code | None:
        """The unspent code that still holds, if this is one."""
        found = select(Code).where(
            Code.hash == self.cipher.hash(tidy(code)), Code.used_at.is_(None), Code.expires_at > now
        )
        return (await self.session.scalars(found)).one_or_none()

    async def get(self, code_id: int) -> Code | None:
        return await self.session.get(Code, code_id)

    async def waiting(self, organisation_id: int, now: datetime) -> Sequence[Code]:
        """Codes for roles in the organisation that nobody has entered yet, the oldest first."""
        found = select(Code).where(
            Code.organisation_id == organisation_id,
            Code.purpose.in_((ROLE, HANDOVER)),
            Code.used_at.is_(None),
            Code.expires_at > now,
        )
        return (await self.session.scalars(found.order_by(Code.id))).all()

    async def taken(self, organisation_id: int, person_id: int) -> Sequence[Code]:
        """Codes by which the person has come to roles in the organisation."""
        found = select(Code).where(
            Code.organisation_id == organisation_id,
            Code.purpose.in_((ROLE, HANDOVER)),
            Code.person_id == person_id,
            Code.used_at.is_not(None),
        )
        return (await self.session.scalars(found.order_by(Code.id))).all()

    async def take_back(self, code: Code) -> None:
        """Nobody can enter the code any more."""
        await self.session.delete(code)
        await self.session.flush()

    async def spend(self, code: Code, now: datetime) -> bool:
        """Use the code up; false when somebody else was quicker."""
        spent = update(Code).where(Code.id == code.id, Code.used_at.is_(None)).values(used_at=now)
        return (await self.session.execute(spent.returning(Code.id))).first() is not None
