"""`messages.send`: one message to each peer, at most once for each (peer, random_id)."""

from dataclasses import replace
from typing import Any

from sandbox.vk.calls import Call
from sandbox.vk.community import GROUP_CHATS
from sandbox.vk.drafts import Draft, place_keyboard, read_draft, sent_now
from sandbox.vk.errors import VkError, invalid
from sandbox.vk.params import Params
from sandbox.vk.shapes import message_object

MOST_PEERS = 100
INT32 = range(-(2**31), 2**31)
RECIPIENTS = "you should specify peer_id, user_id, domain, chat_id or user_ids param"


def send(call: Call) -> Any:
    """The message's number for a single peer; a list with an error for each failed peer for `peer_ids`."""
    peers, single = recipients(call.params)
    random_id = _random_id(call.params)
    draft = read_draft(call)
    extra = _payload(call.params)
    if single:
        return _deliver(call, peers[0], random_id, draft, extra)[0]
    return [_item(call, peer, random_id, draft, extra) for peer in peers]


def recipients(params: Params) -> tuple[list[int], bool]:
    """The peers and whether they were given as a single one; error 100."""
    for name in ("peer_ids", "user_ids"):
        if params.given(name):
            peers = params.numbers(name)
            if len(peers) > MOST_PEERS:
                raise invalid(f"{name} should contain at most {MOST_PEERS} elements")
            return peers, False
    for name, offset in (("peer_id", 0), ("user_id", 0), ("chat_id", GROUP_CHATS)):
        if params.given(name):
            return [params.number(name) + offset], True
    raise invalid(RECIPIENTS)


def _random_id(params: Params) -> int:
    if not params.given("random_id"):
        raise invalid("random_id is a required parameter")
    random_id = params.number("random_id")
    if random_id not in INT32:
        raise invalid("random_id not integer")
    return random_id


def _payload(params: Params) -> dict[str, Any]:
    if not params.given("payload"):
        return {}
    params.json("payload")
    return {"payload": params.text("payload")}


def _item(call: Call, peer: int, random_id: int, draft: Draft, extra: dict[str, Any]) -> dict[str, Any]:
    try:
        number, message_id = _deliver(call, peer, random_id, draft, extra)
    except VkError as error:
        described = {"code": error.code, "description": error.text}
        return {"peer_id": peer, "message_id": 0, "conversation_message_id": 0, "error": described}
    return {"peer_id": peer, "message_id": number, "conversation_message_id": message_id}


def _deliver(call: Call, peer: int, random_id: int, draft: Draft, extra: dict[str, Any]) -> list[int]:
    """Number and id of the new message, or of the one that the same random_id made before."""
    community = call.community
    community.refuse(call.name, peer)
    chat = community.may_write(peer)
    key = f"{peer}:{random_id}"
    if key in community.state.sent:
        return community.state.sent[key]
    message = community.world.post(
        chat,
        "bot",
        -community.id,
        draft.text,
        spans=draft.spans,
        files=[replace(file) for file in draft.files],
        extra={**extra, "random_id": random_id, **sent_now()},
    )
    place_keyboard(chat, message, draft.keyboard)
    names = [message.number, message.id]
    if random_id != 0:
        community.state.sent[key] = names
    community.state.read[str(peer)] = message.id
    community.world.touch(chat, message)
    community.tell("message_reply", message_object(community, chat, message))
    return names
