"""Whom a filter lets through and a typed word finds."""

from dataclasses import replace

import pytest

from domain.banks import Narrow, Profile, finds, passes
from domain.people import Category, Grade

MARIA = Profile(
    1,
    "Ёлкина Мария Сергеевна",
    Category.TEACHER,
    agreed=True,
    sent=True,
    topics=frozenset({"planning"}),
    days=frozenset({"monday"}),
    words="воспитатель Планирование и программы",
    seats=2,
    grade=Grade.HIGHEST,
    pairs=1,
)


@pytest.mark.parametrize(
    ("narrow", "left"),
    [
        ("", True),
        ("topic.planning", True),
        ("topic.parents", False),
        ("day.monday", True),
        ("category.pupil", False),
        ("grade.highest", True),
        ("grade.first", False),
        ("free", True),
        ("unpaired", False),
        ("unsent", False),
        ("unagreed", False),
        ("topic", True),
        ("nonsense.x", True),
    ],
)
def test_each_filter(narrow: str, left: bool) -> None:
    assert passes(MARIA, narrow) is left


def test_a_mentor_is_free_until_her_seats_are_taken() -> None:
    assert not passes(replace(MARIA, pairs=2), Narrow.FREE)
    assert passes(replace(MARIA, seats=None, pairs=0), Narrow.FREE)
    assert not passes(replace(MARIA, seats=None, pairs=1), Narrow.FREE)


@pytest.mark.parametrize("typed", ["елк", "ЁЛКИНА мар", "мария ёлкина", "планир", "", "воспит елкина"])
def test_words_are_found_whatever_the_case_the_order_and_the_letter(typed: str) -> None:
    assert finds(MARIA, typed)


@pytest.mark.parametrize("typed", ["лкина", "Петрова", "елкина вера"])
def test_other_words_are_not(typed: str) -> None:
    assert not finds(MARIA, typed)


@pytest.mark.parametrize("narrow", [f"{kind}.planning" if kind is Narrow.TOPIC else str(kind) for kind in Narrow])
def test_who_may_not_be_shown_is_found_only_as_such(narrow: str) -> None:
    hidden = replace(MARIA, agreed=False)
    assert not finds(hidden, "елкина")
    assert passes(hidden, narrow) is (narrow in {Narrow.UNAGREED, Narrow.DAY, Narrow.CATEGORY, Narrow.GRADE})
