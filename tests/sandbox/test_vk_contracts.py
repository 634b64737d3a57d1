"""The stand-in's answers and our calls by the published schema, through the recorder between both."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, FormData

from sandbox.vk.pictures import plain_png
from tests.sandbox.play import Play
from tests.sandbox.vk_play import VkPlay

CONTRACTS = os.environ.get("NASTAVNIK_TEST_CONTRACTS")
pytestmark = pytest.mark.skipif(not CONTRACTS, reason="NASTAVNIK_TEST_CONTRACTS names no folder with contracts")
KEYBOARD = json.dumps(
    {
        "inline": True,
        "buttons": [[{"action": {"type": "callback", "label": "Да", "payload": '{"c":"1"}'}, "color": "primary"}]],
    }
)


async def recorder(*arguments: str) -> asyncio.subprocess.Process:
    script = Path(CONTRACTS or "") / "recorder.py"
    return await asyncio.create_subprocess_exec(
        sys.executable, str(script), *arguments, stdout=asyncio.subprocess.PIPE
    )


@pytest.fixture
async def recorded(vk: VkPlay, tmp_path: Path) -> AsyncIterator[tuple[VkPlay, Path]]:
    """The stand-in behind a recorder, which checks each call and each answer."""
    calls = tmp_path / "calls.jsonl"
    process = await recorder(
        *("--port", "0", "--out", str(calls), "--check-answers", "--rewrite-urls"),
        *("--vk-upstream", vk.play.base),
    )
    assert process.stdout is not None
    base = (await process.stdout.readline()).decode().split()[2]
    async with ClientSession(base) as http:
        yield VkPlay(Play(vk.play.world, base, http)), calls
    process.terminate()
    await process.communicate()


async def test_calls_and_answers_keep_to_the_schema(vk: VkPlay, recorded: tuple[VkPlay, Path]) -> None:
    through, calls = recorded
    person = await vk.person()
    await converse(vk, through, person)
    await read(through, person)
    await publish(through)

    lines = [json.loads(line) for line in calls.read_text("utf-8").splitlines()]
    assert len({line["method"] for line in lines}) > 20
    problems = [(line["method"], line["problems"], line.get("answer_problems")) for line in lines]
    assert [found for found in problems if found[1] or found[2]] == []


async def converse(vk: VkPlay, through: VkPlay, person: int) -> None:
    server = await through.server()
    assert server["server"].startswith(through.play.base)
    item = await through.send(person, random_id=1, keyboard=KEYBOARD)
    await through.send(person + 1, random_id=2)
    await through.ok("messages.send", peer_id=person, random_id=3, message="x")
    await vk.play.post(f"vk/{person}/press", label="Да")
    await vk.play.upload(f"vk/{person}", "a.png", plain_png(900, 450), "image/png")
    events = (await through.poll({**server, "ts": "0"}))["updates"]
    press = next(event["object"] for event in events if event["type"] == "message_event")
    data = json.dumps({"type": "show_snackbar", "text": "Готово"})
    answer = {name: press[name] for name in ("event_id", "user_id", "peer_id")}
    await through.ok("messages.sendMessageEventAnswer", **answer, event_data=data)
    cmid = item["conversation_message_id"]
    await through.ok("messages.edit", peer_id=person, cmid=cmid, message="Иначе", keyboard=KEYBOARD)
    await upload_both(through, person)
    await through.ok("messages.delete", peer_id=person, cmids=f"{cmid},99", delete_for_all=1)


async def upload_both(through: VkPlay, person: int) -> None:
    doc = await through.ok("docs.getMessagesUploadServer", type="doc", peer_id=person)
    saved = await through.ok("docs.save", **await sent(through, doc, "file", "план.docx", b"x"), title="План.docx")
    photo = await through.ok("photos.getMessagesUploadServer", peer_id=person)
    uploaded = await sent(through, photo, "photo", "a.png", plain_png(90, 90))
    [picture] = await through.ok("photos.saveMessagesPhoto", **uploaded)
    names = f"doc{saved['doc']['owner_id']}_{saved['doc']['id']},photo{picture['owner_id']}_{picture['id']}"
    await through.send(person, random_id=4, attachment=names)


async def sent(through: VkPlay, server: dict[str, Any], part: str, name: str, content: bytes) -> dict[str, Any]:
    form = FormData()
    form.add_field(part, content, filename=name)
    async with through.play.http.post(server["upload_url"], data=form) as answer:
        body: dict[str, Any] = await answer.json()
        return body


async def read(through: VkPlay, person: int) -> None:
    group = {"group_id": through.group_id}
    await through.ok("groups.getById", **group)
    await through.ok("groups.getLongPollSettings", **group)
    await through.ok("groups.setLongPollSettings", **group, enabled=1, api_version="5.199", message_new=1)
    await through.ok("groups.getTokenPermissions")
    await through.ok("users.get", user_ids=person)
    await through.ok("messages.getConversations", filter="all", count=200)
    await through.ok("messages.getHistory", peer_id=person)
    await through.ok("messages.getByConversationMessageId", peer_id=person, conversation_message_ids="1,2")
    await through.ok("messages.setActivity", peer_id=person, type="typing")
    await through.ok("messages.markAsRead", peer_id=person)


async def publish(through: VkPlay) -> None:
    wall = {"owner_id": -through.group_id, "message": "Новость"}
    post_id = (await through.ok("wall.post", **wall, from_group=1, guid="1"))["post_id"]
    await through.ok("wall.edit", "user_token", **wall, post_id=post_id)
    await through.ok("wall.getById", "user_token", posts=f"-{through.group_id}_{post_id}")
    await through.ok("photos.getWallUploadServer", "user_token", group_id=through.group_id)
    assert (await through.refused("photos.getWallUploadServer", group_id=through.group_id))[0] == 27
