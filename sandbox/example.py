"""«Заполнить примером»: invented people talk to the bot as anybody would, and leave a small programme under way.

It speaks and presses only; what the bot answers decides which button is looked for.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from aiohttp import web

from sandbox.acts import find_button
from sandbox.world import Chat, Message, Person, Platform, Refusal, World

PATIENCE = 15.0  # real seconds for an answer
QUIET = 0.15
MOST_QUESTIONS = 40

CURATOR: tuple[str, Platform] = ("Смирнова Ольга Ивановна", "telegram")
COLLEAGUES: tuple[tuple[str, Platform, str, str], ...] = (
    ("Ткач Мария Сергеевна", "vk", "Наставником", "Воспитатель старшей группы"),
    ("Дюма Анна Петровна", "telegram", "Наставляемым", "Воспитатель младшей группы"),
    ("Коваленко Ирина Львовна", "telegram", "Наставником", "Старший воспитатель"),
    ("Юсупова Алия Маратовна", "vk", "Наставляемым", "Музыкальный руководитель"),
)
UNFINISHED: tuple[str, Platform, str] = ("Орлова Вера Павловна", "vk", "Наставляемым")


class NoAnswer(Exception):
    """The bot did not answer in time, or not with what the example needs."""


@dataclass
class Player:
    """One invented person at her messenger."""

    world: World
    platform: Platform
    person: Person

    @property
    def chat(self) -> Chat:
        chat = self.world.chat(self.platform, self.person.id)
        if chat is None:
            raise NoAnswer("a person without a chat")
        return chat

    async def says(self, text: str) -> str:
        mark = self.world.state.seq
        self.world.messengers[self.platform].says(self.person, self.chat, text)
        return await self._answer(mark)

    async def opens(self, link: str) -> str:
        mark = self.world.state.seq
        self.world.messengers[self.platform].opens(self.person, link)
        return await self._answer(mark)

    async def presses(self, beginning: str) -> str:
        """Press the newest button whose label begins so, as soon as it is there."""
        await self.hears(beginning)
        label = next(label for label in self.labels() if label.startswith(beginning))
        mark = self.world.state.seq
        message, button = find_button(self.chat, label, None)
        self.world.messengers[self.platform].presses(self.person, self.chat, message, button)
        return await self._answer(mark)

    async def hears(self, beginning: str) -> None:
        """Wait until the bot has written, with such a button."""
        await self._until(lambda: any(label.startswith(beginning) for label in self.labels()), beginning)

    async def reads(self, mark: str) -> str:
        """The word of the bot's that has ``mark`` in it, as soon as it is written."""
        await self._until(lambda: any(mark in word for word in self._words()), mark)
        return next(word for word in self._words() if mark in word)

    def _words(self) -> list[str]:
        return [word for message in self.chat.messages if message.author == "bot" for word in message.text.split()]

    async def _until(self, told: Callable[[], bool], what: str) -> None:
        if not await self.world.bell.until(told, PATIENCE):
            raise NoAnswer(f"the bot did not write «{what}…»")

    def labels(self) -> list[str]:
        """Labels under the bot's newest message that has buttons."""
        for message in reversed(self.chat.messages):
            if message.author == "bot" and message.inline:
                return [button.label for row in message.inline for button in row]
        return []

    async def _answer(self, mark: int) -> str:
        """The bot's answer, once it has said all of it."""
        if not await self.world.bell.until(lambda: bool(self._fresh(mark)), PATIENCE):
            raise NoAnswer("the bot is silent")
        seen = -1
        while self.chat.changed != seen:
            seen = self.chat.changed
            await asyncio.sleep(QUIET)
        return "\n".join(message.text for message in self._fresh(mark))

    def _fresh(self, mark: int) -> list[Message]:
        return [message for message in self.chat.messages if message.author == "bot" and message.changed > mark]


async def fill(world: World) -> int:
    """Play the example; how many people it added. Raises ``NoAnswer``."""
    curator = await found(world)
    await send_roadmap(curator, world.clock.now.date())
    links = await invitation(curator)
    colleagues = [
        await join(world, links[platform], platform, name, role, post) for name, platform, role, post in COLLEAGUES
    ]
    name, platform, role = UNFINISHED
    await begin(world, links[platform], platform, name, role)
    await pair(curator, *colleagues[:2])
    await curator.says("меню")
    return len(COLLEAGUES) + 2


async def pair(curator: Player, mentor: Player, mentee: Player) -> None:
    """The curator proposes a pair; when the bot has told both, they agree and set a meeting."""
    await curator.says("меню")
    await curator.presses("Пары")
    await curator.presses("Составить")
    await curator.presses(mentor.person.name)
    await curator.presses(mentee.person.name)
    await curator.presses("Предложить")
    for player in (mentor, mentee):
        await player.hears("Посмотреть")
        await player.presses("Посмотреть")
        await player.presses("Соглас")
    await mentor.says("меню")
    await mentor.presses("Назначить встречу")
    await mentor.presses(mentor.labels()[0])


def new_player(world: World, name: str, platform: Platform) -> Player:
    return Player(world, platform, world.add_person(platform, name))


async def found(world: World) -> Player:
    """The curator takes her organisation with the code on the page."""
    if not world.state.code:
        raise NoAnswer("there is no curator's code")
    name, platform = CURATOR
    curator = new_player(world, name, platform)
    await curator.says("/start")
    await curator.says(world.state.code)
    await curator.presses("Даю согласие")
    await curator.presses("Начать")
    await curator.presses("Одна организация")
    await curator.says("Детский сад № 8 «Ручеёк»")
    await curator.presses("Москва")
    await curator.presses("Учебный")
    await curator.says("Лиманская Галина Николаевна")
    await curator.presses("Пропустить")
    await curator.says(name)
    await curator.presses("Отправить")
    return curator


async def send_roadmap(curator: Player, today: date) -> None:
    await curator.presses("Дорожная карта")
    await curator.says(roadmap(today))
    await curator.presses("Включить")
    if any(label.startswith("Включить") for label in curator.labels()):  # a deadline of the autumn is over
        await curator.presses("Включить")


def roadmap(today: date) -> str:
    """A small plan of the school year that ``today`` belongs to, as somebody would paste it."""
    year = today.year if today.month >= 6 else today.year - 1
    lines = (
        f"План мероприятий (дорожная карта) на {year}-{year + 1} учебный год",
        "№\tМероприятие\tСрок\tОтветственный\tРезультат",
        f"1\tИздание приказа о внедрении наставничества\tдо 15.09.{year}\tЗаведующий\tПриказ",
        f"2\tСбор согласий и анкет\tдо 30.11.{year}\tКуратор\tСогласия, анкеты",
        f"3\tФормирование пар\tдекабрь {year}\tКуратор\tПриказ о закреплении пар",
        "4\tВстречи пар по планам\tв течение года\tНаставники\tЗаписи о встречах",
        f"5\tОпрос удовлетворённости\tапрель {year + 1}\tКуратор\tСправка",
        f"6\tИтоговый педсовет\tдо 30.05.{year + 1}\tЗаведующий\tПротокол",
    )
    return "\n".join(lines)


async def invitation(curator: Player) -> dict[str, str]:
    """The curator's invitation links by messenger."""
    await curator.says("меню")
    await curator.presses("Пригласить")
    await curator.presses("Педагогов")
    return {"telegram": await curator.reads("t.me/"), "vk": await curator.reads("vk.me/")}


async def join(world: World, link: str, platform: Platform, name: str, role: str, post: str) -> Player:
    """A colleague comes by the link and sends the questionnaire."""
    player = await begin(world, link, platform, name, role)
    for _ in range(MOST_QUESTIONS):
        labels = player.labels()
        if any(label.startswith("Отправить") for label in labels):
            await player.presses("Отправить")
            return player
        await answer(player, labels, name, post)
    raise NoAnswer("the questionnaire does not end")


async def begin(world: World, link: str, platform: Platform, name: str, role: str) -> Player:
    player = new_player(world, name, platform)
    await player.opens(link)
    for label in ("Начать", "Да", "Даю согласие", role, "Начать"):
        await player.presses(label)
    return player


async def answer(player: Player, labels: list[str], name: str, post: str) -> None:
    """Answer the open question in the plainest way."""
    question = next(message.text for message in reversed(player.chat.messages) if message.author == "bot")
    ticks = [label for label in labels if label.startswith("☐")]
    if "зовут" in question:
        await player.says(name)
    elif "работаете?" in question:
        await player.says(post)
    elif ticks:
        await player.presses(ticks[len(name) % len(ticks)])
        await player.presses("Готово")
    elif any(label.startswith("Пропустить") for label in labels):
        await player.presses("Пропустить")
    elif len(labels) > 1:
        await player.presses(labels[0])
    else:
        await player.says("6")


class Example:
    """The route behind the page's button."""

    def __init__(self, world: World) -> None:
        self.world = world

    def routes(self) -> list[web.RouteDef]:
        return [web.post("/sandbox/example", self.play)]

    async def play(self, _request: web.Request) -> web.Response:
        """Play the example and answer when it is done; 409 when the bot did not go along."""
        try:
            return web.json_response({"people": await fill(self.world)})
        except NoAnswer as error:
            raise Refusal(409, str(error)) from error
