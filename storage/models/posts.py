"""Posts for the rubric of the VK community."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.tables import Id, MaybePersonId, OrganisationId, Table


class Rubric(Table):
    __tablename__ = "rubric"
    __table_args__ = (UniqueConstraint("organisation_id", "title"),)

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    title: Mapped[str]
    hashtag: Mapped[str]


class Post(Table):
    """A post; ``state``: ``draft``, ``approved`` (waits for its time), ``published``, ``failed`` or ``cancelled``.

    ``guid`` lets VK recognise a repeated call.
    """

    __tablename__ = "post"

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    rubric_id: Mapped[int] = mapped_column(ForeignKey("rubric.id", ondelete="CASCADE"))
    text: Mapped[str]
    state: Mapped[str] = mapped_column(default="draft")
    guid: Mapped[str]
    created_at: Mapped[datetime]
    created_by: Mapped[MaybePersonId | None]
    publish_at: Mapped[datetime | None] = mapped_column(index=True)
    claimed_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    published_at: Mapped[datetime | None]
    link: Mapped[str] = mapped_column(default="")
    problem: Mapped[str] = mapped_column(default="")
