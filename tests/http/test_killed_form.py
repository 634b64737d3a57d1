"""A form of thirty questions goes on where it was, however often the bot is killed, in either messenger."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
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
TAPPED = (3, 7, 11)
"""Questions with buttons that are answered by a word, so that the keyboards stand in the chat for good."""
KILLED_AT = 15
OTHER = {"telegram": "vk", "vk": "telegram"}
SEND = ("Отправить", "Наставляемым", "До ", "Да, отправить")

Restart = Callable[[], None]


@pytest.fixture
def stand(tmp_path: Path) -> Iterator[Stand]:
    with running(tmp_path, MONDAY) as stand:
        yield stand


@pytest.fixture
def restart(stand: Stand) -> Iterator[Restart]:
    """Kills the bot, as it runs, and starts it again."""
    with ExitStack() as bots:

        def killed_and_started() -> None:
            stand.bot.kill()
            stand.bot.wait()
            stand.bot = bots.enter_context(process(["bot", "run"], stand.settings))
            line_with(stand.bot, READY)

        yield killed_and_started


def thirty() -> bytes:
    """The template with thirty questions: three «yes or no», the others to answer by words."""
    book = Workbook()
    page = book.worksheets[0]
    for row in (("Название", "Тридцать вопросов"), COLUMNS):
        page.append(row)
    for number in range(1, QUESTIONS + 1):
        kind = "Да или нет" if number in TAPPED else "Короткий ответ"
        page.append((str(number), f"Что скажете о шаге {number}?", kind))
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
        person.says("да" if number in TAPPED else f"Ответ {number}")


def kept(stand: Stand) -> dict[str, str]:
    """Question → answer of the form, as JSON."""
    rows = stand.rows(
        "SELECT question, value FROM answer JOIN submission s ON s.id = submission_id WHERE s.form LIKE 'own%'"
    )
    return {question: value for question, value in rows}  # noqa: C416 - rows are not plain pairs


def test_killed_three_times_at_question_fifteen_it_goes_on_at_sixteen_elsewhere(
    stand: Stand, platform: str, restart: Restart
) -> None:
    here = first = asked_by_survey(stand, platform)
    there = joined(stand, here)
    open_survey(here)
    here.presses("Начать анкету")
    answers_to(here, 1, KILLED_AT - 1)
    for long_ago in TAPPED:
        killed_while_answering(stand, here, f"Ответ после {long_ago}", restart)
        here, there = there, here
        open_survey(here)
        assert_at_sixteen(here)
        assert_old_button_changes_nothing(stand, first, long_ago)
        assert_start_restarts_nothing(stand, here)
        here.presses("Назад")
        assert f"Сейчас записано: Ответ после {long_ago}" in here.sees()
    here.says(f"Ответ {KILLED_AT}")
    answers_to(here, KILLED_AT + 1, QUESTIONS)
    here.presses("Отправить анкету")
    assert "Спасибо" in here.sees()
    assert len(kept(stand)) == QUESTIONS


def killed_while_answering(stand: Stand, person: Person, words: str, restart: Restart) -> None:
    """Question fifteen is answered, and the bot is killed before anybody knows whether it has said so."""
    stand.post(f"/sandbox/{person.platform}/{person.id}/say", {"text": words})
    until(lambda: words in json.loads(kept(stand).get(f"q{KILLED_AT}", '""')), PATIENCE_SECONDS)
    restart()
    assert len(kept(stand)) == KILLED_AT


def open_survey(person: Person) -> None:
    person.says("меню")
    person.presses("Ответить на опрос")


def assert_at_sixteen(person: Person) -> None:
    assert f"Вопрос {KILLED_AT + 1} из {QUESTIONS}" in person.sees()


def assert_old_button_changes_nothing(stand: Stand, person: Person, question: int) -> None:
    """«Нет» under a question that was answered «да» long ago, in the messenger that it was answered in."""
    before = kept(stand)
    shown = f"Вопрос {question} из {QUESTIONS}"
    person.presses("Нет", next(each["id"] for each in person.chat() if shown in each["text"]))
    assert "Вы уже ответили: да" in person.sees()
    assert_at_sixteen(person)
    assert kept(stand) == before


def assert_start_restarts_nothing(stand: Stand, person: Person) -> None:
    before = kept(stand)
    person.says("/start")
    person.presses("Ответить на опрос")
    assert_at_sixteen(person)
    assert kept(stand) == before
