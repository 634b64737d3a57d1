"""Filters of our routers; all are asynchronous, since aiogram runs a synchronous one in a thread each time."""

from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message, TelegramObject
from magic_filter import MagicFilter

from domain.people import Action
from handlers.visit import Visit


class When(Filter):
    """A magic filter without the thread."""

    def __init__(self, rule: MagicFilter) -> None:
        self.rule = rule

    async def __call__(self, event: TelegramObject) -> bool:
        return bool(self.rule.resolve(event))


class Asked(Filter):
    """The chat waits for ``what``, and a text came (or any message, with ``anything``)."""

    def __init__(self, what: str, *, anything: bool = False) -> None:
        self.what = what
        self.anything = anything

    async def __call__(self, event: TelegramObject, visit: Visit) -> bool:
        if not isinstance(event, Message) or visit.account.asked != self.what:
            return False
        return self.anything or bool(event.text)


class Known(Filter):
    """There is a person behind the account, and the consents that she needs."""

    async def __call__(self, _event: TelegramObject, visit: Visit) -> bool:
        return await visit.known()


class May(Filter):
    """The person's roles in her organisation allow ``action``."""

    def __init__(self, action: Action) -> None:
        self.action = action

    async def __call__(self, _event: TelegramObject, visit: Visit) -> bool:
        return await visit.may(self.action)


class Private(Filter):
    """A chat with one person; in groups the bot does nothing personal."""

    async def __call__(self, event: TelegramObject) -> bool:
        message = event.message if isinstance(event, CallbackQuery) else event
        return isinstance(message, Message) and message.chat.type == "private"
