"""A filter for buttons that belong to what is being asked just now."""

from aiogram.filters import Filter
from aiogram.types import TelegramObject

from handlers.visit import Visit


class Waits(Filter):
    """The chat still waits for ``what``; a press after that is a stale one."""

    def __init__(self, what: str) -> None:
        self.what = what

    async def __call__(self, _event: TelegramObject, visit: Visit) -> bool:
        return visit.account.asked == self.what
