"""Files of the Telegram stand-in: both ways, and the sizes that the service refuses."""

import pytest

from sandbox.telegram import files, params
from tests.sandbox.play import Play, png


async def test_a_persons_file_reaches_the_bot_byte_for_byte(play: Play) -> None:
    person = await play.person()
    await play.drained()
    await play.upload(f"telegram/{person}", "карта.docx", b"PK\x03\x04", "application/zip")
    document = (await play.updates())[0]["message"]["document"]
    assert (document["file_name"], document["file_size"]) == ("карта.docx", 4)
    file = await play.ok("getFile", file_id=document["file_id"])
    async with play.http.get(f"/file/bot{play.token}/{file['file_path']}") as answer:
        assert await answer.read() == b"PK\x03\x04"


async def test_a_persons_picture_is_a_photo(play: Play) -> None:
    person = await play.person()
    await play.drained()
    await play.upload(f"telegram/{person}", "фото.png", png(90, 60), "image/png")
    (size,) = (await play.updates())[0]["message"]["photo"]
    assert (size["width"], size["height"]) == (90, 60)


async def test_a_bots_file_reaches_the_person_and_can_be_sent_again_by_its_id(play: Play) -> None:
    person = await play.person()
    sent = await play.send_file("sendDocument", "document", "приказ.docx", b"123", chat_id=person, caption="Вот")
    again = await play.ok("sendDocument", chat_id=person, document=sent["result"]["document"]["file_id"])
    assert again["document"] == sent["result"]["document"]
    _, first, _ = await play.get(f"telegram/{person}/chat")
    assert (first["text"], first["files"][0]["name"]) == ("Вот", "приказ.docx")
    async with play.http.get(first["files"][0]["url"]) as answer:
        assert await answer.read() == b"123"


async def test_an_attached_file_is_found_by_its_name(play: Play) -> None:
    person = await play.person()
    sent = await play.send_file(
        "sendPhoto", "picture", "qr.png", png(50, 50), chat_id=person, photo="attach://picture"
    )
    assert sent["result"]["photo"][0]["width"] == 50


async def test_a_file_of_another_bot_is_unknown(play: Play) -> None:
    body = await play.bot("getFile", file_id="BQAC7000000001_" + "x" * 32)
    assert body["description"] == "Bad Request: wrong file_id or the file is temporarily unavailable"


async def test_a_document_is_no_photo(play: Play) -> None:
    person = await play.person()
    sent = await play.send_file("sendDocument", "document", "a.txt", b"1", chat_id=person)
    body = await play.bot("sendPhoto", chat_id=person, photo=sent["result"]["document"]["file_id"])
    assert body["description"] == "Bad Request: can't use file of type Document as Photo"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "file must be non-empty"),
        (b"no picture", "IMAGE_PROCESS_FAILED"),
        (png(9000, 1001), "PHOTO_INVALID_DIMENSIONS"),
        (png(10, 201), "PHOTO_INVALID_DIMENSIONS"),
    ],
)
async def test_a_bad_photo_is_refused(play: Play, content: bytes, reason: str) -> None:
    body = await play.send_file("sendPhoto", "photo", "p.png", content, chat_id=await play.person())
    assert (body["error_code"], body["description"]) == (400, f"Bad Request: {reason}")


async def test_a_photo_over_10_mb_is_refused(play: Play) -> None:
    content = png(90, 90).ljust(files.PHOTO_LIMIT + 1, b"\0")
    body = await play.send_file("sendPhoto", "photo", "p.png", content, chat_id=await play.person())
    assert body["description"] == (
        "Bad Request: file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes"
    )


async def test_an_upload_over_50_mb_is_refused(play: Play) -> None:
    content = b"\0" * (params.UPLOAD_LIMIT + 1)
    body = await play.send_file("sendDocument", "document", "a.bin", content, chat_id=await play.person())
    assert body == {"ok": False, "error_code": 413, "description": "Request Entity Too Large"}


async def test_a_download_over_20_mb_is_refused(play: Play) -> None:
    person = await play.person()
    await play.drained()
    content = b"\0" * (files.DOWNLOAD_LIMIT + 1)
    await play.upload(f"telegram/{person}", "a.bin", content, "application/zip")
    file_id = (await play.updates())[0]["message"]["document"]["file_id"]
    assert (await play.bot("getFile", file_id=file_id))["description"] == "Bad Request: file is too big"


async def test_a_file_needs_the_token(play: Play) -> None:
    async with play.http.get("/file/bot1:wrong/documents/file_1.txt") as answer:
        assert answer.status == 404
