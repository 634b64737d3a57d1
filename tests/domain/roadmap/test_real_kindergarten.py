"""A kindergarten's plan: five columns that become four, a merged date, a row without an activity."""

from domain.roadmap import Period

from .real import day, found, needs_documents, real_roadmap, row_of

pytestmark = needs_documents
SECTIONS = [
    ("Организационно-методическое сопровождение деятельности", 5),
    ("Программно-методическое сопровождение деятельности", 1),
    ("Аналитическое сопровождение деятельности, мониторинг", 2),
    ("Информационное сопровождение деятельности", 2),
    ("Управление реализацией целевой модели наставничеств на уровне образовательной организации", 2),
]


def test_head_names_the_kindergarten_its_head_and_the_order():
    roadmap = real_roadmap("000")
    assert roadmap.title.startswith("План мероприятий (Дорожная карта) внедрения целевой модели")
    assert roadmap.organisation == "МБДОУ детский сад № 8 п. Доброполье"
    assert (roadmap.approved_by, roadmap.order) == ("Лиманская Г.Н.", "№ 48 от 31.08.2023")
    assert roadmap.period == Period(day("01.09.2023"), day("31.08.2024"))


def test_there_are_twelve_rows_in_five_sections():
    sections = [section for section, rows in SECTIONS for _ in range(rows)]
    assert [row.section for row in real_roadmap("000").rows] == sections


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
