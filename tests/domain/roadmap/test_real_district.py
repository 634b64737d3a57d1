"""A district's plan: numbered rows, five of them cut by page breaks, one heading lost, damaged phrases."""

import pytest

from domain.roadmap import Period

from .real import day, found, needs_documents, real_roadmap

pytestmark = needs_documents
JOINED = {
    "1.3": (
        "Утверждение муниципальной дорожной карты внедрения МЦМН педагогических работников и обучающихся в "
        "образовательных организациях Бузулукского района",
        "март 2022",
    ),
    "2.2": (
        "Организация и сопровождение деятельности Инновационных комплексов в рамках сетевого взаимодействия "
        "образовательных организаций",
        "В соответствии с утвержденными Техническим заданием и дорожной картой",
    ),
    "3.2": (
        "Реализация муниципальной программ повышения педагогического мастерства кураторов и наставников, "
        "участвующих в реализации целевой модели наставничества",
        "В соответствии с дорожной картой",
    ),
    "5.1": (
        "Создание специальных рубрик в социальных сетях, на официальных сайтах образовательных организаций",
        "до 24.04.2022 г.",
    ),
    "7.1": (
        "Внесение в формы федерального статистического наблюдения (далее – формы ФСН) данных о количестве участников "
        "программ наставничества и предоставление этих форм в Минпросвещения России",
        "в соответствии со сроками, устанавливаемыми Минпросвещения России",
    ),
}


def test_head_names_the_district_and_the_calendar_year():
    roadmap = real_roadmap("001")
    assert roadmap.organisation == "Бузулукский район"
    assert roadmap.period == Period(day("01.01.2022"), day("31.12.2022"))


def test_there_are_twenty_nine_rows_in_six_sections():
    roadmap = real_roadmap("001")
    assert len(roadmap.rows) == 29
    assert len({row.section for row in roadmap.rows} - {""}) == 6


@pytest.mark.parametrize(("number", "texts"), JOINED.items())
def test_a_row_cut_by_a_page_break_is_whole_again(number, texts):
    (row,) = [row for row in real_roadmap("001").rows if row.number == number]
    assert (row.activity, row.due.phrase) == texts


def test_the_end_of_a_result_comes_back_too():
    (row,) = [row for row in real_roadmap("001").rows if row.number == "5.1"]
    assert row.result == "Поддержка программ наставничества посредством интернет-сайтов и сообществ"


def test_rows_of_the_lost_sixth_section_are_not_put_into_the_fifth():
    roadmap = real_roadmap("001")
    assert [row.section for row in roadmap.rows if row.number.startswith("6.")] == ["", ""]
    assert [finding.rows for finding in found(roadmap, "lost_section")] == [(23, 24)]


def test_six_rows_ask_for_a_date_that_stands_elsewhere():
    rows = {row for finding in found(real_roadmap("001"), "due_elsewhere") for row in finding.rows}
    assert rows == {8, 9, 14, 17, 19, 25}


def test_only_the_sunday_in_april_is_called_a_day_off():
    assert len(found(real_roadmap("001"), "weekend_deadline")) == 1
