"""The bot's process is killed, or asked to stop, at the worst moments; what people did and were told stays whole."""

import asyncio
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.process import NAMES, READY, STOP_SECONDS
from domain.notices import News
from domain.people import Role
from storage.cipher import Cipher
from storage.database import Database
from storage.models import Account
from tests import databases
from tests.client import MONDAY
from tests.http.person import Person
from tests.http.scenes import begin, fill_in, found, invitation
from tests.http.waiting import until
from tests.processes import PATIENCE_SECONDS, Stand, line_with, process, running
from tests.storage.stock import organisation

pytestmark = [
    pytest.mark.http,
    pytest.mark.skipif(sys.platform == "win32", reason="kills processes by POSIX signals"),
]

CROWD = 40
"""People on each messenger: at 20 messages a second enough to be killed among them."""

STILL_SECONDS = 1.0


@pytest.fixture
def stand(tmp_path: Path) -> Iterator[Stand]:
    with running(tmp_path, MONDAY) as stand:
        yield stand


@contextmanager
def started_again(stand: Stand) -> Iterator[None]:
    with process(["bot", "run"], stand.settings) as stand.bot:
        line_with(stand.bot, READY)
        yield


def killed(stand: Stand) -> None:
    stand.bot.kill()
    stand.bot.wait()


def newest(person: Person) -> str:
    """The newest words of the bot."""
    return next((each["text"] for each in reversed(person.chat()) if each["from"] == "bot"), "")


def shown(person: Person, words: str) -> int:
    return sum(words in each["text"] for each in person.chat() if each["from"] == "bot")


@pytest.mark.parametrize("pause", [None, 0.0, 0.02])
def test_a_bot_killed_amid_a_questionnaire_loses_and_doubles_no_answer(
    stand: Stand, platform: str, pause: float | None
) -> None:
    """``pause``: seconds from what the person says to the kill; None when she speaks to a bot that is down."""
    curator = Person.appears(stand, platform, "Смирнова Ольга")
    found(curator, stand.code())
    teacher = begin(stand, invitation(curator)[platform], platform, "Ткач Анна Петровна", "Наставляемым")
    says_and_kills(stand, teacher, pause)
    with started_again(stand):
        until(lambda: "Вопрос 2 " in newest(teacher), PATIENCE_SECONDS)
        assert answered(stand) == ["name"]
        assert shown(teacher, "Вопрос 2 ") <= (1 if platform == "vk" else 2)
        teacher.answer = teacher.reads()
        assert fill_in(teacher)


def says_and_kills(stand: Stand, teacher: Person, pause: float | None) -> None:
    if pause is None:
        killed(stand)
    stand.post(f"/sandbox/{teacher.platform}/{teacher.id}/say", {"text": teacher.name})
    if pause is not None:
        time.sleep(pause)
        killed(stand)


def answered(stand: Stand) -> list[str]:
    """The questions that the newest questionnaire has answers to."""
    query = "SELECT question FROM answer WHERE submission_id = (SELECT max(id) FROM submission)"
    return [row["question"] for row in stand.rows(query)]


def crowd(stand: Stand) -> list[Person]:
    """People on both messengers who have written to the bot and belong to one organisation."""
    people = [
        Person.appears(stand, platform, f"Участник {number}")
        for platform in ("telegram", "vk")
        for number in range(CROWD)
    ]
    for person in people:
        stand.post(f"/sandbox/{person.platform}/{person.id}/say", {"text": "/start"})
    until(lambda: stand.rows("SELECT count(*) FROM account")[0][0] == len(people), PATIENCE_SECONDS)
    until(lambda: is_quiet(stand), PATIENCE_SECONDS)
    return people


def is_quiet(stand: Stand) -> bool:
    """Whether both messengers' positions stand still for a while."""
    before = [stand.progress(platform) for platform in NAMES]
    time.sleep(STILL_SECONDS)
    return [stand.progress(platform) for platform in NAMES] == before


async def note_everybody(stand: Stand) -> None:
    """Everybody becomes a participant, to whom something is to be said now."""
    database = Database.open(databases.sqlite_url(stand.database), Cipher(stand.settings["NASTAVNIK_KEY"]))
    async with database.begin() as storage:
        _, programme = await organisation(storage)
        for account in (await storage.session.scalars(select(Account))).all():
            made = await storage.people.add_person(account, MONDAY)
            made.organisation_id = programme.organisation_id
            await storage.people.join(made.id, programme.organisation_id, programme.id, Role.MENTEE, MONDAY)
            await storage.notices.add(made.id, News.CURRENT_SCREEN, f"screen:{made.id}", MONDAY, MONDAY)
    await database.close()


def delivered(stand: Stand) -> int:
    count: int = stand.rows("SELECT count(*) FROM notice WHERE state = 'done'")[0][0]
    return count


def new_messages(person: Person, before: dict[tuple[str, int], int]) -> int:
    return from_bot(person) - before[person.platform, person.id]


def from_bot(person: Person) -> int:
    return sum(each["from"] == "bot" for each in person.chat())


def test_a_bot_killed_amid_delivery_shows_every_notice_once(stand: Stand) -> None:
    people = crowd(stand)
    before = {(person.platform, person.id): from_bot(person) for person in people}
    asyncio.run(note_everybody(stand))
    until(lambda: delivered(stand) >= CROWD // 2, PATIENCE_SECONDS)
    killed(stand)
    assert delivered(stand) < len(people)
    with started_again(stand):
        until(lambda: delivered(stand) == len(people), PATIENCE_SECONDS)
    counts = {person: [new_messages(each, before) for each in people if each.platform == person] for person in NAMES}
    assert counts["vk"] == [1] * CROWD
    assert set(counts["telegram"]) <= {1, 2}


def test_a_bot_that_is_asked_to_stop_amid_delivery_repeats_and_loses_nothing(stand: Stand) -> None:
    people = crowd(stand)
    before = {(person.platform, person.id): from_bot(person) for person in people}
    asyncio.run(note_everybody(stand))
    until(lambda: delivered(stand) >= CROWD // 4, PATIENCE_SECONDS)
    stand.bot.terminate()
    assert stand.bot.wait(STOP_SECONDS) == 0
    with started_again(stand):
        until(lambda: delivered(stand) == len(people), PATIENCE_SECONDS)
    assert [new_messages(person, before) for person in people] == [1] * len(people)
