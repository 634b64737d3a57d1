from domain.reminders import due, still_true
from tests.domain.reminding import MENTOR, MOSCOW, TEACHER, meeting, moscow, planned


def steps(starts: str, **changes: object) -> list[tuple[str, str]]:
    return [(step, at) for step, at, person in planned(meeting(starts, **changes)) if person == TEACHER]


def test_both_are_reminded_a_day_and_an_hour_before_and_asked_after() -> None:
    assert planned(meeting("2026-10-15 14:00")) == [
        ("day-before", "2026-10-14 14:00", TEACHER),
        ("day-before", "2026-10-14 14:00", MENTOR),
        ("hour-before", "2026-10-15 13:00", TEACHER),
        ("hour-before", "2026-10-15 13:00", MENTOR),
        ("outcome", "2026-10-15 16:00", TEACHER),
        ("outcome", "2026-10-15 16:00", MENTOR),
    ]


def test_days_off_do_not_move_the_reminders_of_a_meeting() -> None:
    assert steps("2026-10-18 14:00")[0] == ("day-before", "2026-10-17 14:00")


def test_an_hour_before_an_early_meeting_is_the_evening_before() -> None:
    assert steps("2026-10-15 08:00")[:2] == [
        ("day-before", "2026-10-14 08:00"),
        ("hour-before", "2026-10-14 18:00"),
    ]


def test_a_day_before_a_meeting_at_night_is_an_evening_earlier() -> None:
    assert steps("2026-10-15 07:30")[0] == ("day-before", "2026-10-13 18:00")


def test_reminders_of_an_evening_meeting_go_before_the_evening() -> None:
    assert steps("2026-10-15 20:30") == [
        ("day-before", "2026-10-14 18:00"),
        ("hour-before", "2026-10-15 18:00"),
        ("outcome", "2026-10-16 09:00"),
    ]


def test_the_question_after_a_late_meeting_waits_for_the_morning_even_of_a_day_off() -> None:
    assert steps("2026-10-16 17:00")[-1] == ("outcome", "2026-10-17 09:00")


def test_a_meeting_agreed_today_is_not_reminded_of_as_of_tomorrow() -> None:
    assert [step for step, _ in steps("2026-10-15 14:00", agreed_at=moscow("2026-10-14 13:55"))] == [
        "hour-before",
        "outcome",
    ]


def test_nobody_is_reminded_of_what_was_agreed_within_two_hours() -> None:
    assert [step for step, _ in steps("2026-10-15 14:00", agreed_at=moscow("2026-10-14 12:30"))] == [
        "hour-before",
        "outcome",
    ]
    assert [step for step, _ in steps("2026-10-15 14:00", agreed_at=moscow("2026-10-15 11:30"))] == ["outcome"]
    assert [step for step, _ in steps("2026-10-15 14:00", agreed_at=moscow("2026-10-15 11:00"))] == [
        "hour-before",
        "outcome",
    ]


def test_a_meeting_agreed_within_the_hour_is_only_asked_after() -> None:
    assert [step for step, _ in steps("2026-10-15 14:00", agreed_at=moscow("2026-10-15 13:10"))] == ["outcome"]


def test_a_reminder_makes_no_sense_once_the_meeting_has_begun() -> None:
    assert due([meeting("2026-10-15 14:00")], MOSCOW, moscow("2026-10-15 14:00")) == []


def test_after_a_stop_over_the_meeting_only_its_outcome_is_asked() -> None:
    found = due([meeting("2026-10-15 14:00")], MOSCOW, moscow("2026-10-20 12:00"))
    assert [item.kind for item in found] == ["outcome", "outcome"]


def test_a_moved_meeting_withdraws_its_old_reminders() -> None:
    now = moscow("2026-10-14 14:00")
    key = due([meeting("2026-10-15 14:00")], MOSCOW, now)[0].key
    assert key == "meeting:9:20261015T1100Z:day-before:person:5"
    assert not still_true(key, [meeting("2026-10-15 15:00")], MOSCOW, now)


def test_a_meeting_whose_outcome_is_known_asks_nobody() -> None:
    assert planned(meeting("2026-10-15 14:00", settled=True)) == []
