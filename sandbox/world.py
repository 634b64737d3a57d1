"""The world that both stand-ins share: people, their chats, files, the wall, and the order in which all changes.

The world knows no messenger. A stand-in (`sandbox.telegram`, `sandbox.vk`) puts a `Messenger` into
`World.messengers`; the control interface calls it when a person acts, and it calls the world back.
Whatever changes what a person or the page sees goes through `World.touch`; `World.bell` wakes all who wait,
also for events that only the bot sees.

Two times: `World.clock.now` is the business time of messages; limits, leases and long polls use real time.
"""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, Protocol, TypeVar

from sandbox.arrivals import Calls
from sandbox.bell import Bell
from sandbox.clock import Clock, working_morning
from sandbox.faults import Faults
from sandbox.files import Files, StoredFile
from sandbox.snapshot import Snapshot, decode

Platform = Literal["telegram", "vk"]
PLATFORMS: tuple[Platform, ...] = ("telegram", "vk")
Author = Literal["person", "bot"]
FIRST_ID = 1001  # of people on both platforms: a bot that forgets the platform of an id is found out

Part = TypeVar("Part")


@dataclass
class Button:
    """One button. `value` is the callback data, the VK payload (JSON) or the address of a link."""

    label: str
    kind: Literal["callback", "text", "link"] = "text"
    value: str = ""
    color: str = ""


Rows = list[list[Button]]


@dataclass
class Span:
    """A run of text in one style, for the page."""

    text: str
    bold: bool = False
    italic: bool = False
    url: str = ""


@dataclass
class Attachment:
    """A file in a message: `key` names the bytes in `World.files`, `remote` is the messenger's name for it."""

    key: str
    name: str
    kind: Literal["document", "photo"] = "document"
    remote: str = ""


@dataclass
class Message:
    """A message. `id` counts within its chat, `number` over the platform; `changed` is the world's sequence.

    `extra` is plain JSON data of the stand-in (Telegram entities, VK payload …).
    """

    id: int
    number: int
    at: datetime
    author: Author
    sender: int
    text: str = ""
    spans: list[Span] = field(default_factory=list)
    inline: Rows = field(default_factory=list)
    files: list[Attachment] = field(default_factory=list)
    edited: bool = False
    changed: int = 0
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass
class Person:
    """`deactivated`: the person deleted the account, which nobody but the messenger knows."""

    platform: Platform
    id: int
    name: str
    deactivated: bool = False


@dataclass
class Chat:
    """A private chat (its id is the person's, its title empty) or a group.

    `keyboard` is the reply keyboard that stands now, `keyboard_from` the id of the message that brought it,
    `keyboard_once` that it goes after a press; `toast` is the text of the last answered press.
    `started`: the person wrote first or allowed messages. `blocked`: the bot may not write here now.
    """

    platform: Platform
    id: int
    members: list[int]
    title: str = ""
    messages: list[Message] = field(default_factory=list)
    last_id: int = 0
    keyboard: Rows = field(default_factory=list)
    keyboard_once: bool = False
    keyboard_from: int = 0
    started: bool = False
    blocked: bool = False
    unread: int = 0
    toast: str = ""
    changed: int = 0

    @property
    def private(self) -> bool:
        return not self.title

    def message(self, message_id: int) -> Message | None:
        return next((m for m in reversed(self.messages) if m.id == message_id), None)


@dataclass
class Post:
    """A post on the community's wall; one with `at` in the future is not published yet."""

    id: int
    at: datetime
    text: str
    attachments: list[Attachment] = field(default_factory=list)
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass
class State:
    """Everything that survives a restart with a data folder."""

    now: datetime
    seq: int = 0
    people: dict[str, Person] = field(default_factory=dict)
    chats: dict[str, Chat] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    wall: list[Post] = field(default_factory=list)
    files: dict[str, StoredFile] = field(default_factory=dict)
    code: str = ""
    parts: dict[str, Any] = field(default_factory=dict)


class Refusal(Exception):
    """A request to the control interface that cannot be done; `status` is the HTTP status."""

    def __init__(self, status: int, reason: str, **details: Any) -> None:
        super().__init__(reason)
        self.status, self.reason, self.details = status, reason, details


class Messenger(Protocol):
    """What a stand-in gives the control interface: how a person's act reaches the bot as an event.

    An act that the real application does not allow raises Refusal.
    """

    def says(self, person: Person, chat: Chat, text: str) -> None: ...
    def presses(self, person: Person, chat: Chat, message: Message | None, button: Button) -> str | None:
        """`message` is None for the reply keyboard; the answer is the address that the press opened."""

    def opens(self, person: Person, link: str) -> None: ...
    def uploads(self, person: Person, chat: Chat, file: StoredFile) -> None: ...
    def blocks(self, person: Person) -> None: ...
    def allows(self, person: Person) -> None: ...
    def gathers(self, title: str, members: list[int]) -> Chat:
        """A new group chat of these people and the bot, made with `World.add_group`."""

    def info(self) -> dict[str, Any]:
        """What a bot needs to connect: tokens and names."""


class World:
    """State, clock, faults and the change sequence; one object a sandbox, used in one event loop."""

    def __init__(self, now: datetime | None = None, data: Path | None = None) -> None:
        self.snapshot = Snapshot(data)
        kept = self.snapshot.read()
        self.state = decode(State, kept) if kept else State(now or working_morning())
        self.calls = Calls()
        self.clock = Clock(self.state.now, self._turned, lambda: self.calls.total)
        self.files = Files(self.state.files, data)
        self.faults = Faults()
        self.bell = Bell()
        self.messengers: dict[Platform, Messenger] = {}
        self._parts: dict[str, Any] = {}

    def part(self, name: str, kind: type[Part]) -> Part:
        """The stand-in's own state, a dataclass made with `kind()` at first and kept over restarts."""
        if name not in self._parts:
            kept = self.state.parts.get(name)
            self._parts[name] = self.state.parts[name] = kind() if kept is None else decode(kind, kept)
        part: Part = self._parts[name]
        return part

    def add_person(self, platform: Platform, name: str) -> Person:
        person = Person(platform, self.next_number(platform, "person", FIRST_ID), name)
        self.state.people[f"{platform}:{person.id}"] = person
        self.state.chats[f"{platform}:{person.id}"] = Chat(platform, person.id, [person.id])
        self.touch()
        return person

    def add_group(self, platform: Platform, chat_id: int, title: str, members: list[int]) -> Chat:
        chat = self.state.chats[f"{platform}:{chat_id}"] = Chat(platform, chat_id, members, title, started=True)
        self.touch(chat)
        return chat

    def person(self, platform: str, person_id: int) -> Person | None:
        return self.state.people.get(f"{platform}:{person_id}")

    def chat(self, platform: str, chat_id: int) -> Chat | None:
        return self.state.chats.get(f"{platform}:{chat_id}")

    def post(self, chat: Chat, author: Author, sender: int, text: str, **fields: Any) -> Message:
        """Put a new message into the chat; `fields` are those of `Message`."""
        chat.last_id += 1
        number = self.next_number(chat.platform, "message")
        message = Message(chat.last_id, number, self.clock.now, author, sender, text, **fields)
        message.spans = message.spans or ([Span(text)] if text else [])
        chat.messages.append(message)
        if author == "bot":
            chat.unread += 1
        else:
            chat.started = True
        self.touch(chat, message)
        return message

    def remove(self, chat: Chat, message: Message) -> None:
        chat.messages.remove(message)
        self.touch(chat)

    def next_number(self, platform: str, kind: str, first: int = 1) -> int:
        """The next number of a lasting count, such as a platform's messages."""
        key = f"{platform}:{kind}"
        self.state.numbers[key] = self.state.numbers.get(key, first - 1) + 1
        return self.state.numbers[key]

    def touch(self, chat: Chat | None = None, message: Message | None = None) -> None:
        """Say that something visible changed."""
        self.state.seq += 1
        for changed in (chat, message):
            if changed is not None:
                changed.changed = self.state.seq
        self.bell.ring()

    def save(self) -> None:
        self.snapshot.write(self.state)

    def _turned(self, now: datetime) -> None:
        self.state.now = now
        self.touch()
