"""A bare aiogram bot to compare with: ``python -m bench.bare API DATABASE SELECTS INSERTS UPDATES``.

aiogram's own polling with its default settings, and SQLAlchemy as its tutorials use it: one session for a message
and one commit. Each press costs as many statements as the product spends on one, over the same tables, and the same
two calls of the messenger. It has no texts, no rules, no order of one person's updates, no retries and no record of
what was handled. On SQLite it has the product's durability and its BEGIN IMMEDIATE, since with the default settings
presses that meet fail.
"""

import itertools
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from sqlalchemy import Select, Update, event, select, update
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import joinedload

from bench.processes import TOKEN
from storage.models import Account, AnswerRow, Membership, Person, ProcessedUpdate, Submission

ROWS = 5

READS: tuple[Callable[[Account, int], Select[Any]], ...] = (
    lambda account, submission: select(Submission).where(Submission.id == submission),
    lambda account, submission: select(AnswerRow).where(AnswerRow.submission_id == submission),
    lambda account, _: select(Membership).where(Membership.person_id == account.person_id),
    lambda account, _: select(Person).where(Person.id == account.person_id),
    lambda account, submission: select(AnswerRow).where(AnswerRow.submission_id == submission),
)
WRITES: tuple[Callable[[Account, int, datetime], Update], ...] = (
    lambda account, submission, now: update(Submission).where(Submission.id == submission).values(touched_at=now),
    lambda account, submission, now: (
        update(AnswerRow)
        .where(AnswerRow.submission_id == submission, AnswerRow.question == "post")
        .values(answered_at=now)
    ),
)


class BareBot:
    def __init__(self, engine: AsyncEngine, selects: int, inserts: int, updates: int) -> None:
        self.sessions = async_sessionmaker(engine, expire_on_commit=False)
        self.selects = selects
        self.inserts = inserts
        self.updates = updates
        self._keys = itertools.count()

    async def answer(self, query: CallbackQuery) -> None:
        submission = int((query.data or "").split(":")[1])
        async with self.sessions() as session:
            read = await self._step(session, query.from_user.id, submission)
            await session.commit()
        await query.answer()
        if isinstance(query.message, Message):
            await query.message.edit_text(f"Вопрос {read}", reply_markup=keyboard(query.data or ""))

    async def _step(self, session: AsyncSession, external_id: int, submission: int) -> int:
        mine = select(Account).options(joinedload(Account.person)).where(Account.external_id == external_id)
        account = (await session.scalars(mine)).one()
        read = 0
        for build in itertools.islice(itertools.cycle(READS), self.selects - 1):
            read += len((await session.scalars(build(account, submission))).all())
        now = datetime.now(UTC)
        for _ in range(self.inserts):
            session.add(ProcessedUpdate(platform="bare", key=str(next(self._keys)), outcome="handled", at=now))
            await session.flush()
        for change in itertools.islice(itertools.cycle(WRITES), self.updates):
            await session.execute(change(account, submission, now))
        return read


def keyboard(data: str) -> InlineKeyboardMarkup:
    row = [InlineKeyboardButton(text="Ответ", callback_data=data)]
    return InlineKeyboardMarkup(inline_keyboard=[row] * ROWS)


def engine_of(url: str) -> AsyncEngine:
    if make_url(url).get_backend_name() != "sqlite":
        return create_async_engine(url)
    engine = create_async_engine(url, pool_size=1, max_overflow=0, pool_timeout=60)
    event.listen(engine.sync_engine, "connect", prepare)
    event.listen(engine.sync_engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def prepare(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    for setting in ("journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {setting}")


def main(address: str, url: str, *counts: str) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(address))
    dispatcher = Dispatcher()
    dispatcher.callback_query.register(BareBot(engine_of(url), *(int(count) for count in counts)).answer)
    dispatcher.run_polling(Bot(TOKEN, session=session))


if __name__ == "__main__":
    main(*sys.argv[1:])
