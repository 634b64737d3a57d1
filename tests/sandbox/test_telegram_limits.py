"""Rate limits and faults of the Telegram stand-in."""

import pytest
from aiohttp import ClientError

from sandbox import faults
from sandbox.arrivals import Window
from sandbox.telegram import api
from tests.sandbox.play import Play


def test_a_window_counts_arrivals_in_any_sliding_second() -> None:
    window = Window(2, 1.0)
    for at in (0.0, 0.9):
        assert window.retry_after("bot", at) == 0
        window.admit("bot", at)
    assert window.retry_after("bot", 0.95) == 1
    assert window.retry_after("another", 0.95) == 0
    assert window.retry_after("bot", 1.0) == 0


async def test_the_31st_message_of_a_second_is_too_many(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sandbox.telegram.chats.time.monotonic", lambda: 100.0)
    people = [await play.person() for _ in range(31)]
    for person in people[:30]:
        await play.ok("sendMessage", chat_id=person, text="x")
    assert await play.bot("sendMessage", chat_id=people[30], text="x") == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }


async def test_the_sixth_message_of_a_second_to_one_chat_is_too_many(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sandbox.telegram.chats.time.monotonic", lambda: 100.0)
    person, other = await play.person(), await play.person()
    for _ in range(5):
        await play.ok("sendMessage", chat_id=person, text="x")
    assert (await play.bot("sendMessage", chat_id=person, text="x"))["error_code"] == 429
    await play.ok("sendMessage", chat_id=other, text="x")


async def test_thirty_messages_in_twenty_seconds_are_enough_for_one_chat(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, now = await play.person(), [100.0]
    monkeypatch.setattr("sandbox.telegram.chats.time.monotonic", lambda: now[0])
    for _ in range(30):
        await play.ok("sendMessage", chat_id=person, text="x")
        now[0] += 0.4
    body = await play.bot("sendMessage", chat_id=person, text="x")
    assert body["parameters"] == {"retry_after": 8}


@pytest.mark.parametrize(("kind", "code"), [("429", 429), ("500", 500)])
async def test_a_fault_answers_an_error_as_often_as_asked(play: Play, kind: str, code: int) -> None:
    person = await play.person()
    await play.post("faults", platform="telegram", kind=kind, count=2)
    for _ in range(2):
        assert (await play.bot("sendMessage", chat_id=person, text="x"))["error_code"] == code
    await play.ok("sendMessage", chat_id=person, text="дошло")
    assert [m["text"] for m in await play.get(f"telegram/{person}/chat")] == ["/start", "дошло"]


@pytest.mark.parametrize(("kind", "arrived"), [("drop_before", 0), ("drop_after", 1), ("timeout", 0)])
async def test_a_cut_connection(
    play: Play, monkeypatch: pytest.MonkeyPatch, kind: faults.FaultKind, arrived: int
) -> None:
    monkeypatch.setattr(api, "STALL", 0.01)
    person = await play.person()
    await play.post("faults", platform="telegram", kind=kind, count=1)
    with pytest.raises(ClientError):
        await play.bot("sendMessage", chat_id=person, text="x")
    assert len(await play.get(f"telegram/{person}/chat")) == 1 + arrived


async def test_a_fault_does_not_touch_polls(play: Play) -> None:
    await play.person()
    await play.post("faults", platform="telegram", kind="500", count=1)
    assert len(await play.updates()) == 1


@pytest.mark.parametrize(
    "body",
    [
        {"platform": "telegram", "kind": "vk6", "count": 1},
        {"platform": "telegram", "kind": "flood", "count": 1},
        {"platform": "icq", "kind": "500", "count": 1},
        {"platform": "telegram", "kind": "500", "count": "1"},
    ],
)
async def test_a_fault_that_does_not_exist_is_refused(play: Play, body: dict[str, object]) -> None:
    status, _ = await play.try_post("faults", **body)
    assert status == 400
