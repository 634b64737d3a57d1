"""Objects of API 5.199 that more than one method shows: messages, conversations, people."""

from typing import Any

from sandbox.vk.community import GROUP_CHATS, Community
from sandbox.vk.media import shown
from sandbox.world import Chat, Message, Person, Rows

ACTION = {"text": "text", "callback": "callback", "link": "open_link"}
EXTRAS = ("payload", "ref", "ref_source", "admin_author_id", "action", "update_time")


def message_object(community: Community, chat: Chat, message: Message) -> dict[str, Any]:
    shape = {
        "date": int(message.at.timestamp()),
        "from_id": message.sender,
        "id": message.number,
        "version": 10_000_000 + message.changed,
        "out": int(community.own(message)),
        "fwd_messages": [],
        "important": False,
        "is_hidden": False,
        "attachments": shown(community, message.files),
        "conversation_message_id": message.id,
        "text": message.text,
        "peer_id": chat.id,
        "random_id": message.extra.get("random_id", 0),
    }
    shape |= {name: message.extra[name] for name in EXTRAS if name in message.extra}
    return shape | ({"keyboard": keyboard_object(message.inline, inline=True)} if message.inline else {})


def keyboard_object(rows: Rows, inline: bool) -> dict[str, Any]:
    return {"one_time": False, "inline": inline, "buttons": [[_button(b) for b in row] for row in rows]}


def _button(button: Any) -> dict[str, Any]:
    value = "link" if button.kind == "link" else "payload"
    action = {"type": ACTION[button.kind], "label": button.label}
    action |= {value: button.value} if button.value else {}
    return {"action": action} | ({"color": button.color} if button.color else {})


def conversation_object(community: Community, chat: Chat) -> dict[str, Any]:
    last = visible(chat)[-1]
    read = community.state.read.get(str(chat.id), 0)
    incoming = [m for m in chat.messages if m.author == "person"]
    in_read = max((m.number for m in incoming if m.id <= read), default=0)
    group = chat.id > GROUP_CHATS
    return {
        "peer": {
            "id": chat.id,
            "type": "chat" if group else "user",
            "local_id": chat.id - GROUP_CHATS if group else chat.id,
        },
        "last_message_id": last.number,
        "last_conversation_message_id": last.id,
        "in_read": in_read,
        "out_read": last.number,
        "version": 10_000_000 + chat.changed,
        "is_marked_unread": False,
        "important": False,
        "unanswered": last.author == "person",
        "unread_count": sum(m.id > read for m in incoming),
        "can_write": {"allowed": True} if not chat.blocked else {"allowed": False, "reason": 901},
    }


def visible(chat: Chat) -> list[Message]:
    """The messages of a chat that the community has not deleted for itself."""
    return [message for message in chat.messages if not message.extra.get("hidden")]


def person_object(person: Person) -> dict[str, Any]:
    first, _, last = person.name.partition(" ")
    return {
        "id": person.id,
        "first_name": first,
        "last_name": last,
        "can_access_closed": True,
        "is_closed": False,
    }
