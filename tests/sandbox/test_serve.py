"""The sandbox over restarts and as a process."""

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import ClientSession

from sandbox.serve import started
from sandbox.server import build_app
from sandbox.world import World
from tests.sandbox.play import Play

KEYS = {"inline_keyboard": [[{"text": "Да", "callback_data": "yes"}]]}
SERVE = "from pathlib import Path; from sandbox.serve import run; run(0, Path({data!r}))"


async def lived(data: Path, name: str) -> None:
    """A sandbox in which a person got a message and a file, stopped again."""
    runner = await started(world := World(datetime(2026, 10, 1, 7, tzinfo=UTC), data))
    async with ClientSession(f"http://127.0.0.1:{runner.addresses[0][1]}") as http:
        play = Play(world, "", http)
        person = await play.person(name=name)
        await play.ok("sendMessage", chat_id=person, text="*Да*?", parse_mode="MarkdownV2", reply_markup=KEYS)
        await play.send_file("sendDocument", "document", "приказ.txt", b"123", chat_id=person)
        await play.post("clock", now="2026-10-05T08:00:00+00:00")
    await runner.cleanup()


async def test_a_world_with_a_data_folder_goes_on_after_a_restart(tmp_path: Path) -> None:
    await lived(tmp_path, "Анна")
    runner = await started(world := World(data=tmp_path))
    async with ClientSession(f"http://127.0.0.1:{runner.addresses[0][1]}") as http:
        play = Play(world, "", http)
        start, question, paper = await play.get("telegram/1001/chat")
        assert (start["text"], question["buttons"], question["spans"][0]["bold"]) == ("/start", [["Да"]], True)
        async with http.get(paper["files"][0]["url"]) as answer:
            assert await answer.read() == b"123"
        assert play.now == datetime(2026, 10, 5, 8, tzinfo=UTC)
        assert [u["message"]["text"] for u in await play.updates()] == ["/start"]
        assert (await play.bot("editMessageText", chat_id=1001, message_id=2, text="Записала"))["ok"]
    await runner.cleanup()


def test_tokens_are_new_in_each_world_and_lasting_in_one(tmp_path: Path) -> None:
    tokens = []
    for data in (tmp_path / "one", tmp_path / "one", tmp_path / "two"):
        world = World(data=data)
        build_app(world)
        tokens.append(world.messengers["telegram"].info()["token"])
        world.save()
    assert tokens[0] == tokens[1] != tokens[2]


async def test_the_process_says_where_it_is_and_stops_when_asked(tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", SERVE.format(data=str(tmp_path)), stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    lines = [(await process.stdout.readline()).decode().strip() for _ in range(2)]
    async with ClientSession() as http, http.get(f"{lines[0].removeprefix('Песочница: ')}sandbox/info") as answer:
        assert f"telegram token: {(await answer.json())['telegram']['token']}" == lines[1]
    process.terminate()
    assert await process.wait() == 0
    assert (tmp_path / "state.json").exists()
