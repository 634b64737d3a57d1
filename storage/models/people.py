"""People, their accounts in messengers, their roles and consents."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.models.tables import ExternalId, Id, OrganisationId, PersonId, Table


class Person(Table):
    """A participant after the first consent; before it there is only an account."""

    __tablename__ = "person"

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(default="")
    name_folded: Mapped[str] = mapped_column(default="", index=True)
    post: Mapped[str] = mapped_column(default="")
    timezone: Mapped[str | None]
    muted_until: Mapped[date | None]
    unasked_at: Mapped[datetime | None]
    preferred_account_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="SET NULL", use_alter=True)
    )
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="SET NULL"))
    created_at: Mapped[datetime]


class Account(Table):
    """One person's account in one messenger: ``(platform, external_id)`` and what the chat is waiting for.

    ``asked`` names what the next typed text will be understood as, ``asked_about`` carries its ids.
    """

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("platform", "external_id"),)

    id: Mapped[Id]
    platform: Mapped[str]
    external_id: Mapped[ExternalId]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    invitation_id: Mapped[int | None] = mapped_column(ForeignKey("invitation.id", ondelete="SET NULL"))
    reachable: Mapped[bool] = mapped_column(default=True)
    silent_until: Mapped[datetime | None]
    asked: Mapped[str] = mapped_column(default="")
    asked_about: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    failed_codes: Mapped[int] = mapped_column(default=0)
    failed_code_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    person: Mapped[Person | None] = relationship(foreign_keys=[person_id], lazy="raise")


class Membership(Table):
    """A person's role in one organisation's programme; the only place where roles live."""

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("person_id", "programme_id", "role"),)

    id: Mapped[Id]
    person_id: Mapped[PersonId]
    organisation_id: Mapped[OrganisationId]
    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id", ondelete="CASCADE"))
    role: Mapped[str]
    joined_at: Mapped[datetime]
    left_at: Mapped[datetime | None]


class Consent(Table):
    """A consent that a person gave from an account to one organisation, with the version of its text."""

    __tablename__ = "consent"
    __table_args__ = (
        Index(
            "uq_consent_given",
            "person_id",
            "organisation_id",
            "kind",
            unique=True,
            sqlite_where=text("withdrawn_at IS NULL"),
            postgresql_where=text("withdrawn_at IS NULL"),
        ),
    )

    id: Mapped[Id]
    person_id: Mapped[PersonId]
    organisation_id: Mapped[OrganisationId]
    kind: Mapped[str]
    version: Mapped[str]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    given_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
