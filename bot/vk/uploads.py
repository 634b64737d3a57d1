"""Files on their way to a person: uploaded first, then named in a message as an attachment."""

import io
import re
from collections.abc import Callable, Mapping
from typing import Any

from aiogram.types import InputFile
from vk_api.upload import VkUpload

from bot.vk.community import Community
from bot.vk.errors import NotOnVk
from bot.vk.sending import current_sending

ATTACHMENT = re.compile(r"(doc|photo)-?\d+_\d+(_\w+)?")


class NamedContent(io.BytesIO):
    """Bytes with the file name that VkUpload asks an opened file for."""

    def __init__(self, content: bytes, name: str) -> None:
        super().__init__(content)
        self.name = name


async def document(community: Community, peer_id: int, file: InputFile | str) -> str:
    """Upload a document for a dialogue; returns its attachment, which may be sent again as it is."""

    def step(uploads: VkUpload, content: NamedContent) -> Mapping[str, Any]:
        saved: Mapping[str, Any] = uploads.document_message(content, title=content.name, peer_id=peer_id)
        return saved

    if isinstance(file, str):
        return _sent_before(file)
    saved = await _upload(community, file, "file", step)
    return attachment(saved["type"], saved[saved["type"]])


async def photo(community: Community, peer_id: int, file: InputFile | str) -> str:
    """Upload a picture for a dialogue; returns its attachment, which may be sent again as it is."""

    def step(uploads: VkUpload, content: NamedContent) -> Mapping[str, Any]:
        saved: Mapping[str, Any] = uploads.photo_messages(content, peer_id=peer_id)[0]
        return saved

    if isinstance(file, str):
        return _sent_before(file)
    return attachment("photo", await _upload(community, file, "picture.png", step))


def attachment(kind: str, item: Mapping[str, Any]) -> str:
    """How VK names an uploaded item in `attachment`: `doc-1_2_key`."""
    name = f"{kind}{item['owner_id']}_{item['id']}"
    return f"{name}_{item['access_key']}" if item.get("access_key") else name


async def _upload(
    community: Community,
    file: InputFile,
    default_name: str,
    step: Callable[[VkUpload, NamedContent], Mapping[str, Any]],
) -> Mapping[str, Any]:
    content = b"".join([chunk async for chunk in file.read(community.bot)])
    named = NamedContent(content, file.filename or default_name)
    return await community.client.upload(lambda uploads: step(uploads, named), current_sending().priority)


def _sent_before(file_id: str) -> str:
    if not ATTACHMENT.fullmatch(file_id):
        raise NotOnVk("sending a file that is not the bot's own upload")
    return file_id
