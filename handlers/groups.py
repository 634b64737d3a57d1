"""Group chats, where the bot does nothing personal; asked before every other conversation."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from handlers.filters import Private
from handlers.screen import Screen
from handlers.visit import Visit

router = Router(name="groups")


@router.message(~Private())
async def message_in_group(message: Message, visit: Visit) -> Screen | None:
    """One line to whoever calls the bot, silence to everybody else."""
    called = (message.text or "").startswith("/")
    return Screen(visit.texts("group-chat")) if called else None


@router.callback_query(~Private())
async def press_in_group(query: CallbackQuery, visit: Visit) -> None:
    """The bot puts no buttons into groups; one that got there leads nowhere."""
