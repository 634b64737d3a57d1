"""How the control interface shows the world as JSON."""

from typing import Any
from urllib.parse import quote

from sandbox.world import Attachment, Chat, Message, Post, Rows, World


def labels(rows: Rows) -> list[list[str]]:
    return [[button.label for button in row] for row in rows]


def file_view(file: Attachment) -> dict[str, str]:
    return {"name": file.name, "url": f"/sandbox/files/{file.key}/{quote(file.name, safe='')}"}


def message_view(chat: Chat, message: Message) -> dict[str, Any]:
    """`keyboard` is the chat's reply keyboard that stands now, whichever message brought it."""
    return {
        "id": message.id,
        "at": message.at.isoformat(),
        "from": message.author,
        "text": message.text,
        "spans": [vars(span) for span in message.spans],
        "buttons": labels(message.inline),
        "keyboard": labels(chat.keyboard),
        "files": [file_view(file) for file in message.files],
        "edited": message.edited,
    }


def post_view(post: Post) -> dict[str, Any]:
    return {
        "id": post.id,
        "at": post.at.isoformat(),
        "text": post.text,
        "attachments": [file_view(file) for file in post.attachments],
    }


def person_view(world: World, platform: str, person_id: int) -> dict[str, Any]:
    person, chat = world.state.people[f"{platform}:{person_id}"], world.state.chats[f"{platform}:{person_id}"]
    last = chat.messages[-1] if chat.messages else None
    return {
        "platform": platform,
        "id": person.id,
        "name": person.name,
        "blocked": chat.blocked,
        "unread": chat.unread,
        "last": last and {"text": last.text, "at": last.at.isoformat(), "from": last.author},
    }


def state_view(world: World) -> dict[str, Any]:
    people = [person_view(world, p.platform, p.id) for p in world.state.people.values()]
    published = [post for post in world.state.wall if post.at <= world.clock.now]
    return {
        "seq": world.state.seq,
        "now": world.clock.now.isoformat(),
        "people": people,
        "wall": len(published),
    }
