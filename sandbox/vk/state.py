"""What the stand-in remembers of the community; plain data that outlives a restart."""

import secrets
from dataclasses import dataclass, field
from typing import Any

GROUP_ID = 220000001
RIGHTS = {"photos": 4, "messages": 4096, "wall": 8192, "docs": 131072, "manage": 262144}
EVENTS = ("message_new", "message_reply", "message_allow", "message_deny", "message_event")


@dataclass
class Feed:
    """Events of the Bots Long Poll API: the newest of them, `last` the number of the last one."""

    last: int = 0
    events: list[dict[str, Any]] = field(default_factory=list)
    key: str = field(default_factory=lambda: secrets.token_hex(20))
    lost_keys: list[str] = field(default_factory=list)


@dataclass
class LongPollSettings:
    enabled: bool = True
    version: str = "5.199"
    events: list[str] = field(default_factory=lambda: list(EVENTS))


@dataclass
class Press:
    """A press of a callback button, to be answered once; `at` is Unix time, real."""

    user_id: int
    peer_id: int
    at: float
    answered: bool = False


@dataclass
class Media:
    """A document or a picture; `file` is its key among the sandbox's files, `at` is Unix time."""

    kind: str
    owner_id: int
    id: int
    access_key: str
    file: str
    title: str
    size: int
    at: int
    width: int = 0
    height: int = 0

    @property
    def name(self) -> str:
        return f"{self.kind}{self.owner_id}_{self.id}"


@dataclass
class Upload:
    """A file that came to an upload address and waits to be saved."""

    kind: str
    file: str
    name: str
    server: int = 0
    hash: str = ""


@dataclass
class StandingRefusal:
    """The next `count` calls of `method` (to `peer`, if given) are answered with the error `code`."""

    code: int
    method: str
    peer: int | None
    count: int


@dataclass
class CommunityState:
    """`sent` maps "peer:random_id" to the number and the id of the message it made, for ever;
    `read` maps a peer to the last message that the community read.

    `refs` are invitations opened in a chat that is not empty: they come with the person's next message.
    """

    id: int = GROUP_ID
    name: str = "Наставничество"
    token: str = field(default_factory=lambda: "vk1.a." + secrets.token_urlsafe(48))
    user_token: str = field(default_factory=lambda: "vk1.a." + secrets.token_urlsafe(48))
    vk_id_token: str = field(default_factory=lambda: "vk2.a." + secrets.token_urlsafe(48))
    rights: list[str] = field(default_factory=lambda: list(RIGHTS))
    messages: bool = True
    bots: bool = True
    longpoll: LongPollSettings = field(default_factory=LongPollSettings)
    feed: Feed = field(default_factory=Feed)
    sent: dict[str, list[int]] = field(default_factory=dict)
    read: dict[str, int] = field(default_factory=dict)
    presses: dict[str, Press] = field(default_factory=dict)
    refs: dict[str, list[str]] = field(default_factory=dict)
    media: dict[str, Media] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)
    refusals: list[StandingRefusal] = field(default_factory=list)

    @property
    def screen_name(self) -> str:
        return f"club{self.id}"
