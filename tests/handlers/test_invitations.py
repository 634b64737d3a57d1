"""The invitation: a link a messenger and a picture with their codes, for curators alone."""

from tests.client import Town
from tests.scenes import founded, participant


async def test_the_curator_gets_links_and_a_picture(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    await curator.says("меню")
    await curator.presses("Пригласить")
    assert "https://t.me/" in curator.sees() and "https://vk.me/" in curator.sees()
    assert curator.files()[0]["name"].endswith(".png")
    assert (await curator.downloads()).startswith(b"\x89PNG")


async def test_the_link_stays_the_same(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    links = []
    for _ in range(2):
        await curator.says("меню")
        await curator.presses("Пригласить")
        links.append([word for word in curator.sees().split() if word.startswith("https://")])
    assert links[0] == links[1]


async def test_a_curators_old_button_serves_nobody_who_is_no_curator_any_more(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    await curator.says("меню")
    async with town.database.begin() as storage:
        account = await storage.people.account(platform, curator.id, town.world.clock.now)
        assert account.person_id is not None
        for membership in await storage.people.memberships(account.person_id):
            membership.left_at = town.world.clock.now
    await curator.presses("Пригласить")
    assert "Эта кнопка уже не действует" in curator.sees()
    assert curator.files() == []


async def test_a_participant_sees_no_curators_buttons(town: Town, platform: str) -> None:
    maria = await participant(town, await founded(town, "vk"), "Ткач Мария", platform, "Наставником")
    await maria.says("меню")
    assert not {"Пригласить", "Люди", "Публикации"} & set(await maria.offered())
