"""Posts for the rubrics of the VK community."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, or_, select, update

from storage.group import Group
from storage.models import Post, Rubric


class Posts(Group):
    async def rubric(self, organisation_id: int, title: str, hashtag: str) -> Rubric:
        """The organisation's rubric of this title, made when it is asked for the first time."""
        found = select(Rubric).where(Rubric.organisation_id == organisation_id, Rubric.title == title)
        rubric = (await self.session.scalars(found)).one_or_none()
        if rubric is None:
            rubric = Rubric(organisation_id=organisation_id, title=title, hashtag=hashtag)
            self.session.add(rubric)
            await self.session.flush()
        return rubric

    async def rubrics(self, organisation_id: int) -> Sequence[Rubric]:
        """The organisation's rubrics, the oldest first."""
        found = select(Rubric).where(Rubric.organisation_id == organisation_id).order_by(Rubric.id)
        return (await self.session.scalars(found)).all()

    async def rubric_by_id(self, organisation_id: int, rubric_id: int) -> Rubric | None:
        rubric = await self.session.get(Rubric, rubric_id)
        return rubric if rubric is not None and rubric.organisation_id == organisation_id else None

    async def draft(self, rubric: Rubric, text: str, created_by: int, now: datetime) -> Post:
        post = Post(
            organisation_id=rubric.organisation_id,
            rubric_id=rubric.id,
            text=text,
            state="draft",
            guid=uuid.uuid4().hex,
            created_at=now,
            created_by=created_by,
        )
        self.session.add(post)
        await self.session.flush()
        return post

    async def get(self, organisation_id: int, post_id: int) -> Post | None:
        post = await self.session.get(Post, post_id)
        return post if post is not None and post.organisation_id == organisation_id else None

    async def of_organisation(self, organisation_id: int) -> Sequence[Post]:
        """All posts but the cancelled ones, the newest first."""
        found = select(Post).where(Post.organisation_id == organisation_id, Post.state != "cancelled")
        return (await self.session.scalars(found.order_by(Post.id.desc()))).all()

    async def claim_due(self, now: datetime, real_now: datetime, until: datetime) -> Post | None:
        """Take one approved post whose time has come, until the real moment ``until``."""
        found = (
            select(Post)
            .where(
                Post.state == "approved",
                Post.publish_at <= now,
                or_(Post.claimed_until.is_(None), Post.claimed_until < real_now),
            )
            .order_by(Post.publish_at, Post.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        post = (await self.session.scalars(found)).one_or_none()
        if post is not None:
            post.claimed_until, post.attempts = until, post.attempts + 1
        return post

    async def release(self) -> None:
        """End all leases: whoever held them is gone."""
        await self.session.execute(update(Post).where(Post.state == "approved").values(claimed_until=None))

    async def next_due(self) -> datetime | None:
        """When the next post is to be published; one that was tried waits for its lease, in real time."""
        found = select(func.min(Post.publish_at)).where(Post.state == "approved", Post.claimed_until.is_(None))
        return (await self.session.scalars(found)).first()
