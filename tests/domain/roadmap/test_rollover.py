"""Next year's rows: days and months kept, working days minded, the plan's own years moved, doubts marked."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.calendar import Calendar
from domain.roadmap import Due, Period, Row, read_due, school_year
from domain.roadmap.rewriting import new_title, with_own_years
from domain.roadmap.rollover import MovedRow, following, moved, written

OLD, NEW = school_year(2023), school_year(2026)
YEAR_2022 = Period(date(2022, 1, 1), date(2022, 12, 31))
MAY_DAYS_OFF = {date(2027, 5, day): False for day in (3, 10)}
CALENDAR = Calendar(ZoneInfo("Europe/Moscow"), MAY_DAYS_OFF)


def row(due: Due, activity: str = "Встреча", result: str = "") -> Row:
    return Row("1", "", activity, (), result, "", ("Куратор",), due)


def move(phrase: str, old: Period = OLD, new: Period = NEW) -> MovedRow:
    return moved([row(read_due(phrase, old))], old, new, CALENDAR)[0]


def codes(found: MovedRow) -> list[str]:
    return [note.code for note in found.notes]


SAME_NOTATION = {
    "Сентябрь 2023": "Сентябрь 2026",
    "Ноябрь 2023-январь 2024": "Ноябрь 2026-январь 2027",
    "Ноябрь 2023 – январь 2024 г.": "Ноябрь 2026 – январь 2027 г.",
    "сентябрь 23 г.": "сентябрь 26 г.",
    "Март-апрель 2024года": "Март-апрель 2027года",
    "Февраль 2024": "Февраль 2027",
    "II квартал 2024 г.": "II квартал 2027 г.",
    "в течение 2023-2024 учебного года": "в течение 2026-2027 учебного года",
    "2023/24 уч. год": "2026/27 уч. год",
    "До 01.12.2023": "До 01.12.2026",
    "до 1.12.23": "до 1.12.26",
    "до «15» марта 2024 г.": "до «15» марта 2027 г.",
    "01.09.2023-01.10.2023": "01.09.2026-01.10.2026",
    "1-15 октября 2023 г.": "1-15 октября 2026 г.",
    "до 25 числа каждого месяца": "до 25 числа каждого месяца",
    "В течение всего периода": "В течение всего периода",
    "по запросу": "по запросу",
    "с 1 ноября": "с 1 ноября",
}


@pytest.mark.parametrize(("phrase", "expected"), SAME_NOTATION.items())
def test_a_phrase_keeps_its_notation_and_reads_as_the_new_year(phrase: str, expected: str) -> None:
    found = move(phrase)
    assert found.row.due.phrase == expected
    assert found.row.due == read_due(expected, NEW)
    assert found.row.due.kind == read_due(phrase, OLD).kind
    assert not found.review


DAYS_OFF = {
    "До 30.05.2024": "До 28.05.2027",  # the 30th is a Sunday
    "до 04 апреля 2024 г.": "до 02 апреля 2027 г.",
    "до 1 мая": "до 30 апреля",  # a holiday on a Saturday: another month
    "до 10 мая 2024": "до 7 мая 2027",  # a day off by the organisation's calendar
    "01.09.2023-31.10.2023": "01.09.2026-30.10.2026",
}


@pytest.mark.parametrize(("phrase", "expected"), DAYS_OFF.items())
def test_a_chosen_day_off_goes_to_the_working_day_before_and_says_so(phrase: str, expected: str) -> None:
    found = move(phrase)
    assert found.row.due.phrase == expected
    assert codes(found) == ["working_day"]
    assert not found.review


def test_a_month_ends_when_it_ends_even_on_a_day_off() -> None:
    assert move("до конца октября").row.due.end == date(2026, 10, 31)  # a Saturday


@pytest.mark.parametrize("phrase", ["01.11.2023", "01.12.2023", "15 марта 2024 г.", "01.09.2023"])
def test_a_bare_date_keeps_its_day_and_month_like_a_deadline(phrase: str) -> None:
    before, after = read_due(phrase, OLD).end, move(phrase).row.due.end
    assert before
    assert after
    assert after == move(f"до {phrase}").row.due.end
    assert (after.month, after.day) == (before.month, before.day) or codes(move(phrase)) == ["working_day"]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 300), st.integers(1, 6))
def test_rows_of_one_day_stay_on_one_day(ahead: int, years: int) -> None:
    day, new = OLD.start + timedelta(days=ahead), school_year(2023 + years)
    phrases = [form.format(d=day) for form in ("{d:%d.%m.%Y}", "До {d:%d.%m}", "до {d:%d.%m.%Y} г.")]
    found = moved([row(read_due(phrase, OLD)) for phrase in phrases], OLD, new, CALENDAR)
    assert len({each.row.due.end for each in found}) == 1


ASKED_AGAIN = ("", "по отдельному графику", "Ежегодно", "как получится", "31.02.2024")


@pytest.mark.parametrize("phrase", ASKED_AGAIN)
def test_what_names_no_day_is_asked_about_again(phrase: str) -> None:
    found = move(phrase)
    assert (found.row.due.phrase, codes(found)) == (phrase, ["ask_again"])
    assert found.review


def test_a_typed_date_is_moved_and_shown_to_a_person() -> None:
    typed = Due("по отдельному графику", "by", None, date(2023, 11, 20), basis="explicit")
    found = moved([row(typed)], OLD, NEW, CALENDAR)[0]
    assert found.row.due.phrase == "до 20.11.2026"
    assert found.row.due.end == date(2026, 11, 20)
    assert codes(found) == ["typed"]
    assert found.review


def test_a_day_beyond_the_year_is_shown_to_a_person() -> None:
    found = move("До 20.09.2024")
    assert found.row.due.end == date(2027, 9, 20)
    assert codes(found) == ["outside_period"]


CALENDAR_YEAR = {
    "март 2022 г.": ("март 2027 г.", ["calendar_year"]),
    "до 15 октября 2022": ("до 15 октября 2026", ["calendar_year"]),
    "март — декабрь 2022 г.": ("Сентябрь-декабрь 2026", ["calendar_year", "range_cut"]),
    "в течение года": ("в течение года", []),
}


@pytest.mark.parametrize(("phrase", "expected"), CALENDAR_YEAR.items())
def test_a_calendar_year_is_laid_into_the_school_year_and_says_so(
    phrase: str, expected: tuple[str, list[str]]
) -> None:
    found = move(phrase, YEAR_2022)
    assert (found.row.due.phrase, codes(found)) == expected
    assert found.row.due.end is not None
    assert found.row.due.end in NEW


TEXTS = {
    "База на 2023-2024 учебный год": ("База на 2026-2027 учебный год", ()),
    "Разработка карты на 2024-2025": ("Разработка карты на 2027-2028", ()),
    "Итоги за 2024 год": ("Итоги за 2027 год", ()),
    "Отчёт за 2023/24 уч. г.": ("Отчёт за 2026/27 уч. г.", ()),
    "Методология от 25.12.2019 № Р-145": ("Методология от 25.12.2019 № Р-145", ()),
    "Приказ от 31 августа 2023 № 48": ("Приказ от 31 августа 2023 № 48", ()),
    "Концепция до 2030 года": ("Концепция до 2030 года", ()),
    "Итоги 2021-2022 учебного года": ("Итоги 2021-2022 учебного года", ("2021-2022",)),
    "Форум 15.10.2023": ("Форум 15.10.2023", ("15.10.2023",)),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.items())
def test_only_the_plans_own_years_move_inside_texts(text: str, expected: tuple[str, tuple[str, ...]]) -> None:
    assert with_own_years(text, OLD, 3) == expected


def test_a_title_of_a_calendar_year_becomes_one_of_a_school_year() -> None:
    assert new_title("План на 2022 год", YEAR_2022, NEW) == "План на 2026-2027 учебный год"


OF_A_CALENDAR_YEAR = {
    "до 04 апреля 2022 г.": ("База в 2027–2028 уч.г.", []),
    "сентябрь 2022 г.": ("База в 2026–2027 уч.г.", []),
    "в течение года": ("База в 2022–2023 уч.г.", ["2022–2023"]),
}


@pytest.mark.parametrize(("phrase", "expected"), OF_A_CALENDAR_YEAR.items())
def test_years_in_a_text_move_as_far_as_the_dates_of_its_row(phrase: str, expected: tuple[str, list[str]]) -> None:
    found = moved([row(read_due(phrase, YEAR_2022), "База в 2022–2023 уч.г.")], YEAR_2022, NEW, CALENDAR)[0]
    doubtful = [note.arguments["text"] for note in found.notes if note.code == "text_year"]
    assert (found.row.activity, doubtful) == expected
    assert found.review


def test_a_relic_inside_a_result_is_shown_to_a_person() -> None:
    due = read_due("Май 2024", OLD)
    found = moved([row(due, result="Сборник за 2021-2022 учебный год")], OLD, NEW, CALENDAR)[0]
    assert codes(found) == ["text_year"]
    assert found.notes[0].arguments == {"text": "2021-2022"}
    assert found.review


WRITTEN = {
    Due("до 15.10.2023", "by", None, date(2023, 10, 15)): "до 15.10.2023",
    Due("по графику", "by", None, date(2023, 10, 16)): "до 16.10.2023",
    Due("по графику", "on", date(2023, 10, 16), date(2023, 10, 16)): "16.10.2023",
    Due("", "between", date(2023, 10, 1), date(2023, 11, 30)): "Октябрь-ноябрь 2023",
    Due("", "throughout", OLD.start, OLD.end): "В течение всего периода",
    Due("", "request"): "По запросу",
    Due("по графику", "elsewhere"): "по графику",
}


@pytest.mark.parametrize(("due", "expected"), WRITTEN.items())
def test_a_paper_says_what_a_person_typed(due: Due, expected: str) -> None:
    assert written(due, OLD) == expected


YEAR_AHEAD = {
    "this year's roadmap": (school_year(2026), school_year(2026), date(2027, 4, 1), school_year(2027)),
    "till May": (school_year(2026, (5, 31)), school_year(2026), date(2027, 4, 1), school_year(2027)),
    "years old": (YEAR_2022, school_year(2026, (5, 31)), date(2026, 10, 1), school_year(2026, (5, 31))),
    "years old in spring": (YEAR_2022, school_year(2026), date(2027, 4, 12), school_year(2027)),
    "a programme that is over": (school_year(2023), school_year(2023), date(2026, 11, 1), school_year(2026)),
    "a calendar year": (YEAR_2022, YEAR_2022, date(2022, 11, 1), school_year(2023)),
}


@pytest.mark.parametrize(("old", "programme", "today", "expected"), YEAR_AHEAD.values(), ids=YEAR_AHEAD)
def test_the_year_to_move_to_is_the_next_one_without_a_roadmap(
    old: Period, programme: Period, today: date, expected: Period
) -> None:
    assert following(old, programme, today) == expected


NOTATIONS = (
    *("{d:%d.%m.%Y}", "до {d:%d.%m.%Y}", "до {d:%d.%m.%y}", "{s:%d.%m.%Y}-{d:%d.%m.%Y}", "до {d:%d.%m}"),
    *("с {s:%d.%m.%Y} по {d:%d.%m.%Y}", "{d:%Y-%m-%d}", "{d:%m.%Y}", "не позднее {d:%d.%m.%Y} г."),
)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(NOTATIONS), st.integers(0, 360), st.integers(0, 90), st.integers(2015, 2024), st.integers(1, 6)
)
def test_any_date_reads_back_as_the_same_day_or_the_working_day_before(
    notation: str, ahead: int, lasts: int, year: int, years: int
) -> None:
    old, new = school_year(year), school_year(year + years)
    day = old.start + timedelta(days=ahead)
    phrase = notation.format(d=day, s=max(old.start, day - timedelta(days=lasts)))
    before, found = read_due(phrase, old), move(phrase, old, new)
    after = found.row.due
    assert after == read_due(after.phrase, new)
    assert before.end
    assert after.end
    assert after.kind == before.kind or after.start == after.end
    assert abs((after.end - before.end).days - 365.25 * years) <= 10
    assert after.kind != "by" or after.end.weekday() < 5
    assert (after.end.month, after.end.day) in {(before.end.month, before.end.day), (2, 28), (2, 29)} or codes(found)
