"""The Bot API's objects as the stand-in answers them."""

from typing import Any

from sandbox.telegram.state import RemoteFile, Telegram
from sandbox.world import Chat, Message, Person

Json = dict[str, Any]


def user(person: Person) -> Json:
    return {"id": person.id, "is_bot": False, "first_name": person.name, "language_code": "ru"}


def bot_user(telegram: Telegram) -> Json:
    state = telegram.state
    return {"id": state.bot_id, "is_bot": True, "first_name": "Наставник", "username": state.username}


def me(telegram: Telegram) -> Json:
    refused = [
        "can_read_all_group_messages",
        "supports_inline_queries",
        "can_connect_to_business",
        "has_main_web_app",
        "has_topics_enabled",
        "allows_users_to_create_topics",
        "can_manage_bots",
        "supports_guest_queries",
    ]
    return {**bot_user(telegram), "can_join_groups": True, **dict.fromkeys(refused, False)}


def chat_object(telegram: Telegram, chat: Chat) -> Json:
    if not chat.private:
        return {"id": chat.id, "type": "supergroup", "title": chat.title}
    person = telegram.world.person("telegram", chat.id)
    return {"id": chat.id, "type": "private", "first_name": person.name if person else ""}


def message_object(telegram: Telegram, chat: Chat, message: Message) -> Json:
    """A message; its text is a caption when it carries a file."""
    person = telegram.world.person("telegram", message.sender)
    shown: Json = {
        "message_id": message.id,
        "from": user(person) if person and message.author == "person" else bot_user(telegram),
        "chat": chat_object(telegram, chat),
        "date": int(message.at.timestamp()),
    }
    if message.edited:
        shown["edit_date"] = message.extra["edit_date"]
    shown |= _content(telegram, message)
    if message.extra.get("markup"):
        shown["reply_markup"] = message.extra["markup"]
    return shown


def _content(telegram: Telegram, message: Message) -> Json:
    text, entities = ("caption", "caption_entities") if message.files else ("text", "entities")
    content: Json = {}
    for attachment in message.files:
        file = telegram.state.files[attachment.remote]
        content[file.kind] = [photo_size(file)] if file.kind == "photo" else document(file)
    if message.text:
        content[text] = message.text
    if message.extra.get("entities"):
        content[entities] = message.extra["entities"]
    return content


def document(file: RemoteFile) -> Json:
    return {**_file(file), "file_name": file.name, "mime_type": file.media_type}


def photo_size(file: RemoteFile) -> Json:
    return {**_file(file), "width": file.width, "height": file.height}


def file_object(file: RemoteFile) -> Json:
    return {**_file(file), "file_path": file.path}


def _file(file: RemoteFile) -> Json:
    return {"file_id": file.file_id, "file_unique_id": file.unique_id, "file_size": file.size}


def member(telegram: Telegram, status: str) -> Json:
    """The bot as a member of a chat: `member`, `left` or `kicked` (for a private chat: blocked)."""
    until = {"until_date": 0} if status == "kicked" else {}
    return {"status": status, "user": bot_user(telegram), **until}
