"""A form of thirty questions goes on where it was, however often the bot is killed, in either messenger."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from bot.process import READY
from domain.forms.own.layout import COLUMNS
from tests.client import MONDAY
from tests.http.person import Person
from tests.http.scenes import begin, fill_in, found, invitation
from tests.http.waiting import until
from tests.processes import PATIENCE_SECONDS, Stand, line_with, process, running

pytestmark = [
    pytest.mark.http,
    pytest.mark.skipif(sys.platform == "win32", reason="kills processes by POSIX signals"),
]

QUESTIONS = 30
KILLED_AT = 15
OTHER = {"telegram": "vk", "vk": "telegram"}
SEND = ("Отправить", "Наставляемым", "До ")


@pytest.fixture
def stand(tmp_path: Path) -> Iterator[Stand]:
    with running(tmp_path, MONDAY) as stand:
        yield stand


@contextmanager
def started_again(stand: Stand) -> Iterator[None]:
    with process(["bot", "run"], stand.settings) as stand.bot:
        line_with(stand.bot, READY)
        yield


def thirty() -> bytes:
    """The template with thirty questions to answer by words."""
    book = Workbook()
    page = book.worksheets[0]
    for row in (("Название", "Тридцать вопросов"), COLUMNS):
        page.append(row)
    for number in range(1, QUESTIONS + 1):
        page.append((str(number), f"Что скажете о шаге {number}?", "Короткий ответ"))
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def asked_by_survey(stand: Stand, platform: str) -> Person:
    """A mentee who is asked to fill in the curator's own form."""
    curator = Person.appears(stand, platform, "Смирнова Ольга")
    found(curator, stand.code())
    teacher = begin(stand, invitation(curator)[platform], platform, "Ткач Анна Петровна", "Наставляемым")
    assert fill_in(teacher)
    for label in ("Опросы", "Своя анкета", "Прислать файл"):
        curator.says("меню") if label == "Опросы" else None
        curator.presses(label)
    curator.sends("анкета.xlsx", thirty())
    for label in SEND:
        curator.presses(label)
    return teacher


def joined(stand: Stand, teacher: Person) -> Person:
    """The same person in the other messenger."""
    teacher.says("меню")
    teacher.presses("Ещё")
    teacher.presses("Куда мне писать")
    words = teacher.presses("Продолжить в другом мессенджере").sees().split()
    mark = {"telegram": "t.me/", "vk": "vk.me/"}[OTHER[teacher.platform]]
    there = Person.appears(stand, OTHER[teacher.platform], teacher.name)
    return there.opens(next(word for word in words if mark in word))


def answers_to(person: Person, first: int, last: int) -> None:
    for number in range(first, last + 1):
        assert f"Вопрос {number} из {QUESTIONS}" in person.sees()
        person.says(f"Ответ {number}")


def kept(stand: Stand) -> int:
    rows = stand.rows(
        "SELECT count(*) FROM answer JOIN submission s ON s.id = submission_id WHERE s.form LIKE 'own%'"
    )
    count: int = rows[0][0]
    return count


def test_killed_three_times_at_question_fifteen_it_goes_on_at_sixteen_elsewhere(stand: Stand, platform: str) -> None:
    here = asked_by_survey(stand, platform)
    there = joined(stand, here)
    open_survey(here)
    here.presses("Начать анкету")
    answers_to(here, 1, KILLED_AT - 1)
    stand.post(f"/sandbox/{here.platform}/{here.id}/say", {"text": f"Ответ {KILLED_AT}"})
    until(lambda: kept(stand) == KILLED_AT, PATIENCE_SECONDS)
    for _ in range(3):
        stand.bot.kill()
        stand.bot.wait()
        here, there = there, here
        with started_again(stand):
            until(lambda: kept(stand) == KILLED_AT, PATIENCE_SECONDS)
            here.says("/start")
            open_survey(here)
            assert f"Вопрос {KILLED_AT + 1} из {QUESTIONS}" in here.sees()
            stale_button_restarts_nothing(there)
    with started_again(stand):
        open_survey(here)
        answers_to(here, KILLED_AT + 1, QUESTIONS)
        here.presses("Отправить анкету")
        assert "Спасибо" in here.sees()
    assert kept(stand) == QUESTIONS


def open_survey(person: Person) -> None:
    person.says("меню")
    person.presses("Ответить на опрос")


def stale_button_restarts_nothing(person: Person) -> None:
    """A button of long ago («Начать анкету» of the same form) leads to the open question."""
    person.says("/start")
    person.presses("Ответить на опрос")
    assert f"Вопрос {KILLED_AT + 1} из {QUESTIONS}" in person.sees()
