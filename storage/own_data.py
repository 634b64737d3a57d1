"""All that is stored about one person in one organisation, table by table."""

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import Column, or_, select

from storage.group import Group
from storage.models import Person, Table

Row = TypeVar("Row", bound=Table)


def person_columns(table: type[Table]) -> list["Column[int]"]:
    """The columns of a table that point to a person."""
    columns: list[Column[int]] = list(table.__table__.c)  # type: ignore[arg-type]
    return [each for each in columns if any(key.column.table is Person.__table__ for key in each.foreign_keys)]


class OwnData(Group):
    async def rows(self, table: type[Row], person_id: int, organisation_id: int) -> Sequence[Row]:
        """Rows that point to the person: of the organisation, or of none where a table belongs to none."""
        found = select(table).where(or_(*(each == person_id for each in person_columns(table))))
        if "organisation_id" in table.__table__.c:
            here = table.__table__.c.organisation_id
            found = found.where(or_(here == organisation_id, here.is_(None)))
        return (await self.session.scalars(found.order_by(table.__table__.c.id))).all()
