"""Organisations that take part in the programme as partners, and the agreements with them."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.tables import Id, OrganisationId, Table


class Partner(Table):
    """A partner organisation; its contact person is somebody's name and phone and therefore encrypted.

    ``until`` is the last day of the agreement; a partner who was removed stays out of lists.
    """

    __tablename__ = "partner"

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId]
    name: Mapped[str]
    contact: Mapped[bytes | None]
    number: Mapped[str] = mapped_column(default="")
    agreed_on: Mapped[date | None]
    until: Mapped[date | None]
    file_id: Mapped[int | None] = mapped_column(ForeignKey("file.id", ondelete="SET NULL"))
    made_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
