"""Filters of our routers; all are asynchronous, since aiogram runs a synchronous one in a thread each time."""

from typing import Any

from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message, TelegramObject
from magic_filter import MagicFilter

from handlers.visit import Visit


class When(Filter):
    """A magic filter without the thread."""

    def __init__(self, rule: MagicFilter) -> None:
        self.rule = rule

    async def __call__(self, event: TelegramObject) -> bool:
        return bool(self.rule.resolve(event))


class Asked(Filter):
    """The chat waits for a typed answer to ``what``, and this is a text."""

    def __init__(self, what: str, *, files: bool = False) -> None:
        self.what = what
        self.files = files

    async def __call__(self, event: TelegramObject, visit: Visit) -> bool:
        if not isinstance(event, Message) or visit.account.asked != self.what:
            return False
        return bool(event.text) or (self.files and visit.incoming is not None)


class Known(Filter):
    """There is a person behind the account: a consent was given."""

    async def __call__(self, _event: TelegramObject, visit: Visit) -> bool:
        return visit.account.person is not None


class HasRole(Filter):
    """The person has this role in the organisation she is in now."""

    def __init__(self, *roles: str) -> None:
        self.roles = set(roles)

    async def __call__(self, _event: TelegramObject, visit: Visit) -> bool:
        person = visit.account.person
        if person is None:
            return False
        memberships = await visit.storage.people.memberships(person.id)
        return any(m.role in self.roles and m.organisation_id == person.organisation_id for m in memberships)


class Personal(Filter):
    """A private chat; in groups the bot does nothing personal."""

    async def __call__(self, event: TelegramObject, **_data: Any) -> bool:
        message = event.message if isinstance(event, CallbackQuery) else event
        return isinstance(message, Message) and message.chat.type == "private"
