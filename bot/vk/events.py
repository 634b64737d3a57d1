"""Events of VK's long poll as aiogram updates.

Events: dev.vk.com, "События, возникающие в сообществах"; objects: VK API schema 5.199, `callback_*`.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any

from aiogram import Bot
from aiogram.types import Update

from bot.vk.community import bot_user, chat
from bot.vk.content import contents
from bot.vk.keyboard import callback_data
from bot.vk.messages import PLAIN_PRESS

START_WORDS = {"начать", "start"}

Event = Mapping[str, Any]
Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update for the dispatcher.

    `key` is the same for each repetition of the event. `as_start` is the same message taken as
    `/start <ref>`: VK may add `ref` to any message of a person who came by a link, so take it where the
    account isn't known yet. `plain_buttons`: the client shows no callback buttons (see `sending`).
    """

    key: str
    update: Update
    as_start: Update | None = None
    plain_buttons: bool = False


@dataclass(frozen=True, slots=True)
class AdministratorReplied:
    """An administrator wrote to the person by hand: the bot keeps out of this dialogue for a while."""

    key: str
    peer_id: int
    at: datetime


def translate(event: Event, bot: Bot, received_at: datetime) -> list[Incoming | AdministratorReplied]:
    """What an event means to us, bound to `bot`; several updates for several files in one message.

    `received_at` stands in where VK gives no time. Events that we have no use for give nothing.
    """
    translator = _TRANSLATORS.get(event["type"])
    return list(translator(event, bot, received_at)) if translator else []


def update_key(event: Event) -> str:
    """The same for each delivery of an event.

    A message is known by its place in the conversation, so that one read back after a gap in the long
    poll is the same as its event; anything else by VK's `event_id`.
    """
    if event["type"] == "message_new":
        message = event["object"]["message"]
        return f"message:{message['peer_id']}:{message['conversation_message_id']}"
    return f"event:{event['event_id']}"


def update_id(key: str) -> int:
    """A stable number for aiogram's `Update.update_id`."""
    return int.from_bytes(blake2b(key.encode(), digest_size=6).digest())


def _message(event: Event, bot: Bot, received_at: datetime) -> Iterator[Incoming]:
    message, client = event["object"]["message"], event["object"].get("client_info", {})
    if message["from_id"] <= 0:
        return
    key = update_key(event)
    plain_buttons = "callback" not in client.get("button_actions", ["callback"])
    data = callback_data(message.get("payload"))
    if data is not None:
        yield Incoming(key, _bound(bot, key, _plain_press(message, data)), None, plain_buttons)
        return
    start = _message_fields(message, {"text": f"/start {message.get('ref') or ''}".strip()})
    if _is_start(message):
        yield Incoming(key, _bound(bot, key, start), None, plain_buttons)
        return
    as_start = _bound(bot, key, start) if message.get("ref") else None
    for number, content in enumerate(contents(message)):
        part = f"{key}:{number}" if number else key
        update = _bound(bot, part, _message_fields(message, content))
        yield Incoming(part, update, None if number else as_start, plain_buttons)


def _is_start(message: Mapping[str, Any]) -> bool:
    try:
        payload = json.loads(message.get("payload") or "{}")
    except ValueError:
        payload = {}
    pressed = isinstance(payload, dict) and payload.get("command") == "start"
    return pressed or message["text"].strip().casefold() in START_WORDS


def _message_fields(message: Mapping[str, Any], content: Fields) -> Fields:
    common = {
        "message_id": message["conversation_message_id"],
        "date": message["date"],
        "chat": chat(message["peer_id"]),
        "from_user": _person(message["from_id"]),
    }
    return {"message": common | content}


def _plain_press(message: Mapping[str, Any], data: str) -> Fields:
    """The press of a text button, which comes as a message: the message pressed is not known."""
    cmid, person, peer = message["conversation_message_id"], message["from_id"], message["peer_id"]
    press = {
        "id": f"{PLAIN_PRESS}{cmid}:{person}:{peer}",
        "message": {"chat": chat(peer), "message_id": cmid, "date": 0},
        "data": data,
    }
    return {"callback_query": press | {"from_user": _person(person), "chat_instance": str(peer)}}


def _press(event: Event, bot: Bot, received_at: datetime) -> Iterator[Incoming]:
    press, key = event["object"], update_key(event)
    pressed = {
        "message_id": press["conversation_message_id"],
        "date": received_at,
        "chat": chat(press["peer_id"]),
        "from_user": bot_user(event["group_id"]),
    }
    query = {
        "id": f"{press['event_id']}:{press['user_id']}:{press['peer_id']}",
        "from_user": _person(press["user_id"]),
        "chat_instance": str(press["peer_id"]),
        "message": pressed,
        "data": callback_data(press["payload"]),
    }
    yield Incoming(key, _bound(bot, key, {"callback_query": query}))


def _allowed(event: Event, bot: Bot, received_at: datetime) -> Iterator[Incoming]:
    yield _membership(event, bot, received_at, old="kicked", new="member")


def _denied(event: Event, bot: Bot, received_at: datetime) -> Iterator[Incoming]:
    yield _membership(event, bot, received_at, old="member", new="kicked")


def _membership(event: Event, bot: Bot, received_at: datetime, old: str, new: str) -> Incoming:
    person, key = event["object"]["user_id"], update_key(event)
    us = bot_user(event["group_id"])
    change = {
        "chat": chat(person),
        "from_user": _person(person),
        "date": received_at,
        "old_chat_member": {"status": old, "user": us, "until_date": 0},
        "new_chat_member": {"status": new, "user": us, "until_date": 0},
    }
    return Incoming(key, _bound(bot, key, {"my_chat_member": change}))


def _reply(event: Event, bot: Bot, received_at: datetime) -> Iterator[AdministratorReplied]:
    message = event["object"]
    if message.get("admin_author_id"):
        at = datetime.fromtimestamp(message["date"], UTC)
        yield AdministratorReplied(update_key(event), message["peer_id"], at)


def _person(user_id: int) -> Fields:
    """Only the id: names are asked of the person, not taken from the messenger."""
    return {"id": user_id, "is_bot": False, "first_name": ""}


def _bound(bot: Bot, key: str, fields: Fields) -> Update:
    return Update.model_validate({"update_id": update_id(key), **fields}, context={"bot": bot})


Translator = Callable[[Event, Bot, datetime], Iterator[Incoming | AdministratorReplied]]
_TRANSLATORS: dict[str, Translator] = {
    "message_new": _message,
    "message_event": _press,
    "message_allow": _allowed,
    "message_deny": _denied,
    "message_reply": _reply,
}
