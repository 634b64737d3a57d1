"""How long an organisation keeps what is no longer needed."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from domain.retention import DEFAULT_MONTHS
from storage.models.tables import Id, OrganisationId, Table


class Retention(Table):
    """An organisation's term: ``months`` after a programme's end; made when somebody sets it or it nears.

    ``warned_on`` is the day on which the curators were told that data will be erased in a week, until it is.
    """

    __tablename__ = "retention"

    id: Mapped[Id]
    organisation_id: Mapped[OrganisationId] = mapped_column(unique=True)
    months: Mapped[int] = mapped_column(default=DEFAULT_MONTHS)
    warned_on: Mapped[date | None]
