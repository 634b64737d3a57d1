"""What handlers and notices are made from: the open transaction, who is spoken to, the moment, the texts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.consents import Age, By, ConsentKind, Use
from domain.people import Action, Category, may
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

    def plain(self) -> list[str]:
        """Where the bot is in each messenger, short enough to type: «t.me/name»."""
        return [template.partition("?")[0].removeprefix("https://") for template in self.templates.values()]


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that came with the update: fetched, and read in a worker where it may be a document.

    ``problem`` is the code of what went wrong (too large, broken…); ``source`` is None then.
    """

    name: str
    media_type: str
    content: bytes = b""
    source: Source | None = None
    problem: str = ""


@dataclass
class Scene:
    """Somebody is to be shown something, inside a transaction."""

    storage: Storage
    now: datetime
    texts: Texts
    addresses: Addresses
    someone: Person | None
    place: int | None = field(default=None, kw_only=True)
    """The organisation that this is about, where it is not the one that the person is in."""
    _roles: frozenset[str] | None = field(default=None, init=False)
    _organisation: Organisation | None = field(default=None, init=False)
    _known: bool | None = field(default=None, init=False)

    @property
    def person(self) -> Person:
        """Who is spoken to; only behind a consent, where there is a person."""
        if self.someone is None:
            raise LookupError("no person stands behind this account yet")
        return self.someone

    @property
    def here(self) -> int | None:
        """The id of the organisation that all is asked and told of."""
        return self.place or (self.someone.organisation_id if self.someone is not None else None)

    def elsewhere(self, place: int | None) -> "Scene":
        """The same person in another of her organisations."""
        return Scene(self.storage, self.now, self.texts, self.addresses, self.someone, place=place)

    async def organisation(self) -> Organisation:
        """The organisation that the person is in now."""
        if self._organisation is None:
            if self.here is None:
                raise LookupError("this person is in no organisation")
            self._organisation = await self.storage.organisations.get(self.here)
        return self._organisation

    async def zone(self) -> ZoneInfo:
        """The person's own time zone, else the organisation's."""
        return ZoneInfo(self.person.timezone or (await self.organisation()).timezone)

    async def roles(self) -> frozenset[str]:
        """The person's roles in the organisation that she is in now; empty for a stranger."""
        if self._roles is None:
            self._roles = await self._read_roles()
        return self._roles

    async def category(self) -> Category:
        """The category of participants that the person belongs to here."""
        return await self.storage.people.category(self.person.id, (await self.organisation()).id)

    async def known(self) -> bool:
        """Whether the consents that are needed are there: only then anything personal is asked, kept and shown."""
        if self._known is None:
            here = self.here
            self._known = here is not None and await self.storage.consents.allows(Use.KEEP, self.person.id, here)
        return self._known

    async def _read_roles(self) -> frozenset[str]:
        if not await self.known():
            return frozenset()
        memberships = await self.storage.people.memberships(self.person.id)
        return frozenset(each.role for each in memberships if each.organisation_id == self.here)

    def forget_roles(self) -> None:
        """Roles, consents or the organisation have just changed."""
        self._roles = self._organisation = self._known = None

    async def may(self, action: Action) -> bool:
        return may(await self.roles(), action)


@dataclass
class Visit(Scene):
    """One update of one person: a scene with the account that it came from and the file that came with it."""

    account: Account
    incoming: Incoming | None = None
    came_back: bool = False
    """The person had blocked the bot, and this is the first that is heard of her since."""

    async def accept_consent(self, organisation_id: int) -> None:
        """Record the person's own consent to processing for this organisation; it is her present one from now on."""
        if self.someone is None:
            self.someone = await self.storage.people.add_person(self.account, self.now)
            self.someone.age = self.account.age or Age.ADULT
        await self._keep_apart(organisation_id)
        await self.storage.consents.give(
            self.person.id,
            organisation_id,
            ConsentKind.PROCESSING,
            By.SELF,
            self.now,
            given_by=self.person.id,
            account_id=self.account.id,
        )
        self.person.organisation_id = organisation_id
        self.forget_roles()

    async def _keep_apart(self, organisation_id: int) -> None:
        """The post was told to another organisation; in several the forms of each say what it may see."""
        elsewhere = [each for each in await self.storage.places.of(self.person.id) if each.id != organisation_id]
        if elsewhere:
            self.person.post = ""

    def enter(self, organisation_id: int) -> None:
        """The person is in this organisation from now on."""
        if self.person.organisation_id != organisation_id:
            self.person.organisation_id = organisation_id
            self.forget_roles()

    def ask(self, what: str, **about: int | str) -> None:
        """The next typed text of this chat will be understood as ``what``, in the organisation that she is in now."""
        self.account.asked, self.account.asked_about = what, {"place": self.here, **about}

    def stop_asking(self) -> None:
        if self.account.asked:
            self.account.asked, self.account.asked_about = "", {}
