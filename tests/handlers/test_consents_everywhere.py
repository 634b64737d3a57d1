"""No list, card, paper, file or notice tells of somebody without the consent, whatever has happened before.

Consents are given and withdrawn, ages corrected and guardians tied and untied at random; then everything that anybody
else can press or say in an organisation with a row of everything is tried, and searched for the name.
"""

import random
import shutil
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from domain.consents import Age, By, ConsentKind, Use
from domain.people import ALLOWED, Role
from domain.statuses import Status
from handlers.notices import PARTS, render
from handlers.visit import Scene
from locales import Texts
from storage.letting_go import let_go_quietly
from storage.models import Notice
from storage.storage import Storage
from tests import databases
from tests.handlers.buttons import Button, Words, buttons, words
from tests.handlers.stage import ADDRESSES, Rehearsed, Stage, Told
from tests.storage.stock import NOW
from tests.storage.whole import Whole

HIDDEN = {"mentee": "Укромова Любава Тихоновна", "mentor": "Укромов Ратмир Тихонович"}
SOUGHT = "кромов"

WHO_IS_ASKED = {"conscard", "conspaper", "consage", "conswr", "consask", "conseage", "go:consents", "paper-consent"}
"""The curator's own work on consents has to say whose is missing; nothing but the name stands there."""

OF_OWN_CHILDREN = {"go:children", "go:my-data"}
"""A guardian knows whom she vouches for."""

OPEN_TO = ("curator", "guardian", "psychologist", "editor")
STEPS, SEEDS = 12, 2
NOTHING = Told("", (), "", frozenset())


@dataclass
class Life:
    """What happens to one person's consents, written down as it would be by the conversations."""

    storage: Storage
    whole: Whole
    person_id: int
    happened: list[str] = field(default_factory=list)

    async def step(self, luck: random.Random) -> None:
        acts = (self.give, self.withdraw, self.grow, self.tie)
        await luck.choices(acts, weights=(4, 3, 2, 1))[0](luck)

    async def give(self, luck: random.Random) -> None:
        kind, by = luck.choice(list(ConsentKind)), luck.choice(list(By))
        givers = {By.SELF: self.person_id, By.GUARDIAN: self.whole.ids["guardian"], By.PAPER: None}
        here = self.whole.ids["organisation"]
        await self.storage.consents.give(self.person_id, here, kind, by, NOW, given_by=givers[by])
        self.happened.append(f"{by} gives {kind}")

    async def withdraw(self, luck: random.Random) -> None:
        kinds = luck.choice([[each] for each in ConsentKind] + [list(ConsentKind)])
        giver = luck.choice([None, self.person_id, self.whole.ids["guardian"]])
        await self.storage.consents.withdraw(self.person_id, self.whole.ids["organisation"], kinds, NOW, giver)
        self.happened.append(f"{giver} withdraws {[*map(str, kinds)]}")

    async def grow(self, luck: random.Random) -> None:
        (await self.storage.people.get(self.person_id)).age = age = luck.choice(list(Age))
        self.happened.append(f"is {age}")

    async def tie(self, luck: random.Random) -> None:
        child, guardian, here = self.person_id, self.whole.ids["guardian"], self.whole.ids["organisation"]
        if await self.storage.guardians.is_guardian(guardian, child, here):
            await self.storage.erasing._drop_guardianships(child, here)
        else:
            await self.storage.guardians.add(child, guardian, here, NOW)
        self.happened.append("guardian")

    async def is_hidden(self) -> bool:
        return not await self.storage.consents.allows(Use.SHOW, self.person_id, self.whole.ids["organisation"])

    async def part(self) -> None:
        """Pairs end where the consent does (``handlers.consents.parting``)."""
        for pair in await self.storage.mentorships.of_person(self.person_id, self.whole.ids["organisation"]):
            await self.storage.mentorships.close(pair.mentorship, Status.CLOSED, NOW)
            await self.storage.meetings.cancel_planned(pair.mentorship.id, self.person_id, NOW)


@dataclass
class Town:
    """An organisation with everything in it, of which one person has a name that nobody else has."""

    file: Path
    whole: Whole
    subject: str

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Storage]:
        """A transaction whose changes stay."""
        database = databases.open_database(databases.sqlite_url(self.file))
        async with database.begin() as storage:
            yield storage
        await database.close()

    async def lives(self, luck: random.Random) -> list[str]:
        """At least some steps of a life, and on to a moment at which nobody else may see the name; what happened."""
        async with self.opened() as storage:
            life = Life(storage, self.whole, self.whole.ids[self.subject])
            for _ in range(STEPS):
                await life.step(luck)
            while not await life.is_hidden():
                await life.step(luck)
            await life.part()
            return life.happened

    async def searched(self) -> set[str]:
        """Everything that tells the name to somebody else."""
        database = databases.open_database(databases.sqlite_url(self.file))
        stage = Stage(Rehearsed(database.engine, database.cipher))
        try:
            return {
                *[name for each in buttons() for name in await self.pressed(stage, each)],
                *[name for each in words() for name in await self.said(stage, each)],
                *await self.noticed(stage.database),
            }
        finally:
            stage.close()
            await database.close()

    async def pressed(self, stage: Stage, each: Button) -> list[str]:
        if each.name in WHO_IS_ASKED:
            return []
        data, about = each.data(self.whole.ids), each.about(self.whole.ids)
        told = {
            who: await heard(stage.press(self.whole.accounts[who], data, each.case.asked, about))
            for who in self.others(each)
        }
        return [f"{who} presses {each.name}" for who, answer in told.items() if answer.says(SOUGHT)]

    async def said(self, stage: Stage, each: Words) -> list[str]:
        if each.name in WHO_IS_ASKED:
            return []
        case, about = each.case, each.about(self.whole.ids)
        told = {
            who: await heard(stage.say(self.whole.accounts[who], case.text or "…", each.name, about, file=case.file))
            for who in self.others(each)
        }
        return [f"{who} says {each.name}" for who, answer in told.items() if answer.says(SOUGHT)]

    def others(self, each: Button | Words) -> set[str]:
        """Who may press or say it besides the person herself: by right, or because it is open to everybody."""
        rights = {str(role) for role in Role if each.action in ALLOWED[role]}
        partner = {"mentee": "mentor", "mentor": "mentee"}[self.subject]
        is_open = each.action is None and isinstance(each, Button)
        own = {"guardian"} if each.name in OF_OWN_CHILDREN else set()
        return {each.who, *rights, *((*OPEN_TO, partner) if is_open else ())} - {"", self.subject} - own

    async def noticed(self, database: Rehearsed) -> list[str]:
        """Each kind of notice to each of the others, with the person in whatever it may be about."""
        found = []
        async with database.begin() as storage:
            for who in ("curator", "mentor", "mentee", "guardian", "head", "psychologist"):
                for kind in PARTS:
                    if who != self.subject and SOUGHT in await self.told(storage, who, kind):
                        found.append(f"{who} is told {kind}")
        return found

    async def told(self, storage: Storage, who: str, kind: str) -> str:
        person = await storage.people.get(self.whole.ids[who])
        ids = self.whole.ids
        about = {
            **ids, "person": ids[self.subject], "partners": [ids[self.subject]], "posts": [], "kind": "publishing",
            "by": "self", "last": NOW.date().isoformat(), "before": NOW.date().isoformat(),
            "day": NOW.date().isoformat(), "people": 1, "count": 1, "platform": "vk", "side": "mentor",
            "until": NOW.isoformat(), "role": "curator", "letter": ids["letter"], "form": ids["submission"],
        }  # fmt: skip
        notice = Notice(
            id=1, person_id=person.id, organisation_id=ids["organisation"], kind=kind, subject=about, key=kind,
            due_at=NOW, created_at=NOW,
        )  # fmt: skip
        scene = Scene(storage, NOW, Texts.load(), ADDRESSES, person)
        try:
            screen = await render(scene, [notice])
        except (KeyError, ValueError, TypeError, LookupError):
            return ""
        return str(screen)


async def heard(answer: Awaitable[Told]) -> Told:
    """What was answered; nothing where the chat would have to wait for more than its case says (``test_access``)."""
    try:
        return await answer
    except KeyError:
        return NOTHING


@pytest.fixture(params=sorted(HIDDEN))
async def town(request: pytest.FixtureRequest, tmp_path: Path, whole_file: tuple[Path, Whole, Whole]) -> Town:
    file, whole, _ = whole_file
    there = Town(Path(shutil.copy(file, tmp_path / "life.db")), whole, request.param)
    async with there.opened() as storage:
        storage.people.rename(await storage.people.get(whole.ids[there.subject]), HIDDEN[there.subject])
    return there


async def test_with_the_consent_the_name_is_told_in_many_places(town: Town) -> None:
    """The control: the search finds what there is to be found."""
    assert len(await town.searched()) > 12


@pytest.mark.parametrize("seed", range(SEEDS))
async def test_however_it_came_about_nobody_is_told_of_without_the_consent(town: Town, seed: int) -> None:
    luck = random.Random(seed)
    happened = await town.lives(luck)
    assert (await town.searched(), happened) == (set(), happened)


async def test_who_was_erased_here_and_lives_on_elsewhere_is_told_of_nowhere_here(town: Town) -> None:
    ids = town.whole.ids
    async with town.opened() as storage:
        await storage.consents.give(ids[town.subject], ids["district"], ConsentKind.PROCESSING, By.PAPER, NOW)
        await storage.consents.withdraw(ids[town.subject], ids["organisation"], ConsentKind, NOW, given_by=None)
        await let_go_quietly(storage, ids[town.subject], ids["organisation"], NOW)
        assert (await storage.people.get(ids[town.subject])).name == HIDDEN[town.subject]
    assert await town.searched() == set()
