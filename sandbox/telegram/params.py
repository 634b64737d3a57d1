"""Parameters of a call: query string, JSON, form or multipart, all read alike."""

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from sandbox.telegram.errors import ApiError, bad_request

UPLOAD_LIMIT = 50 * 1024 * 1024


@dataclass
class Upload:
    name: str
    media_type: str
    content: bytes


@dataclass
class Params:
    """Getters raise ApiError; a missing parameter and an empty text are the same, as for the server."""

    values: dict[str, Any] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        value = self.values.get(name)
        return "" if value is None else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        try:
            return int(self.values.get(name, default))
        except (TypeError, ValueError):
            return default

    def flag(self, name: str) -> bool:
        return str(self.values.get(name, "")).lower() in ("true", "yes", "1")

    def decoded(self, name: str, what: str) -> Any:
        """A parameter that holds JSON, or None when it is not there."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError as error:
            raise bad_request(f"can't parse {what} JSON object") from error

    def array(self, name: str, what: str) -> list[Any]:
        value = self.decoded(name, what)
        if value is None:
            return []
        if not isinstance(value, list):
            raise bad_request(f"expected an Array of {what}")
        return value


async def read_params(request: web.Request) -> Params:
    """The call's parameters; ApiError 413 above the upload limit."""
    params = Params(dict(request.query))
    if (request.content_length or 0) > UPLOAD_LIMIT + 1024 * 1024:
        raise too_large()
    if request.content_type == "application/json":
        params.values |= await _json(request)
    elif request.content_type in ("multipart/form-data", "application/x-www-form-urlencoded"):
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                params.uploads[name] = Upload(value.filename, value.content_type, value.file.read())
            else:
                params.values[name] = value
    if sum(len(upload.content) for upload in params.uploads.values()) > UPLOAD_LIMIT:
        raise too_large()
    return params


async def _json(request: web.Request) -> dict[str, Any]:
    body = await request.read()
    try:
        values = json.loads(body) if body else {}
    except ValueError as error:
        raise bad_request("can't parse request JSON object") from error
    if not isinstance(values, dict):
        raise bad_request("can't parse request JSON object")
    return values


def too_large() -> ApiError:
    return ApiError(413, "Request Entity Too Large")
