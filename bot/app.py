"""The composition root: everything that serves the messengers, made from arguments; tests call the same function."""

from collections.abc import Mapping
from dataclasses import dataclass

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.clock import Clock
from bot.delivery import Delivery
from bot.handling import Handling
from bot.incoming import Reception
from bot.pace import TelegramPace
from bot.polling import Feed
from bot.rubric import Wall
from bot.settings import Settings
from bot.speech import Speech
from bot.telegram_feed import TelegramFeed
from bot.unit_of_work import UnitOfWork
from bot.vk.api import COMMUNITY_CALLS_PER_SECOND, USER_CALLS_PER_SECOND, VkClient
from bot.vk.longpoll import LongPoll
from bot.vk.session import VkSession, make_vk_bot
from bot.vk_feed import VkFeed
from bot.worker import Worker
from handlers import routers
from handlers.visit import Addresses
from locales import Texts
from scheduler.ticks import Ticks
from storage.database import Database

TELEGRAM_LINK = "https://t.me/{name}?start={{}}"
VK_LINK = "https://vk.me/club{group}?ref={{}}"


@dataclass(frozen=True, slots=True)
class Application:
    """The served bots with their feeds, the handling of each feed's updates, and the ticks of the clock."""

    bots: Mapping[str, Bot]
    feeds: Mapping[str, Feed]
    handling: Mapping[str, Handling]
    ticks: Ticks
    dispatcher: Dispatcher
    database: Database
    worker: Worker

    async def close(self) -> None:
        """Close connections and worker processes."""
        for feed in self.feeds.values():
            await feed.close()
        for bot in self.bots.values():
            await bot.session.close()
        await self.worker.close()
        await self.database.close()


def telegram_bot(settings: Settings) -> Bot:
    session = AiohttpSession(api=TelegramAPIServer.from_base(settings.telegram_api), limit=300)
    session.middleware(TelegramPace())
    return Bot(settings.telegram_token, session=session, default=DefaultBotProperties(parse_mode="HTML"))


async def build_bots(settings: Settings, database: Database, vk_calls: int) -> dict[str, Bot]:
    """The bots that the settings name, by platform; ``vk_calls`` a second are allowed."""
    bots: dict[str, Bot] = {}
    if settings.telegram_token:
        bots["telegram"] = telegram_bot(settings)
    if settings.vk_token:
        async with database.begin() as storage:
            salt = await storage.updates.salt()
        client = VkClient(settings.vk_token, settings.vk_api, vk_calls)
        bots["vk"] = make_vk_bot(client, settings.vk_group_id, bytes.fromhex(salt))
    return bots


async def addresses_of(bots: Mapping[str, Bot]) -> Addresses:
    """Links that open the bots; asks Telegram for the bot's name."""
    templates = {}
    for platform, bot in bots.items():
        if isinstance(bot.session, VkSession):
            templates[platform] = VK_LINK.format(group=bot.session.group_id)
        else:
            templates[platform] = TELEGRAM_LINK.format(name=(await bot.me()).username)
    return Addresses(templates)


def build_dispatcher(unit_of_work: UnitOfWork) -> Dispatcher:
    """One dispatcher for all bots; conversations keep their place in rows, so it needs no states."""
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.update.outer_middleware(unit_of_work)
    dispatcher.include_routers(*routers())
    return dispatcher


def feed_of(bot: Bot) -> Feed:
    if isinstance(bot.session, VkSession):
        return VkFeed(bot, LongPoll(bot.session.client, bot.session.group_id))
    return TelegramFeed(bot)


def wall_of(settings: Settings, bots: Mapping[str, Bot]) -> Wall | None:
    """The community's wall, when a community is served."""
    session = bots["vk"].session if "vk" in bots else None
    if not isinstance(session, VkSession):
        return None
    token = settings.vk_user_token
    user = VkClient(token, settings.vk_api, USER_CALLS_PER_SECOND) if token else None
    return Wall(session.client, session.group_id, user)


async def build_application(
    settings: Settings,
    database: Database,
    clock: Clock,
    worker: Worker,
    vk_calls: int = COMMUNITY_CALLS_PER_SECOND,
) -> Application:
    """Put everything together; the database must be migrated."""
    texts = Texts.load(settings.locale)
    bots = await build_bots(settings, database, vk_calls)
    addresses = await addresses_of(bots)
    speech = Speech(worker, texts)
    unit_of_work = UnitOfWork(database, clock, texts, addresses, Reception(worker), speech)
    dispatcher = build_dispatcher(unit_of_work)
    return Application(
        bots=bots,
        feeds={platform: feed_of(bot) for platform, bot in bots.items()},
        handling={
            platform: Handling(bot, platform, dispatcher, database, clock, texts) for platform, bot in bots.items()
        },
        ticks=Ticks(database, Delivery(bots, database, clock, texts, addresses, speech), wall_of(settings, bots)),
        dispatcher=dispatcher,
        database=database,
        worker=worker,
    )
