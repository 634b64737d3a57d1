"""What a person does in VK, turned into events as the real applications would."""

import json
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

from sandbox.files import StoredFile
from sandbox.vk.community import GROUP_CHATS, Community
from sandbox.vk.drafts import LONGEST
from sandbox.vk.media import attachment, keep
from sandbox.vk.shapes import message_object
from sandbox.vk.state import Press
from sandbox.world import Button, Chat, Message, Person, Refusal

PICTURES = {"image/jpeg", "image/png"}  # the applications send these as photos
CLIENT = {
    "button_actions": ["text", "vkpay", "open_app", "location", "open_link", "open_photo", "callback"],
    "keyboard": True,
    "inline_keyboard": True,
    "carousel": True,
    "lang_id": 0,
}
START = {"payload": json.dumps({"command": "start"}, separators=(",", ":"))}


class VkPerson:
    """The `Messenger` of VK."""

    def __init__(self, community: Community) -> None:
        self.community, self.world = community, community.world

    def says(self, person: Person, chat: Chat, text: str) -> None:
        """A long text goes as several messages, as the applications split it."""
        for at in range(0, len(text), LONGEST):
            self._write(person, chat, text[at : at + LONGEST])

    def presses(self, person: Person, chat: Chat, message: Message | None, button: Button) -> str | None:
        if button.kind == "link":
            return button.value
        if button.kind == "text":
            self._write(person, chat, button.label, {"payload": button.value} if button.value else {})
            return None
        event_id = self.community.note_press(Press(person.id, chat.id, time.time()))
        event = {
            "user_id": person.id,
            "peer_id": chat.id,
            "event_id": event_id,
            "payload": json.loads(button.value or "{}"),
            "conversation_message_id": chat.keyboard_from if message is None else message.id,
        }
        self.community.tell("message_event", event)
        return None

    def opens(self, person: Person, link: str) -> None:
        """Follow a link to the community's messages.

        An empty chat shows the button «Начать», which is pressed. In another chat nothing is sent: `ref` comes
        with what the person writes next.
        """
        ref = self._ref(link)
        chat = self.world.state.chats[f"vk:{person.id}"]
        if ref:
            self.community.state.refs[str(person.id)] = ref
        if not chat.messages:
            self._write(person, chat, "Начать", START)

    def uploads(self, person: Person, chat: Chat, file: StoredFile) -> None:
        kind = "photo" if file.media_type in PICTURES else "doc"
        media = keep(self.community, "photo" if kind == "photo" else "doc", file, person.id)
        self._write(person, chat, "", files=[attachment(media)])

    def blocks(self, person: Person) -> None:
        """Forbid the community to write."""
        chat = self.world.state.chats[f"vk:{person.id}"]
        if chat.started and not chat.blocked:
            chat.blocked = True
            self.community.tell("message_deny", {"user_id": person.id})
            self.world.touch(chat)

    def allows(self, person: Person) -> None:
        """Allow the community to write, also before the first message."""
        chat = self.world.state.chats[f"vk:{person.id}"]
        if chat.blocked or not chat.started:
            chat.started, chat.blocked = True, False
            self.community.tell("message_allow", {"user_id": person.id, "key": ""})
            self.world.touch(chat)

    def gathers(self, title: str, members: list[int]) -> Chat:
        peer_id = GROUP_CHATS + self.world.next_number("vk", "group chat")
        chat = self.world.add_group("vk", peer_id, title, members)
        person = self.world.state.people[f"vk:{members[0]}"]
        invited = {"action": {"type": "chat_invite_user", "member_id": -self.community.id}}
        self._write(person, chat, "", invited)
        return chat

    def info(self) -> dict[str, Any]:
        state = self.community.state
        return {
            "token": state.token,
            "user_token": state.user_token,
            "vk_id_token": state.vk_id_token,
            "group_id": state.id,
            "name": state.name,
            "link": f"https://vk.me/{state.screen_name}",
        }

    def _write(
        self, person: Person, chat: Chat, text: str, extra: dict[str, Any] | None = None, **fields: Any
    ) -> None:
        """A message of the person's; writing again lifts a ban on the community's messages."""
        if not self.community.state.messages:
            raise Refusal(409, "the community's messages are turned off")
        chat.blocked = False
        ref = self.community.state.refs.pop(str(person.id), []) if chat.private else []
        extra = (extra or {}) | dict(zip(("ref", "ref_source"), ref, strict=False)) | {"sent": time.time()}
        message = self.world.post(chat, "person", person.id, text, extra=extra, **fields)
        shape = message_object(self.community, chat, message)
        self.community.tell("message_new", {"message": shape, "client_info": CLIENT})

    def _ref(self, link: str) -> list[str]:
        """`ref` and `ref_source` of `https://vk.me/<community>?ref=…&ref_source=…`."""
        parts = urlsplit(link if "://" in link else f"https://{link}")
        asked = parse_qs(parts.query)
        names = set(_names(self.community.id))
        if parts.hostname not in {"vk.me", "vk.com", "vk.ru"} or parts.path.strip("/").lower() not in names:
            raise Refusal(400, "this is no link to the community's messages")
        return [asked.get(name, [""])[0][:255] for name in ("ref", "ref_source") if name in asked]


def _names(group_id: int) -> Iterator[str]:
    yield from (f"club{group_id}", f"public{group_id}", f"write-{group_id}")
