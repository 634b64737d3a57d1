"""A strict stand-in of the VK API for a community's bot."""

from aiohttp import web

from sandbox.vk.api import Api
from sandbox.vk.community import Community
from sandbox.vk.control import Control
from sandbox.vk.downloads import DownloadServer
from sandbox.vk.longpoll import LongPoll
from sandbox.vk.person import VkPerson
from sandbox.vk.uploads import UploadServer
from sandbox.world import World


def routes(world: World) -> list[web.RouteDef]:
    """Join the world as its VK and give the API's routes."""
    community = Community(world)
    world.messengers["vk"] = VkPerson(community)
    parts = (Api, LongPoll, UploadServer, DownloadServer, Control)
    return [route for part in parts for route in part(community).routes()]
