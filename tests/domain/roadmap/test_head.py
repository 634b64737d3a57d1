"""Title, organisation, approval and period from the lines above a table."""

from datetime import date

import pytest

from domain.roadmap import Period, school_year
from domain.roadmap.head import read_head

PERIODS = {
    "План мероприятий на 2023-2024 г.г.": school_year(2023),
    "План мероприятий на 2023-2024 учебный год.": school_year(2023),
    "План мероприятий на 2023/24 уч. год": school_year(2023),
    "План мероприятий на 2022 год": Period(date(2022, 1, 1), date(2022, 12, 31)),
    "План мероприятий на 2022–2024 годы": Period(date(2022, 1, 1), date(2024, 12, 31)),
    "Срок реализации программы: 01.10.2023-31.05.2024": Period(date(2023, 10, 1), date(2024, 5, 31)),
    "Дорожная карта на период реализации с 01.10.2023 по 31.05.2024": Period(date(2023, 10, 1), date(2024, 5, 31)),
    "План мероприятий": None,
    "План. Приказ от 31.08.2023": None,
}
ORDERS = {
    "Приказ № 48 от 31.08.2023 год": "№ 48 от 31.08.2023",
    "приказ «31» марта 2022 г. № 32": "№ 32 от 31.03.2022",
    "Утверждено приказом от 27.07.2023 № 102/28": "№ 102/28 от 27.07.2023",
    "Приказ департамента образования от 29.07.2022 № 33-нп": "",
    "Приказ о внедрении": "",
}
ORGANISATIONS = {
    "План мероприятий МБОУ ДО «ЦНО «ЦИТ», осуществляющего обучение": "МБОУ ДО «ЦНО «ЦИТ»",
    "Дорожная карта в МДОУ № 8 «Колосок» на 2023 год": "МДОУ № 8 «Колосок»",
    "План образовательных организаций Бузулукского района на 2022 год": "Бузулукский район",
    "План детский сад № 4": "детский сад № 4",
    "План мероприятий": "",
}


@pytest.mark.parametrize(("line", "period"), PERIODS.items())
def test_period_is_read(line, period):
    assert read_head([line], (8, 31)).period == period


def test_a_school_year_may_end_in_may():
    assert read_head(["План на 2023-2024 учебный год"], (5, 31)).period == Period(date(2023, 9, 1), date(2024, 5, 31))


@pytest.mark.parametrize(("line", "order"), ORDERS.items())
def test_order_is_read(line, order):
    assert read_head([line], (8, 31)).order == order


@pytest.mark.parametrize(("line", "organisation"), ORGANISATIONS.items())
def test_organisation_is_read(line, organisation):
    assert read_head([line], (8, 31)).organisation == organisation


def test_a_title_of_several_lines_is_one():
    head = read_head(
        ["**ПЛАН МЕРОПРИЯТИЙ", "", "внедрения наставничества", "на 2023 год**", "", "(далее - план)"], (8, 31)
    )
    assert head.title == "ПЛАН МЕРОПРИЯТИЙ внедрения наставничества на 2023 год"


def test_who_approved_is_the_name_or_else_the_position():
    assert read_head(["УТВЕРЖДАЮ:", "", "Директор", "(подпись) Ветрова И.П."], (8, 31)).approved_by == "Ветрова И.П."
    assert read_head(["УТВЕРЖДАЮ Директор МБУ «Дом»"], (8, 31)).approved_by == "Директор МБУ «Дом»"
