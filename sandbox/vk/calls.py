"""A call of a method: who calls, with which parameters."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from sandbox.vk.community import Community
from sandbox.vk.params import Params

TokenKind = Literal["group", "user", "vk_id"]


@dataclass(frozen=True)
class Call:
    name: str
    community: Community
    params: Params
    token: TokenKind


Function = Callable[[Call], Any]


@dataclass(frozen=True)
class Method:
    """A method: which tokens may call it, and the right that a community token needs for it."""

    function: Function
    tokens: frozenset[TokenKind] = frozenset({"group"})
    right: str = ""


ANY: frozenset[TokenKind] = frozenset({"group", "user", "vk_id"})
USER: frozenset[TokenKind] = frozenset({"user"})
GROUP_OR_USER: frozenset[TokenKind] = frozenset({"group", "user"})
