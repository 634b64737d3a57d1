"""Putting an approved post on the community's wall, with VK's refusals told apart by what to do next."""

from dataclasses import dataclass

from bot.vk import wall
from bot.vk.api import VkClient
from scheduler.publish import Postponed, Publication, Published, Refused


@dataclass(frozen=True, slots=True)
class Wall:
    """The wall of the served community; ``user`` holds a user token where the operator gave one."""

    client: VkClient
    group_id: int
    user: VkClient | None

    async def __call__(self, text: str, guid: str) -> Publication:
        """Publish once: a repetition with the same ``guid`` gives the post that stands already."""
        try:
            published = await wall.publish(self.client, self.group_id, text, key=guid, user=self.user)
        except wall.WallError as error:
            return Postponed() if error.problem is wall.WallProblem.LATER else Refused(error.problem.value)
        return Published(published.link)
