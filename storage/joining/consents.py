"""Consents of two records that become one: all stay, and the last word of the person is in force."""

from collections.abc import Sequence
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.consents import LATER_KINDS
from storage.models import Consent


async def join_consents(session: AsyncSession, kept_id: int, other_id: int) -> None:
    """End what a later consent of the same giver, or a later withdrawal, has replaced."""
    both = (kept_id, other_id)
    found = select(Consent).where(Consent.person_id.in_(both) | Consent.given_by.in_(both))
    rows = (await session.scalars(found.order_by(Consent.id))).all()

    def matter(row: Consent) -> tuple[int, int, str]:
        return (kept_id if row.person_id in both else row.person_id, row.organisation_id, row.kind)

    for (_, _, kind), group in groupby(sorted(rows, key=matter), matter):
        same = list(group)
        if kind in LATER_KINDS:
            heed_withdrawals(same)
        replace_earlier(same, both)
    await session.flush()


def heed_withdrawals(consents: Sequence[Consent]) -> None:
    """Who took the consent back in one record meant the older one of the other too."""
    withdrawn = [row.withdrawn_at for row in consents if row.withdrawn_at is not None]
    for row in consents:
        if row.withdrawn_at is None:
            row.withdrawn_at = min((day for day in withdrawn if day > row.given_at), default=None)


def replace_earlier(consents: Sequence[Consent], both: tuple[int, int]) -> None:
    """Of the consents that one giver has in force the last one stays; the one before ended when it was given."""
    in_force: dict[int | None, Consent] = {}
    for row in sorted(consents, key=lambda each: each.given_at):
        giver = both[0] if row.given_by in both else row.given_by
        if row.withdrawn_at is not None or giver is None:
            continue
        if giver in in_force:
            in_force[giver].withdrawn_at = row.given_at
        in_force[giver] = row
