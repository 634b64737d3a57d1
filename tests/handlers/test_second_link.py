"""A link opened by somebody who takes part already: it leads in, once."""

from tests.client import Town
from tests.scenes import founded, invitation, participant


async def test_a_participant_opens_the_link_of_a_second_organisation(town: Town, platform: str) -> None:
    first = await founded(town, "telegram", organisation="Детский сад № 8")
    second = await founded(town, "vk", "Орлова Вера Павловна", organisation="Школа № 5")
    ira = await participant(town, first, "Ткач Ирина Львовна", platform, "Наставником")
    await ira.opens(await invitation(second, platform))
    if platform == "vk":
        await ira.says("Здравствуйте")
    assert "Школа № 5" in ira.sees()
    await ira.says("меню")
    assert "Школа № 5" not in ira.sees(), "until she consents there she is where she was"
