"""Rows for any database: some in every table, made from what the tables themselves say of their columns."""

from datetime import UTC, date, datetime, timedelta
from graphlib import TopologicalSorter
from typing import Any

import sqlalchemy as sa

ROWS = 2
DAY = date(2026, 10, 5)
NOON = datetime(2026, 10, 5, 12, tzinfo=UTC)

ONE_OF_TWO = {"tie": {"person_id"}}
"""Keys that stay empty, since the table allows either them or something else."""

Rows = dict[str, list[dict[str, Any]]]
"""Table → its rows, each with its cells by column."""


def tables_of(connection: sa.Connection) -> dict[str, sa.Table]:
    """The tables as they are, whatever the models say."""
    found = sa.MetaData()
    found.reflect(connection)
    return {name: table for name, table in found.tables.items() if name != "alembic_version"}


def fill(connection: sa.Connection) -> None:
    """Put ``ROWS`` rows with every cell filled into every empty table; a key points to the row of its own number."""
    tables = tables_of(connection).values()
    for table in TopologicalSorter({table: _needed_by(table) for table in tables}).static_order():
        connection.execute(sa.insert(table), [_row(table, number) for number in range(1, ROWS + 1)])
    for table in tables:
        later = dict.fromkeys(_empty_keys(table) - ONE_OF_TWO.get(table.name, set()), table.c.id)
        if later:
            connection.execute(sa.update(table).values(later))
    connection.commit()


def rows_of(connection: sa.Connection) -> Rows:
    """Everything that is there."""
    return {
        name: [dict(row) for row in connection.execute(sa.select(table).order_by(table.c.id)).mappings()]
        for name, table in tables_of(connection).items()
    }


def _needed_by(table: sa.Table) -> set[sa.Table]:
    """Tables whose rows have to be there before."""
    return {key.column.table for column in table.columns if not column.nullable for key in column.foreign_keys}


def _empty_keys(table: sa.Table) -> set[str]:
    """Columns that point to rows which may not be there yet: tables point to each other in circles."""
    return {column.name for column in table.columns if column.foreign_keys and column.nullable}


def _row(table: sa.Table, number: int) -> dict[str, Any]:
    return {column.name: _cell(column, number) for column in table.columns} | dict.fromkeys(_empty_keys(table))


def _cell(column: sa.Column[Any], number: int) -> Any:
    if column.primary_key or column.foreign_keys:
        return number
    match column.type:
        case sa.Boolean():
            return True
        case sa.JSON():
            return {"number": number}
        case sa.DateTime():
            return NOON + timedelta(days=number)
        case sa.Date():
            return DAY + timedelta(days=number)
        case sa.Integer():
            return number
        case sa.LargeBinary():
            return f"{column.name} {number}".encode()
        case _:
            return f"{column.name} {number}"
