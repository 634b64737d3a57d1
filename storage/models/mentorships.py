"""Pairs and groups, and their meetings."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.tables import Id, MaybePersonId, OrganisationId, PersonId, Table


class Mentorship(Table):
    """One mentor with one or more mentees; ``status`` and, once closed, ``ending`` are of ``domain.statuses``."""

    __tablename__ = "mentorship"

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id", ondelete="CASCADE"))
    mentor_id: Mapped[PersonId]
    status: Mapped[str]
    mentor_agreed_at: Mapped[datetime | None]
    proposed_at: Mapped[datetime]
    proposed_by: Mapped[MaybePersonId | None]
    closed_at: Mapped[datetime | None]
    ending: Mapped[str | None]


class Mentee(Table):
    """A mentee's place in a mentorship; ``live`` guards that nobody has two mentors in one programme."""

    __tablename__ = "mentee"
    __table_args__ = (
        UniqueConstraint("mentorship_id", "person_id"),
        Index(
            "uq_mentee_live",
            "programme_id",
            "person_id",
            unique=True,
            sqlite_where=text("live"),
            postgresql_where=text("live"),
        ),
    )

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id", ondelete="CASCADE"))
    mentorship_id: Mapped[int] = mapped_column(ForeignKey("mentorship.id", ondelete="CASCADE"))
    person_id: Mapped[PersonId]
    agreed_at: Mapped[datetime | None]
    live: Mapped[bool] = mapped_column(default=True)


class Meeting(Table):
    """A meeting of a mentorship; ``status`` is ``planned``, ``held``, ``moved``, ``missed`` or ``cancelled``."""

    __tablename__ = "meeting"

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    mentorship_id: Mapped[int] = mapped_column(ForeignKey("mentorship.id", ondelete="CASCADE"), index=True)
    starts_at: Mapped[datetime] = mapped_column(index=True)
    status: Mapped[str] = mapped_column(default="planned")
    set_by: Mapped[MaybePersonId | None]
    set_at: Mapped[datetime]
    outcome_by: Mapped[MaybePersonId | None]
    outcome_at: Mapped[datetime | None]
