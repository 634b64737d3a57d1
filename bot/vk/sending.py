"""What a VK send needs beside the aiogram method: its identity, its priority, the client's abilities.

aiogram's methods have no field for them and shortcuts like `message.answer` build the method themselves,
so they travel in a context: `with sending("message:5:17/0"): await message.answer("…")`.
Other messengers' sessions take no notice of it.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from hashlib import blake2b

from bot.vk.limiter import Priority


@dataclass(frozen=True, slots=True)
class Sending:
    """`identity` makes a repeated send show once: a stored random_id, or a key to derive one from."""

    identity: int | str | None = None
    priority: Priority = Priority.REPLY
    plain_buttons: bool = False

    def random_id(self, salt: bytes) -> int:
        """VK's `random_id`, a non-zero int32; without an identity a new one each time."""
        if isinstance(self.identity, int):
            return self.identity
        if self.identity is None:
            return new_random_id()
        digest = blake2b(self.identity.encode(), key=salt, digest_size=4).digest()
        return int.from_bytes(digest) >> 1 or 1


_PLAIN = Sending()
_current: ContextVar[Sending] = ContextVar("vk_sending", default=_PLAIN)


def new_random_id() -> int:
    """A `random_id` to store with a notice before its first try."""
    return secrets.randbelow(2**31 - 1) + 1


def current_sending() -> Sending:
    """What `sending` says about the calls being made now."""
    return _current.get()


@contextmanager
def sending(
    identity: int | str | None = None,
    *,
    priority: Priority | None = None,
    plain_buttons: bool | None = None,
) -> Iterator[None]:
    """Give what is sent inside an identity; one message each, for two with one identity show as one.

    `identity`: a notice's stored random_id, or for a reply the update's key and the reply's number.
    `plain_buttons`: the person's client has no callback buttons (`Incoming.plain_buttons`).
    Priority and buttons stay as an outer `sending` has them where they are not given here.
    """
    outer = _current.get()
    inner = Sending(
        identity,
        outer.priority if priority is None else priority,
        outer.plain_buttons if plain_buttons is None else plain_buttons,
    )
    token = _current.set(inner)
    try:
        yield
    finally:
        _current.reset(token)
