"""When two records may become one, and which names are probably one person's."""

from dataclasses import replace

import pytest

from domain.joining import ALIKE, Conflict, Half, conflict, likeness

HERE, THERE = 1, 2
ANNA = Half(1, "adult", frozenset({"telegram"}), frozenset({10}), frozenset({5}), frozenset({7}), frozenset({HERE}))
PAPER = Half(2, "adult", places=frozenset({HERE}))


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (PAPER, None),
        (replace(PAPER, platforms=frozenset({"vk"}), pairs=frozenset({11}), mentored=frozenset({6})), None),
        (ANNA, Conflict.SAME),
        (replace(PAPER, age="teen"), Conflict.AGE),
        (replace(PAPER, pairs=frozenset({10, 11})), Conflict.PAIR),
        (replace(PAPER, mentored=frozenset({5})), Conflict.TWO_MENTORS),
        (replace(PAPER, person_id=7), Conflict.GUARDIAN),
        (replace(PAPER, family=frozenset({1})), Conflict.GUARDIAN),
        (replace(PAPER, platforms=frozenset({"telegram"})), Conflict.MESSENGER),
    ],
)
def test_what_keeps_two_records_apart(other: Half, found: Conflict | None) -> None:
    assert conflict(ANNA, other, HERE) == conflict(other, ANNA, HERE) == found


def test_a_curator_opens_nobody_elses_data_by_joining() -> None:
    busy, in_vk = replace(ANNA, places=frozenset({HERE, THERE})), replace(PAPER, platforms=frozenset({"vk"}))
    assert conflict(busy, PAPER, HERE) is None
    assert conflict(busy, in_vk, HERE) is Conflict.ELSEWHERE
    assert conflict(ANNA, replace(PAPER, places=frozenset({HERE, THERE})), HERE) is Conflict.ELSEWHERE


def test_who_proved_both_chats_to_be_hers_may_join_what_she_has_anywhere() -> None:
    busy, in_vk = replace(ANNA, places=frozenset({HERE, THERE})), replace(PAPER, platforms=frozenset({"vk"}))
    assert conflict(busy, in_vk) is None
    assert conflict(busy, replace(in_vk, mentored=frozenset({5}))) is Conflict.TWO_MENTORS


@pytest.mark.parametrize(
    "other",
    ["Анна Олеговна Петрова", "петрова анна олеговна", "Петрова А. О.", "Петрова Анна", "Петровa Анна Олеговна"],
)
def test_spellings_of_one_name_are_alike(other: str) -> None:
    assert likeness("Петрова Анна Олеговна", other) >= ALIKE


@pytest.mark.parametrize("other", ["Иванова Мария Сергеевна", "", "Белова Вера Юрьевна"])
def test_other_names_are_not_alike(other: str) -> None:
    assert likeness("Петрова Анна Олеговна", other) < ALIKE


def test_e_with_dots_is_no_difference() -> None:
    assert likeness("Королёва Алёна Игоревна", "Алена Игоревна Королева") == 1.0
