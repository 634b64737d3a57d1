"""``doctor``: settings, tokens and rights, database, calendar; a line each, and what to do where one is wrong."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError

from bot.app import telegram_bot
from bot.process import open_database
from bot.settings import Settings, WrongSettings, check_for_serving
from bot.vk.api import VkClient
from scheduler.days_off import russian_days_off
from storage.migrate import migrate

RIGHTS = {
    "messages": "сообщения",
    "manage": "управление",
    "docs": "документы",
    "photos": "фотографии",
    "wall": "стена",
}
"""Rights of a VK community token that the bot uses, by the names of groups.getTokenPermissions."""


@dataclass(frozen=True, slots=True)
class Check:
    """One line; ``ok`` is None for what is only to be known."""

    ok: bool | None
    line: str


def examine(settings: Settings) -> int:
    """Print every check; 1 when one fails, else 0."""
    return asyncio.run(_examine(settings))


async def _examine(settings: Settings) -> int:
    failed = False
    async for check in checks(settings):
        mark = {True: "✓", False: "✗", None: "·"}[check.ok]
        print(f"{mark} {check.line}", flush=True)
        failed = failed or check.ok is False
    return int(failed)


async def checks(settings: Settings) -> AsyncIterator[Check]:
    try:
        check_for_serving(settings)
        yield Check(True, "Настройки: всё нужное указано.")
    except WrongSettings as error:
        yield Check(False, f"Настройки: {error}.")
    if settings.telegram_token:
        yield await telegram(settings)
    if settings.vk_token:
        async for check in vk(settings):
            yield check
    if settings.key:
        yield await database(settings)
    yield calendar(datetime.now(UTC).year)
    yield calendar(datetime.now(UTC).year + 1)


async def telegram(settings: Settings) -> Check:
    bot: Bot = telegram_bot(settings)
    try:
        me = await bot.get_me()
    except TelegramAPIError as error:
        return Check(False, f"Telegram: нет ответа или токен не подходит ({type(error).__name__}). Проверьте токен.")
    finally:
        await bot.session.close()
    return Check(True, f"Telegram: бот @{me.username}.")


async def vk(settings: Settings) -> AsyncIterator[Check]:
    client = VkClient(settings.vk_token, settings.vk_api)
    try:
        granted = await client.call("groups.getTokenPermissions")
        names = {right["name"] for right in granted["permissions"]}
        missing = [title for name, title in RIGHTS.items() if name not in names]
        line = f"не хватает прав: {', '.join(missing)}. Сделайте новый ключ сообщества" if missing else "права есть"
        yield Check(not missing, f"VK: сообщество {settings.vk_group_id}, {line}.")
        poll = await client.call("groups.getLongPollSettings", group_id=settings.vk_group_id)
        enabled = bool(poll["is_enabled"])
        yield Check(enabled, "VK: Long Poll API включён." if enabled else "VK: включите Long Poll API в настройках.")
    except Exception as error:
        yield Check(False, f"VK: нет ответа или ключ не подходит ({type(error).__name__}). Проверьте ключ и сеть.")
    finally:
        await client.close()


async def database(settings: Settings) -> Check:
    opened = open_database(settings)
    try:
        await migrate(opened.engine)
        async with opened.begin() as storage:
            count = len(await storage.organisations.all())
    except Exception as error:
        return Check(False, f"База: не открывается ({type(error).__name__}). Проверьте адрес и права на папку.")
    finally:
        await opened.close()
    return Check(True, f"База: {opened.engine.dialect.name}, организаций: {count}.")


def calendar(year: int) -> Check:
    official = russian_days_off(year).official
    line = "выходные известны" if official else "официального календаря ещё нет, только праздники по закону"
    return Check(True if official else None, f"Календарь {year}: {line}.")
