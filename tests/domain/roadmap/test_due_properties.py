"""What holds for every due phrase, sensible or not."""

import re
from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.roadmap import Due, Period, occurrences, read_due, school_year

SCHOOL = school_year(2023)
CALENDAR = Period(date(2022, 1, 1), date(2022, 12, 31))
MONTHS = re.findall(r"\w+", "января февраля марта апреля мая июня июля августа сентября октября ноября декабря")
WORDS = """
до | с | по | в | к | и | не | позднее | на | за | конца | начала
середина | течение | всего | периода | года | учебного | месяца | недели | четверти | квартала | полугодия | каждый
каждую | первый | вторая | последняя | I | II | 3 | 15 | 31 | 30.02 | 15.10.2023 | 01.09
2023 | 2023-2024 | 2024 г. | сентябрь | октября | май | март-апрель | пятница | четвергам | понедельник | ежемесячно
еженедельно
раз | 2 раза | числа | числа | запросу | плану | согласно | мере | необходимости | - | , | —
( | ) | рабочих | дней | после | каникул | осенних | декада | половина | постоянно | далее
""".strip()
PHRASES = st.lists(st.sampled_from(re.split(r"\s*[|\n]\s*", WORDS)), min_size=1, max_size=6).map(" ".join)
PERIODS = st.sampled_from([SCHOOL, CALENDAR, None])


def assert_consistent(due: Due, period: Period | None) -> None:
    """The fields of each kind are those that the kind promises."""
    dates = due.start, due.end
    if due.kind in ("request", "elsewhere", "unknown"):
        assert (*dates, due.rule, due.basis) == (None,) * 4
        assert due.kind == "request" or due.doubt
        return
    assert due.basis is not None and (due.basis != "guess" or due.doubt)
    assert (due.rule is not None) == (due.kind == "every")
    if due.kind == "by":
        assert due.start is None and due.end is not None
    elif due.kind == "on":
        assert due.start == due.end is not None
    elif due.kind == "between" or period is not None:
        assert due.start is not None and due.end is not None and due.start <= due.end
    assert all(due.start <= day <= due.end for day in occurrences(due))


@settings(max_examples=600, deadline=None)
@given(PHRASES, PERIODS)
def test_any_words_give_a_consistent_due(phrase, period):
    due = read_due(phrase, period)
    assert due.phrase == phrase
    assert_consistent(due, period)


@st.composite
def impossible_days(draw: st.DrawFn) -> tuple[int, int, int]:
    """Day, month and year that no calendar has."""
    year, month = draw(st.integers(2020, 2029)), draw(st.integers(1, 14))
    most = monthrange(year, month)[1] if month <= 12 else 0
    return draw(st.integers(most + 1, 39)), month, year


@given(impossible_days(), st.sampled_from(["", "до ", "с ", "по ", "не позднее ", "к ", "срок до "]), PERIODS)
def test_an_impossible_day_never_becomes_a_date(parts, before, period):
    day, month, year = parts
    written = [f"{day}.{month:02}.{year}", f"{day:02}.{month:02}.{year} г.", f"{day}.{month:02}.{year % 100}"]
    written += [f"{day} {MONTHS[month - 1]} {year} г.", f"«{day}» {MONTHS[month - 1]} {year}"] if month <= 12 else []
    for phrase in written:
        due = read_due(before + phrase, period)
        assert (due.kind, due.start, due.end) == ("unknown", None, None), phrase


@given(impossible_days(), st.dates(date(2020, 1, 1), date(2029, 12, 31)), st.booleans(), PERIODS)
def test_an_impossible_end_spoils_the_whole_range(parts, other, first, period):
    day, month, year = parts
    ends = [f"{day:02}.{month:02}.{year}", f"{other:%d.%m.%Y}"]
    for phrase in ("{}-{}", "с {} по {}", "{} – {}", "{}, {}"):
        due = read_due(phrase.format(*(ends if first else ends[::-1])), period)
        assert (due.kind, due.start, due.end) == ("unknown", None, None), due


@pytest.mark.parametrize("period", [SCHOOL, CALENDAR])
@given(st.integers(0, 364), st.integers(0, 60))
def test_a_range_means_its_days_in_every_notation(period, begin, length):
    start = date.fromordinal(period.start.toordinal() + begin)
    end = date.fromordinal(min(start.toordinal() + length + 1, period.end.toordinal() + 60))
    written = f"{start.day} {MONTHS[start.month - 1]} {start.year}", f"{end.day} {MONTHS[end.month - 1]} {end.year}"
    numbers = f"{start:%d.%m.%Y}", f"{end:%d.%m.%Y}"
    for pair in (written, numbers):
        for phrase in ("{}-{}", "{} — {}", "с {} по {}", "с {} г. по {} г.", "период с {} по {}"):
            due = read_due(phrase.format(*pair), period)
            assert (due.kind in ("between", "throughout"), due.start, due.end) == (True, start, end), phrase
