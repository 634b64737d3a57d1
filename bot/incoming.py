"""Files that come with an update: fetched and read before the transaction, within limits."""

from io import BytesIO

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import Update

from bot.worker import Worker, WorkerFailed
from documents.readers import Unreadable
from handlers.visit import Incoming

MAX_BYTES = 20 * 1024 * 1024
READABLE = (".txt", ".tsv", ".csv", ".docx", ".xlsx", ".pdf", ".html", ".htm", ".md", ".doc", ".xls", ".rtf", ".odt")


class Reception:
    """Takes an update's file, if it has one, and reads what may be a document in a worker process."""

    def __init__(self, worker: Worker) -> None:
        self.worker = worker

    async def receive(self, bot: Bot, event: Update) -> Incoming | None:
        """The file of a message, None when there is none; what went wrong is in its ``problem``."""
        message = event.message
        if message is None:
            return None
        if message.document is not None:
            name = message.document.file_name or "файл"
            media_type = message.document.mime_type or "application/octet-stream"
            return await self._take(bot, message.document.file_id, name, media_type, message.document.file_size)
        if message.photo:
            largest = max(message.photo, key=lambda size: size.width * size.height)
            return await self._take(bot, largest.file_id, "фото.jpg", "image/jpeg", largest.file_size)
        return None

    async def _take(self, bot: Bot, file_id: str, name: str, media_type: str, size: int | None) -> Incoming:
        if size is not None and size > MAX_BYTES:
            return Incoming(name, media_type, problem="too_large")
        try:
            content = await self._fetch(bot, file_id)
        except TelegramAPIError:
            return Incoming(name, media_type, problem="not_fetched")
        if len(content) > MAX_BYTES:
            return Incoming(name, media_type, problem="too_large")
        if not name.lower().endswith(READABLE):
            return Incoming(name, media_type, content)
        return await self._read(name, media_type, content)

    async def _fetch(self, bot: Bot, file_id: str) -> bytes:
        file = await bot.get_file(file_id)
        if file.file_path is None:
            return b""
        buffer = BytesIO()
        await bot.download_file(file.file_path, destination=buffer)
        return buffer.getvalue()

    async def _read(self, name: str, media_type: str, content: bytes) -> Incoming:
        try:
            source = await self.worker.read(name, content)
        except Unreadable as error:
            return Incoming(name, media_type, content, problem=error.code)
        except WorkerFailed as error:
            return Incoming(name, media_type, content, problem=f"worker_{error.reason}")
        return Incoming(name, media_type, content, source=source)
