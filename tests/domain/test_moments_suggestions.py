from datetime import date

from domain.calendar import Calendar, DateRange
from domain.moments import suggestions
from tests.domain.reminding import MOSCOW, moscow, off


def local(*args: object, **options: object) -> list[str]:
    return [f"{MOSCOW.local(at):%d.%m %H:%M}" for at in suggestions(*args, **options)]  # type: ignore[arg-type]


def test_two_hours_a_day_on_the_coming_working_days_are_proposed() -> None:
    assert local(moscow("2026-10-15 12:30"), MOSCOW) == [
        "15.10 16:00",
        "16.10 14:00",
        "16.10 16:00",
        "19.10 14:00",
        "19.10 16:00",
        "20.10 14:00",
    ]


def test_what_is_taken_is_not_proposed_nor_what_is_near_to_it() -> None:
    taken = [moscow("2026-10-16 14:30")]
    assert local(moscow("2026-10-15 20:00"), MOSCOW, taken, count=2) == ["16.10 10:00", "16.10 16:00"]


def test_days_off_and_school_holidays_are_passed_over() -> None:
    assert local(moscow("2026-10-15 20:00"), off("2026-10-16"), count=1) == ["19.10 14:00"]
    breaks = Calendar(MOSCOW.zone, school_holidays=(DateRange(date(2026, 10, 16), date(2026, 10, 25)),))
    assert local(moscow("2026-10-15 20:00"), breaks, count=1) == ["26.10 14:00"]


def test_three_months_without_a_school_day_propose_nothing() -> None:
    summer = Calendar(MOSCOW.zone, school_holidays=(DateRange(date(2027, 5, 1), date(2027, 12, 31)),))
    assert local(moscow("2027-05-03 20:00"), summer) == []
