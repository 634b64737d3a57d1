"""How many statements the product spends on an answer, counted as it really runs; the bare bot does as many."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aiogram.types import Update
from sqlalchemy import event

from bench.crowd import Participant, updates
from bench.processes import Server, bot_settings
from bot.app import build_application
from bot.clock import RealClock
from bot.polling import Arrived
from bot.settings import Settings
from bot.worker import Worker
from storage.cipher import Cipher
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Counts:
    """Statements of one answer, on average and rounded."""

    selects: int
    inserts: int
    updates: int


def counted(server: Server, url: str, key: str, person: Participant) -> Counts:
    """Let the product handle one person's ten answers in this process, and count."""
    return asyncio.run(_count(server, url, key, person))


async def _count(server: Server, url: str, key: str, person: Participant) -> Counts:
    environment = bot_settings(server.address, url, key)
    settings = Settings(_env_file=None, **_named(environment))
    database = Database.open(url, Cipher(key))
    application = await build_application(settings, database, RealClock(), Worker())
    bot, handle = application.bots["telegram"], application.handling["telegram"]
    offered = updates([person])
    spent: Counter[str] = Counter()
    event.listen(database.engine.sync_engine, "before_cursor_execute", lambda *given: spent.update([_verb(given)]))
    for number, update in enumerate(offered):
        taken = Update.model_validate({"update_id": number, **update}, context={"bot": bot})
        await handle(Arrived(f"count-{number}", person.external_id, taken))
    await application.close()
    each = {verb: round(count / len(offered)) for verb, count in spent.items()}
    return Counts(each.get("SELECT", 0), each.get("INSERT", 0), each.get("UPDATE", 0))


def _named(environment: dict[str, str]) -> dict[str, Any]:
    """Settings by the names of their fields."""
    names = {name.removeprefix("NASTAVNIK_").lower(): value for name, value in environment.items()}
    return {name: value for name, value in names.items() if name in Settings.model_fields}


def _verb(given: Sequence[Any]) -> str:
    """The first word of a statement that is about to run; the statement is the event's third argument."""
    return str(given[2]).split(maxsplit=1)[0].upper()
