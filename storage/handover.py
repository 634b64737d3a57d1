"""What a curator held in her own name passes to the next one: news, ties to rows, posts that wait."""

from collections.abc import Collection

from sqlalchemy import delete, select, update

from storage.group import Group
from storage.models import Notice, Post, Tie

UNFINISHED_POSTS = ("draft", "approved", "failed")


class Handover(Group):
    async def pass_on(self, organisation_id: int, before: int, after: int, kinds: Collection[str]) -> None:
        """Everything open of the person ``before`` is of ``after`` from now on; notices of these ``kinds``."""
        await self._pass_notices(organisation_id, before, after, kinds)
        await self._pass_ties(organisation_id, before, after)
        await self.session.execute(
            update(Post)
            .where(
                Post.organisation_id == organisation_id,
                Post.created_by == before,
                Post.state.in_(UNFINISHED_POSTS),
            )
            .values(created_by=after)
        )

    async def _pass_notices(self, organisation_id: int, before: int, after: int, kinds: Collection[str]) -> None:
        """What both would be told is told once."""
        waiting = select(Notice).where(
            Notice.organisation_id == organisation_id, Notice.state == "waiting", Notice.kind.in_(kinds)
        )
        theirs = (await self.session.scalars(waiting.where(Notice.person_id == after))).all()
        known = [(each.kind, each.subject) for each in theirs]
        for notice in await self.session.scalars(waiting.where(Notice.person_id == before)):
            if (notice.kind, notice.subject) in known:
                notice.state = "withdrawn"
            else:
                notice.person_id = after

    async def _pass_ties(self, organisation_id: int, before: int, after: int) -> None:
        held = Tie.organisation_id == organisation_id
        already = select(Tie.responsible_id).where(held, Tie.person_id == after)
        await self.session.execute(delete(Tie).where(held, Tie.person_id == before, Tie.responsible_id.in_(already)))
        await self.session.execute(update(Tie).where(held, Tie.person_id == before).values(person_id=after))
