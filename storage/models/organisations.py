"""Organisations, their programmes and calendars, and the codes and links that let people in."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.tables import Id, MaybePersonId, OrganisationId, Table


class Organisation(Table):
    """A region, a district or an organisation: a tree by ``parent_id``."""

    __tablename__ = "organisation"

    id: Mapped[Id]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    level: Mapped[str] = mapped_column(default="organisation")
    name: Mapped[str]
    timezone: Mapped[str]
    head_name: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]


class Programme(Table):
    """The mentoring programme of one organisation in one school year, both dates inclusive."""

    __tablename__ = "programme"

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    starts: Mapped[date]
    ends: Mapped[date]
    created_at: Mapped[datetime]


class DayOff(Table):
    """A day that differs from the plain week: a holiday, or a working Saturday (``is_off`` false)."""

    __tablename__ = "day_off"
    __table_args__ = (UniqueConstraint("organisation_id", "day"),)

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    day: Mapped[date]
    is_off: Mapped[bool]
    title: Mapped[str]


class SchoolHoliday(Table):
    """The organisation's own break, both dates inclusive."""

    __tablename__ = "school_holiday"

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    starts: Mapped[date]
    ends: Mapped[date]


class Invitation(Table):
    """A link that may be shown to many: whoever opens it takes part in this organisation's programme.

    ``category`` is the ``domain.people.Category`` that it is meant for; ``code`` is typed by who has no link.
    """

    __tablename__ = "invitation"
    __table_args__ = (
        Index(
            "uq_invitation_open",
            "organisation_id",
            "category",
            unique=True,
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
    )

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id", ondelete="CASCADE"))
    category: Mapped[str] = mapped_column(default="teacher")
    token: Mapped[str] = mapped_column(unique=True)
    code: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]


class Code(Table):
    """A one-time code for one person, kept as a keyed hash.

    ``purpose`` is ``organisation`` (take a new organisation as its curator), ``account`` (join a second messenger),
    ``district`` (an organisation joins the district ``organisation_id``), ``role`` (take ``role`` in
    ``organisation_id``), ``handover`` (take that organisation over), ``guardian`` (consent for the child), or
    ``arrival`` (somebody without a messenger comes to one). ``person_id`` is whom it is about, ``account_id`` the
    account of a child who is no person yet, ``made_by`` who had it made.
    """

    __tablename__ = "code"

    id: Mapped[Id]
    purpose: Mapped[str]
    hash: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="CASCADE"))
    role: Mapped[str] = mapped_column(default="")
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    made_by: Mapped[MaybePersonId | None]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
