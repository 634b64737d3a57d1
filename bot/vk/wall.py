"""Posts on the community's wall.

`wall.post` is documented for user tokens only, yet takes texts from a community token; pictures from one
are refused with error 27. So pictures go by the operator's user token where there is one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import requests
import vk_api

from bot.vk.api import VkClient
from bot.vk.limiter import Priority
from bot.vk.uploads import NamedContent, attachment


class WallProblem(StrEnum):
    """Why a post does not stand on the wall: a word to the curator for each."""

    NO_RIGHT = "no_right"
    """The token may not write on the wall, or not on this one."""
    NEEDS_USER_TOKEN = "needs_user_token"
    """VK wants a user token for it."""
    REFUSED = "refused"
    """VK refused the post: too many today, or the wall is closed."""
    WRONG_TOKEN = "wrong_token"
    """The token is of a kind (VK ID) that may not call the method."""
    EXPIRED_TOKEN = "expired_token"
    CAPTCHA = "captcha"
    LINKS = "links"
    """VK refused the links in the post."""
    LATER = "later"
    """Nothing is wrong with the post: try again."""
    OTHER = "other"


_PROBLEMS = {
    1: WallProblem.LATER,
    5: WallProblem.EXPIRED_TOKEN,
    6: WallProblem.LATER,
    7: WallProblem.NO_RIGHT,
    9: WallProblem.LATER,
    10: WallProblem.LATER,
    14: WallProblem.CAPTCHA,
    15: WallProblem.NO_RIGHT,
    27: WallProblem.NEEDS_USER_TOKEN,
    29: WallProblem.LATER,
    214: WallProblem.REFUSED,
    219: WallProblem.REFUSED,
    222: WallProblem.LINKS,
    224: WallProblem.REFUSED,
    1051: WallProblem.WRONG_TOKEN,
    1117: WallProblem.EXPIRED_TOKEN,
}


class WallError(Exception):
    """The post was not published."""

    def __init__(self, problem: WallProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture for a post: its bytes and a file name with the extension."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Published:
    """A post that stands on the wall; `without_pictures` tells why its pictures had to be left out."""

    link: str
    without_pictures: WallProblem | None = None


async def publish(
    community: VkClient,
    group_id: int,
    text: str,
    pictures: Sequence[Picture] = (),
    *,
    key: str,
    user: VkClient | None = None,
) -> Published:
    """Put a post on the wall in the community's name and return its link. Raises WallError.

    `text` is plain. `key` is the post's own: repeated after a lost answer it makes no second post.
    Pictures need `user`, a client with a user token; without a working one the text goes alone.
    """
    attachments, problem = await _uploaded(user, group_id, pictures)
    try:
        post = await (user if attachments and user else community).call(
            "wall.post",
            priority=Priority.BULK,
            owner_id=-group_id,
            from_group=True,
            message=text or None,
            attachments=attachments or None,
            guid=key,
        )
    except (vk_api.VkApiError, requests.RequestException) as error:
        raise WallError(_problem(error)) from error
    return Published(f"https://vk.com/wall-{group_id}_{post['post_id']}", problem)


async def _uploaded(
    user: VkClient | None, group_id: int, pictures: Sequence[Picture]
) -> tuple[list[str], WallProblem | None]:
    if not pictures:
        return [], None
    if user is None:
        return [], WallProblem.NEEDS_USER_TOKEN
    try:
        return [await _upload(user, group_id, picture) for picture in pictures], None
    except (vk_api.VkApiError, requests.RequestException) as error:
        problem = _problem(error)
        if problem is WallProblem.LATER:
            raise WallError(problem) from error
        return [], problem


async def _upload(user: VkClient, group_id: int, picture: Picture) -> str:
    def step(uploads: Any) -> Any:
        return uploads.photo_wall(NamedContent(picture.content, picture.name), group_id=group_id)

    saved = await user.upload(step, Priority.BULK)
    return attachment("photo", saved[0])


def _problem(error: Exception) -> WallProblem:
    if isinstance(error, vk_api.ApiError):
        return _PROBLEMS.get(error.code, WallProblem.OTHER)
    return WallProblem.LATER
