import pytest
from aiogram.exceptions import TelegramNetworkError, TelegramUnauthorizedError
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.vk.events import update_key
from bot.vk.longpoll import LongPoll
from tests.bot.vk.conftest import GROUP


class Feed:
    """VK's long poll server: answers what is lined up, and remembers what it was asked."""

    def __init__(self):
        self.asked = []
        self.lined_up = []

    async def answer(self, request):
        self.asked.append((request.query["ts"], request.query["key"]))
        answer = self.lined_up.pop(0)
        return web.Response(text="<html>") if answer is None else web.json_response(answer)


@pytest.fixture
async def feed(vk):
    feed, app, keys = Feed(), web.Application(), iter("abc")
    app.router.add_get("/lp", feed.answer)
    server = TestServer(app)
    await server.start_server()
    url = str(server.make_url("/lp"))
    vk.answers["groups.getLongPollServer"] = lambda params: {
        "response": {"server": url, "key": next(keys), "ts": "100"}
    }
    yield feed
    await server.close()


@pytest.fixture
async def poll(client, feed):
    poll = LongPoll(client, GROUP, wait=1)
    yield poll
    await poll.close()


def message(peer, cmid):
    return {"peer_id": peer, "conversation_message_id": cmid, "text": "да"}


def unanswered(vk, *messages):
    items = [{"conversation": {}, "last_message": each} for each in messages]
    vk.answers["messages.getConversations"] = {"response": {"count": len(items), "items": items}}


async def test_a_stored_position_is_taken_up_again(feed, poll):
    feed.lined_up = [{"ts": "43", "updates": [{"type": "message_new"}]}]

    batch = await poll.fetch("42")

    assert feed.asked == [("42", "a")]
    assert (batch.events, batch.position, batch.gap) == ([{"type": "message_new"}], "43", False)


async def test_without_a_position_it_begins_now(feed, poll):
    batch = await poll.fetch(None)

    assert (batch.events, batch.position, feed.asked) == ([], "100", [])


async def test_the_key_is_kept_between_requests(feed, poll):
    feed.lined_up = [{"ts": "43", "updates": []}, {"ts": 44, "updates": []}]

    await poll.fetch("42")

    assert (await poll.fetch("43")).position == "44"
    assert feed.asked == [("42", "a"), ("43", "a")]


async def test_an_expired_key_is_renewed_and_the_position_stays(feed, poll):
    feed.lined_up = [{"failed": 2}, {"ts": "43", "updates": []}]

    batch = await poll.fetch("42")
    await poll.fetch(batch.position)

    assert (batch.events, batch.gap) == ([], False)
    assert feed.asked == [("42", "a"), ("42", "b")]


@pytest.mark.parametrize(("failure", "position"), [({"failed": 1, "ts": "60"}, "60"), ({"failed": 3}, "100")])
async def test_after_a_gap_unanswered_conversations_are_read(vk, feed, poll, failure, position):
    feed.lined_up = [failure]
    unanswered(vk, message(5, 8), message(6, 2))

    batch = await poll.fetch("42")

    assert (batch.position, batch.gap) == (position, True)
    assert [update_key(event) for event in batch.events] == ["message:5:8", "message:6:2"]
    assert vk.params("messages.getConversations")["filter"] == "unanswered"


async def test_all_pages_of_unanswered_conversations_are_read(vk, feed, poll, monkeypatch):
    monkeypatch.setattr("bot.vk.longpoll.PAGE", 1)
    feed.lined_up = [{"failed": 1, "ts": "60"}]
    waiting = [{"last_message": message(5, 8)}, {"last_message": message(6, 2)}]
    vk.answers["messages.getConversations"] = lambda params: {
        "response": {"items": waiting[int(params["offset"]) :][:1]}
    }

    assert len((await poll.fetch("42")).events) == 2


async def test_an_answer_that_is_no_json_is_a_network_error(feed, poll):
    feed.lined_up = [None]

    with pytest.raises(TelegramNetworkError):
        await poll.fetch("42")


async def test_a_refused_token_is_told_as_such(vk, feed, poll):
    vk.fails("groups.getLongPollServer", 5, "User authorization failed")

    with pytest.raises(TelegramUnauthorizedError):
        await poll.fetch("42")
