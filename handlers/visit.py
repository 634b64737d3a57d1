"""What a handler is given: the open transaction, who writes, the moment, and what came with the update."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.roadmap.source import Source
from locales import Texts
from storage.models import Account, Organisation, Person
from storage.storage import Storage


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where people find us: platform → link with ``{}`` in place of the invitation, for each messenger served."""

    templates: Mapping[str, str] = field(default_factory=dict)

    def links(self, start: str) -> dict[str, str]:
        """Platform → link that opens the bot with ``start``."""
        return {platform: template.format(start) for platform, template in self.templates.items()}


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that came with the update: fetched, and read in a worker where it may be a document.

    ``problem`` is the code of what went wrong (too large, broken…), then ``content`` is empty.
    """

    name: str
    media_type: str
    content: bytes = b""
    source: Source | None = None
    problem: str = ""


@dataclass(slots=True)
class Visit:
    """One update of one person, inside its transaction."""

    storage: Storage
    account: Account
    now: datetime
    texts: Texts
    addresses: Addresses = field(default_factory=Addresses)
    incoming: Incoming | None = None

    @property
    def person(self) -> Person:
        """Who writes; only for conversations behind a consent, where there is a person."""
        if self.account.person is None:
            raise LookupError("no person stands behind this account yet")
        return self.account.person

    def ask(self, what: str, **about: int | str) -> None:
        """The next typed text of this chat will be understood as ``what``."""
        self.account.asked, self.account.asked_about = what, dict(about)

    def stop_asking(self) -> None:
        if self.account.asked:
            self.account.asked, self.account.asked_about = "", {}

    async def organisation(self) -> Organisation:
        """The organisation that the person is in now."""
        if self.person.organisation_id is None:
            raise LookupError("this person is in no organisation")
        return await self.storage.organisations.get(self.person.organisation_id)

    async def zone(self) -> ZoneInfo:
        """The person's own time zone, else the organisation's."""
        return ZoneInfo(self.person.timezone or (await self.organisation()).timezone)
