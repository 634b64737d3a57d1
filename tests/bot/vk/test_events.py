from datetime import UTC, datetime

import pytest
from aiogram import Bot
from aiogram.types import ContentType, InaccessibleMessage, Message

from bot.vk.events import AdministratorReplied, translate, update_id, update_key

GROUP = 77
TEACHER = 501
NOW = datetime(2026, 10, 15, 9, tzinfo=UTC)
BOT = Bot(f"{GROUP}:vk")


def event(kind, obj, event_id="e1"):
    return {"type": kind, "group_id": GROUP, "event_id": event_id, "v": "5.199", "object": obj}


def message_new(event_id="e1", actions=("text", "callback"), **fields):
    message = {
        "id": 9,
        "conversation_message_id": 17,
        "peer_id": TEACHER,
        "from_id": TEACHER,
        "date": 1_790_000_000,
        "text": "",
        "out": 0,
        "attachments": [],
    }
    client = {"button_actions": list(actions), "lang_id": 0}
    return event("message_new", {"message": message | fields, "client_info": client}, event_id)


def press(event_id="e1", **fields):
    values = {"user_id": TEACHER, "peer_id": TEACHER, "event_id": "p1", "payload": {"c": "form:3"}}
    return event("message_event", {**values, "conversation_message_id": 16, **fields}, event_id)


def document(title="карта.docx", ext="docx"):
    doc = {"id": 1, "owner_id": TEACHER, "title": title, "ext": ext, "size": 1200, "url": "https://vk.com/doc1"}
    return {"type": "doc", "doc": doc}


def only(raw):
    (incoming,) = translate(raw, BOT, NOW)
    return incoming


def test_a_text_becomes_a_message_bound_to_the_bot():
    message = only(message_new(text="в четверг в 14")).update.message

    assert (message.text, message.message_id, message.chat.id) == ("в четверг в 14", 17, TEACHER)
    assert (message.chat.type, message.from_user.id, message.bot) == ("private", TEACHER, BOT)


def test_no_name_of_the_person_is_taken():
    assert only(message_new(text="да")).update.message.from_user.full_name == ""


def test_a_group_chat_is_told_from_a_dialogue():
    message = only(message_new(text="всем привет", peer_id=2_000_000_001)).update.message

    assert (message.chat.type, message.from_user.id) == ("group", TEACHER)


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"text": "Начать"}, "/start"),
        ({"text": "начать "}, "/start"),
        ({"text": "Начать", "payload": '{"command":"start"}', "ref": "i-Abc"}, "/start i-Abc"),
        ({"text": "Начать", "ref": "i-Abc"}, "/start i-Abc"),
        ({"text": "Start", "payload": '{"command": "start"}'}, "/start"),
    ],
)
def test_the_start_button_becomes_the_start_command_with_its_ref(fields, text):
    assert only(message_new(**fields)).update.message.text == text


def test_a_ref_on_another_message_is_offered_as_a_start_beside_the_text():
    incoming = only(message_new(text="Здравствуйте", ref="i-Abc"))

    assert incoming.update.message.text == "Здравствуйте"
    assert incoming.as_start.message.text == "/start i-Abc"


def test_a_message_without_ref_is_no_start():
    assert only(message_new(text="Здравствуйте")).as_start is None


def test_a_document_comes_with_its_name_size_and_address():
    message = only(message_new(text="вот", attachments=[document(title="карта")])).update.message

    assert (message.document.file_name, message.document.file_size) == ("карта.docx", 1200)
    assert (message.document.file_id, message.caption, message.text) == ("https://vk.com/doc1", "вот", None)


def test_several_files_are_several_messages_with_keys_of_their_own():
    first, second = translate(message_new(text="две", attachments=[document(), document("б.xlsx", "xlsx")]), BOT, NOW)

    assert (first.update.message.caption, second.update.message.caption) == ("две", None)
    assert (first.key, second.key) == ("message:501:17", "message:501:17:1")
    assert first.update.update_id != second.update.update_id


def test_the_last_size_of_a_photo_is_the_largest():
    sizes = [
        {"type": kind, "width": width, "height": width, "url": f"https://vk.com/{kind}"}
        for kind, width in [("w", 2560), ("s", 75), ("x", 604)]
    ]
    photo = {"id": 4, "owner_id": TEACHER, "sizes": sizes}
    message = only(message_new(attachments=[{"type": "photo", "photo": photo}])).update.message

    assert [size.width for size in message.photo] == [75, 604, 2560]
    assert message.photo[-1].file_id == "https://vk.com/w"


@pytest.mark.parametrize(
    ("attachment", "content_type"),
    [
        (
            {"type": "audio_message", "audio_message": {"link_ogg": "https://vk.com/a.ogg", "duration": 4}},
            ContentType.VOICE,
        ),
        ({"type": "sticker", "sticker": {"sticker_id": 12, "product_id": 1}}, ContentType.STICKER),
        ({"type": "video", "video": {"id": 1, "owner_id": 2}}, ContentType.VIDEO),
        ({"type": "audio", "audio": {"id": 1, "owner_id": 2}}, ContentType.AUDIO),
        ({"type": "poll", "poll": {"id": 1}}, ContentType.UNKNOWN),
    ],
)
def test_handlers_recognise_what_is_no_text(attachment, content_type):
    message = only(message_new(attachments=[attachment])).update.message

    assert (message.content_type, message.text) == (content_type, None)


def test_a_forwarded_message_counts_as_the_persons_own():
    forwarded = {"from_id": 5, "text": "", "attachments": [document()]}
    message = only(message_new(fwd_messages=[forwarded])).update.message

    assert message.document.file_name == "карта.docx"


def test_a_press_carries_its_event_and_an_editable_message():
    query = only(press()).update.callback_query

    assert (query.id, query.data) == (f"p1:{TEACHER}:{TEACHER}", "form:3")
    assert isinstance(query.message, Message)
    assert (query.message.message_id, query.message.chat.id, query.message.bot) == (16, TEACHER, BOT)


def test_a_press_of_anothers_button_has_no_data():
    assert only(press(payload={"x": 1})).update.callback_query.data is None


def test_the_press_of_a_text_button_is_a_press_whose_message_is_not_known():
    incoming = only(message_new(text="Да", payload='{"c":"form:3"}', actions=["text"]))
    query = incoming.update.callback_query

    assert (query.data, query.id, incoming.plain_buttons) == ("form:3", "message/17:501:501", True)
    assert isinstance(query.message, InaccessibleMessage)


def test_a_client_with_callback_buttons_needs_no_plain_ones():
    assert not only(message_new(text="да")).plain_buttons


@pytest.mark.parametrize(
    ("kind", "change"), [("message_allow", ("kicked", "member")), ("message_deny", ("member", "kicked"))]
)
def test_permission_to_write_is_a_change_of_membership(kind, change):
    member = only(event(kind, {"user_id": TEACHER, "key": ""})).update.my_chat_member

    assert (member.old_chat_member.status, member.new_chat_member.status) == change
    assert (member.chat.id, member.from_user.id) == (TEACHER, TEACHER)


def test_an_administrators_own_reply_is_told_and_the_bots_is_not():
    reply = {"peer_id": TEACHER, "from_id": -GROUP, "date": 1_790_000_000, "text": "Я отвечу сама"}
    replied = translate(event("message_reply", reply | {"admin_author_id": 3}), BOT, NOW)

    assert replied == [AdministratorReplied("event:e1", TEACHER, datetime.fromtimestamp(1_790_000_000, UTC))]
    assert translate(event("message_reply", reply), BOT, NOW) == []


@pytest.mark.parametrize("raw", [event("wall_post_new", {"id": 1}), message_new(text="спам", from_id=-5)])
def test_what_is_not_for_us_gives_nothing(raw):
    assert translate(raw, BOT, NOW) == []


def test_a_repeated_event_has_the_same_key_and_number():
    first, again = only(press()), only(press())

    assert (first.key, first.update.update_id) == (again.key, again.update.update_id)
    assert first.update.update_id == update_id(update_key(press()))


def test_a_message_read_back_after_a_gap_has_the_key_of_its_event():
    read_back = {
        "type": "message_new",
        "group_id": GROUP,
        "object": {"message": {"peer_id": 5, "conversation_message_id": 8}},
    }

    assert update_key(read_back) == update_key(message_new(peer_id=5, conversation_message_id=8))
