"""VK's feed of events by its long poll."""

from collections.abc import Sequence
from datetime import UTC, datetime

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError

from bot.polling import Arrived, FeedBroken
from bot.unit_of_work import sender_id
from bot.vk.events import AdministratorReplied, Incoming, translate
from bot.vk.longpoll import LongPoll


class VkFeed:
    """Positions are VK's ``ts``."""

    platform = "vk"

    def __init__(self, bot: Bot, long_poll: LongPoll) -> None:
        self.bot = bot
        self.long_poll = long_poll

    async def batch(self, position: str | None) -> tuple[Sequence[Arrived], str]:
        try:
            batch = await self.long_poll.fetch(position or None)
        except TelegramAPIError as error:
            raise FeedBroken(type(error).__name__) from error
        now = datetime.now(UTC)
        events = [meaning for event in batch.events for meaning in translate(event, self.bot, now)]
        return [arrived(event) for event in events], batch.position

    async def close(self) -> None:
        await self.long_poll.close()


def arrived(event: Incoming | AdministratorReplied) -> Arrived:
    if isinstance(event, AdministratorReplied):
        return Arrived(event.key, event.peer_id, None)
    sender = sender_id(event.update) or 0
    return Arrived(event.key, sender, event.update, event.as_start, event.plain_buttons)
