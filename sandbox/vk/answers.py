"""`messages.sendMessageEventAnswer`: what a press of a callback button shows to the person."""

import time
from typing import Any

from sandbox.vk.calls import Call
from sandbox.vk.community import ANSWER_WITHIN
from sandbox.vk.errors import invalid

SNACKBAR = 90


def answer_press(call: Call) -> int:
    """Answer a press once, within a minute of real time; error 100 otherwise."""
    community, params = call.community, call.params
    press = community.state.presses.get(params.required("event_id"))
    user_id, peer_id = params.number("user_id"), params.number("peer_id")
    shown = _shown(params.json("event_data")) if params.given("event_data") else ""
    if press is None or press.answered or time.time() - press.at > ANSWER_WITHIN:
        raise invalid("invalid event_id")
    if (press.user_id, press.peer_id) != (user_id, peer_id):
        raise invalid("invalid event_id")
    press.answered = True
    chat = community.chat(peer_id)
    if chat is not None:
        chat.toast = shown
        community.world.touch(chat)
    return 1


def _shown(data: Any) -> str:
    """The text of a snackbar or the link that opens."""
    kind = data.get("type") if isinstance(data, dict) else None
    if kind == "show_snackbar":
        text = str(data.get("text") or "")
        if not 1 <= len(text) <= SNACKBAR:
            raise invalid(f"event_data text should be from 1 to {SNACKBAR} letters length")
        return text
    if kind == "open_link":
        link = str(data.get("link") or "")
        if not link.startswith(("http://", "https://")):
            raise invalid("event_data has invalid link")
        return link
    if kind == "open_app" and data.get("app_id"):
        return ""
    raise invalid("event_data has invalid type")
