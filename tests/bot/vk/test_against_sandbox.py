"""The session and the long poll against the sandbox's strict stand-in of VK, over HTTP."""

import asyncio
import mimetypes
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.types import BufferedInputFile, InaccessibleMessage, InlineKeyboardButton, InlineKeyboardMarkup
from aiohttp.test_utils import TestServer

from bot.vk.api import VkClient
from bot.vk.events import AdministratorReplied, Incoming, invitation_link, translate
from bot.vk.limiter import Priority
from bot.vk.longpoll import LongPoll
from bot.vk.sending import sending
from bot.vk.session import make_vk_bot
from bot.vk.wall import Picture, WallError, WallProblem, publish
from sandbox.server import build_app
from sandbox.world import World

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da6360606060000000050001a5f645400000000049454e44ae426082"
)


@dataclass
class Sandbox:
    """The stand-in, a bot connected to it, and what a person there can do."""

    url: str
    http: aiohttp.ClientSession
    bot: Bot
    client: VkClient
    poll: LongPoll
    info: dict[str, Any]
    position: str | None = None

    async def person(self, started: bool = True) -> int:
        answer = await self._post("/sandbox/people", {"platform": "vk", "name": "Анна Петровна"})
        if started:
            await self.act(answer["id"], "say", text="Начать")
            self.position = (await self.poll.fetch(self.position)).position
        return answer["id"]

    async def act(self, person: int, act: str, **body: Any) -> Any:
        return await self._post(f"/sandbox/vk/{person}/{act}", body)

    async def upload(self, person: int, name: str, content: bytes) -> None:
        form = aiohttp.FormData(quote_fields=False)
        form.add_field("file", content, filename=name, content_type=mimetypes.guess_type(name)[0])
        async with self.http.post(f"{self.url}/sandbox/vk/{person}/upload", data=form) as answer:
            answer.raise_for_status()

    async def chat(self, person: int) -> list[dict[str, Any]]:
        async with self.http.get(f"{self.url}/sandbox/vk/{person}/chat") as answer:
            return await answer.json()

    async def bots_words(self, person: int) -> list[str]:
        return [message["text"] for message in await self.chat(person) if message["from"] == "bot"]

    async def fault(self, kind: str, count: int = 1) -> None:
        await self._post("/sandbox/faults", {"platform": "vk", "kind": kind, "count": count})

    async def disturb(self, what: str) -> None:
        await self._post("/sandbox/vk/longpoll", {"do": what})

    async def refuse(self, code: int, method: str, peer: int | None = None) -> None:
        await self._post("/sandbox/vk/refusals", {"code": code, "method": method, "peer": peer})

    async def received(self) -> list[Incoming | AdministratorReplied]:
        batch = await self.poll.fetch(self.position)
        self.position = batch.position
        now = datetime.now(UTC)
        return [each for event in batch.events for each in translate(event, self.bot, now)]

    async def update(self) -> Any:
        (incoming,) = await self.received()
        return incoming.update

    async def _post(self, path: str, body: dict[str, Any]) -> Any:
        async with self.http.post(self.url + path, json=body) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()


@pytest.fixture
async def box():
    server = TestServer(build_app(World()))
    await server.start_server()
    url = str(server.make_url("")).rstrip("/")
    async with aiohttp.ClientSession() as http:
        async with http.get(f"{url}/sandbox/info") as answer:
            info = (await answer.json())["vk"]
        client = VkClient(info["token"], url)
        bot = make_vk_bot(client, info["group_id"], salt=b"salt")
        poll = LongPoll(client, info["group_id"], wait=2)
        box = Sandbox(url, http, bot, client, poll, info)
        box.position = (await poll.fetch(None)).position
        yield box
        await poll.close()
        await bot.session.close()
    await server.close()


def keyboard(label="Да", data="yes"):
    return InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text=label, callback_data=data)]])


async def test_a_person_sees_the_text_and_the_buttons(box):
    teacher = await box.person()

    await box.bot.send_message(teacher, "<b>Срок</b> 😀 <i>завтра</i>", reply_markup=keyboard())

    shown = (await box.chat(teacher))[-1]
    assert (shown["text"], shown["buttons"]) == ("Срок 😀 завтра", [["Да"]])


async def test_a_press_comes_back_is_answered_and_the_message_edited(box):
    teacher = await box.person()
    await box.bot.send_message(teacher, "Вопрос 1", reply_markup=keyboard())
    await box.act(teacher, "press", label="Да")

    query = (await box.update()).callback_query
    await query.answer("Записано")
    await query.message.edit_text("Вопрос 2", reply_markup=keyboard("Дальше"))

    shown = (await box.chat(teacher))[-1]
    assert (query.data, query.from_user.id) == ("yes", teacher)
    assert (shown["text"], shown["buttons"], shown["edited"]) == ("Вопрос 2", [["Дальше"]], True)


async def test_a_press_can_be_answered_once(box):
    teacher = await box.person()
    await box.bot.send_message(teacher, "Вопрос 1", reply_markup=keyboard())
    await box.act(teacher, "press", label="Да")
    query = (await box.update()).callback_query
    await query.answer()

    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await query.answer()


async def test_an_edit_without_buttons_takes_them_away(box):
    teacher = await box.person()
    message = await box.bot.send_message(teacher, "Вопрос 1", reply_markup=keyboard())

    await message.edit_text("Спасибо")

    assert (await box.chat(teacher))[-1]["buttons"] == []


async def test_the_buttons_alone_can_be_taken_away(box):
    teacher = await box.person()
    message = await box.bot.send_message(teacher, "Вопрос 1", reply_markup=keyboard())

    await message.edit_reply_markup()

    shown = (await box.chat(teacher))[-1]
    assert (shown["text"], shown["buttons"]) == ("Вопрос 1", [])


async def test_the_buttons_of_a_document_are_edited_and_the_document_stays(box):
    teacher = await box.person()
    message = await box.bot.send_document(teacher, BufferedInputFile(b"a", "а.txt"), reply_markup=keyboard())

    await message.edit_reply_markup()

    assert [file["name"] for file in (await box.chat(teacher))[-1]["files"]] == ["а.txt"]


async def test_a_persons_own_message_cannot_be_edited(box):
    teacher = await box.person()

    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await box.bot.edit_message_text("да", chat_id=teacher, message_id=1)


async def test_a_deleted_message_is_gone(box):
    teacher = await box.person()
    message = await box.bot.send_message(teacher, "ошибка")

    await message.delete()

    assert await box.bots_words(teacher) == []


async def test_a_repeated_identity_shows_once(box):
    teacher = await box.person()

    for identity in ("key/0", "key/0", "key/1"):
        with sending(identity):
            await box.bot.send_message(teacher, identity)

    assert await box.bots_words(teacher) == ["key/0", "key/1"]


async def test_a_repeat_after_a_lost_answer_shows_once(box):
    teacher = await box.person()
    await box.fault("drop_after")

    with sending(1234567):
        with pytest.raises(TelegramNetworkError):
            await box.bot.send_message(teacher, "напоминание")
        await box.bot.send_message(teacher, "напоминание")

    assert await box.bots_words(teacher) == ["напоминание"]


@pytest.mark.parametrize("kind", ["vk6", "vk9", "vk10"])
async def test_faults_of_the_moment_ask_to_retry(box, kind):
    teacher = await box.person()
    await box.fault(kind)

    with pytest.raises(TelegramRetryAfter):
        await box.bot.send_message(teacher, "да")


async def test_whoever_has_not_written_or_has_forbidden_it_cannot_be_written_to(box):
    stranger, teacher = await box.person(started=False), await box.person()
    await box.act(teacher, "block")

    for person in (stranger, teacher):
        with pytest.raises(TelegramForbiddenError):
            await box.bot.send_message(person, "да")


async def test_forbidding_and_allowing_are_changes_of_membership(box):
    teacher = await box.person()
    await box.act(teacher, "block")
    await box.act(teacher, "allow")

    changes = []
    while len(changes) < 2:
        changes += [incoming.update.my_chat_member.new_chat_member.status for incoming in await box.received()]
    assert changes == ["kicked", "member"]


async def test_a_wrong_token_is_unauthorized(box):
    bot = make_vk_bot(VkClient("vk1.a.wrong", box.url), box.info["group_id"], salt=b"")

    with pytest.raises(TelegramUnauthorizedError):
        await bot.send_message(1001, "да")

    await bot.session.close()


async def test_an_invitation_is_a_start_with_its_ref(box):
    teacher = await box.person(started=False)
    await box.act(teacher, "open", link=invitation_link(box.info["group_id"], "i-Abc_1"))

    assert (await box.update()).message.text == "/start i-Abc_1"


async def test_an_invitation_opened_in_an_old_dialogue_comes_with_the_next_message(box):
    teacher = await box.person()
    await box.act(teacher, "open", link=invitation_link(box.info["group_id"], "i-Abc_1"))
    await box.act(teacher, "say", text="Здравствуйте")

    (incoming,) = await box.received()
    assert incoming.update.message.text == "Здравствуйте"
    assert incoming.as_start.message.text == "/start i-Abc_1"


async def test_documents_go_both_ways(box):
    teacher = await box.person()
    await box.bot.send_document(teacher, BufferedInputFile("приказ".encode(), "приказ.txt"), caption="Вот")
    await box.upload(teacher, "карта.txt", "карта".encode())

    shown = (await box.chat(teacher))[-2]
    assert (shown["text"], [file["name"] for file in shown["files"]]) == ("Вот", ["приказ.txt"])
    document = (await box.update()).message.document
    assert document.file_name == "карта.txt"
    assert (await box.bot.download(document)).read() == "карта".encode()


async def test_pictures_go_both_ways(box):
    teacher = await box.person()
    await box.bot.send_photo(teacher, BufferedInputFile(PNG, "qr.png"), caption="QR")
    await box.upload(teacher, "доска.png", PNG)

    shown = (await box.chat(teacher))[-2]
    assert (shown["text"], len(shown["files"])) == ("QR", 1)
    photo = (await box.update()).message.photo
    assert (await box.bot.download(photo[-1])).read()


async def test_a_stored_position_brings_what_came_while_the_bot_was_away(box):
    teacher = await box.person()
    stored = box.position
    await box.act(teacher, "say", text="первое")
    await box.act(teacher, "say", text="второе")

    fresh = LongPoll(box.client, box.info["group_id"], wait=1)
    batch = await fresh.fetch(stored)

    assert [event["object"]["message"]["text"] for event in batch.events] == ["первое", "второе"]
    await fresh.close()


async def test_waiting_for_events_can_be_cancelled(box):
    waiting = asyncio.create_task(box.poll.fetch(box.position))
    await asyncio.sleep(0.1)
    waiting.cancel()

    with pytest.raises(asyncio.CancelledError):
        await waiting


async def test_a_position_that_vk_does_not_know_is_a_gap_filled_with_the_unanswered(box):
    teacher = await box.person()
    await box.act(teacher, "say", text="есть кто?")
    event = (await box.received())[0]

    batch = await box.poll.fetch("999999")

    assert batch.gap
    (again,) = [each for raw in batch.events for each in translate(raw, box.bot, datetime.now(UTC))]
    assert (again.key, again.update.update_id) == (event.key, event.update.update_id)


async def test_an_expired_key_costs_no_event(box):
    teacher = await box.person()
    await box.disturb("expire")
    await box.act(teacher, "say", text="да")

    assert await box.received() == []
    assert (await box.update()).message.text == "да"


@pytest.mark.parametrize("loss", ["forget", "lose"])
async def test_events_that_vk_forgot_are_read_back_from_the_conversations(box, loss):
    teacher = await box.person()
    await box.act(teacher, "say", text="да")
    await box.disturb(loss)

    assert (await box.update()).message.text == "да"
    await box.act(teacher, "say", text="и ещё")
    assert (await box.update()).message.text == "и ещё"


async def test_an_event_delivered_twice_has_one_key(box):
    teacher = await box.person()
    await box.bot.send_message(teacher, "Вопрос 1", reply_markup=keyboard())
    await box.received()
    await box.act(teacher, "press", label="Да")
    await box.disturb("repeat")

    first, again = await box.received()
    assert first.key == again.key


async def test_an_administrators_own_reply_is_told_and_the_bots_is_not(box):
    teacher = await box.person()
    await box.bot.send_message(teacher, "от бота")
    await box.act(teacher, "administrator", text="Я отвечу сама")

    (replied,) = await box.received()
    assert isinstance(replied, AdministratorReplied)
    assert replied.peer_id == teacher


async def test_a_plain_button_works_as_a_press_whose_message_is_sent_anew(box):
    teacher = await box.person()
    with sending(plain_buttons=True):
        await box.bot.send_message(teacher, "да?", reply_markup=keyboard())
    await box.act(teacher, "press", label="Да")

    (query,) = [each.update.callback_query for each in await box.received() if isinstance(each, Incoming)]
    await query.answer()
    assert (query.data, isinstance(query.message, InaccessibleMessage)) == ("yes", True)


@pytest.mark.parametrize("code", [900, 902, 936])
async def test_a_person_who_refuses_is_forbidden_by_the_error_of_one_recipient(box, code):
    teacher = await box.person()
    await box.refuse(code, "messages.send", teacher)

    with pytest.raises(TelegramForbiddenError, match=str(code)):
        await box.bot.send_message(teacher, "да")


async def test_a_message_that_is_too_old_cannot_be_edited(box):
    teacher = await box.person()
    message = await box.bot.send_message(teacher, "Вопрос 1")
    await box.refuse(909, "messages.edit")

    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await message.edit_text("Вопрос 2")


async def test_a_crowd_of_messages_keeps_the_limit(box):
    teacher = await box.person()

    async def send(number):
        with sending(f"notice/{number}", priority=Priority.BULK):
            await box.bot.send_message(teacher, str(number))

    await asyncio.gather(*(send(number) for number in range(45)))

    assert len(await box.bots_words(teacher)) == 45


async def test_the_community_is_the_bot(box):
    assert (await box.bot.me()).id == box.info["group_id"]


async def test_a_post_stands_on_the_wall_once(box):
    for _ in range(2):
        published = await publish(box.client, box.info["group_id"], "Спасибо наставникам", key="post:3")

    async with box.http.get(f"{box.url}/sandbox/vk/wall") as answer:
        (post,) = await answer.json()
    assert (post["text"], published.link.rsplit("_")[-1]) == ("Спасибо наставникам", str(post["id"]))


async def test_pictures_on_the_wall_need_the_user_token(box):
    picture = Picture("праздник.png", PNG)
    user = VkClient(box.info["user_token"], box.url)

    told = await publish(box.client, box.info["group_id"], "без", [picture], key="post:1")
    shown = await publish(box.client, box.info["group_id"], "с фото", [picture], key="post:2", user=user)

    async with box.http.get(f"{box.url}/sandbox/vk/wall") as answer:
        posts = {post["text"]: len(post["attachments"]) for post in await answer.json()}
    assert (told.without_pictures, shown.without_pictures) == (WallProblem.NEEDS_USER_TOKEN, None)
    assert posts == {"без": 0, "с фото": 1}
    await user.close()


async def test_an_empty_post_is_refused(box):
    with pytest.raises(WallError) as caught:
        await publish(box.client, box.info["group_id"], "", key="post:1")

    assert caught.value.problem is WallProblem.OTHER
