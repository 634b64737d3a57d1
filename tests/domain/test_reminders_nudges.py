from datetime import date

from domain.reminders import Asked, due, next_instant, still_true
from tests.domain.reminding import CURATOR, MOSCOW, digest, moscow, off, planned, silence


def instants(fact: object) -> list[str]:
    return [at for _, at, _ in planned(fact)]  # type: ignore[arg-type]


def test_an_unfinished_form_is_recalled_after_two_working_days_and_a_week_later_and_then_no_more() -> None:
    assert instants(silence(Asked.FORM, "2026-10-15 20:00")) == ["2026-10-19 09:00", "2026-10-26 09:00"]


def test_a_survey_is_recalled_three_times() -> None:
    assert instants(silence(Asked.SURVEY, "2026-10-12 10:00")) == [
        "2026-10-15 09:00",
        "2026-10-22 09:00",
        "2026-10-29 09:00",
    ]


def test_a_survey_that_closes_is_not_recalled_afterwards() -> None:
    assert len(instants(silence(Asked.SURVEY, "2026-10-12 10:00", closes_on=date(2026, 10, 22)))) == 2


def test_a_nudge_that_would_fall_into_summer_waits_for_september() -> None:
    assert instants(silence(Asked.FORM, "2027-05-24 10:00")) == ["2027-05-26 09:00", "2027-09-01 09:00"]


def test_whoever_answers_and_falls_silent_again_gets_no_more_nudges() -> None:
    first = planned(silence(Asked.FORM, "2026-10-12 10:00"))
    again = silence(Asked.FORM, "2026-10-12 10:00", silent_since=moscow("2026-10-20 10:00"))
    keys = {item.key for item in due([again], MOSCOW, moscow("2026-11-20 10:00"))}
    assert len(first) == 2
    assert keys == {"form:31:2026-10-12:nudge-2:person:5"}


def test_an_answer_given_before_the_delivery_withdraws_the_nudge() -> None:
    now = moscow("2026-10-14 09:00")
    key = "form:31:2026-10-12:nudge-1:person:5"
    assert still_true(key, [silence(Asked.FORM, "2026-10-12 10:00")], MOSCOW, now)
    answered = silence(Asked.FORM, "2026-10-12 10:00", silent_since=moscow("2026-10-14 08:30"))
    assert not still_true(key, [answered], MOSCOW, now)


def test_a_finished_form_is_not_recalled() -> None:
    assert instants(silence(Asked.FORM, "2026-10-12 10:00", done=True)) == []


def test_the_digest_comes_on_monday_morning() -> None:
    assert planned(digest("2026-10-07 12:00"), until="2026-10-20 12:00") == [
        ("week", "2026-10-12 09:00", CURATOR),
        ("week", "2026-10-19 09:00", CURATOR),
    ]


def test_the_digest_comes_on_tuesday_when_monday_is_off_and_not_at_all_in_a_week_off() -> None:
    calendar = off("2026-10-12", *(f"2026-10-{day}" for day in range(19, 24)))
    found = planned(digest("2026-10-07 12:00"), calendar, until="2026-10-30 12:00")
    assert [at for _, at, _ in found] == ["2026-10-13 09:00", "2026-10-26 09:00"]


def test_after_a_long_stop_there_is_one_digest_and_its_week_is_the_present_one() -> None:
    found = due([digest("2026-09-01 08:00")], MOSCOW, moscow("2026-10-16 12:00"))
    assert [item.key for item in found] == ["digest:7:2026-10-12:week:person:1"]


def test_the_digests_end_with_the_programme() -> None:
    assert next_instant([digest("2026-09-01 08:00", date(2027, 5, 31))], MOSCOW, moscow("2027-05-31 09:00")) is None
