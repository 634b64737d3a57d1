"""A strict stand-in of the Telegram Bot API."""

from aiohttp import web

from sandbox.telegram.api import Api
from sandbox.telegram.person import TelegramPerson
from sandbox.telegram.state import Telegram
from sandbox.world import World


def routes(world: World) -> list[web.RouteDef]:
    """Join the world as its Telegram and give the Bot API's routes."""
    telegram = Telegram(world)
    world.messengers["telegram"] = TelegramPerson(telegram)
    return Api(telegram).routes()
