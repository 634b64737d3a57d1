"""Files as the Bot API names them: uploads of the bot, uploads of people, getFile."""

import secrets
from pathlib import PurePath

from sandbox.files import StoredFile
from sandbox.images import image_size
from sandbox.telegram.errors import ApiError, bad_request
from sandbox.telegram.params import Params, Upload
from sandbox.telegram.state import RemoteFile, Telegram
from sandbox.world import Attachment

DOWNLOAD_LIMIT = 20 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024


def name_file(telegram: Telegram, stored: StoredFile, kind: str) -> RemoteFile:
    """Give a stored file its Telegram names. The id holds the bot's id: it is good for this bot only."""
    content = telegram.world.files.read(stored.key)
    width, height = image_size(content) or (0, 0)
    number = telegram.world.next_number("telegram", "file")
    file = RemoteFile(
        file_id=f"{'AgAC' if kind == 'photo' else 'BQAC'}{telegram.state.bot_id}_{secrets.token_urlsafe(24)}",
        unique_id=f"AgAD{secrets.token_urlsafe(8)}",
        key=stored.key,
        name=stored.name,
        media_type=stored.media_type,
        size=stored.size,
        path=f"{kind}s/file_{number}{PurePath(stored.name).suffix}",
        kind="photo" if kind == "photo" else "document",
        width=width,
        height=height,
    )
    telegram.state.files[file.file_id] = file
    return file


def attachment(file: RemoteFile) -> Attachment:
    return Attachment(file.key, file.name, file.kind, file.file_id)


def sent_file(telegram: Telegram, params: Params, kind: str) -> RemoteFile:
    """The file of sendDocument or sendPhoto: uploaded, `attach://`, or named by its id."""
    given = params.text(kind)
    upload = params.uploads.get(given.removeprefix("attach://") or kind)
    if upload is None and not given:
        raise bad_request(f"there is no {kind} in the request")
    if upload is None:
        known = telegram.state.files.get(given)
        if known is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        if known.kind != kind:
            raise bad_request(f"can't use file of type {known.kind.capitalize()} as {kind.capitalize()}")
        return known
    _check_upload(upload, kind)
    return name_file(telegram, telegram.world.files.add(upload.name, upload.media_type, upload.content), kind)


def _check_upload(upload: Upload, kind: str) -> None:
    size = len(upload.content)
    if not size:
        raise bad_request("file must be non-empty")
    if kind != "photo":
        return
    if size > PHOTO_LIMIT:
        raise bad_request(
            f"file of size {size} bytes is too big for a photo; the maximum size is {PHOTO_LIMIT} bytes"
        )
    measures = image_size(upload.content)
    if measures is None:
        raise ApiError(400, "Bad Request: IMAGE_PROCESS_FAILED")
    if sum(measures) > 10_000 or max(measures) > 20 * min(measures):
        raise ApiError(400, "Bad Request: PHOTO_INVALID_DIMENSIONS")


def fetched_file(telegram: Telegram, params: Params) -> RemoteFile:
    """The file of getFile, which answers up to 20 MB."""
    file_id = params.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    file = telegram.state.files.get(file_id)
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if file.size > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return file
