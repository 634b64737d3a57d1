import pytest

from bot.vk.api import VkClient
from bot.vk.wall import Picture, WallError, WallProblem, publish
from tests.bot.vk.conftest import GROUP, TOKEN, USER_TOKEN

PICTURE = Picture("наставники.png", b"png")


@pytest.fixture
async def user(vk):
    client = VkClient(USER_TOKEN, vk.url)
    yield client
    await client.close()


def takes_posts(vk):
    vk.answers |= {
        "wall.post": {"response": {"post_id": 12}},
        "photos.getWallUploadServer": {"response": {"upload_url": f"{vk.url}/upload/photo"}},
        "photos.saveWallPhoto": {"response": [{"id": 9, "owner_id": -GROUP}]},
    }


async def test_a_text_is_posted_by_the_community_and_its_link_comes_back(vk, client):
    takes_posts(vk)

    published = await publish(client, GROUP, "Спасибо наставникам", key="post:3")
    call = vk.params("wall.post")

    assert (published.link, published.without_pictures) == ("https://vk.com/wall-77_12", None)
    assert (call["owner_id"], call["from_group"], call["guid"]) == ("-77", "1", "post:3")


async def test_pictures_go_by_the_user_token(vk, client, user):
    takes_posts(vk)

    published = await publish(client, GROUP, "Фото", [PICTURE], key="post:3", user=user)

    assert published.without_pictures is None
    assert vk.uploaded == [("file0", b"png")]
    assert (vk.params("wall.post")["attachments"], vk.params("wall.post")["access_token"]) == (
        "photo-77_9",
        USER_TOKEN,
    )


async def test_without_a_user_token_the_text_goes_alone_and_it_is_told(vk, client):
    takes_posts(vk)

    published = await publish(client, GROUP, "Фото", [PICTURE], key="post:3")

    assert published.without_pictures is WallProblem.NEEDS_USER_TOKEN
    assert "attachments" not in vk.params("wall.post")


async def test_with_a_user_token_that_does_not_work_the_text_goes_alone(vk, client, user):
    takes_posts(vk)
    vk.fails("photos.getWallUploadServer", 1051)

    published = await publish(client, GROUP, "Фото", [PICTURE], key="post:3", user=user)

    assert published.without_pictures is WallProblem.WRONG_TOKEN
    assert vk.params("wall.post")["access_token"] == TOKEN


async def test_pictures_that_fail_for_the_moment_wait_with_their_text(vk, client, user):
    takes_posts(vk)
    vk.fails("photos.getWallUploadServer", 10)

    with pytest.raises(WallError) as caught:
        await publish(client, GROUP, "Фото", [PICTURE], key="post:3", user=user)

    assert caught.value.problem is WallProblem.LATER


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (5, WallProblem.EXPIRED_TOKEN),
        (14, WallProblem.CAPTCHA),
        (15, WallProblem.NO_RIGHT),
        (27, WallProblem.NEEDS_USER_TOKEN),
        (214, WallProblem.REFUSED),
        (222, WallProblem.LINKS),
        (1051, WallProblem.WRONG_TOKEN),
        (6, WallProblem.LATER),
        (100, WallProblem.OTHER),
    ],
)
async def test_each_refusal_has_its_word_for_the_curator(vk, client, code, problem):
    vk.fails("wall.post", code)

    with pytest.raises(WallError) as caught:
        await publish(client, GROUP, "Пост", key="post:3")

    assert caught.value.problem is problem


async def test_a_lost_connection_is_worth_another_try():
    client = VkClient(TOKEN, "http://127.0.0.1:1")

    with pytest.raises(WallError) as caught:
        await publish(client, GROUP, "Пост", key="post:3")

    assert caught.value.problem is WallProblem.LATER
    await client.close()
