"""Figure ``people``: a word searched in a bank of 3,000 people, 500 invited from a list, a poster drawn.

All in this process and without a messenger: it is what one press costs the database and the processor.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime

from sqlalchemy import insert, update

from bench.crowd import Participant, settle
from bench.databases import sqlite
from bench.figure import line
from documents.paper import Paper
from documents.writers import draw
from domain.banks import finds
from domain.consents import VERSIONS, By, ConsentKind
from domain.people import Role
from domain.people_lists import read_people
from handlers.people.profiles import profiles
from handlers.visit import Addresses, Scene
from locales import Texts
from storage.cipher import Cipher
from storage.database import Database
from storage.migrate import migrate
from storage.models import Consent, Submission
from storage.storage import Storage

PEOPLE, LISTED, TIMES = 3000, 500, 3
WORD = "физик"
SHEET = [
    ("ФИО", "Должность"),
    *(
        (f"Иванова Анна {chr(1072 + number // 32)}{chr(1072 + number % 32)}овна", "учитель")
        for number in range(LISTED)
    ),
]
POSTER = Paper(
    "poster_pdf",
    "Плакат",
    {
        "organisation": "Гимназия",
        "title": "Приглашаем в программу наставничества",
        "lines": ["Наведите камеру телефона на код."],
        "links": {"telegram": "https://t.me/bot?start=code", "vk": "https://vk.me/club1?ref=code"},
        "code": "Не читается код? Пришлите: ABCD-EFGH",
    },
)


def measure() -> str:
    with sqlite() as url:
        search, invite = asyncio.run(_with_database(url))
    poster = min(_drawn() for _ in range(TIMES))
    return line(
        "people",
        round(search * 1000),
        f"ms for a word in a bank of {PEOPLE}",
        invited_ms=round(invite * 1000),
        invited=LISTED,
        poster_ms=round(poster * 1000),
    )


async def _with_database(url: str) -> tuple[float, float]:
    """Seconds of a search, and of inviting everybody on a list."""
    database = Database.open(url, Cipher(Cipher.make_key()))
    await migrate(database.engine)
    people = await settle(database, ["telegram"] * PEOPLE)
    await database.run(lambda storage: _agree_and_send(storage, people))
    search = min([await _seconds(database, lambda storage: _search(storage, people[0])) for _ in range(TIMES)])
    invite = await _seconds(database, lambda storage: _invite(storage, people[0]))
    await database.close()
    return search, invite


async def _seconds(database: Database, work: Callable[[Storage], Awaitable[int]]) -> float:
    started = time.perf_counter()
    if not await database.run(work):
        raise AssertionError("nobody was found or invited")
    return time.perf_counter() - started


async def _agree_and_send(storage: Storage, people: Sequence[Participant]) -> None:
    """Everybody's consent is there and her questionnaire is sent, so that the bank shows her."""
    now = datetime.now(UTC)
    given = {
        "kind": ConsentKind.PROCESSING,
        "version": VERSIONS[ConsentKind.PROCESSING],
        "by": By.SELF,
        "given_at": now,
    }
    rows = [{"person_id": each.person_id, "organisation_id": each.organisation_id, **given} for each in people]
    await storage.session.execute(insert(Consent), rows)
    await storage.session.execute(update(Submission).values(sent_at=now))


async def _search(storage: Storage, someone: Participant) -> int:
    person = await storage.people.get(someone.person_id)
    scene = Scene(storage, datetime.now(UTC), Texts.load("ru"), Addresses(), person)
    return sum(finds(each, WORD) for each in await profiles(scene, Role.MENTOR))


async def _invite(storage: Storage, someone: Participant) -> int:
    """All lines of the sheet, as the curator's confirmation does."""
    programme = await storage.organisations.programme(someone.organisation_id)
    now = datetime.now(UTC)
    drafts = read_people(SHEET).drafts
    made = [await storage.imports.invite(someone.organisation_id, programme.id, each, now) for each in drafts]
    return sum(each is not None for each in made)


def _drawn() -> float:
    started = time.perf_counter()
    draw(POSTER)
    return time.perf_counter() - started
