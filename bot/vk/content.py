"""What a person's VK message holds, as the content fields of aiogram messages."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

Raw = Mapping[str, Any]
Content = dict[str, Any]


def contents(message: Raw) -> list[Content]:
    """The message's text and files, one aiogram message each, as files come in Telegram; never empty.

    The text of a message with a file is the first file's caption. A forwarded message counts as the
    person's own where they added nothing. What no handler could use (a poll, a place) leaves no field.
    """
    files = list(_files(message))
    text = message.get("text") or None
    if files:
        return [files[0] | ({"caption": text} if text else {}), *files[1:]]
    forwarded = message.get("fwd_messages")
    if not text and forwarded:
        return contents(forwarded[0])
    return [{"text": text} if text else {}]


def _files(message: Raw) -> Iterator[Content]:
    for attachment in message.get("attachments", []):
        reader = _READERS.get(attachment["type"])
        if reader is not None:
            yield reader(attachment[attachment["type"]])


def _file(url: str, kind: str, item: Raw) -> Content:
    """The address is the file's id: it needs no registry and outlives a restart."""
    return {"file_id": url, "file_unique_id": f"{kind}{item.get('owner_id', 0)}_{item.get('id', 0)}"}


def _document(item: Raw) -> Content:
    title, extension = item["title"], f".{item['ext']}" if item["ext"] else ""
    name = title if title.casefold().endswith(extension.casefold()) else title + extension
    return {"document": _file(item["url"], "doc", item) | {"file_name": name, "file_size": item["size"]}}


def _photo(item: Raw) -> Content:
    sizes = sorted(item["sizes"], key=lambda size: size["width"] * size["height"])
    return {
        "photo": [
            _file(size["url"], f"photo_{size['type']}_", item) | {"width": size["width"], "height": size["height"]}
            for size in sizes
        ]
    }


def _voice(item: Raw) -> Content:
    return {"voice": _file(item["link_ogg"], "audio_message", item) | {"duration": item["duration"]}}


def _audio(item: Raw) -> Content:
    return {"audio": _file(item.get("url", ""), "audio", item) | {"duration": item.get("duration", 0)}}


def _video(item: Raw) -> Content:
    shape = {"duration": item.get("duration", 0), "width": item.get("width", 0)}
    # VK gives a video's page to people only: the message is recognised, its file cannot be had.
    return {"video": _file("", "video", item) | shape | {"height": item.get("height", 0)}}


def _sticker(item: Raw) -> Content:
    shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
    number = str(item.get("sticker_id", 0))
    return {"sticker": shape | {"file_id": number, "file_unique_id": f"sticker{number}"}}


_READERS: dict[str, Callable[[Raw], Content]] = {
    "doc": _document,
    "photo": _photo,
    "audio_message": _voice,
    "audio": _audio,
    "video": _video,
    "sticker": _sticker,
}
