import json

import pytest
from aiogram.exceptions import (
    TelegramBadRequest,
)
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    ReplyKeyboardRemove,
)

from bot.vk.api import VkClient
from bot.vk.limiter import Priority
from bot.vk.sending import new_random_id, sending
from bot.vk.session import make_vk_bot
from tests.bot.vk.conftest import GROUP, TOKEN

TEACHER = 501
YES = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Да", callback_data="yes")]])


def doc(**fields):
    return {"id": 8, "owner_id": -GROUP, "title": "приказ.docx", "ext": "docx", "size": 3, "date": 1, **fields}


def can_upload(vk):
    vk.answers |= {
        "docs.getMessagesUploadServer": {"response": {"upload_url": f"{vk.url}/upload/doc"}},
        "docs.save": {"response": {"type": "doc", "doc": doc(access_key="k1")}},
        "photos.getMessagesUploadServer": {"response": {"upload_url": f"{vk.url}/upload/photo"}},
        "photos.saveMessagesPhoto": {"response": [{"id": 9, "owner_id": -GROUP}]},
    }


async def test_a_message_goes_with_its_formatting_and_buttons(vk, bot):
    message = await bot.send_message(TEACHER, "<b>Срок</b> завтра", reply_markup=YES)
    sent = vk.params("messages.send")

    assert (sent["peer_ids"], sent["message"]) == ("501", "Срок завтра")
    assert json.loads(sent["format_data"])["items"] == [{"type": "bold", "offset": 0, "length": 4}]
    assert json.loads(sent["keyboard"])["buttons"][0][0]["action"]["payload"] == '{"c":"yes"}'
    assert (message.message_id, message.chat.id, message.text) == (31, TEACHER, "Срок завтра")


async def test_a_sent_message_is_bound_and_can_be_edited(vk, bot):
    message = await bot.send_message(TEACHER, "Вопрос 1", reply_markup=YES)

    edited = await message.edit_text("Вопрос 2", reply_markup=YES)

    call = vk.params("messages.edit")
    assert (call["peer_id"], call["cmid"], call["message"]) == ("501", "31", "Вопрос 2")
    assert "keyboard" in call
    assert (edited.message_id, edited.text, edited.bot) == (31, "Вопрос 2", bot)


async def test_without_buttons_the_keyboard_below_stays_and_removing_sends_an_empty_one(vk, bot):
    await bot.send_message(TEACHER, "да")
    await bot.send_message(TEACHER, "да", reply_markup=ReplyKeyboardRemove())

    keyboards = [params.get("keyboard") for _, params in vk.calls]
    assert keyboards == [None, '{"one_time": false, "buttons": []}']


async def test_a_preview_of_links_can_be_switched_off(vk, bot):
    await bot.send_message(TEACHER, "vk.com", link_preview_options=LinkPreviewOptions(is_disabled=True))

    assert vk.params("messages.send")["dont_parse_links"] == "1"


async def test_an_identity_gives_the_same_random_id_each_time_and_another_to_others(vk, bot):
    for identity in ("message:501:17/0", "message:501:17/0", "message:501:17/1", 123456):
        with sending(identity):
            await bot.send_message(TEACHER, "да")

    first, again, other, stored = [int(params["random_id"]) for _, params in vk.calls]
    assert first == again != other
    assert stored == 123456
    assert all(0 < number < 2**31 for number in (first, other, new_random_id()))


async def test_without_an_identity_each_send_has_a_random_id_of_its_own(vk, bot):
    await bot.send_message(TEACHER, "да")
    await bot.send_message(TEACHER, "да")

    one, two = [int(params["random_id"]) for _, params in vk.calls]
    assert one != two
    assert one and two


async def test_another_installation_derives_other_random_ids(vk, client, bot):
    other = make_vk_bot(client, GROUP, salt=b"other")
    for each in (bot, other):
        with sending("message:501:17/0"):
            await each.send_message(TEACHER, "да")

    one, two = [params["random_id"] for _, params in vk.calls]
    assert one != two


async def test_old_clients_get_plain_buttons(vk, bot):
    with sending(plain_buttons=True):
        await bot.send_message(TEACHER, "да?", reply_markup=YES)

    assert json.loads(vk.params("messages.send")["keyboard"])["buttons"][0][0]["action"]["type"] == "text"


async def test_an_inner_sending_keeps_what_the_outer_one_said(vk, bot):
    with sending(plain_buttons=True), sending(17):
        await bot.send_message(TEACHER, "да?", reply_markup=YES)

    assert vk.params("messages.send")["random_id"] == "17"
    assert json.loads(vk.params("messages.send")["keyboard"])["buttons"][0][0]["action"]["type"] == "text"


async def test_bulk_goes_at_its_own_priority(vk):
    asked = []

    class Watched(VkClient):
        async def call(self, method, *, priority=Priority.REPLY, **params):
            asked.append(priority)
            return await super().call(method, priority=priority, **params)

    bot = make_vk_bot(Watched(TOKEN, vk.url), GROUP, salt=b"")
    await bot.send_message(TEACHER, "да")
    with sending(priority=Priority.BULK):
        await bot.send_message(TEACHER, "да")

    assert asked == [Priority.REPLY, Priority.BULK]
    await bot.session.close()


async def test_buttons_alone_are_edited_by_writing_the_message_again(vk, bot):
    old = {"text": "Отчёт", "format_data": {"version": 1, "items": []}}
    attachments = [{"type": "doc", "doc": doc(access_key="k1")}]
    vk.answers["messages.getByConversationMessageId"] = {
        "response": {"count": 1, "items": [old | {"attachments": attachments}]}
    }

    await bot.edit_message_reply_markup(chat_id=TEACHER, message_id=31)

    call = vk.params("messages.edit")
    assert (call["message"], call["attachment"]) == ("Отчёт", "doc-77_8_k1")
    assert json.loads(call["format_data"]) == old["format_data"]
    assert "keyboard" not in call


async def test_buttons_of_a_message_that_is_gone_cannot_be_edited(vk, bot):
    vk.answers["messages.getByConversationMessageId"] = {"response": {"count": 0, "items": []}}

    with pytest.raises(TelegramBadRequest, match="message to edit not found"):
        await bot.edit_message_reply_markup(chat_id=TEACHER, message_id=31)


async def test_a_message_is_deleted_for_all(vk, bot):
    vk.answers["messages.delete"] = {"response": [{"conversation_message_id": 31, "response": 1}]}

    assert await bot.delete_message(TEACHER, 31)
    assert (vk.params("messages.delete")["cmids"], vk.params("messages.delete")["delete_for_all"]) == ("31", "1")


async def test_an_error_of_one_deletion_raises(vk, bot):
    error = {"code": 924, "description": "Can't delete this message for everybody"}
    vk.answers["messages.delete"] = {"response": [{"conversation_message_id": 31, "error": error}]}

    with pytest.raises(TelegramBadRequest, match="924"):
        await bot.delete_message(TEACHER, 31)


async def test_a_press_is_answered_with_a_text(vk, bot):
    await bot.answer_callback_query(f"p1:{TEACHER}:{TEACHER}", "Готово")
    call = vk.params("messages.sendMessageEventAnswer")

    assert (call["event_id"], call["user_id"], call["peer_id"]) == ("p1", "501", "501")
    assert json.loads(call["event_data"]) == {"type": "show_snackbar", "text": "Готово"}


async def test_a_press_is_answered_with_a_link_or_with_nothing(vk, bot):
    await bot.answer_callback_query(f"p1:{TEACHER}:{TEACHER}", url="https://vk.com/wall-1_2")
    await bot.answer_callback_query(f"p2:{TEACHER}:{TEACHER}")

    link, nothing = [params.get("event_data") for _, params in vk.calls]
    assert json.loads(link) == {"type": "open_link", "link": "https://vk.com/wall-1_2"}
    assert nothing is None


async def test_the_press_of_a_plain_button_is_answered_by_a_message_if_at_all(vk, bot):
    await bot.answer_callback_query(f"message/17:{TEACHER}:{TEACHER}")
    await bot.answer_callback_query(f"message/17:{TEACHER}:{TEACHER}", "Готово")

    assert vk.params("messages.send")["message"] == "Готово"


async def test_a_late_answer_says_what_telegram_says(vk, bot):
    vk.fails("messages.sendMessageEventAnswer", 100, "event_id is invalid")

    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await bot.answer_callback_query(f"p1:{TEACHER}:{TEACHER}")


async def test_a_document_is_uploaded_and_sent_with_its_name_and_caption(vk, bot):
    can_upload(vk)
    file = BufferedInputFile("текст".encode(), "приказ.docx")

    message = await bot.send_document(TEACHER, file, caption="<i>Приказ</i>", reply_markup=YES)

    assert vk.uploaded == [("file", "текст".encode())]
    assert vk.params("docs.save")["title"] == "приказ.docx"
    sent = vk.params("messages.send")
    assert (sent["attachment"], sent["message"]) == ("doc-77_8_k1", "Приказ")
    assert (message.caption, message.document.file_name) == ("Приказ", "приказ.docx")


async def test_a_picture_is_uploaded_and_may_be_sent_again_without_uploading(vk, bot):
    can_upload(vk)

    message = await bot.send_photo(TEACHER, BufferedInputFile(b"png", "qr.png"))
    await bot.send_photo(TEACHER, message.photo[-1].file_id)

    assert vk.uploaded == [("file0", b"png")]
    assert [params["attachment"] for name, params in vk.calls if name == "messages.send"] == ["photo-77_9"] * 2


async def test_a_persons_file_is_downloaded_by_its_address(vk, bot):
    file = await bot.get_file(f"{vk.url}/file?megabytes=1")
    content = await bot.download_file(file.file_path)

    assert content.read() == bytes(1024 * 1024)


async def test_a_file_over_20_megabytes_is_not_downloaded(vk, bot):
    with pytest.raises(TelegramBadRequest, match="file is too big"):
        await bot.download(f"{vk.url}/file?megabytes=21")


async def test_the_community_is_the_bot(vk, bot):
    group = {"id": GROUP, "name": "Детский сад № 8", "screen_name": "sad8"}
    vk.answers["groups.getById"] = {"response": {"groups": [group], "profiles": []}}

    me = await bot.me()

    assert (me.id, me.first_name, me.username, bot.id) == (GROUP, "Детский сад № 8", "sad8", GROUP)


async def test_what_vk_has_no_need_of_costs_no_call(vk, bot):
    assert await bot.send_chat_action(TEACHER, "typing")
    assert await bot.set_my_commands([])
    assert await bot.delete_webhook()
    assert vk.calls == []


async def test_the_token_is_in_no_object_that_aiogram_shows(bot):
    assert TOKEN not in bot.token
    assert TOKEN not in repr(vars(bot))
