"""What the Telegram stand-in keeps over restarts, and what lives only while it runs."""

import secrets
import string
from dataclasses import dataclass, field
from typing import Any, Literal

from sandbox.arrivals import Window
from sandbox.world import Chat, World

_TOKEN_CHARACTERS = string.ascii_letters + string.digits + "_-"


def _fresh_token() -> str:
    """`<digits>:<35 characters>`, as BotFather gives them."""
    secret = "".join(secrets.choice(_TOKEN_CHARACTERS) for _ in range(35))
    return f"{7_000_000_000 + secrets.randbelow(900_000_000)}:{secret}"


@dataclass
class RemoteFile:
    """A file as Telegram names it; `key` names its bytes in `World.files`."""

    file_id: str
    unique_id: str
    key: str
    name: str
    media_type: str
    size: int
    path: str
    kind: Literal["document", "photo"] = "document"
    width: int = 0
    height: int = 0


@dataclass
class TelegramState:
    token: str = field(default_factory=_fresh_token)
    username: str = "nastavnik_sandbox_bot"
    updates: list[dict[str, Any]] = field(default_factory=list)
    last_update: int = 500_000_000
    allowed: list[str] = field(default_factory=list)
    webhook: str = ""
    commands: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    files: dict[str, RemoteFile] = field(default_factory=dict)

    @property
    def bot_id(self) -> int:
        return int(self.token.split(":")[0])


@dataclass
class Query:
    """A press that waits for its answer; `at` is real time."""

    chat: Chat
    at: float


class Telegram:
    """The stand-in at run time: the world, its own lasting state, and what is bound to real time."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.state = world.part("telegram", TelegramState)
        self.queries: dict[str, Query] = {}
        self.poll = 0  # number of the newest getUpdates; an older one that still waits is told 409
        self.bot_window = Window(30, 1.0)
        self.chat_windows = (Window(5, 1.0), Window(30, 20.0))
