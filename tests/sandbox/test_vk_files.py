"""Documents and pictures both ways, the bot's by the real `vk_api.VkUpload`."""

import asyncio
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import jconfig
import pytest
import requests
import vk_api
from requests.adapters import HTTPAdapter
from vk_api.upload import VkUpload

from sandbox.vk.pictures import plain_png
from tests.sandbox.vk_play import VkPlay

PARAM = "One of the parameters specified was missing or invalid"
PICTURE = plain_png(900, 450)


class Redirect(HTTPAdapter):
    """Takes the calls of vk_api, which knows one host only, to the sandbox."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self.base = base

    def send(self, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:  # type: ignore[override]
        assert request.url is not None
        request.url = request.url.replace("https://api.vk.ru", self.base)
        return super().send(request, **kwargs)


def named(content: bytes, name: str) -> BytesIO:
    file = BytesIO(content)
    file.name = name
    return file


@pytest.fixture
def uploads(vk: VkPlay) -> Iterator[Callable[[str], VkUpload]]:
    """Make a VkUpload with one of the tokens."""
    sessions = []

    def make(token: str) -> VkUpload:
        session = requests.Session()
        session.mount("https://api.vk.ru", Redirect(vk.play.base))
        api = vk_api.VkApi(token=vk.info[token], api_version="5.199", config=jconfig.MemoryConfig, session=session)
        upload = VkUpload(api)
        sessions.extend((session, upload.http))
        return upload

    yield make
    for session in sessions:
        session.close()


async def fetched(vk: VkPlay, url: str) -> bytes:
    assert url.startswith(vk.play.base)
    async with vk.play.http.get(url) as answer:
        assert answer.status == 200
        return await answer.read()


async def test_a_document_goes_to_a_person(vk: VkPlay, uploads: Callable[[str], VkUpload]) -> None:
    person = await vk.person()
    file = named(b"order", "приказ.docx")
    saved = await asyncio.to_thread(uploads("token").document_message, file, title="Приказ.docx", peer_id=person)

    doc = saved["doc"]
    await vk.send(person, message="", attachment=f"doc{doc['owner_id']}_{doc['id']}")
    [shown] = (await vk.chat(person))[-1]["files"]
    assert (shown["name"], doc["ext"], doc["size"]) == ("Приказ.docx", "docx", 5)
    assert await fetched(vk, vk.play.base + shown["url"]) == b"order"
    assert await fetched(vk, doc["url"]) == b"order"


async def test_a_picture_goes_to_a_person(vk: VkPlay, uploads: Callable[[str], VkUpload]) -> None:
    person = await vk.person()
    file = named(PICTURE, "code.png")
    [photo] = await asyncio.to_thread(uploads("token").photo_messages, file, peer_id=person)

    name = f"photo{photo['owner_id']}_{photo['id']}_{photo['access_key']}"
    await vk.send(person, attachment=name)
    [shown] = (await vk.chat(person))[-1]["files"]
    assert await fetched(vk, vk.play.base + shown["url"]) == PICTURE


async def test_a_wall_picture_needs_a_user_token(vk: VkPlay, uploads: Callable[[str], VkUpload]) -> None:
    with pytest.raises(vk_api.ApiError) as caught:
        await asyncio.to_thread(uploads("token").photo_wall, named(PICTURE, "a.png"), group_id=vk.group_id)
    assert caught.value.code == 27

    saved = await asyncio.to_thread(uploads("user_token").photo_wall, named(PICTURE, "a.png"), group_id=vk.group_id)
    call = {"owner_id": -vk.group_id, "from_group": 1, "attachments": f"photo-{vk.group_id}_{saved[0]['id']}"}
    await vk.ok("wall.post", "user_token", **call)
    [post] = await vk.play.get("vk/wall")
    assert await fetched(vk, vk.play.base + post["attachments"][0]["url"]) == PICTURE


async def test_a_wall_document_goes_with_the_community_token(vk: VkPlay, uploads: Callable[[str], VkUpload]) -> None:
    saved = await asyncio.to_thread(uploads("token").document_wall, named(b"x", "a.pdf"), group_id=vk.group_id)

    assert saved["doc"]["title"] == "file0.pdf"


async def test_a_document_of_a_person_can_be_fetched(vk: VkPlay) -> None:
    person = await vk.person()
    await vk.play.upload(f"vk/{person}", "карта.docx", b"roadmap", "application/octet-stream")

    [attachment] = (await vk.events("message_new"))[-1]["message"]["attachments"]
    doc = attachment["doc"]
    assert (attachment["type"], doc["title"], doc["ext"], doc["owner_id"]) == ("doc", "карта.docx", "docx", person)
    assert await fetched(vk, doc["url"]) == b"roadmap"


async def test_only_the_largest_size_of_a_photo_is_the_picture(vk: VkPlay) -> None:
    person = await vk.person()
    await vk.play.upload(f"vk/{person}", "a.png", PICTURE, "image/png")

    [attachment] = (await vk.events("message_new"))[-1]["message"]["attachments"]
    sizes = attachment["photo"]["sizes"]
    widths = [size["width"] for size in sizes]
    assert len(widths) == 5
    assert widths != sorted(widths) and widths != sorted(widths, reverse=True)
    contents = {size["width"]: await fetched(vk, size["url"]) for size in sizes}
    assert [width for width, content in contents.items() if content == PICTURE] == [max(widths)] == [900]


async def test_a_person_document_is_attached_only_with_its_key(vk: VkPlay) -> None:
    person = await vk.person()
    await vk.play.upload(f"vk/{person}", "a.pdf", b"x", "application/pdf")
    [attachment] = (await vk.events("message_new"))[-1]["message"]["attachments"]
    name, key = f"doc{person}_{attachment['doc']['id']}", attachment["doc"]["access_key"]

    call = {"peer_ids": person, "random_id": 1, "attachment": name}
    assert (await vk.refused("messages.send", **call))[0] == 100
    assert "error" not in await vk.send(person, attachment=f"{name}_{key}")


async def upload(vk: VkPlay, kind: str, part: str, content: bytes) -> dict[str, Any]:
    async with vk.play.http.post(f"/vk/upload/{kind}", data={part: named(content, "a.png")}) as answer:
        body: dict[str, Any] = await answer.json()
        return body


@pytest.mark.parametrize(("part", "content", "error"), [("photo", b"x", "no_file"), ("file", b"", "bad_file")])
async def test_a_document_that_did_not_come_is_told(vk: VkPlay, part: str, content: bytes, error: str) -> None:
    assert (await upload(vk, "doc", part, content))["error"] == error


async def test_what_is_no_picture_cannot_be_saved(vk: VkPlay) -> None:
    uploaded = await upload(vk, "photo", "photo", b"text")

    assert uploaded["photo"] == "[]"
    assert await vk.refused("photos.saveMessagesPhoto", **uploaded) == (100, f"{PARAM}: photo is undefined")


@pytest.mark.parametrize(
    ("changes", "code", "text"),
    [
        ({"server": 1}, 118, "Invalid server"),
        ({"server": None}, 118, "Invalid server"),
        ({"hash": "x"}, 121, "Invalid hash"),
        ({"photo": None}, 100, f"{PARAM}: photo is undefined"),
        ({"photo": "x"}, 100, f"{PARAM}: photo should be valid json"),
        ({"photo": '[{"photo": "x"}]'}, 100, f"{PARAM}: photo is invalid"),
    ],
)
async def test_saving_a_picture_repeats_what_the_upload_said(
    vk: VkPlay, changes: dict[str, Any], code: int, text: str
) -> None:
    uploaded = await upload(vk, "photo", "photo", PICTURE)

    assert await vk.refused("photos.saveMessagesPhoto", **{**uploaded, **changes}) == (code, text)


@pytest.mark.parametrize(
    ("method", "params", "code", "text"),
    [
        ("docs.save", {}, 100, f"{PARAM}: file is undefined"),
        ("docs.save", {"file": "x"}, 105, "Couldn't save file"),
        ("docs.getMessagesUploadServer", {}, 100, f"{PARAM}: peer_id is undefined"),
        ("docs.getMessagesUploadServer", {"type": "film"}, 100, f"{PARAM}: type is invalid"),
        (
            "docs.getMessagesUploadServer",
            {"peer_id": 5},
            901,
            "Can't send messages for users without permission",
        ),
        (
            "photos.getMessagesUploadServer",
            {"peer_id": 5},
            901,
            "Can't send messages for users without permission",
        ),
        ("docs.getWallUploadServer", {"group_id": 1}, 125, "Invalid group id"),
    ],
)
async def test_an_upload_is_refused(vk: VkPlay, method: str, params: dict[str, Any], code: int, text: str) -> None:
    assert await vk.refused(method, **params) == (code, text)


@pytest.mark.parametrize("path", ["vk/doc/doc1_1/a.pdf", "vk/photo/photo1_1/w.jpg"])
async def test_an_unknown_file_is_not_found(vk: VkPlay, path: str) -> None:
    async with vk.play.http.get(f"/{path}") as answer:
        assert answer.status == 404
