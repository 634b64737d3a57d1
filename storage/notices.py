"""Notices: written once by their key, claimed for delivery, closed with what came of it."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_, select, update

from storage.group import Group
from storage.models import Account, Notice, Person

RANDOM_ID_BITS = 31


class Notices(Group):
    async def add(
        self,
        person_id: int,
        kind: str,
        key: str,
        due_at: datetime,
        now: datetime,
        *,
        organisation_id: int | None = None,
        subject: Mapping[str, Any] | None = None,
        account_id: int | None = None,
    ) -> bool:
        """Write a notice unless its key was written before; says whether it is new.

        ``account_id`` is the one chat that it may go to, where the person has no account any more.
        """
        if (await self.session.scalars(select(Notice.id).where(Notice.key == key))).first() is not None:
            return False
        self.session.add(
            Notice(
                person_id=person_id,
                organisation_id=organisation_id,
                kind=kind,
                subject=dict(subject or {}),
                account_id=account_id,
                key=key,
                due_at=due_at,
                random_id=secrets.randbelow(2**RANDOM_ID_BITS - 1) + 1,
                created_at=now,
            )
        )
        await self.session.flush()
        return True

    async def known(self, keys: Sequence[str]) -> set[str]:
        """Which of these keys were written before."""
        return set((await self.session.scalars(select(Notice.key).where(Notice.key.in_(keys)))).all())

    async def get(self, notice_id: int) -> Notice:
        return await self.session.get_one(Notice, notice_id)

    async def find(self, person_id: int, notice_id: int) -> Notice | None:
        """A notice of this very person."""
        notice = await self.session.get(Notice, notice_id)
        return notice if notice is not None and notice.person_id == person_id else None

    async def due(
        self, now: datetime, real_now: datetime, limit: int, platform: str | None = None
    ) -> Sequence[Notice]:
        """Notices to deliver, oldest first: due by business time, not held by a lease that still runs.

        With ``platform`` only those of people who prefer that messenger; "" is for those who prefer none.
        """
        preferred = (
            select(Account.platform)
            .join(Person, Person.preferred_account_id == Account.id)
            .where(Person.id == Notice.person_id)
            .scalar_subquery()
        )
        found = (
            select(Notice)
            .where(
                Notice.due_at <= now,
                Notice.lead_id.is_(None),
                or_(
                    Notice.state == "waiting",
                    (Notice.state == "claimed") & (Notice.claimed_until < real_now),
                ),
            )
            .order_by(Notice.due_at, Notice.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        if platform is not None:
            found = found.where(func.coalesce(preferred, "") == platform)
        return (await self.session.scalars(found)).all()

    async def waiting_of(self, person_id: int, now: datetime, kinds: Sequence[str]) -> Sequence[Notice]:
        """A person's due and unclaimed notices of these kinds, which may share one message."""
        return (await self.waiting_by_person([person_id], now, kinds)).get(person_id, [])

    async def waiting_by_person(
        self, person_ids: Sequence[int], now: datetime, kinds: Sequence[str]
    ) -> dict[int, list[Notice]]:
        """The same for many people at once; who has none is left out."""
        found = select(Notice).where(
            Notice.person_id.in_(person_ids),
            Notice.due_at <= now,
            Notice.state == "waiting",
            Notice.kind.in_(kinds),
            Notice.lead_id.is_(None),
        )
        waiting: dict[int, list[Notice]] = {}
        for notice in await self.session.scalars(found.order_by(Notice.due_at, Notice.id)):
            waiting.setdefault(notice.person_id, []).append(notice)
        return waiting

    async def still_to_hear(self, kind: str, now: datetime) -> set[int]:
        """People who have a notice of this kind before them."""
        found = select(Notice.person_id).where(Notice.kind == kind, Notice.state == "waiting", Notice.due_at > now)
        return set(await self.session.scalars(found))

    async def followers(self, lead_id: int) -> Sequence[Notice]:
        """What the lead's message carries besides the lead itself."""
        return (await self.session.scalars(select(Notice).where(Notice.lead_id == lead_id).order_by(Notice.id))).all()

    def claim(self, lead: Notice, followers: Sequence[Notice], until: datetime) -> None:
        """Take a message for delivery until the real moment ``until``; its composition is fixed from now on."""
        lead.state, lead.claimed_until, lead.attempts = "claimed", until, lead.attempts + 1
        for follower in followers:
            follower.lead_id, follower.state = lead.id, "claimed"

    async def close(self, lead_id: int, state: str, now: datetime, account_id: int | None, problem: str) -> None:
        """End a message, with all that it carries, as ``done``, ``withdrawn`` or ``failed``."""
        await self.session.execute(
            update(Notice)
            .where(or_(Notice.id == lead_id, Notice.lead_id == lead_id))
            .values(
                state=state,
                claimed_until=None,
                account_id=account_id,
                problem=problem,
                sent_at=now if state == "done" else None,
            )
        )

    async def put_off(self, lead_id: int, until: datetime) -> None:
        """Try a claimed message again at the real moment ``until``; what it carries stays together."""
        await self.session.execute(update(Notice).where(Notice.id == lead_id).values(claimed_until=until))

    async def release(self, real_now: datetime) -> None:
        """End all leases: whoever held them is gone."""
        await self.session.execute(update(Notice).where(Notice.state == "claimed").values(claimed_until=real_now))

    async def next_due(self, now: datetime) -> datetime | None:
        """When the next notice is due: one that waits, or a claimed one that was put off to a later hour."""
        ahead = (Notice.state == "waiting") | ((Notice.state == "claimed") & (Notice.due_at > now))
        return (await self.session.scalars(select(func.min(Notice.due_at)).where(ahead))).first()

    async def carry_missed(self, person_id: int, key: str) -> None:
        """Let the notice with this key carry what no messenger could take to the person."""
        lead = (await self.session.scalars(select(Notice).where(Notice.key == key))).one()
        missed = update(Notice).where(
            Notice.person_id == person_id, Notice.state == "failed", Notice.problem == "unreachable"
        )
        await self.session.execute(missed.values(state="claimed", lead_id=lead.id))

    async def last_shown(self, person_id: int) -> datetime | None:
        """When a notice last got through to the person."""
        found = select(func.max(Notice.sent_at)).where(Notice.person_id == person_id)
        return (await self.session.scalars(found)).first()

    async def open_count(self, now: datetime) -> int:
        """How many notices are due and not closed."""
        found = select(func.count()).where(Notice.state.in_(("waiting", "claimed")), Notice.due_at <= now)
        return (await self.session.scalars(found)).one()
