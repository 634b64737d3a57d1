"""Documents and pictures: how they are kept, named in `attachment`, and shown in answers.

Addresses are paths here; `absolute` completes them with the host that was asked.
"""

import re
import secrets
from pathlib import PurePath
from typing import Any, Literal
from urllib.parse import quote

from sandbox.files import StoredFile
from sandbox.images import image_size
from sandbox.vk.community import Community
from sandbox.vk.errors import invalid
from sandbox.vk.state import Media
from sandbox.world import Attachment

MOST = 10
ADDRESSES = {"url", "upload_url", "server"}
NAME = re.compile(r"((?:doc|photo)-?\d+_\d+)(?:_(\w+))?")
TYPES = {"txt": 1, "pdf": 1, "doc": 1, "docx": 1, "xls": 1, "xlsx": 1, "zip": 2, "gif": 3, "jpg": 4, "png": 4}
# The longest side of each size of a photo, in no order, as in the real service.
SIZES = {"x": 604, "s": 75, "w": 2560, "m": 130, "z": 1080, "y": 807}


def keep(
    community: Community, kind: Literal["doc", "photo"], file: StoredFile, owner_id: int, title: str = ""
) -> Media:
    """Make the file a document or a picture of the owner."""
    world = community.world
    width, height = image_size(world.files.read(file.key)) or (0, 0)
    media = Media(
        kind=kind,
        owner_id=owner_id,
        id=world.next_number("vk", kind, 456239017),
        access_key=secrets.token_hex(9),
        file=file.key,
        title=title or file.name,
        size=file.size,
        at=int(world.clock.now.timestamp()),
        width=width,
        height=height,
    )
    community.state.media[media.name] = media
    return media


def attachment(media: Media) -> Attachment:
    kind: Literal["document", "photo"] = "photo" if media.kind == "photo" else "document"
    return Attachment(media.file, media.title, kind, media.name)


def read_attachments(community: Community, names: list[str]) -> list[Media]:
    """The media that `attachment` names; error 100 for an unknown one or a wrong access key."""
    if len(names) > MOST:
        raise invalid("too much attachments")
    return [_find(community, name) for name in names]


def _find(community: Community, name: str) -> Media:
    match = NAME.fullmatch(name)
    media = community.state.media.get(match[1]) if match else None
    if match is None or media is None:
        raise invalid("invalid attachments")
    if match[2] != media.access_key and (match[2] or media.owner_id != -community.id):
        raise invalid("invalid attachments")
    return media


def shown(community: Community, files: list[Attachment]) -> list[dict[str, Any]]:
    """The field `attachments` of a message or a post."""
    media = [community.state.media[file.remote] for file in files if file.remote in community.state.media]
    return [
        {"type": "photo", "photo": photo(item)} if item.kind == "photo" else {"type": "doc", "doc": doc(item)}
        for item in media
    ]


def doc(media: Media) -> dict[str, Any]:
    extension = PurePath(media.title).suffix.removeprefix(".").lower()
    return {
        "id": media.id,
        "owner_id": media.owner_id,
        "title": media.title,
        "size": media.size,
        "ext": extension,
        "date": media.at,
        "type": TYPES.get(extension, 8),
        "url": f"/vk/doc/{media.name}/{quote(media.title, safe='')}",
        "access_key": media.access_key,
    }


def photo(media: Media) -> dict[str, Any]:
    return {
        "album_id": -3,
        "date": media.at,
        "id": media.id,
        "owner_id": media.owner_id,
        "access_key": media.access_key,
        "sizes": [
            {"type": kind, "width": width, "height": height, "url": f"/vk/photo/{media.name}/{kind}.jpg"}
            for kind, (width, height) in sizes(media).items()
        ],
        "text": "",
        "has_tags": False,
    }


def sizes(media: Media) -> dict[str, tuple[int, int]]:
    """The picture's sizes: all that are smaller than it, and the next one, which is the picture itself."""
    longest = max(media.width, media.height, 1)
    fitting = min((side for side in SIZES.values() if side >= longest), default=max(SIZES.values()))
    scales = {kind: min(1.0, side / longest) for kind, side in SIZES.items() if side <= fitting}
    return {
        kind: (max(1, round(media.width * scale)), max(1, round(media.height * scale)))
        for kind, scale in scales.items()
    }


def absolute(answer: Any, base: str) -> Any:
    """The answer with whole addresses; the bot's own payloads are left alone."""
    if isinstance(answer, list):
        return [absolute(item, base) for item in answer]
    if not isinstance(answer, dict):
        return answer
    return {
        name: base + value if _path(name, value) else value if name == "payload" else absolute(value, base)
        for name, value in answer.items()
    }


def _path(name: str, value: Any) -> bool:
    return name in ADDRESSES and isinstance(value, str) and value.startswith("/")
