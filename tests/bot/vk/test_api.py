import asyncio
import socket

import pytest
import requests
import vk_api

from bot.vk.api import THREADS, VkClient
from bot.vk.limiter import Priority
from tests.bot.vk.conftest import TOKEN


async def test_flags_are_numbers_lists_are_joined_and_nothing_is_left_out(vk, client):
    vk.answers["messages.delete"] = {"response": [{"response": 1}]}

    await client.call("messages.delete", peer_id=5, cmids=[1, 2], delete_for_all=True, spam=False, reason=None)

    assert vk.params("messages.delete") == {
        "peer_id": "5",
        "cmids": "1,2",
        "delete_for_all": "1",
        "spam": "0",
        "v": "5.199",
        "access_token": TOKEN,
    }


async def test_an_error_of_vk_carries_code_and_text_and_no_token(vk, client):
    vk.fails("messages.edit", 15, "Access denied")

    with pytest.raises(vk_api.ApiError, match="Access denied") as caught:
        await client.call("messages.edit", peer_id=5, cmid=1, message="а")

    assert caught.value.code == 15
    assert TOKEN not in f"{caught.value} {caught.value.values} {caught.value.error}"


async def test_no_configuration_is_read_from_the_working_directory(tmp_path, monkeypatch):
    (tmp_path / "vk_config.v2.json").write_text("not json")
    monkeypatch.chdir(tmp_path)

    client = VkClient(TOKEN)

    await client.close()
    assert [path.name for path in tmp_path.iterdir()] == ["vk_config.v2.json"]


async def test_a_silent_server_is_not_waited_for_for_ever(monkeypatch):
    monkeypatch.setattr("bot.vk.api.TIMEOUT", (1, 0.05))
    with socket.create_server(("127.0.0.1", 0)) as silent:
        client = VkClient(TOKEN, f"http://127.0.0.1:{silent.getsockname()[1]}")

        with pytest.raises(requests.Timeout):
            await client.call("groups.getById", group_id=1)

        await client.close()


async def test_calls_go_out_in_parallel(vk, client):
    together = asyncio.Barrier(4)

    async def answer(params):
        await together.wait()
        return {"response": {"groups": []}}

    vk.answers["groups.getById"] = answer
    async with asyncio.timeout(20):
        await asyncio.gather(*(client.call("groups.getById", group_id=1) for _ in range(4)))


async def test_waiting_bulk_keeps_no_thread_from_replies(vk, client):
    release = asyncio.Event()

    async def answer(params):
        if params["group_id"] == "1":
            await release.wait()
        return {"response": {"groups": []}}

    vk.answers["groups.getById"] = answer
    bulk = [
        asyncio.create_task(client.call("groups.getById", priority=Priority.BULK, group_id=1)) for _ in range(THREADS)
    ]
    async with asyncio.timeout(20):
        await client.call("groups.getById", group_id=2)
        release.set()
        await asyncio.gather(*bulk)


async def test_closing_does_not_wait_for_a_silent_server(monkeypatch):
    monkeypatch.setattr("bot.vk.api.CLOSING", 0.01)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        client = VkClient(TOKEN, f"http://127.0.0.1:{silent.getsockname()[1]}")
        stuck = asyncio.create_task(client.call("groups.getById", group_id=1))
        connection, _ = await asyncio.get_running_loop().run_in_executor(None, silent.accept)

        async with asyncio.timeout(20):
            await client.close()

        assert not stuck.done()
        connection.close()
        with pytest.raises(requests.ConnectionError):
            await stuck


async def test_what_has_not_begun_when_the_client_closes_is_cancelled(vk, client, monkeypatch):
    monkeypatch.setattr("bot.vk.api.CLOSING", 0.01)
    busy, release = asyncio.Event(), asyncio.Event()

    async def answer(params):
        if len(vk.calls) == THREADS:
            busy.set()
        await release.wait()
        return {"response": {"groups": []}}

    vk.answers["groups.getById"] = answer
    calls = [asyncio.create_task(client.call("groups.getById", group_id=1)) for _ in range(THREADS + 1)]
    await busy.wait()

    await client.close()

    release.set()
    done = await asyncio.gather(*calls, return_exceptions=True)
    assert isinstance(done[-1], asyncio.CancelledError)
