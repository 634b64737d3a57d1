"""Wishes of, and for, two records that become one."""

from collections.abc import Sequence

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Wish


async def join_wishes(session: AsyncSession, kept_id: int, other_id: int) -> None:
    """Of two lists of wishes the later one stays; somebody who named both records has named one person."""
    both = (kept_id, other_id)
    found = select(Wish).where(or_(Wish.person_id.in_(both), Wish.wanted_id.in_(both)))
    wishes = (await session.scalars(found.order_by(Wish.id))).all()
    own = [wish for wish in wishes if wish.person_id in both]
    gone = [
        *(wish for wish in own if wish.wanted_id in both),
        *outdated(own),
        *repeated([wish for wish in wishes if wish.person_id not in both]),
    ]
    for wish in {wish.id: wish for wish in gone}.values():
        await session.delete(wish)
    await session.flush()


def outdated(own: Sequence[Wish]) -> list[Wish]:
    """Wishes of the record that wished earlier, for each programme and side."""
    last: dict[tuple[int, str], Wish] = {}
    for wish in own:
        key = (wish.programme_id, wish.role)
        if key not in last or wish.wished_at >= last[key].wished_at:
            last[key] = wish
    return [wish for wish in own if wish.person_id != last[wish.programme_id, wish.role].person_id]


def repeated(named: Sequence[Wish]) -> list[Wish]:
    """The weaker of two wishes of one person: a veto is stronger than a wish, and a dearer wish than another."""
    first: dict[tuple[int, int, str], Wish] = {}
    for wish in sorted(named, key=lambda each: (not each.veto, each.rank)):
        first.setdefault((wish.programme_id, wish.person_id, wish.role), wish)
    return [wish for wish in named if first[wish.programme_id, wish.person_id, wish.role] is not wish]
