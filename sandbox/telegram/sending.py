"""sendMessage, sendDocument, sendPhoto, sendChatAction."""

from typing import Any

from sandbox.telegram.chats import admit, find_chat
from sandbox.telegram.content import read_caption, read_text
from sandbox.telegram.entities import Formatted, spans
from sandbox.telegram.errors import bad_request
from sandbox.telegram.files import attachment, sent_file
from sandbox.telegram.keyboards import Markup, read_markup
from sandbox.telegram.objects import message_object
from sandbox.telegram.params import Params
from sandbox.telegram.state import RemoteFile, Telegram
from sandbox.world import Chat

MEDIA_ACTIONS = {f"{verb}_{what}" for verb in ("record", "upload") for what in ("video", "voice", "video_note")}
CHAT_ACTIONS = MEDIA_ACTIONS | {"typing", "upload_photo", "upload_document", "choose_sticker", "find_location"}


async def send_message(telegram: Telegram, params: Params) -> dict[str, Any]:
    text, markup = read_text(params), read_markup(params)
    chat = find_chat(telegram, params)
    admit(telegram, chat)
    return _put(telegram, chat, text, markup)


async def send_document(telegram: Telegram, params: Params) -> dict[str, Any]:
    return _send_file(telegram, params, "document")


async def send_photo(telegram: Telegram, params: Params) -> dict[str, Any]:
    return _send_file(telegram, params, "photo")


async def send_chat_action(telegram: Telegram, params: Params) -> bool:
    if params.text("action") not in CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    find_chat(telegram, params)
    return True


def _send_file(telegram: Telegram, params: Params, kind: str) -> dict[str, Any]:
    caption, markup = read_caption(params), read_markup(params)
    chat = find_chat(telegram, params)
    file = sent_file(telegram, params, kind)
    admit(telegram, chat)
    return _put(telegram, chat, caption, markup, file)


def _put(
    telegram: Telegram, chat: Chat, text: Formatted, markup: Markup, file: RemoteFile | None = None
) -> dict[str, Any]:
    message = telegram.world.post(
        chat,
        "bot",
        telegram.state.bot_id,
        text.text,
        spans=spans(text),
        files=[attachment(file)] if file else [],
        inline=markup.rows if markup.kind == "inline" else [],
        extra={"entities": text.entities, "markup": markup.raw, "fixed": markup.kind not in ("none", "inline")},
    )
    if markup.kind in ("reply", "remove"):
        chat.keyboard, chat.keyboard_once, chat.keyboard_from = markup.rows, markup.once, message.id
    return message_object(telegram, chat, message)
