"""`messages.edit` and `messages.delete`."""

import time
from typing import Any

from sandbox.vk.calls import Call
from sandbox.vk.community import Community
from sandbox.vk.drafts import place_keyboard, read_draft
from sandbox.vk.errors import VkError, invalid
from sandbox.vk.shapes import visible
from sandbox.world import Chat, Message

DAY = 24 * 60 * 60  # real seconds in which a message may be edited, or deleted for all


def edit(call: Call) -> int:
    """Replace the whole content: a keyboard or a file that is not given again is gone."""
    community, params = call.community, call.params
    chat = community.may_write(params.number("peer_id"))
    message = _target(call, chat)
    draft = read_draft(call)
    if not community.own(message) or "admin_author_id" in message.extra:
        raise VkError(920)
    if _age(message) > DAY:
        raise VkError(909)
    message.text, message.spans, message.files = draft.text, draft.spans, draft.files
    message.edited = True
    message.extra["update_time"] = int(community.world.clock.now.timestamp())
    place_keyboard(chat, message, draft.keyboard)
    community.world.touch(chat, message)
    return 1


def _target(call: Call, chat: Chat) -> Message:
    for name in ("cmid", "conversation_message_id"):
        if call.params.given(name):
            return _found(by_id(chat, call.params.number(name)), name)
    if call.params.given("message_id"):
        return _found(by_number(chat, call.params.number("message_id")), "message_id")
    raise invalid("message_id or cmid is undefined")


def _found(message: Message | None, name: str) -> Message:
    if message is None:
        raise invalid(f"{name} is invalid")
    return message


def by_id(chat: Chat, message_id: int) -> Message | None:
    return next((m for m in visible(chat) if m.id == message_id), None)


def by_number(chat: Chat, number: int) -> Message | None:
    return next((m for m in visible(chat) if m.number == number), None)


def _age(message: Message) -> float:
    sent: float = message.extra.get("sent", 0.0)
    return time.time() - sent


def delete(call: Call) -> list[dict[str, Any]]:
    """Delete messages for the community, or for all with `delete_for_all`."""
    community, params = call.community, call.params
    for_all = params.flag("delete_for_all")
    cmids = params.numbers("cmids") or params.numbers("conversation_message_ids")
    if cmids:
        chat = community.may_write(params.number("peer_id"))
        return [_deleted(community, chat, by_id(chat, cmid), cmid, 0, for_all) for cmid in cmids]
    if not params.given("message_ids"):
        raise invalid("message_ids or cmids is undefined")
    chats = [chat for chat in community.world.state.chats.values() if chat.platform == "vk"]
    return [_deleted_anywhere(community, chats, number, for_all) for number in params.numbers("message_ids")]


def _deleted_anywhere(community: Community, chats: list[Chat], number: int, for_all: bool) -> dict[str, Any]:
    for chat in chats:
        if message := by_number(chat, number):
            return _deleted(community, chat, message, message.id, number, for_all)
    return {"peer_id": 0, "message_id": number, "conversation_message_id": 0, "response": 0}


def _deleted(
    community: Community, chat: Chat, message: Message | None, cmid: int, number: int, for_all: bool
) -> dict[str, Any]:
    shape = {"peer_id": chat.id, "message_id": number, "conversation_message_id": cmid}
    if message is None:
        return {**shape, "response": 0}
    shape["message_id"] = message.number
    if for_all and (not community.own(message) or _age(message) > DAY):
        error = VkError(924)
        return {**shape, "response": 0, "error": {"code": error.code, "description": error.text}}
    if for_all:
        community.world.remove(chat, message)
    else:
        message.extra["hidden"] = True
    return {**shape, "response": 1}
