"""What the community can read of its chats."""

from typing import Any

from sandbox.vk.calls import Call
from sandbox.vk.errors import VkError, invalid
from sandbox.vk.shapes import conversation_object, message_object, person_object, visible
from sandbox.world import Chat

MOST = 200
ACTIVITIES = {"typing", "audiomessage", "photo", "video", "file"}
FILTERS = {"all", "unread", "important", "unanswered"}


def get_by_conversation_message_id(call: Call) -> dict[str, Any]:
    chat = _chat(call)
    wanted = call.params.numbers("conversation_message_ids")
    if not wanted:
        raise invalid("conversation_message_ids is undefined")
    found = [message_object(call.community, chat, m) for m in visible(chat) if m.id in wanted]
    return {"count": len(found), "items": found} | _profiles(call, [chat])


def get_history(call: Call) -> dict[str, Any]:
    """Messages of one chat, the newest first, or the oldest with `rev`."""
    chat = _chat(call)
    messages = visible(chat)
    ordered = messages if call.params.flag("rev") else messages[::-1]
    items = [message_object(call.community, chat, message) for message in ordered[_page(call)]]
    return {"count": len(messages), "items": items} | _profiles(call, [chat])


def get_conversations(call: Call) -> dict[str, Any]:
    """Chats, the one with the newest message first."""
    community, kind = call.community, call.params.text("filter") or "all"
    if kind not in FILTERS:
        raise invalid("filter is invalid")
    chats = [c for c in community.world.state.chats.values() if c.platform == "vk" and visible(c)]
    shapes = {chat.id: conversation_object(community, chat) for chat in chats}
    wanted = sorted(
        (chat for chat in chats if _matches(shapes[chat.id], kind)),
        key=lambda chat: shapes[chat.id]["last_message_id"],
        reverse=True,
    )
    page = wanted[_page(call)]
    items = [
        {
            "conversation": shapes[chat.id],
            "last_message": message_object(community, chat, visible(chat)[-1]),
        }
        for chat in page
    ]
    unread = sum(shape["unread_count"] > 0 for shape in shapes.values())
    return {"count": len(wanted), "unread_count": unread, "items": items} | _profiles(call, page)


def _matches(conversation: dict[str, Any], kind: str) -> bool:
    wanted: dict[str, bool] = {
        "all": True,
        "unread": conversation["unread_count"] > 0,
        "important": conversation["important"],
        "unanswered": conversation["unanswered"],
    }
    return wanted[kind]


def mark_as_read(call: Call) -> int:
    chat = _chat(call)
    last = call.params.number("up_to_cmid", chat.last_id)
    read = call.community.state.read
    read[str(chat.id)] = max(read.get(str(chat.id), 0), last)
    return 1


def set_activity(call: Call) -> int:
    kind = call.params.text("type") or "typing"
    if kind not in ACTIVITIES:
        raise invalid("type is invalid")
    name = "peer_id" if call.params.given("peer_id") else "user_id"
    call.community.may_write(call.params.number(name))
    return 1


def _chat(call: Call) -> Chat:
    name = "peer_id" if call.params.given("peer_id") else "user_id"
    chat = call.community.chat(call.params.number(name if call.params.given(name) else "peer_id"))
    if chat is None:
        raise VkError(936)
    return chat


def _page(call: Call) -> slice:
    offset, count = call.params.number("offset", 0), call.params.number("count", 20)
    if not 0 <= count <= MOST or offset < 0:
        raise invalid(f"count should be from 0 to {MOST}")
    return slice(offset, offset + count)


def _profiles(call: Call, chats: list[Chat]) -> dict[str, Any]:
    if not call.params.flag("extended"):
        return {}
    ids = dict.fromkeys(member for chat in chats for member in chat.members)
    people = [call.community.world.person("vk", member) for member in ids]
    return {"profiles": [person_object(person) for person in people if person], "groups": []}
