"""What keeps a conversation whole: handled updates, polling positions, decisions to take back, letters."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.tables import Id, MaybePersonId, OrganisationId, PersonId, Table


class ProcessedUpdate(Table):
    """An update that was taken on: recorded in the transaction of its effects, so it is never applied twice.

    ``outcome`` is ``handled``, or ``failed`` with the number of tries so far.
    """

    __tablename__ = "processed_update"
    __table_args__ = (UniqueConstraint("platform", "key"),)

    id: Mapped[Id]
    platform: Mapped[str]
    key: Mapped[str]
    outcome: Mapped[str]
    attempts: Mapped[int] = mapped_column(default=0)
    at: Mapped[datetime] = mapped_column(index=True)


class Position(Table):
    """How far a messenger's updates are handled: Telegram's ``offset``, VK's ``ts``."""

    __tablename__ = "position"

    id: Mapped[Id]
    platform: Mapped[str] = mapped_column(unique=True)
    value: Mapped[str]


class Decision(Table):
    """A one-tap decision with what is needed to take it back within ten minutes."""

    __tablename__ = "decision"

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    person_id: Mapped[PersonId]
    kind: Mapped[str]
    before: Mapped[dict[str, Any]] = mapped_column(JSON)
    made_at: Mapped[datetime]
    taken_back_at: Mapped[datetime | None]


class Letter(Table):
    """A participant's words to who holds the role ``addressed_to``, and the reply; both encrypted."""

    __tablename__ = "letter"

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    person_id: Mapped[PersonId]
    addressed_to: Mapped[str] = mapped_column(default="curator")
    text: Mapped[bytes]
    sent_at: Mapped[datetime]
    answer: Mapped[bytes | None]
    answered_by: Mapped[MaybePersonId | None]
    answered_at: Mapped[datetime | None]


class Installation(Table):
    """One row: the salt from which random ids of replies are derived."""

    __tablename__ = "installation"

    id: Mapped[Id]
    salt: Mapped[str]
