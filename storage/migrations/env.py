"""Alembic's entry: runs the migrations on the connection that the caller gives."""

from collections.abc import Collection, Mapping
from typing import Any, Literal

from alembic import context
from alembic.runtime.migration import MigrationContext, MigrationInfo
from sqlalchemy import Connection

from storage.models import Table
from storage.models.tables import Moment


def render_item(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Write our moments as plain timestamps, so that old migrations do not import the code of today."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, Moment) else False


def check_foreign_keys(
    ctx: MigrationContext, step: MigrationInfo, heads: Collection[Any], run_args: Mapping[str, Any]
) -> None:
    """Undo a migration that leaves a key without its row; PostgreSQL does so by itself."""
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise RuntimeError(f"foreign keys without a row: {sorted({row[0] for row in broken})}")


connection: Connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Table.metadata,
    render_as_batch=True,
    render_item=render_item,
    transaction_per_migration=True,
    on_version_apply=check_foreign_keys,
)
with context.begin_transaction():
    context.run_migrations()
