"""Events and the wall, against the sandbox's strict stand-in of VK over HTTP."""

import asyncio
from datetime import UTC, datetime

import pytest

from bot.vk.api import VkClient
from bot.vk.events import AdministratorReplied, translate
from bot.vk.longpoll import LongPoll
from bot.vk.wall import Picture, WallError, WallProblem, publish
from tests.bot.vk.sandboxed import keyboard

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da6360606060000000050001a5f645400000000049454e44ae426082"
)


async def test_forbidding_and_allowing_are_changes_of_membership(box):
    teacher = await box.person()
    await box.act(teacher, "block")
    await box.act(teacher, "allow")

    changes = []
    while len(changes) < 2:
        changes += [incoming.update.my_chat_member.new_chat_member.status for incoming in await box.received()]
    assert changes == ["kicked", "member"]


async def test_an_invitation_is_a_start_with_its_ref(box):
    teacher = await box.person(started=False)
    await box.act(teacher, "open", link=f"https://vk.me/club{box.info['group_id']}?ref=i-Abc_1")

    assert (await box.update()).message.text == "/start i-Abc_1"


async def test_an_invitation_opened_in_an_old_dialogue_comes_with_the_next_message(box):
    teacher = await box.person()
    await box.act(teacher, "open", link=f"https://vk.me/club{box.info['group_id']}?ref=i-Abc_1")
    await box.act(teacher, "say", text="Здравствуйте")

    (incoming,) = await box.received()
    assert incoming.update.message.text == "Здравствуйте"
    assert incoming.as_start.message.text == "/start i-Abc_1"


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
