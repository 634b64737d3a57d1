"""What `messages.send` and `messages.edit` have in common: the content of a message and its rules."""

import time
from dataclasses import dataclass
from typing import Any

from sandbox.vk.calls import Call
from sandbox.vk.errors import VkError, invalid
from sandbox.vk.formatting import read_formatting
from sandbox.vk.keyboards import Keyboard, read_keyboard
from sandbox.vk.media import attachment, read_attachments
from sandbox.world import Attachment, Chat, Message, Span

LONGEST = 4096
FORWARDS = ("forward", "forward_messages")
MISSING_HERE = ("sticker_id", "template", "lat", "reply_to")  # of the real service's parameters


@dataclass(frozen=True)
class Draft:
    text: str
    spans: list[Span]
    files: list[Attachment]
    keyboard: Keyboard | None


def read_draft(call: Call) -> Draft:
    """The content in the parameters. Errors 100, 911, 912, 914, 921."""
    params = call.params
    for name in MISSING_HERE:
        if params.given(name):
            raise VkError(33, name)
    if params.given(*FORWARDS):
        raise VkError(921)
    for name in ("dont_parse_links", "disable_mentions"):
        params.flag(name)
    text = params.text("message")
    names = [name.strip() for name in params.text("attachment").split(",") if name.strip()]
    if len(text) > LONGEST:
        raise VkError(914)
    if not text.strip() and not names:
        raise invalid("message is empty or invalid")
    spans = read_formatting(params.json("format_data"), text) if params.given("format_data") else [Span(text)]
    files = [attachment(media) for media in read_attachments(call.community, names)]
    return Draft(text, spans if text else [], files, _keyboard(call))


def _keyboard(call: Call) -> Keyboard | None:
    if not call.params.given("keyboard"):
        return None
    if not call.community.state.bots:
        raise VkError(912)
    return read_keyboard(call.params.text("keyboard"))


def place_keyboard(chat: Chat, message: Message, keyboard: Keyboard | None) -> None:
    """Put an inline keyboard below the message, any other one below the chat."""
    message.inline = keyboard.rows if keyboard and keyboard.inline else []
    if keyboard and not keyboard.inline:
        chat.keyboard, chat.keyboard_once, chat.keyboard_from = keyboard.rows, keyboard.once, message.id


def sent_now() -> dict[str, Any]:
    """The part of a message's `extra` that tells its age: `Message.at` follows the business clock."""
    return {"sent": time.time()}
