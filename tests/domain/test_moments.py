from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.moments import Problem, read_date, read_moment
from tests.domain.reminding import MOSCOW, moscow

MONDAY_NOON = moscow("2026-10-12 12:00")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("15.10 14:00", "2026-10-15 14:00"),
        ("15.10.2026 в 14", "2026-10-15 14:00"),
        ("15.10.26, 14.00", "2026-10-15 14:00"),
        ("15.10.2026г. 14:00", "2026-10-15 14:00"),
        ("15/10 14:00", "2026-10-15 14:00"),
        ("14:00 15.10", "2026-10-15 14:00"),
        ("15.30 12.11", "2026-11-12 15:30"),
        ("2026-10-15 14:00", "2026-10-15 14:00"),
        ("15 октября в 14:00", "2026-10-15 14:00"),
        ("15-го октября 2026 года в 14 часов 30 минут", "2026-10-15 14:30"),
        ("третьего ноября в десять", "2026-11-03 10:00"),
        ("8 марта 10:00", "2027-03-08 10:00"),
        ("5 мая 10:00", "2027-05-05 10:00"),
        ("15 числа в 14", "2026-10-15 14:00"),
        ("1 числа в 14", "2026-11-01 14:00"),
        ("сегодня в 17", "2026-10-12 17:00"),
        ("Завтра в 10", "2026-10-13 10:00"),
        ("послезавтра 9:30", "2026-10-14 09:30"),
        ("через неделю в 15", "2026-10-19 15:00"),
        ("через две недели в 12", "2026-10-26 12:00"),
        ("через 3 дня в 12.30", "2026-10-15 12:30"),
        ("через месяц в 10", "2026-11-12 10:00"),
        ("через неделю в четверг в 12", "2026-10-22 12:00"),
        ("на следующей неделе в среду в 15", "2026-10-21 15:00"),
        ("через 2 часа", "2026-10-12 14:00"),
        ("через полчаса", "2026-10-12 12:30"),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str, meant: str) -> None:
    reading = read_moment(text, MONDAY_NOON, MOSCOW.zone)
    assert reading is not None
    assert (reading.at, reading.problem) == (moscow(meant), None)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("в четверг в 14", "2026-10-15 14:00"),
        ("в среду 9", "2026-10-14 09:00"),
        ("в 9 в среду", "2026-10-14 09:00"),
        ("чт 14 30", "2026-10-15 14:30"),
        ("пн 15-00", "2026-10-12 15:00"),
        ("в понедельник в 10", "2026-10-19 10:00"),
        ("в эту пятницу в 10", "2026-10-16 10:00"),
        ("в следующий вторник в 16", "2026-10-20 16:00"),
        ("в пятницу 15.30", "2026-10-16 15:30"),
        ("в пятницу 16.10 в 14", "2026-10-16 14:00"),
        ("В четверг, 15 октября, в 14:00", "2026-10-15 14:00"),
        ("давайте в субботу утром в 10", "2026-10-17 10:00"),
    ],
)
def test_a_weekday_is_the_nearest_to_come(text: str, meant: str) -> None:
    reading = read_moment(text, MONDAY_NOON, MOSCOW.zone)
    assert reading is not None
    assert (reading.at, reading.problem) == (moscow(meant), None)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("завтра в полдень", time(12)),
        ("завтра в час", time(13)),
        ("завтра в два", time(14)),
        ("завтра в 3", time(15)),
        ("завтра в 2:30", time(14, 30)),
        ("завтра в 2 часа дня", time(14)),
        ("завтра в половине третьего", time(14, 30)),
        ("завтра в полтретьего", time(14, 30)),
        ("завтра без четверти три", time(14, 45)),
        ("завтра без десяти 11", time(10, 50)),
        ("завтра вечером в 6", time(18)),
        ("завтра в 8 утра", time(8)),
        ("завтра 14ч30", time(14, 30)),
        ("завтра к 15", time(15)),
        ("завтра 12.10", time(12, 10)),
        ("завтра в 14:00–15:00", time(14)),
    ],
)
def test_an_hour_is_read_as_people_say_it(text: str, hour: time) -> None:
    reading = read_moment(text, MONDAY_NOON, MOSCOW.zone)
    assert reading is not None
    assert (reading.day, reading.hour, reading.problem) == (date(2026, 10, 13), hour, None)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("31.02 14:00", Problem.IMPOSSIBLE),
        ("32.10 14:00", Problem.IMPOSSIBLE),
        ("15.13 в 14:00", Problem.IMPOSSIBLE),
        ("завтра в 25:00", Problem.IMPOSSIBLE),
        ("завтра в 14:75", Problem.IMPOSSIBLE),
        ("99 числа в 14", Problem.IMPOSSIBLE),
        ("15.10.2025 14:00", Problem.PAST),
        ("10.10 14:00", Problem.PAST),
        ("12.10 11:00", Problem.PAST),
        ("15.10.2028 14:00", Problem.FAR),
        ("завтра в 23:00", Problem.NIGHT),
        ("завтра в 03:00", Problem.NIGHT),
        ("завтра в 11 ночи", Problem.NIGHT),
        ("в пятницу 15.10 в 14", Problem.OTHER_WEEKDAY),
        ("в 14", Problem.NO_DAY),
        ("в 12.10", Problem.NO_DAY),
        ("в четверг", Problem.NO_HOUR),
        ("15.10", Problem.NO_HOUR),
    ],
)
def test_what_is_doubtful_is_said(text: str, problem: Problem) -> None:
    reading = read_moment(text, MONDAY_NOON, MOSCOW.zone)
    assert reading is not None
    assert reading.problem is problem


def test_half_an_answer_keeps_its_half() -> None:
    hour = read_moment("в 14", MONDAY_NOON, MOSCOW.zone)
    day = read_moment("в четверг", MONDAY_NOON, MOSCOW.zone)
    assert hour is not None and hour.hour == time(14)
    assert day is not None and day.day == date(2026, 10, 15)


def test_a_moment_at_night_is_still_given_so_that_it_can_be_confirmed() -> None:
    reading = read_moment("завтра в 23:00", MONDAY_NOON, MOSCOW.zone)
    assert reading is not None and reading.at == moscow("2026-10-13 23:00")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "привет",
        "завтра в половине 0-го",
        "завтра без 90 три",
        "не могу в четверг в 14",
        "в пятницу после 15",
        "завтра " * 40,
    ],
)
def test_a_text_that_is_no_moment_is_not_read_as_one(text: str) -> None:
    assert read_moment(text, MONDAY_NOON, MOSCOW.zone) is None


def test_the_hour_is_local() -> None:
    reading = read_moment("завтра в 10", datetime(2026, 10, 12, 22, tzinfo=UTC), MOSCOW.zone)
    assert reading is not None and reading.at == moscow("2026-10-14 10:00")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("до 15 октября", "2026-10-15"),
        ("15.10", "2026-10-15"),
        ("до понедельника", "2026-10-19"),
        ("до пятницы", "2026-10-16"),
        ("завтра", "2026-10-13"),
        ("на неделю", "2026-10-19"),
        ("две недели", "2026-10-26"),
        ("на 3 дня", "2026-10-15"),
        ("на месяц", "2026-11-12"),
        ("до конца недели", "2026-10-18"),
        ("до конца месяца", "2026-10-31"),
        ("до 1 сентября", "2027-09-01"),
    ],
)
def test_a_day_without_an_hour_is_read(text: str, day: str) -> None:
    reading = read_date(text, MONDAY_NOON, MOSCOW.zone)
    assert reading is not None
    assert (reading.day, reading.problem) == (date.fromisoformat(day), None)


@pytest.mark.parametrize(
    ("text", "problem"),
    [("31.02.2027", Problem.IMPOSSIBLE), ("15.10.2025", Problem.PAST), ("15.10.2029", Problem.FAR)],
)
def test_a_doubtful_day_is_said_to_be_one(text: str, problem: Problem) -> None:
    reading = read_date(text, MONDAY_NOON, MOSCOW.zone)
    assert reading is not None and reading.problem is problem


@pytest.mark.parametrize("text", ["вчера", "когда-нибудь", "15.10 14:00"])
def test_a_text_that_is_no_day_is_not_read_as_one(text: str) -> None:
    assert read_date(text, MONDAY_NOON, MOSCOW.zone) is None


VOCABULARY = (
    "в через на завтра час часа неделю недели дня дней месяц четверг следующий пол половине третьего без числа "
    "октября 15.10 31.02 0.0 14:00 00 99 3 2026 0001 .10. 15-10-2026 15-го вечера ночи конца до полдень полчаса"
)
PHRASES = st.lists(st.sampled_from(VOCABULARY.split()), max_size=7).map(" ".join)
DAYS_AHEAD = st.dates(date(2026, 10, 13), date(2027, 8, 1))
DAYTIME = st.times(time(7), time(21, 59)).map(lambda hour: hour.replace(second=0, microsecond=0))


@given(st.text(max_size=90) | PHRASES)
def test_no_text_breaks_the_reading_and_what_is_free_of_doubt_is_ahead(text: str) -> None:
    read_date(text, MONDAY_NOON, MOSCOW.zone)
    reading = read_moment(text, MONDAY_NOON, MOSCOW.zone)
    if reading and not reading.problem:
        assert reading.at is not None and reading.at > MONDAY_NOON
        assert MOSCOW.day_of(reading.at) == reading.day


@given(DAYS_AHEAD, DAYTIME)
def test_a_date_and_an_hour_in_digits_are_always_read(day: date, hour: time) -> None:
    for text in (f"{day:%d.%m.%Y} {hour:%H:%M}", f"{hour:%H:%M} {day:%d.%m.%Y}", f"{day:%d.%m.%y} в {hour:%H-%M}"):
        reading = read_moment(text, MONDAY_NOON, MOSCOW.zone)
        assert reading is not None
        assert (reading.day, reading.hour, reading.problem) == (day, hour, None)
