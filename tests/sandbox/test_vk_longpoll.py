"""VK's long poll: order, positions, failures, repetitions."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from sandbox.vk import routes
from sandbox.vk.community import HISTORY
from sandbox.vk.state import CommunityState
from sandbox.world import World
from tests.sandbox.vk_play import VkPlay


def texts(answer: dict[str, Any]) -> list[str]:
    return [event["object"]["message"]["text"] for event in answer["updates"]]


async def say(vk: VkPlay, person: int, *words: str) -> None:
    for word in words:
        await vk.play.post(f"vk/{person}/say", text=word)


async def test_events_come_in_order_and_again_for_an_old_position(vk: VkPlay) -> None:
    server, person = await vk.server(), await vk.person(started=False)
    await say(vk, person, "раз", "два")
    first = await vk.poll(server)
    await say(vk, person, "три")

    assert texts(first) == ["раз", "два"]
    assert texts(await vk.poll({**server, "ts": first["ts"]})) == ["три"]
    assert texts(await vk.poll(server)) == ["раз", "два", "три"]


async def test_a_new_server_starts_from_now(vk: VkPlay) -> None:
    await vk.person()

    answer = await vk.poll(await vk.server())
    assert answer == {"ts": "1", "updates": []}


async def test_a_poll_waits_for_the_next_event(vk: VkPlay) -> None:
    server, person = await vk.server(), await vk.person(started=False)
    poll = asyncio.create_task(vk.poll(server, wait=20))
    await vk.play.somebody_waits()
    await say(vk, person, "раз")

    assert texts(await poll) == ["раз"]


async def test_every_poller_gets_every_event(vk: VkPlay) -> None:
    server = await vk.server()
    await vk.person()

    assert (await vk.poll(server))["updates"] == (await vk.poll(await vk.server() | {"ts": "0"}))["updates"]


async def test_a_position_too_far_behind_fails_with_a_new_one(vk: VkPlay) -> None:
    server, person = await vk.server(), await vk.person(started=False)
    chat, one = vk.play.world.chat("vk", person), vk.play.world.person("vk", person)
    assert chat is not None and one is not None
    for _ in range(HISTORY):
        vk.play.world.messengers["vk"].says(one, chat, "x")

    assert len((await vk.poll(server))["updates"]) == HISTORY
    await say(vk, person, "ещё")
    assert await vk.poll(server) == {"failed": 1, "ts": str(HISTORY + 1)}


@pytest.mark.parametrize(("act", "failed"), [("expire", 2), ("lose", 3)])
async def test_a_key_that_is_gone_fails_until_a_new_one_is_taken(vk: VkPlay, act: str, failed: int) -> None:
    server = await vk.server()
    await vk.person()
    await vk.play.post("vk/longpoll", do=act)

    assert await vk.poll(server) == {"failed": failed}
    fresh = await vk.server()
    assert fresh["key"] != server["key"]
    assert (await vk.poll(fresh))["updates"] == []


async def test_an_expired_key_loses_no_event(vk: VkPlay) -> None:
    server = await vk.server()
    await vk.person()
    await vk.play.post("vk/longpoll", do="expire")

    again = await vk.server() | {"ts": server["ts"]}
    assert texts(await vk.poll(again)) == ["/start"]


async def test_a_key_that_expires_ends_the_waiting_poll(vk: VkPlay) -> None:
    poll = asyncio.create_task(vk.poll(await vk.server(), wait=20))
    await vk.play.somebody_waits()
    await vk.play.post("vk/longpoll", do="expire")

    assert await poll == {"failed": 2}


async def test_forgotten_events_fail_with_a_new_position(vk: VkPlay) -> None:
    server = await vk.server()
    await vk.person()
    await vk.play.post("vk/longpoll", do="forget")

    assert await vk.poll(server) == {"failed": 1, "ts": "1"}


async def test_a_position_of_the_future_fails(vk: VkPlay) -> None:
    assert await vk.poll(await vk.server() | {"ts": "9"}) == {"failed": 3}


async def test_an_event_may_come_twice_with_one_id(vk: VkPlay) -> None:
    server = await vk.server()
    await vk.person()
    await vk.play.post("vk/longpoll", do="repeat")

    once, twice = (await vk.poll(server))["updates"]
    assert once == twice
    assert once["event_id"]


async def test_there_is_no_event_to_repeat_at_first(vk: VkPlay) -> None:
    assert (await vk.play.try_post("vk/longpoll", do="repeat"))[0] == 409


async def test_an_api_version_of_the_long_poll_is_checked(vk: VkPlay) -> None:
    refused = await vk.refused("groups.setLongPollSettings", group_id=vk.group_id, api_version="6.0")

    assert refused == (100, "One of the parameters specified was missing or invalid: api_version is invalid")


async def test_settings_leave_kinds_of_events_out(vk: VkPlay) -> None:
    await vk.ok("groups.setLongPollSettings", group_id=vk.group_id, message_new=0)
    await vk.person()

    assert await vk.events("message_new") == []
    settings = await vk.ok("groups.getLongPollSettings", group_id=vk.group_id)
    assert (settings["events"]["message_new"], settings["events"]["message_event"]) == (0, 1)


async def test_a_long_poll_turned_off_has_no_server(vk: VkPlay) -> None:
    await vk.ok("groups.setLongPollSettings", group_id=vk.group_id, enabled=0)

    refused = await vk.refused("groups.getLongPollServer", group_id=vk.group_id)
    expected = "One of the parameters specified was missing or invalid: longpoll for this group is not enabled"
    assert refused == (100, expected)


async def test_events_and_sent_messages_outlive_a_restart(tmp_path: Path) -> None:
    before = World(data=tmp_path)
    routes(before)
    person = before.add_person("vk", "Анна")
    before.messengers["vk"].says(person, before.state.chats[f"vk:{person.id}"], "раз")
    before.part("vk", CommunityState).sent["1001:7"] = [2, 2]
    before.save()

    after = World(data=tmp_path).part("vk", CommunityState)
    assert after == before.part("vk", CommunityState)
    assert after.feed.events[0]["object"]["message"]["text"] == "раз"
