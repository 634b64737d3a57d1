"""Gatherings, their quick polls, the wishes after them and the practices: the rules."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.calendar import Calendar
from domain.forms import Answer, Chosen, built_in, load
from domain.gatherings import POLLS, UNNAMED, WANTS, Door, Gathered, closing, door, proves
from domain.people import Role
from domain.polls import answers_to, tallies, unnamed_questions
from domain.practices import State, may_move
from domain.wishes import Wanted, chosen, matches, vetoes

MOSCOW = Calendar(zone=ZoneInfo("Europe/Moscow"))
STARTS = datetime(2026, 10, 15, 11, 0, tzinfo=UTC)


def moscow(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 10, day, hour, minute, tzinfo=ZoneInfo("Europe/Moscow"))


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (moscow(14, 23, 59), Door.AHEAD),
        (moscow(15, 0), Door.OPEN),
        (moscow(15, 23, 58), Door.OPEN),
        (moscow(15, 23, 59), Door.OVER),
        (moscow(16, 9), Door.OVER),
    ],
)
def test_a_gathering_is_open_on_its_local_day_and_closes_by_itself(now: datetime, expected: Door) -> None:
    assert door(STARTS, closing(STARTS, MOSCOW), now, MOSCOW) is expected


def test_rows_that_speak_of_the_gathering_come_first() -> None:
    rows = ["Издать приказ", "Родительские собрания", "Выступление на педсовете", "Совет, протокол педсовета"]
    assert proves(Gathered.COUNCIL, rows) == [2, 3, 0, 1]
    assert proves(Gathered.PARENTS, rows)[0] == 1


@pytest.mark.parametrize("kind", Gathered)
def test_every_poll_is_short_and_asks_who_wants_to_be_a_mentor(kind: Gathered) -> None:
    form = load(POLLS[kind])
    assert 3 <= len(form.questions) <= 5
    question = form.question(WANTS[0])
    assert question is not None and question.option(WANTS[1]) is not None


@pytest.mark.parametrize("kind", sorted(UNNAMED))
def test_without_a_name_nobody_is_asked_for_words(kind: Gathered) -> None:
    asked = unnamed_questions(load(POLLS[kind]))
    assert len(asked) >= 3
    assert all(len(answers_to(question)) >= 2 for question in asked)


def test_answers_with_and_without_a_name_are_counted_together() -> None:
    form = load("poll_parents")
    named = [
        {"mentor": Answer(Chosen(("yes",))), "clear": Answer(Chosen(("partly",)))},
        {"mentor": Answer(Chosen(("no",)))},
    ]
    found = {each.question.key: dict(each.counts) for each in tallies(form, named, {("mentor", "yes"): 2})}
    assert found["mentor"] == {"yes": 3, "maybe": 0, "no": 1}
    assert found["clear"]["partly"] == 1 and "words" not in found


def test_yes_and_no_and_marks_are_counted_too() -> None:
    given = [{"next": Answer(True), "useful": Answer(9)}, {"next": Answer(False)}]
    found = {each.question.key: dict(each.counts) for each in tallies(load("poll_event"), given, {})}
    assert found["next"] == {"yes": 1, "no": 1}
    assert found["useful"]["9"] == 1 and len(found["useful"]) == 10


def test_mutual_wishes_come_first_and_a_veto_hides_the_pair() -> None:
    wishes = [
        Wanted(1, Role.MENTOR, 11, rank=1),
        Wanted(1, Role.MENTOR, 12, rank=2),
        Wanted(12, Role.MENTEE, 1, rank=1),
        Wanted(2, Role.MENTOR, 13, rank=1),
        Wanted(13, Role.MENTEE, 2, veto=True),
    ]
    found = matches(wishes)
    assert [(each.mentor, each.mentee, each.mutual) for each in found] == [(1, 12, True), (1, 11, False)]
    assert vetoes(wishes) == {(2, 13)}


def test_no_more_than_three_are_wished_for_and_the_order_is_kept() -> None:
    three = [1, 2, 3]
    assert chosen(three, 4, take=True) == three
    assert chosen(three, 2, take=True) == three
    assert chosen(three, 2, take=False) == [1, 3]
    assert chosen([1, 3], 2, take=True) == [1, 3, 2]


def test_a_practice_that_was_decided_on_is_not_decided_again() -> None:
    assert may_move(State.WAITING, State.ACCEPTED) and may_move(State.WAITING, State.WRITING)
    assert not may_move(State.ACCEPTED, State.DECLINED) and not may_move(State.WRITING, State.ACCEPTED)


def test_every_built_in_poll_takes_a_minute() -> None:
    assert all(built_in()[key].minutes == 1 for key in set(POLLS.values()))
    assert closing(STARTS, MOSCOW) - STARTS < timedelta(days=1)
