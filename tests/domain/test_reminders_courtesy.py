from datetime import date
from zoneinfo import ZoneInfo

import pytest

from domain.reminders import Courtesy, Kind, courtesy_of, may_go
from tests.domain.reminding import MOSCOW, moscow


def test_an_answer_goes_at_once_at_night_and_to_the_muted_too() -> None:
    now = moscow("2026-10-18 03:00")
    assert may_go(Courtesy.ANSWER, MOSCOW, now, muted_until=date(2026, 12, 1)) == now


@pytest.mark.parametrize("courtesy", [Courtesy.CONVERSATION, Courtesy.MEETING])
def test_letters_and_meetings_mind_the_night_but_not_days_off_nor_the_count(courtesy: Courtesy) -> None:
    sunday, night = moscow("2026-10-18 12:00"), moscow("2026-10-18 21:00")
    assert may_go(courtesy, MOSCOW, sunday, last_unasked=sunday) == sunday
    assert may_go(courtesy, MOSCOW, night) == moscow("2026-10-19 08:00")


@pytest.mark.parametrize(
    ("now", "goes"),
    [
        ("2026-10-15 11:20", "2026-10-15 11:20"),
        ("2026-10-15 08:10", "2026-10-15 09:00"),
        ("2026-10-15 19:00", "2026-10-16 09:00"),
        ("2026-10-17 12:00", "2026-10-19 09:00"),
    ],
)
def test_an_unasked_message_keeps_to_the_mornings_and_hours_of_working_days(now: str, goes: str) -> None:
    assert may_go(Courtesy.UNASKED, MOSCOW, moscow(now)) == moscow(goes)


def test_a_second_unasked_message_waits_for_the_next_working_morning() -> None:
    friday = moscow("2026-10-16 14:00")
    assert may_go(Courtesy.UNASKED, MOSCOW, friday, last_unasked=moscow("2026-10-16 09:00")) == moscow(
        "2026-10-19 09:00"
    )


def test_yesterdays_message_does_not_hold_todays() -> None:
    now = moscow("2026-10-16 09:00")
    assert may_go(Courtesy.UNASKED, MOSCOW, now, last_unasked=moscow("2026-10-15 18:59")) == now


def test_the_day_is_counted_in_the_persons_own_zone() -> None:
    kamchatka = MOSCOW.in_zone(ZoneInfo("Asia/Kamchatka"))
    now = moscow("2026-10-16 00:30")
    assert may_go(Courtesy.UNASKED, kamchatka, now, last_unasked=moscow("2026-10-15 10:00")) == now


@pytest.mark.parametrize(
    ("courtesy", "goes"),
    [(Courtesy.UNASKED, "2026-10-19 09:00"), (Courtesy.MEETING, "2026-10-17 08:00")],
)
def test_a_muted_person_is_left_alone_until_the_day_after(courtesy: Courtesy, goes: str) -> None:
    found = may_go(courtesy, MOSCOW, moscow("2026-10-14 12:00"), muted_until=date(2026, 10, 16))
    assert found == moscow(goes)


def test_an_old_mute_holds_nothing() -> None:
    now = moscow("2026-10-19 10:00")
    assert may_go(Courtesy.UNASKED, MOSCOW, now, muted_until=date(2026, 10, 16)) == now


def test_only_meetings_are_outside_the_count() -> None:
    uncounted = {kind for kind in Kind if courtesy_of(kind) is not Courtesy.UNASKED}
    assert uncounted == {Kind.MEETING, Kind.OUTCOME}
