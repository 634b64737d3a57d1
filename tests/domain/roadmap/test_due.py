"""Due phrases in a school year (2023/24) and in a calendar year (2022): kind, first and last day, origin, rule."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.roadmap import Period, occurrences, read_due, school_year

SCHOOL = school_year(2023)
CALENDAR = Period(date(2022, 1, 1), date(2022, 12, 31))
WHOLE = "throughout 2023-09-01 2024-08-31 programme"
EVERY = "every 2023-09-01 2024-08-31 programme"


def told(phrase: str, period: Period | None) -> str:
    due = read_due(phrase, period)
    words = [due.kind, due.start or "-", due.end or "-", due.basis or "-"]
    return " ".join(map(str, words if due.kind not in ("request", "elsewhere", "unknown") else words[:1]))


IN_SCHOOL_YEAR = {
    # groups 1-6: months and ranges of months
    "Сентябрь 2023": "between 2023-09-01 2023-09-30 explicit",
    "Февраль 2024": "between 2024-02-01 2024-02-29 explicit",
    "Апрель-май 2024": "between 2024-04-01 2024-05-31 explicit",
    "Ноябрь 2023-январь 2024": "between 2023-11-01 2024-01-31 explicit",
    "декабрь 2023 г. - январь 2024 г.": "between 2023-12-01 2024-01-31 explicit",
    "сент. 2023": "between 2023-09-01 2023-09-30 explicit",
    "09.2023": "between 2023-09-01 2023-09-30 explicit",
    "сентябрь 23 г.": "between 2023-09-01 2023-09-30 explicit",
    "в мае 2024 г.": "between 2024-05-01 2024-05-31 explicit",
    "Сентябрь 2023-2024 учебного года": "between 2023-09-01 2023-09-30 explicit",
    "cентябрь 2023": "between 2023-09-01 2023-09-30 explicit",  # the first letter is Latin
    "июнь": "between 2024-06-01 2024-06-30 programme",
    "сентябрь-май": "between 2023-09-01 2024-05-31 programme",
    "ноябрь – январь": "between 2023-11-01 2024-01-31 programme",
    "Октябрь—Ноябрь": "between 2023-10-01 2023-11-30 programme",
    "в течение сентября": "between 2023-09-01 2023-09-30 programme",
    "сентябрь, октябрь 2023": "between 2023-09-01 2023-10-31 explicit",
    "август - сентябрь": "between 2024-08-01 2024-09-30 guess",
    # groups 7-11: days
    "До 01.12.2023": "by - 2023-12-01 explicit",
    "до 1.12.2023г": "by - 2023-12-01 explicit",
    "до «15» марта 2024 г.": "by - 2024-03-15 explicit",
    'до "15" марта 2024': "by - 2024-03-15 explicit",
    "до 15-го марта": "by - 2024-03-15 programme",
    "до 10.09.": "by - 2023-09-10 programme",
    "до 1 октября (включительно)": "by - 2023-10-01 programme",
    "не позднее 25 мая 2024": "by - 2024-05-25 explicit",
    "в срок до 20.05.2024": "by - 2024-05-20 explicit",
    "по 30.05.2024": "by - 2024-05-30 explicit",
    "к 1 сентября": "by - 2023-09-01 programme",
    "до 15 . 03 . 2024": "by - 2024-03-15 explicit",
    "до нового года": "by - 2023-12-31 programme",
    "01.11.2023": "on 2023-11-01 2023-11-01 explicit",
    "15.03.24": "on 2024-03-15 2024-03-15 explicit",
    "2024-03-15": "on 2024-03-15 2024-03-15 explicit",
    "15/03/2024": "on 2024-03-15 2024-03-15 explicit",
    "1 сентября": "on 2023-09-01 2023-09-01 programme",
    "01.09": "on 2023-09-01 2023-09-01 programme",
    "29 февраля": "on 2024-02-29 2024-02-29 programme",
    "01.09.2023-01.10.2023": "between 2023-09-01 2023-10-01 explicit",
    "c 01.09.2023г. – 30.12.2023г.": "between 2023-09-01 2023-12-30 explicit",
    "с 01.09.2023 по 31.05.2024": "between 2023-09-01 2024-05-31 explicit",
    "с 1 сентября по 15 октября": "between 2023-09-01 2023-10-15 programme",
    "1-15 октября": "between 2023-10-01 2023-10-15 programme",
    "01-15.10.2023": "between 2023-10-01 2023-10-15 explicit",
    "с 1 по 15 октября 2023 г.": "between 2023-10-01 2023-10-15 explicit",
    "с 1 ноября": "between 2023-11-01 2024-08-31 programme",
    # group 12-16, 26: periods and years
    "В течение всего периода": WHOLE,
    "В течение всего периода реализации Целевой модели наставничества": WHOLE,
    "в течение года": WHOLE,
    "В теч. уч. года": WHOLE,
    "в течении учебного года": WHOLE,
    "весь период": WHOLE,
    "постоянно": WHOLE,
    "в рамках реализации программы": WHOLE,
    "на 2023-2024 учебный год.": "throughout 2023-09-01 2024-08-31 explicit",
    "2023/2024 учебный год": "throughout 2023-09-01 2024-08-31 explicit",
    "2023-2024 г.г.": "throughout 2023-09-01 2024-08-31 explicit",
    "01.09.2023-31.05.2024": "between 2023-09-01 2024-05-31 explicit",
    "до конца учебного года": "by - 2024-08-31 programme",
    "до конца мая": "by - 2024-05-31 programme",
    "к концу I полугодия": "by - 2023-12-31 programme",
    "до конца 2023 года": "by - 2023-12-31 explicit",
    "до начала учебного года": "by - 2023-08-31 programme",
    "I квартал 2024": "between 2024-01-01 2024-03-31 explicit",
    "1 кв. 2024 г.": "between 2024-01-01 2024-03-31 explicit",
    "I-II квартал 2024": "between 2024-01-01 2024-06-30 explicit",
    "второе полугодие": "between 2024-01-01 2024-05-31 programme",
    "II полугодие 2023-2024 уч. года": "between 2024-01-01 2024-05-31 explicit",
    "первая половина сентября": "between 2023-09-01 2023-09-15 programme",
    "3 декада марта": "between 2024-03-21 2024-03-31 programme",
    "осень 2023": "between 2023-09-01 2023-11-30 explicit",
    # bounds that the phrase does not really give
    "начало мая": "between 2024-05-01 2024-05-10 guess",
    "1-я неделя сентября": "between 2023-09-01 2023-09-07 guess",
    "конец учебного года": "between 2024-05-01 2024-05-31 guess",
    "до октября": "by - 2023-09-30 guess",
    "ориентировочно 15.03.2024": "on 2024-03-15 2024-03-15 guess",
    "2 полугодие 2024": "between 2024-01-01 2024-05-31 guess",
    # recurring
    "ежемесячно": EVERY,
    "до 25 числа каждого месяца": EVERY,
    "ежемесячно с октября по май": "every 2023-10-01 2024-05-31 programme",
    "Ежегодно": "every 2023-09-01 2024-08-31 guess",
    "ежегодно, до 1 сентября": EVERY,
    "октябрь, январь, май": "every 2023-10-01 2024-05-31 programme",
    "15.10.2023, 20.01.2024": "every 2023-10-15 2024-01-20 explicit",
    # groups 17-23: no date of its own
    "по запросу": "request",
    "По мере необходимости": "request",
    "по мере поступления заявлений": "request",
    "в течение 10 дней после назначения": "request",
    "По отдел образованияному графику": "elsewhere",
    "по отдел образованияьному плану": "elsewhere",
    "В соответствии с утвержденными Техническим заданием и дорожной картой": "elsewhere",
    "в соответствии со сроками, устанавливаемыми Минпросвещения России": "elsewhere",
    "в соответствии с сороками реализации программ наставничества": "elsewhere",
    "согласно плану": "elsewhere",
    "Согласно приказу № 32 от 31.03.2022": "elsewhere",
    "по плану работы ОО на 2023-2024 уч.год": "elsewhere",
    "I четверть": "elsewhere",
    # what nobody can know
    "": "unknown",
    "-": "unknown",
    "в течение месяца": "unknown",
    "за 2 недели до 1 сентября": "unknown",
    "через 10 дней после 1 сентября 2023": "unknown",
    "по плану до 15.03.2024": "unknown",
    "О1.09.2023": "unknown",
    "завтра": "unknown",
}
IN_CALENDAR_YEAR = {
    "март 2022 г.": "between 2022-03-01 2022-03-31 explicit",
    "апрель 2022г.": "between 2022-04-01 2022-04-30 explicit",
    "Март-апрель 2022года": "between 2022-03-01 2022-04-30 explicit",
    "март — декабрь 2022 г.": "between 2022-03-01 2022-12-31 explicit",
    "март – декабрь 2022 г.": "between 2022-03-01 2022-12-31 explicit",
    "до 15 марта 2022 г.": "by - 2022-03-15 explicit",
    "до 04 апреля 2022 г.": "by - 2022-04-04 explicit",
    "до 24.04.2022 г.": "by - 2022-04-24 explicit",
    "до 15 марта": "by - 2022-03-15 programme",
    "в течение года": "throughout 2022-01-01 2022-12-31 programme",
    "в течение 2022 года": "throughout 2022-01-01 2022-12-31 explicit",
    "1 полугодие": "between 2022-01-01 2022-06-30 programme",
    "III квартал": "between 2022-07-01 2022-09-30 programme",
    "до конца года": "by - 2022-12-31 programme",
}
RULES = {
    "ежемесячно": ("FREQ=MONTHLY;BYMONTHDAY=-1", 12, "2023-09-30"),
    "до 25 числа каждого месяца": ("FREQ=MONTHLY;BYMONTHDAY=25", 12, "2023-09-25"),
    "до 30 числа каждого месяца": ("FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1", 12, "2023-09-30"),
    "каждое 5 число месяца": ("FREQ=MONTHLY;BYMONTHDAY=5", 12, "2023-09-05"),
    "в последнюю пятницу каждого месяца": ("FREQ=MONTHLY;BYDAY=-1FR", 12, "2023-09-29"),
    "каждый первый понедельник месяца": ("FREQ=MONTHLY;BYDAY=1MO", 12, "2023-09-04"),
    "ежеквартально": ("FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", 4, "2023-09-30"),
    "не реже 1 раза в квартал": ("FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", 4, "2023-09-30"),
    "ежеквартально до 10 числа": ("FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=10", 4, "2023-10-10"),
    "раз в полугодие": ("FREQ=MONTHLY;BYMONTH=5,12;BYMONTHDAY=-1", 2, "2023-12-31"),
    "еженедельно по средам": ("FREQ=WEEKLY;BYDAY=WE", 52, "2023-09-06"),
    "каждую пятницу": ("FREQ=WEEKLY;BYDAY=FR", 53, "2023-09-01"),
    "ежегодно в сентябре": ("FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=-1", 1, "2023-09-30"),
    "октябрь, январь, май": ("FREQ=YEARLY;BYMONTH=1,5,10;BYMONTHDAY=-1", 3, "2023-10-31"),
    "15, 20 октября": ("FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=15,20", 2, "2023-10-15"),
    "15.10.2023, 20.01.2024": ("FREQ=YEARLY;BYYEARDAY=20,288", 2, "2023-10-15"),
    "10 сентября, 20 декабря, 5 мая": ("FREQ=YEARLY;BYYEARDAY=126,253,354", 3, "2023-09-10"),
}
MONTHS = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября")
MONTHS += ("ноября", "декабря")
NOT_IN_ANY_CALENDAR = [
    "31.02.2024",
    "до 31 апреля",
    "31.04",
    "29.02.2023",
    "30.13.2023",
    "до 32 мая",
    "1-31 июня 2024",
]


@pytest.mark.parametrize(("phrase", "expected"), IN_SCHOOL_YEAR.items())
def test_phrase_means_this_in_a_school_year(phrase, expected):
    assert told(phrase, SCHOOL) == expected


@pytest.mark.parametrize(("phrase", "expected"), IN_CALENDAR_YEAR.items())
def test_phrase_means_this_in_a_calendar_year(phrase, expected):
    assert told(phrase, CALENDAR) == expected


@pytest.mark.parametrize(("phrase", "expected"), RULES.items())
def test_recurring_phrase_has_a_rule_and_its_days(phrase, expected):
    rule, count, first = expected
    due = read_due(phrase, SCHOOL)
    days = occurrences(due)
    assert (due.rule, len(days), str(days[0])) == (rule, count, first)


def test_a_list_of_days_gives_exactly_these_days():
    days = occurrences(read_due("10 сентября, 20 декабря, 5 мая", SCHOOL))
    assert days == (date(2023, 9, 10), date(2023, 12, 20), date(2024, 5, 5))


@pytest.mark.parametrize("phrase", NOT_IN_ANY_CALENDAR)
def test_impossible_date_never_becomes_another_date(phrase):
    due = read_due(phrase, SCHOOL)
    assert (due.kind, due.start, due.end, due.doubt) == ("unknown", None, None, "impossible_date")


def test_range_written_backwards_is_not_turned_round():
    assert read_due("01.10.2023-01.09.2023", SCHOOL).doubt == "reversed_range"


def test_phrase_is_kept_as_it_was_written():
    assert read_due("Март-апрель  2022года", CALENDAR).phrase == "Март-апрель  2022года"


@pytest.mark.parametrize("phrase", ["до 15 марта", "сентябрь-май", "1 сентября", "с 1 сентября", "до конца года"])
def test_without_a_period_a_phrase_without_a_year_has_no_date(phrase):
    due = read_due(phrase, None)
    assert (due.kind, due.end) == ("unknown", None)


def test_without_a_period_the_whole_period_has_no_bounds():
    due = read_due("в течение всего периода", None)
    assert (due.kind, due.start, due.end) == ("throughout", None, None)


@pytest.mark.parametrize("phrase", [phrase for phrase, means in IN_SCHOOL_YEAR.items() if means.endswith("guess")])
def test_every_guess_names_its_doubt(phrase):
    assert read_due(phrase, SCHOOL).doubt


@given(st.dates(date(2023, 9, 1), date(2024, 8, 31)))
def test_any_day_is_read_back_in_every_notation(day):
    written = f"{day.day} {MONTHS[day.month - 1]}"
    for phrase in (f"до {day:%d.%m.%Y}", f"До {written} {day.year} г.", f"не позднее {day:%d.%m.%y}", f"к {written}"):
        assert (read_due(phrase, SCHOOL).kind, read_due(phrase, SCHOOL).end) == ("by", day)


@given(st.text(alphabet="абвгдежзиклмнопрсту 0123456789.-,«»до", max_size=40))
def test_any_text_gives_a_due_with_days_in_order(phrase):
    due = read_due(phrase, SCHOOL)
    assert due.phrase == phrase
    assert due.start is None or due.end is None or due.start <= due.end
    assert (due.basis is None) == (due.kind in ("request", "elsewhere", "unknown"))
