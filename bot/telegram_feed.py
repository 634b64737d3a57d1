"""Telegram's feed of updates by getUpdates."""

from collections.abc import Sequence

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError

from bot.polling import Arrived, FeedBroken
from bot.unit_of_work import sender_id

ALLOWED = ["message", "callback_query", "my_chat_member"]
WAIT_SECONDS = 25


class TelegramFeed:
    """Positions are offsets: the id of the next update wanted; asking with one confirms all before it."""

    platform = "telegram"

    def __init__(self, bot: Bot) -> None:
        self.bot = bot

    async def batch(self, position: str | None) -> tuple[Sequence[Arrived], str]:
        offset = int(position) if position else None
        try:
            updates = await self.bot.get_updates(
                offset=offset, timeout=WAIT_SECONDS, allowed_updates=ALLOWED, request_timeout=WAIT_SECONDS + 10
            )
        except TelegramAPIError as error:
            raise FeedBroken(type(error).__name__) from error
        following = updates[-1].update_id + 1 if updates else offset
        arrived = [Arrived(str(update.update_id), sender_id(update) or 0, update) for update in updates]
        return arrived, str(following) if following is not None else ""

    async def close(self) -> None:
        """Nothing of its own: the bot's session serves the feed too."""
