"""Alembic's entry: runs the migrations on the connection that the caller gives."""

from typing import Any, Literal

from alembic import context

from storage.models import Table
from storage.models.tables import Moment


def render_item(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Write our moments as plain timestamps, so that old migrations do not import the code of today."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, Moment) else False


def check_foreign_keys(ctx: Any, **_: Any) -> None:
    """Undo a migration that leaves a key without its row; PostgreSQL does so by itself."""
    if ctx.dialect.name == "sqlite":
        broken = ctx.connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise RuntimeError(f"foreign keys without a row: {sorted({row[0] for row in broken})}")


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    render_as_batch=True,
    render_item=render_item,
    transaction_per_migration=True,
    on_version_apply=check_foreign_keys,
)
with context.begin_transaction():
    context.run_migrations()
