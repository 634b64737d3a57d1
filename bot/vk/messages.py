"""aiogram methods about messages and presses, carried out by the VK API."""

import json
from collections.abc import Mapping
from typing import Any

from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    EditMessageReplyMarkup,
    EditMessageText,
    SendDocument,
    SendMessage,
    SendPhoto,
)
from aiogram.types import ForceReply, InlineKeyboardMarkup, Message

from bot.vk import uploads
from bot.vk.community import Community, peer_id, understand_only
from bot.vk.errors import NotOnVk, OverLimit, error_of
from bot.vk.keyboard import keyboard
from bot.vk.markup import Marked
from bot.vk.sending import current_sending, sending

#: Begins the id of a press that came as a message: VK has no event for it.
PLAIN_PRESS = "message/"
SNACKBAR = 90  # characters; dev.vk.com, messages.sendMessageEventAnswer

AnySend = SendMessage | SendDocument | SendPhoto
AnyEdit = EditMessageText | EditMessageReplyMarkup


async def send_message(community: Community, method: SendMessage) -> Message:
    understand_only(method, "chat_id", "text", "parse_mode", "reply_markup", "link_preview_options")
    if not method.text:
        raise OverLimit("message text is empty")
    marked = community.marked(method.text, method.parse_mode)
    preview = community.resolved(method.link_preview_options)
    cmid = await _send(community, method, marked, dont_parse_links=bool(preview and preview.is_disabled))
    return _shown(community, method, cmid, text=marked.text)


async def send_document(community: Community, method: SendDocument) -> Message:
    understand_only(method, "chat_id", "document", "caption", "parse_mode", "reply_markup")
    marked = community.marked(method.caption or "", method.parse_mode)
    attachment = await uploads.document(community, peer_id(method.chat_id), method.document)
    cmid = await _send(community, method, marked, attachment=attachment)
    name = None if isinstance(method.document, str) else method.document.filename
    document = {"file_id": attachment, "file_unique_id": attachment, "file_name": name}
    return _shown(community, method, cmid, caption=marked.text or None, document=document)


async def send_photo(community: Community, method: SendPhoto) -> Message:
    understand_only(method, "chat_id", "photo", "caption", "parse_mode", "reply_markup")
    marked = community.marked(method.caption or "", method.parse_mode)
    attachment = await uploads.photo(community, peer_id(method.chat_id), method.photo)
    cmid = await _send(community, method, marked, attachment=attachment)
    photo = {"file_id": attachment, "file_unique_id": attachment, "width": 0, "height": 0}
    return _shown(community, method, cmid, caption=marked.text or None, photo=[photo])


async def edit_text(community: Community, method: EditMessageText) -> Message:
    """Edit text and buttons. VK takes away what an edit does not repeat: buttons, and attachments too."""
    understand_only(method, "chat_id", "message_id", "text", "parse_mode", "reply_markup", "link_preview_options")
    if not method.text:
        raise OverLimit("message text is empty")
    marked = community.marked(method.text, method.parse_mode)
    return await _edit(community, method, marked.text, format_data=marked.format_data)


async def edit_keyboard(community: Community, method: EditMessageReplyMarkup) -> Message:
    """VK cannot edit the buttons alone: the message is read back and written again with the new ones."""
    understand_only(method, "chat_id", "message_id", "reply_markup")
    found = await community.call(
        "messages.getByConversationMessageId",
        peer_id=peer_id(method.chat_id),
        conversation_message_ids=[method.message_id],
    )
    if not found["items"]:
        raise TelegramBadRequest(method, "message to edit not found")
    old = found["items"][0]
    formatting = old.get("format_data")
    return await _edit(
        community,
        method,
        old["text"],
        format_data=json.dumps(formatting, ensure_ascii=False) if formatting else None,
        attachment=[_attached(each) for each in old.get("attachments", [])] or None,
    )


async def delete_message(community: Community, method: DeleteMessage) -> bool:
    deleted = await community.call(
        "messages.delete",
        peer_id=peer_id(method.chat_id),
        cmids=[method.message_id],
        delete_for_all=True,
    )
    for item in deleted:
        if error := item.get("error"):
            raise error_of(method, error["code"], error["description"])
    return True


async def answer_press(community: Community, method: AnswerCallbackQuery) -> bool:
    """Answer a press within a minute of it; VK shows at most 90 characters.

    The press of a plain button is a message: it has no event to answer, and a text goes as a message.
    """
    understand_only(method, "callback_query_id", "text", "show_alert", "url")
    event_id, user_id, peer = method.callback_query_id.rsplit(":", 2)
    if event_id.startswith(PLAIN_PRESS):
        if method.text:
            with sending(method.callback_query_id):
                await _send(community, SendMessage(chat_id=int(peer), text=method.text), Marked(method.text))
        return True
    await community.call(
        "messages.sendMessageEventAnswer",
        event_id=event_id,
        user_id=int(user_id),
        peer_id=int(peer),
        event_data=_event_data(method),
    )
    return True


def _event_data(method: AnswerCallbackQuery) -> str | None:
    if method.text and len(method.text) > SNACKBAR:
        raise OverLimit(f"an answer of {len(method.text)} characters, allowed {SNACKBAR}")
    if method.text:
        return json.dumps({"type": "show_snackbar", "text": method.text}, ensure_ascii=False)
    if method.url:
        return json.dumps({"type": "open_link", "link": method.url})
    return None


async def _send(community: Community, method: AnySend, marked: Marked, **params: Any) -> int:
    """Send and return the conversation message id, which only the form with `peer_ids` gives."""
    if isinstance(method.reply_markup, ForceReply):
        raise NotOnVk("a forced reply")
    sent = await community.call(
        "messages.send",
        peer_ids=[peer_id(method.chat_id)],
        random_id=current_sending().random_id(community.salt),
        message=marked.text or None,
        format_data=marked.format_data,
        keyboard=keyboard(method.reply_markup, plain_buttons=current_sending().plain_buttons),
        **params,
    )
    if error := sent[0].get("error"):
        raise error_of(method, error["code"], error["description"])
    cmid: int = sent[0]["conversation_message_id"]
    return cmid


async def _edit(community: Community, method: AnyEdit, text: str, **params: Any) -> Message:
    await community.call(
        "messages.edit",
        peer_id=peer_id(method.chat_id),
        cmid=method.message_id,
        message=text or None,
        keyboard=keyboard(method.reply_markup, plain_buttons=current_sending().plain_buttons),
        **params,
    )
    return _shown(community, method, method.message_id or 0, text=text)


def _shown(community: Community, method: AnySend | AnyEdit, cmid: int, **content: Any) -> Message:
    markup = method.reply_markup if isinstance(method.reply_markup, InlineKeyboardMarkup) else None
    return community.message(peer_id(method.chat_id), cmid, reply_markup=markup, **content)


def _attached(item: Mapping[str, Any]) -> str:
    return uploads.attachment(item["type"], item[item["type"]])
