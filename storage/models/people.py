"""People, their accounts in messengers, their roles, consents and guardians."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.models.tables import ExternalId, Id, MaybePersonId, OrganisationId, PersonId, Table


class Person(Table):
    """A participant after the first consent; before it there is only an account.

    ``age`` is one of ``domain.consents.Age``: no date of birth is kept. ``post`` is empty for somebody in several
    organisations, where one may not see what was told to another.
    """

    __tablename__ = "person"

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(default="")
    name_folded: Mapped[str] = mapped_column(default="", index=True)
    post: Mapped[str] = mapped_column(default="")
    age: Mapped[str] = mapped_column(default="adult")
    timezone: Mapped[str | None]
    muted_until: Mapped[date | None]
    unasked_at: Mapped[datetime | None]
    preferred_account_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="SET NULL", use_alter=True)
    )
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="SET NULL"))
    created_at: Mapped[datetime]

    def nameless(self) -> "Person":
        """Somebody to show in her place where her name may not be told; never to be kept."""
        return Person(id=self.id, name="", name_folded="", post="", age=self.age)


class Account(Table):
    """One person's account in one messenger: ``(platform, external_id)`` and what the chat is waiting for.

    ``asked`` names what the next typed text will be understood as, ``asked_about`` carries its ids. ``age`` is what
    was said at the door, before there is a person; ``gathering_id`` is the gathering that its owner came to last.
    ``opened`` is the keyed hash of the link that was opened last.
    """

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("platform", "external_id"),)

    id: Mapped[Id]
    platform: Mapped[str]
    external_id: Mapped[ExternalId]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    invitation_id: Mapped[int | None] = mapped_column(ForeignKey("invitation.id", ondelete="SET NULL"))
    gathering_id: Mapped[int | None] = mapped_column(ForeignKey("gathering.id", ondelete="SET NULL"))
    age: Mapped[str] = mapped_column(default="")
    reachable: Mapped[bool] = mapped_column(default=True)
    silent_until: Mapped[datetime | None]
    opened: Mapped[str] = mapped_column(default="")
    asked: Mapped[str] = mapped_column(default="")
    asked_about: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    failed_codes: Mapped[int] = mapped_column(default=0)
    failed_code_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    person: Mapped[Person | None] = relationship(foreign_keys=[person_id], lazy="raise")


class Membership(Table):
    """A person's role in one organisation's programme; the only place where roles live.

    ``category`` is the ``domain.people.Category`` of the invitation that she came by;
    ``leaves_on`` is the last day of a mentor who has announced to lay the duties down.
    """

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("person_id", "programme_id", "role"),)

    id: Mapped[Id]
    person_id: Mapped[PersonId]
    organisation_id: Mapped[OrganisationId]
    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id", ondelete="CASCADE"))
    role: Mapped[str]
    category: Mapped[str] = mapped_column(default="teacher")
    joined_at: Mapped[datetime]
    leaves_on: Mapped[date | None]
    left_at: Mapped[datetime | None]


class AuditEntry(Table):
    """One line of the journal: an action of ``domain.audit.Audited``, and the ids of what it was done to."""

    __tablename__ = "audit_entry"

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    person_id: Mapped[MaybePersonId | None]
    action: Mapped[str]
    subject: Mapped[dict[str, Any]] = mapped_column(JSON)
    at: Mapped[datetime] = mapped_column(index=True)


class Consent(Table):
    """A consent for ``person_id`` to one organisation, with the version of its text and the moment.

    ``by`` is a ``domain.consents.By``: ``given_by`` is the person herself or her guardian, and None for a paper,
    whose photograph is ``file_id``. Of a consent whose person is gone stays the fact: ``account_hash`` recognises the
    account from which it was given, without telling it.
    """

    __tablename__ = "consent"
    __table_args__ = (
        Index(
            "uq_consent_given",
            "person_id",
            "organisation_id",
            "kind",
            "given_by",
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
    by: Mapped[str] = mapped_column(default="self")
    given_by: Mapped[MaybePersonId | None]
    file_id: Mapped[int | None] = mapped_column(ForeignKey("file.id", ondelete="SET NULL"))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    account_hash: Mapped[str] = mapped_column(default="")
    given_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]


class Guardianship(Table):
    """A parent, or another legal representative, of a child in one organisation's programme."""

    __tablename__ = "guardianship"
    __table_args__ = (UniqueConstraint("child_id", "guardian_id", "organisation_id"),)

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    child_id: Mapped[PersonId]
    guardian_id: Mapped[PersonId]
    since: Mapped[datetime]


class MentorAgreement(Table):
    """What an employee who is a mentor agrees to in writing (Labour Code, art. 351.8), as the curator tells it.

    A part that is not told yet is None; the agreement is complete when all four are there.
    """

    __tablename__ = "mentor_agreement"
    __table_args__ = (UniqueConstraint("programme_id", "person_id"),)

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    programme_id: Mapped[int] = mapped_column(ForeignKey("programme.id", ondelete="CASCADE"))
    person_id: Mapped[PersonId]
    content: Mapped[str | None]
    term: Mapped[str | None]
    form: Mapped[str | None]
    pay: Mapped[str | None]
    made_at: Mapped[datetime]
    made_by: Mapped[MaybePersonId | None]


class Eligibility(Table):
    """The curator's mark whether somebody may be a mentor: the qualification category, and a reason against.

    ``grade`` is a ``domain.people.Grade``; ``reason`` is encrypted, since it speaks about a person.
    """

    __tablename__ = "eligibility"
    __table_args__ = (UniqueConstraint("person_id", "organisation_id"),)

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    person_id: Mapped[PersonId]
    grade: Mapped[str] = mapped_column(default="")
    may_mentor: Mapped[bool] = mapped_column(default=True)
    reason: Mapped[bytes | None]
    marked_at: Mapped[datetime]
