"""Messages to somebody who did not just write: what about, to whom, when; never their text."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.tables import Id, PersonId, Table


class Notice(Table):
    """One notice; ``key`` names what it is about and its date, so that it is written once.

    ``state``: ``waiting``, ``claimed`` (until ``claimed_until``), ``done``, ``withdrawn`` (no longer true) or
    ``failed`` (no account of the person can be reached). ``lead_id`` points to the notice whose message carries
    this one: all of one morning go as one message, shown under the lead's ``random_id``. ``account_id`` is where it
    was shown; before that, the only chat that it may go to.
    """

    __tablename__ = "notice"
    __table_args__ = (
        Index(
            "ix_notice_open",
            "due_at",
            sqlite_where=text("state IN ('waiting', 'claimed')"),
            postgresql_where=text("state IN ('waiting', 'claimed')"),
        ),
    )

    id: Mapped[Id]
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="CASCADE"))
    person_id: Mapped[PersonId]
    kind: Mapped[str]
    subject: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    key: Mapped[str] = mapped_column(unique=True)
    due_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(default="waiting")
    lead_id: Mapped[int | None] = mapped_column(ForeignKey("notice.id", ondelete="SET NULL"), index=True)
    claimed_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    random_id: Mapped[int]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    sent_at: Mapped[datetime | None]
    problem: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]
