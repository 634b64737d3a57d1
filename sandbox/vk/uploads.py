"""Uploads in three steps: an address, the file itself, and saving it as a document or a picture."""

import json
import secrets
from typing import Any

from aiohttp import web

from sandbox.files import StoredFile
from sandbox.images import image_size
from sandbox.vk.calls import Call
from sandbox.vk.community import Community
from sandbox.vk.errors import VkError, invalid
from sandbox.vk.media import doc, keep, photo
from sandbox.vk.state import Upload

SERVER = 858128  # the number that a picture's upload answers and saving repeats
PHOTO_PARTS = ("photo", *(f"file{number}" for number in range(1, 6)), "file0")


def docs_address(call: Call) -> dict[str, Any]:
    """Error 901 where the community may not write to the peer."""
    if call.params.given("type") and call.params.text("type") not in {"doc", "audio_message", "graffiti"}:
        raise invalid("type is invalid")
    call.community.may_write(call.params.number("peer_id"))
    return {"upload_url": "/vk/upload/doc"}


def wall_docs_address(call: Call) -> dict[str, Any]:
    call.community.check_group(call.params.number("group_id", call.community.id))
    return {"upload_url": "/vk/upload/doc"}


def message_photos_address(call: Call) -> dict[str, Any]:
    if call.params.given("peer_id"):
        call.community.may_write(call.params.number("peer_id"))
    return _photos_address(call, album=-64)


def wall_photos_address(call: Call) -> dict[str, Any]:
    call.community.check_group(call.params.number("group_id"))
    return _photos_address(call, album=-14)


def _photos_address(call: Call, album: int) -> dict[str, Any]:
    return {
        "upload_url": "/vk/upload/photo",
        "album_id": album,
        "user_id": 0,
        "group_id": call.community.id,
    }


class UploadServer:
    """`POST /vk/upload/doc` and `/vk/upload/photo`, as the service's upload servers answer."""

    def __init__(self, community: Community) -> None:
        self.community = community

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post("/vk/upload/doc", self.take_doc),
            web.post("/vk/upload/photo", self.take_photos),
        ]

    async def take_doc(self, request: web.Request) -> web.Response:
        part = (await request.post()).get("file")
        if not isinstance(part, web.FileField):
            return web.json_response({"error": "no_file"})
        content = part.file.read()
        if not content:
            return web.json_response({"error": "bad_file", "error_descr": "the file is empty"})
        file = self.community.world.files.add(part.filename, part.content_type, content)
        return web.json_response({"file": self._note(Upload("doc", file.key, part.filename))})

    async def take_photos(self, request: web.Request) -> web.Response:
        """What is no picture of a known format is left out of `photo`, which may end up empty."""
        form, taken, proof = await request.post(), [], secrets.token_hex(16)
        for name in PHOTO_PARTS:
            part = form.get(name)
            if isinstance(part, web.FileField) and image_size(content := part.file.read()):
                file = self.community.world.files.add(part.filename, part.content_type, content)
                taken.append(self._note(Upload("photo", file.key, part.filename, SERVER, proof)))
        photos = json.dumps([{"photo": token, "sizes": []} for token in taken])
        return web.json_response({"server": SERVER, "photo": photos, "hash": proof})

    def _note(self, upload: Upload) -> str:
        token = secrets.token_hex(24)
        self.community.state.uploads[token] = upload
        return token


def save_doc(call: Call) -> dict[str, Any]:
    upload = call.community.state.uploads.get(call.params.required("file"))
    if upload is None or upload.kind != "doc":
        raise VkError(105)
    media = keep(
        call.community,
        "doc",
        _stored(call, upload),
        -call.community.id,
        call.params.text("title") or upload.name,
    )
    return {"type": "doc", "doc": doc(media)}


def save_photos(call: Call) -> list[dict[str, Any]]:
    """Errors 100 without a picture, 118 and 121 for a wrong server and hash."""
    items = call.params.json("photo")
    if not isinstance(items, list) or not items:
        raise invalid("photo is undefined")
    uploads = [_uploaded(call, item) for item in items]
    server, proof = call.params.number("server", 0), call.params.text("hash")
    if any(upload.server != server for upload in uploads):
        raise VkError(118)
    if any(upload.hash != proof for upload in uploads):
        raise VkError(121)
    saved = [keep(call.community, "photo", _stored(call, upload), -call.community.id) for upload in uploads]
    return [photo(media) for media in saved]


def save_wall_photos(call: Call) -> list[dict[str, Any]]:
    call.community.check_group(call.params.number("group_id"))
    return save_photos(call)


def _uploaded(call: Call, item: Any) -> Upload:
    token = item.get("photo") if isinstance(item, dict) else None
    upload = call.community.state.uploads.get(str(token))
    if upload is None or upload.kind != "photo":
        raise invalid("photo is invalid")
    return upload


def _stored(call: Call, upload: Upload) -> StoredFile:
    file = call.community.world.files.get(upload.file)
    if file is None:
        raise VkError(105)
    return file
