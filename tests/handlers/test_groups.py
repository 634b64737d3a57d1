"""In group chats the bot says nothing personal."""

from tests.client import Town
from tests.scenes import founded, participant


async def test_in_a_group_the_bot_asks_to_be_written_to_personally(town: Town, platform: str) -> None:
    maria = await participant(town, await founded(town, "vk"), "Ткач Мария", platform, "Наставником")
    stranger = await town.person("Чужой", platform)
    group = await town.post(
        "/sandbox/groups", {"platform": platform, "title": "Учителя", "members": [maria.id, stranger.id]}
    )
    await town.post(f"/sandbox/{platform}/{maria.id}/say?chat={group['id']}", {"text": "/start"})
    await town.bot_answers(platform)
    chat = await town.get(f"/sandbox/{platform}/{maria.id}/chat?chat={group['id']}")
    said = [message for message in chat if message["from"] == "bot"]
    assert [message["text"] for message in said] == ["Пишите мне лично: в общем чате я о личном не говорю."]
    assert said[0]["buttons"] == []
