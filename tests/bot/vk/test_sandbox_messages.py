"""What the session sends, against the sandbox's strict stand-in of VK over HTTP."""

import asyncio

import pytest
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.types import BufferedInputFile, InaccessibleMessage

from bot.vk.api import VkClient
from bot.vk.events import Incoming
from bot.vk.limiter import Priority
from bot.vk.sending import sending
from bot.vk.session import make_vk_bot
from tests.bot.vk.sandboxed import keyboard

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da6360606060000000050001a5f645400000000049454e44ae426082"
)


async def test_a_person_sees_the_text_and_the_buttons(box):
    teacher = await box.person()

    await box.bot.send_message(teacher, "<b>Срок</b> 😀 <i>завтра</i>", reply_markup=keyboard())

    shown = (await box.chat(teacher))[-1]
    assert (shown["text"], shown["buttons"]) == ("Срок 😀 завтра", [["Да"]])


async def test_a_press_comes_back_is_answered_and_the_message_edited(box):
    teacher = await box.person()
    await box.bot.send_message(teacher, "Вопрос 1", reply_markup=keyboard())
    await box.act(teacher, "press", label="Да")

    query = (await box.update()).callback_query
    await query.answer("Записано")
    await query.message.edit_text("Вопрос 2", reply_markup=keyboard("Дальше"))

    shown = (await box.chat(teacher))[-1]
    assert (query.data, query.from_user.id) == ("yes", teacher)
    assert (shown["text"], shown["buttons"], shown["edited"]) == ("Вопрос 2", [["Дальше"]], True)


async def test_a_press_can_be_answered_once(box):
    teacher = await box.person()
    await box.bot.send_message(teacher, "Вопрос 1", reply_markup=keyboard())
    await box.act(teacher, "press", label="Да")
    query = (await box.update()).callback_query
    await query.answer()

    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await query.answer()


async def test_an_edit_without_buttons_takes_them_away(box):
    teacher = await box.person()
    message = await box.bot.send_message(teacher, "Вопрос 1", reply_markup=keyboard())

    await message.edit_text("Спасибо")

    assert (await box.chat(teacher))[-1]["buttons"] == []


async def test_the_buttons_alone_can_be_taken_away(box):
    teacher = await box.person()
    message = await box.bot.send_message(teacher, "Вопрос 1", reply_markup=keyboard())

    await message.edit_reply_markup()

    shown = (await box.chat(teacher))[-1]
    assert (shown["text"], shown["buttons"]) == ("Вопрос 1", [])


async def test_the_buttons_of_a_document_are_edited_and_the_document_stays(box):
    teacher = await box.person()
    message = await box.bot.send_document(teacher, BufferedInputFile(b"a", "а.txt"), reply_markup=keyboard())

    await message.edit_reply_markup()

    assert [file["name"] for file in (await box.chat(teacher))[-1]["files"]] == ["а.txt"]


async def test_a_persons_own_message_cannot_be_edited(box):
    teacher = await box.person()

    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await box.bot.edit_message_text("да", chat_id=teacher, message_id=1)


async def test_a_deleted_message_is_gone(box):
    teacher = await box.person()
    message = await box.bot.send_message(teacher, "ошибка")

    await message.delete()

    assert await box.bots_words(teacher) == []


async def test_a_repeated_identity_shows_once(box):
    teacher = await box.person()

    for identity in ("key/0", "key/0", "key/1"):
        with sending(identity):
            await box.bot.send_message(teacher, identity)

    assert await box.bots_words(teacher) == ["key/0", "key/1"]


async def test_a_repeat_after_a_lost_answer_shows_once(box):
    teacher = await box.person()
    await box.fault("drop_after")

    with sending(1234567):
        with pytest.raises(TelegramNetworkError):
            await box.bot.send_message(teacher, "напоминание")
        await box.bot.send_message(teacher, "напоминание")

    assert await box.bots_words(teacher) == ["напоминание"]


@pytest.mark.parametrize("kind", ["vk6", "vk9", "vk10"])
async def test_faults_of_the_moment_ask_to_retry(box, kind):
    teacher = await box.person()
    await box.fault(kind)

    with pytest.raises(TelegramRetryAfter):
        await box.bot.send_message(teacher, "да")


async def test_whoever_has_not_written_or_has_forbidden_it_cannot_be_written_to(box):
    stranger, teacher = await box.person(started=False), await box.person()
    await box.act(teacher, "block")

    for person in (stranger, teacher):
        with pytest.raises(TelegramForbiddenError):
            await box.bot.send_message(person, "да")


async def test_a_wrong_token_is_unauthorized(box):
    bot = make_vk_bot(VkClient("vk1.a.wrong", box.url), box.info["group_id"], salt=b"")

    with pytest.raises(TelegramUnauthorizedError):
        await bot.send_message(1001, "да")

    await bot.session.close()


async def test_documents_go_both_ways(box):
    teacher = await box.person()
    await box.bot.send_document(teacher, BufferedInputFile("приказ".encode(), "приказ.txt"), caption="Вот")
    await box.upload(teacher, "карта.txt", "карта".encode())

    shown = (await box.chat(teacher))[-2]
    assert (shown["text"], [file["name"] for file in shown["files"]]) == ("Вот", ["приказ.txt"])
    document = (await box.update()).message.document
    assert document.file_name == "карта.txt"
    assert (await box.bot.download(document)).read() == "карта".encode()


async def test_pictures_go_both_ways(box):
    teacher = await box.person()
    await box.bot.send_photo(teacher, BufferedInputFile(PNG, "qr.png"), caption="QR")
    await box.upload(teacher, "доска.png", PNG)

    shown = (await box.chat(teacher))[-2]
    assert (shown["text"], len(shown["files"])) == ("QR", 1)
    photo = (await box.update()).message.photo
    assert (await box.bot.download(photo[-1])).read()


async def test_a_plain_button_works_as_a_press_whose_message_is_sent_anew(box):
    teacher = await box.person()
    with sending(plain_buttons=True):
        await box.bot.send_message(teacher, "да?", reply_markup=keyboard())
    await box.act(teacher, "press", label="Да")

    (query,) = [each.update.callback_query for each in await box.received() if isinstance(each, Incoming)]
    await query.answer()
    assert (query.data, isinstance(query.message, InaccessibleMessage)) == ("yes", True)


@pytest.mark.parametrize("code", [900, 902, 936])
async def test_a_person_who_refuses_is_forbidden_by_the_error_of_one_recipient(box, code):
    teacher = await box.person()
    await box.refuse(code, "messages.send", teacher)

    with pytest.raises(TelegramForbiddenError, match=str(code)):
        await box.bot.send_message(teacher, "да")


async def test_a_message_that_is_too_old_cannot_be_edited(box):
    teacher = await box.person()
    message = await box.bot.send_message(teacher, "Вопрос 1")
    await box.refuse(909, "messages.edit")

    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await message.edit_text("Вопрос 2")


async def test_a_crowd_of_messages_keeps_the_limit(box):
    teacher = await box.person()

    async def send(number):
        with sending(f"notice/{number}", priority=Priority.BULK):
            await box.bot.send_message(teacher, str(number))

    await asyncio.gather(*(send(number) for number in range(45)))

    assert len(await box.bots_words(teacher)) == 45


async def test_the_community_is_the_bot(box):
    assert (await box.bot.me()).id == box.info["group_id"]
