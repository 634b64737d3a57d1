"""editMessageText, editMessageCaption, editMessageReplyMarkup, deleteMessage, deleteMessages."""

from datetime import timedelta
from typing import Any

from sandbox.telegram.chats import find_chat
from sandbox.telegram.content import read_caption, read_text
from sandbox.telegram.entities import Formatted, spans
from sandbox.telegram.errors import NOT_MODIFIED, bad_request
from sandbox.telegram.keyboards import Markup, inline_only, read_markup
from sandbox.telegram.objects import message_object
from sandbox.telegram.params import Params
from sandbox.telegram.state import Telegram
from sandbox.world import Chat, Message

DELETABLE_FOR = timedelta(hours=48)


async def edit_text(telegram: Telegram, params: Params) -> dict[str, Any]:
    text, markup = read_text(params), inline_only(read_markup(params))
    chat, message = _find(telegram, params)
    if message.files:
        raise bad_request("there is no text in the message to edit")
    return _edit(telegram, chat, message, text, markup)


async def edit_caption(telegram: Telegram, params: Params) -> dict[str, Any]:
    caption, markup = read_caption(params), inline_only(read_markup(params))
    chat, message = _find(telegram, params)
    if not message.files:
        raise bad_request("there is no caption in the message to edit")
    return _edit(telegram, chat, message, caption, markup)


async def edit_reply_markup(telegram: Telegram, params: Params) -> dict[str, Any]:
    markup = inline_only(read_markup(params))
    chat, message = _find(telegram, params)
    same = Formatted(message.text, message.extra["entities"])
    return _edit(telegram, chat, message, same, markup)


async def delete_message(telegram: Telegram, params: Params) -> bool:
    if not params.integer("message_id"):
        raise bad_request("message identifier is not specified")
    chat = find_chat(telegram, params)
    message = chat.message(params.integer("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    if telegram.world.clock.now - message.at > DELETABLE_FOR:
        raise bad_request("message can't be deleted")
    telegram.world.remove(chat, message)
    return True


async def delete_messages(telegram: Telegram, params: Params) -> bool:
    """Several at once; unknown and too old ones are passed over."""
    numbers = params.array("message_ids", "message identifiers")
    if not numbers:
        raise bad_request("message identifiers are not specified")
    if len(numbers) > 100:
        raise bad_request("too many message identifiers specified")
    chat = find_chat(telegram, params)
    for message in [m for m in chat.messages if m.id in numbers]:
        if telegram.world.clock.now - message.at <= DELETABLE_FOR:
            telegram.world.remove(chat, message)
    return True


def _find(telegram: Telegram, params: Params) -> tuple[Chat, Message]:
    if not params.integer("message_id"):
        raise bad_request("message identifier is not specified")
    chat = find_chat(telegram, params)
    message = chat.message(params.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if message.author != "bot" or message.extra["fixed"]:
        raise bad_request("message can't be edited")
    return chat, message


def _edit(telegram: Telegram, chat: Chat, message: Message, text: Formatted, markup: Markup) -> dict[str, Any]:
    """Without a keyboard in the call the message loses the one it has."""
    before = (message.text, message.extra["entities"], message.extra["markup"])
    if before == (text.text, text.entities, markup.raw):
        raise bad_request(NOT_MODIFIED)
    message.text, message.spans, message.inline, message.edited = text.text, spans(text), markup.rows, True
    message.extra |= {
        "entities": text.entities,
        "markup": markup.raw,
        "edit_date": int(telegram.world.clock.now.timestamp()),
    }
    telegram.world.touch(chat, message)
    return message_object(telegram, chat, message)
