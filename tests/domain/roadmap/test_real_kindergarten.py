"""A kindergarten's plan: five columns that become four, a merged date, a row without an activity."""

import pytest

from domain.roadmap import Period

from .real import day, dues, found, needs_documents, real_roadmap, row_of

pytestmark = needs_documents
HEAD_OF_ORGANISATION = ("Заведующий МБДОУ", "воспитатель")
METHOD = "Организационно-методическое сопровождение деятельности"
ANALYSIS = "Аналитическое сопровождение деятельности, мониторинг"
ROWS = [
    (METHOD, "Подготовка нормативной базы", "between 01.09.2023 30.09.2023", HEAD_OF_ORGANISATION),
    (METHOD, "Формирование банка наставляемых", "between 01.11.2023 31.01.2024", HEAD_OF_ORGANISATION),
    (METHOD, "Формирование банка наставников", "between 01.11.2023 31.01.2024", HEAD_OF_ORGANISATION),
    (METHOD, "Отбор и обучение", "between 01.02.2024 29.02.2024", HEAD_OF_ORGANISATION),
    (METHOD, "Организация и осуществление работы", "throughout 01.09.2023 31.08.2024", HEAD_OF_ORGANISATION),
    (
        "Программно-методическое сопровождение деятельности",
        "Разработка программно-методических материалов",
        "throughout 01.09.2023 31.08.2024",
        HEAD_OF_ORGANISATION,
    ),
    (ANALYSIS, "Анализ полученных анкет", "between 01.02.2024 29.02.2024", ("Куратор",)),
    (ANALYSIS, "", "between 01.04.2024 30.04.2024", ("Куратор",)),
    (
        "Информационное сопровождение деятельности",
        "Создание специальных рубрик",
        "throughout 01.09.2023 31.08.2024",
        ("Куратор",),
    ),
    (
        "Информационное сопровождение деятельности",
        "Выступление на педагогическом совете",
        "between 01.02.2024 29.02.2024",
        ("Куратор",),
    ),
    (
        "Управление реализацией целевой модели наставничеств на уровне образовательной организации",
        "Контроль процедуры внедрения",
        "throughout 01.09.2023 31.08.2024",
        ("Заведующий МБДОУ",),
    ),
    (
        "Управление реализацией целевой модели наставничеств на уровне образовательной организации",
        "Мотивация и поощрения наставников",
        "between 01.04.2024 31.05.2024",
        ("Заведующий МБДОУ", "Куратор"),
    ),
]


def test_head_names_the_kindergarten_its_head_and_the_order():
    roadmap = real_roadmap("000")
    assert roadmap.title.startswith("План мероприятий (Дорожная карта) внедрения целевой модели")
    assert roadmap.organisation == "МБДОУ детский сад № 8 п. Доброполье"
    assert (roadmap.approved_by, roadmap.order) == ("Лиманская Г.Н.", "№ 48 от 31.08.2023")
    assert roadmap.period == Period(day("01.09.2023"), day("31.08.2024"))


def test_there_are_twelve_rows():
    assert len(real_roadmap("000").rows) == len(ROWS) == 12


@pytest.mark.parametrize(("position", "expected"), list(enumerate(ROWS)))
def test_row_has_its_section_activity_due_and_people(position, expected):
    section, activity, due, people = expected
    row = real_roadmap("000").rows[position]
    kind, start, end = due.split()
    assert (row.section, row.responsible) == (section, people)
    assert row.activity.startswith(activity) and bool(row.activity) == bool(activity)
    assert dues(real_roadmap("000"))[position] == (kind, day(start), day(end))


def test_the_person_does_not_slip_into_the_indicators_after_a_lost_column():
    row = row_of(real_roadmap("000"), "Анализ полученных анкет")
    assert row.indicator == ""
    assert row.result.startswith("Проанализированы анкеты") and row.result.endswith("педагога-психолога")


def test_the_merged_date_is_inherited_and_said_to_be():
    row = row_of(real_roadmap("000"), "Формирование банка наставников")
    assert row.due.basis == "inherited"
    assert [finding.rows for finding in found(real_roadmap("000"), "inherited_due")] == [(3,)]


def test_results_in_paragraphs_become_a_checklist():
    row = row_of(real_roadmap("000"), "Организация и осуществление работы")
    assert row.steps[0] == "Формирование наставнических пар" and len(row.steps) == 5
    assert "<p>" not in row.result


def test_a_numbered_list_without_blanks_becomes_a_checklist():
    steps = row_of(real_roadmap("000"), "Мотивация").steps
    assert steps[1] == "Благодарственные письма" and len(steps) == 5
    assert steps[4] == "Проведение конкурса профессионального мастерства"


@pytest.mark.parametrize(
    ("code", "rows"),
    [("no_activity", (8,)), ("repeated_sentence", (8,)), ("order_selection", (4, 5))],
)
def test_doubts_are_told(code, rows):
    assert rows in [finding.rows for finding in found(real_roadmap("000"), code)]
