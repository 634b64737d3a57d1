"""Somebody at a messenger, over HTTP: speaks, presses and sees, and keeps a diary of all of it."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from tests.processes import PAUSE_SECONDS, Stand

AGAIN_SECONDS = 0.5

Rows = tuple[tuple[str, ...], ...]


class Who(StrEnum):
    """Whose line of a diary it is, and for the bot's, whether the person had just done something."""

    PERSON = "person"
    ANSWER = "answer"
    UNASKED = "unasked"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a diary: a message as it looked when it was seen, or what the person did."""

    at: datetime
    who: Who
    text: str
    buttons: Rows = ()
    files: tuple[str, ...] = ()
    message: int = 0

    @property
    def labels(self) -> list[str]:
        return [label for row in self.buttons for label in row]


@dataclass
class Person:
    """An account of somebody in one messenger."""

    stand: Stand
    platform: str
    name: str
    id: int = 0
    diary: list[Entry] = field(default_factory=list)
    answer: list[Entry] = field(default_factory=list)
    _known: dict[int, Mapping[str, Any]] = field(default_factory=dict)

    @classmethod
    def appears(cls, stand: Stand, platform: str, name: str) -> "Person":
        number = stand.post("/sandbox/people", {"platform": platform, "name": name})["id"]
        return cls(stand, platform, name, number)

    def says(self, text: str) -> "Person":
        return self._does("say", {"text": text}, text)

    def presses(self, beginning: str, message: int = 0) -> "Person":
        """Press the newest button whose label is, or begins with, ``beginning``, or the one in ``message``."""
        number, label = self.button(beginning, message)
        return self._does("press", {"label": label, "message": number}, f"[{label}]")

    def button(self, beginning: str, message: int = 0) -> tuple[int, str]:
        """The message of the newest such button, and its whole label; AssertionError when there is none."""
        chat = [each for each in reversed(self.chat()) if not message or each["id"] == message]
        for exactly in (True, False):
            for each in chat:
                for label in flat(each["buttons"]):
                    if label == beginning or (not exactly and label.startswith(beginning)):
                        return each["id"], label
        raise AssertionError(f"{self.name}: no button «{beginning}» among {self.offered()}, sees: {self.sees()}")

    def opens(self, link: str) -> "Person":
        return self._does("open", {"link": link}, f"открывает {link}")

    def sends(self, name: str, content: bytes) -> "Person":
        return self._does("upload", None, f"файл {name}", file=(name, content))

    def blocks(self) -> "Person":
        return self._does("block", {}, "блокирует бота")

    def allows(self) -> "Person":
        return self._does("allow", {}, "снова разрешает писать")

    def chat(self) -> list[dict[str, Any]]:
        chat: list[dict[str, Any]] = self.stand.get(f"/sandbox/{self.platform}/{self.id}/chat")
        return chat

    def offered(self) -> list[str]:
        """Labels under the last part of the bot's answer that has buttons."""
        return next((entry.labels for entry in reversed(self.answer) if entry.buttons), [])

    def sees(self) -> str:
        """The bot's answer to what the person did last."""
        return "\n".join(entry.text for entry in self.answer)

    def reads(self) -> list[Entry]:
        """What came without the person having done anything, since she looked last."""
        return self._look(Who.UNASKED)

    def downloads(self, number: int = 0) -> bytes:
        """The newest file that the bot has sent."""
        files = [file for message in reversed(self.chat()) if message["from"] == "bot" for file in message["files"]]
        return self.stand.download(files[number]["url"])

    def _does(
        self, act: str, body: Mapping[str, Any] | None, words: str, file: tuple[str, bytes] | None = None
    ) -> "Person":
        self.reads()
        before = self.stand.progress(self.platform)
        self.diary.append(Entry(self.stand.now(), Who.PERSON, words))
        self.stand.post(f"/sandbox/{self.platform}/{self.id}/{act}", body, file=file)
        self.stand.wait_until_handled(self.platform, before)
        self.answer = self._look(Who.ANSWER) or self._looks_again()
        return self

    def _looks_again(self) -> list[Entry]:
        """An act may be two events, of which the first has no answer."""
        deadline = time.monotonic() + AGAIN_SECONDS
        while time.monotonic() < deadline:
            if new := self._look(Who.ANSWER):
                return new
            time.sleep(PAUSE_SECONDS)
        return []

    def _look(self, who: Who) -> list[Entry]:
        """Put what is new or edited into the diary."""
        now = self.stand.now()
        new = []
        for message in self.chat():
            looks = {key: message[key] for key in ("text", "buttons", "files")}
            if message["from"] == "bot" and self._known.get(message["id"]) != looks:
                self._known[message["id"]] = looks
                at = now if message["edited"] else datetime.fromisoformat(message["at"])
                new.append(entry_of(message, at, who))
        self.diary += new
        return new


def entry_of(message: Mapping[str, Any], at: datetime, who: Who) -> Entry:
    buttons = tuple(tuple(row) for row in message["buttons"])
    return Entry(at, who, message["text"], buttons, tuple(file["name"] for file in message["files"]), message["id"])


def flat(rows: list[list[str]]) -> list[str]:
    return [label for row in rows for label in row]
