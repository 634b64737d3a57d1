"""Due phrases that none of the real papers has but colleagues write, in the school year 2025/26."""

import pytest

from domain.roadmap import occurrences, read_due, school_year

YEAR = school_year(2025)
DATES = {
    "II полугодие учебного года": "between 2026-01-01 2026-05-31",
    "первое полугодие 2025/2026 уч. года": "between 2025-09-01 2025-12-31",
    "летний период": "between 2026-06-01 2026-08-31",
    "сентябрь, 1 неделя": "between 2025-09-01 2025-09-07",
    "ноябрь (3 декада)": "between 2025-11-21 2025-11-30",
    "неделя с 13 по 17 октября": "between 2025-10-13 2025-10-17",
    "1 февраля 2026 — 28 февраля 2026": "between 2026-02-01 2026-02-28",
    "март (дата уточняется)": "between 2026-03-01 2026-03-31",
    "май 2026 (по отдельному плану)": "between 2026-05-01 2026-05-31",
    "в течение года по графику": "throughout 2025-09-01 2026-08-31",
    "на начало учебного года": "between 2025-09-01 2025-09-30",
    "первый понедельник октября": "on 2025-10-06 2025-10-06",
    "последняя пятница мая 2026 г.": "on 2026-05-29 2026-05-29",
    "15.10.2025 в 14:00": "on 2025-10-15 2025-10-15",
    "17.00 15.10.2025": "on 2025-10-15 2025-10-15",
    "не позднее 5 рабочих дней": "unknown None None",
    "за неделю до педсовета": "unknown None None",
    "до 15.10.2025 (продлено до 01.11.2025)": "unknown None None",
    "2 раза в год: май": "unknown None None",
    "пятый четверг октября": "unknown None None",
    "в течение месяца после издания приказа": "request None None",
    "1 четверть": "elsewhere None None",
    "до конца 2 четверти": "elsewhere None None",
    "на осенних каникулах": "elsewhere None None",
}
RULES = {
    "каждый четверг сентября": ("FREQ=WEEKLY;BYDAY=TH", 4, "2025-09-04"),
    "по вторникам и четвергам": ("FREQ=WEEKLY;BYDAY=TU,TH", 104, "2025-09-02"),
    "I и III квартал 2026 года": ("FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1", 2, "2026-03-31"),
    "сентябрь-октябрь, апрель-май": ("FREQ=YEARLY;BYMONTH=5,10;BYMONTHDAY=-1", 2, "2025-10-31"),
    "сентябрь, май": ("FREQ=YEARLY;BYMONTH=5,9;BYMONTHDAY=-1", 2, "2025-09-30"),
    "2 раза в год (октябрь, апрель)": ("FREQ=YEARLY;BYMONTH=4,10;BYMONTHDAY=-1", 2, "2025-10-31"),
    "1 раз в четверть": ("FREQ=MONTHLY;BYMONTH=3,5,10,12;BYMONTHDAY=-1", 4, "2025-10-31"),
    "в конце каждой четверти": ("FREQ=MONTHLY;BYMONTH=3,5,10,12;BYMONTHDAY=-1", 4, "2025-10-31"),
    "по итогам полугодия": ("FREQ=MONTHLY;BYMONTH=5,12;BYMONTHDAY=-1", 2, "2025-12-31"),
    "каждые две недели": ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", 26, "2025-09-05"),
    "1 р. в месяц": ("FREQ=MONTHLY;BYMONTHDAY=-1", 12, "2025-09-30"),
    "2-3 раза в год": ("FREQ=MONTHLY;BYMONTH=5,12;BYMONTHDAY=-1", 2, "2025-12-31"),
    "ежеквартально до 10 числа месяца, следующего за отчетным": (
        "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=10",
        4,
        "2025-10-10",
    ),
}
DOUBTED = ("март (дата уточняется)", "сентябрь-октябрь, апрель-май", "2-3 раза в год", "1 раз в четверть")


@pytest.mark.parametrize(("phrase", "expected"), DATES.items())
def test_phrase_means_these_days(phrase, expected):
    due = read_due(phrase, YEAR)
    assert f"{due.kind} {due.start} {due.end}" == expected


@pytest.mark.parametrize(("phrase", "expected"), RULES.items())
def test_recurring_phrase_means_these_days(phrase, expected):
    due = read_due(phrase, YEAR)
    days = occurrences(due)
    assert (due.rule, len(days), str(days[0])) == expected


@pytest.mark.parametrize("phrase", DOUBTED)
def test_what_was_chosen_for_the_writer_is_a_guess_with_a_doubt(phrase):
    due = read_due(phrase, YEAR)
    assert due.basis == "guess" and due.doubt
