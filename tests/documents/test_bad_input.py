"""What people send instead of a neat table: texts without tabs, pages without lines, tables among others."""

import pytest

from documents.readers import read as read_file
from documents.readers import read_pasted
from domain.roadmap import NotARoadmap, read
from tests.domain.roadmap.plans import ABOVE, HEADINGS, ROWS, facts, plan

from . import builders

HEAD = "План мероприятий наставничества на 2025-2026 учебный год"
READ = [
    ("Издание приказа о наставничестве", "2025-09-15", ("Директор",)),
    ("Анкетирование педагогов", "2025-10-31", ("Куратор",)),
    ("Формирование наставнических пар", "2025-11-05", ("Куратор", "психолог")),
    ("Итоговая встреча всех участников", "2026-05-31", ("Директор",)),
]
BLANKS = """
Мероприятие                         Срок             Ответственный
Издание приказа о наставничестве    до 15.09.2025    Директор
Анкетирование педагогов             октябрь 2025     Куратор

Формирование                        до 05.11.2025    Куратор, психолог
наставнических пар
Итоговая встреча всех участников    май 2026         Директор
"""
DASHES = """
1. Издание приказа о наставничестве — до 15.09.2025 — Директор
2. Анкетирование педагогов — октябрь 2025 — Куратор
3. Формирование наставнических пар — до 05.11.2025 — Куратор, психолог
4. Итоговая встреча всех участников — май 2026 — Директор
"""
COMMAS = DASHES.replace(" — ", ", ").replace(".2025", ".2025 г.")
SEMICOLONS = DASHES.replace(" — ", "; ")


def told(roadmap) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(row.activity, str(row.due.end), row.responsible) for row in roadmap.rows]


@pytest.mark.parametrize(
    "written", [BLANKS, DASHES, COMMAS, SEMICOLONS], ids=["blanks", "dashes", "commas", "semicolons"]
)
def test_a_pasted_plan_without_tabs_is_read(written):
    assert told(read(read_pasted(f"{HEAD}\n{written}"))) == READ


def test_months_before_their_activities_are_read():
    lines = ["Сентябрь 2025 - издание приказа", "Октябрь 2025 - анкетирование всех", "Май 2026 - итоговая встреча"]
    rows = read(read_pasted("\n".join([HEAD, *lines]))).rows
    assert [(row.activity, str(row.due.end)) for row in rows][::2] == [
        ("издание приказа", "2025-09-30"),
        ("итоговая встреча", "2026-05-31"),
    ]


@pytest.mark.parametrize(
    "written",
    [
        "Добрый день! До 15.09.2025 пришлите, пожалуйста, отчёт.\nСпасибо, Мария.",
        "Иванова — директор — кабинет 5\nПетрова — завуч — кабинет 6\nКедрова — куратор — кабинет 7",
        "No\tActivity\tDeadline\tResponsible\n1\tOrder\t15.09.2025\tHead\n2\tSurvey\t01.10.2025\tCurator",
    ],
    ids=["letter", "staff", "English"],
)
def test_what_is_no_roadmap_is_not_made_one(written):
    with pytest.raises(NotARoadmap):
        read(read_pasted(written))


def test_a_page_whose_columns_cannot_be_told_apart_is_no_roadmap():
    with pytest.raises(NotARoadmap):
        read(read_file("plan.pdf", builders.pdf((HEADINGS, *ROWS), "\n".join(ABOVE), ruled=False)))


def test_a_page_without_ruled_lines_but_with_clear_columns_is_read():
    rows = [("Мероприятие", "Срок", "Кто")] + [
        (f"Встреча {name}", f"до 0{name}.10.2025", "Куратор") for name in range(1, 6)
    ]
    roadmap = read(read_file("plan.pdf", builders.pdf(rows, HEAD, ruled=False)))
    assert [(row.activity, str(row.due.end)[-2:]) for row in roadmap.rows] == [
        (f"Встреча {n}", f"0{n}") for n in range(1, 6)
    ]


def test_the_roadmap_among_three_tables_of_a_word_document_is_found():
    staff, money = [("Фамилия", "Стаж"), ("Ветрова", "12")], [("Статья", "Сумма"), ("Бумага", "900")]
    parts = [builders.docx(staff), builders.docx((HEADINGS, *ROWS), "\n".join(ABOVE)), builders.docx(money)]
    assert facts(read(read_file("plan.docx", builders.one_document(parts)))) == facts(plan())


def test_a_table_inside_a_cell_stays_inside_its_row():
    inner = "<table><tr><td>Протокол собрания</td></tr><tr><td>Отзывы</td></tr></table>"
    page = builders.html((HEADINGS, *ROWS), "\n".join(ABOVE)).decode()
    content = page.replace("Протокол круглого стола", inner).encode()
    rows = read(read_file("plan.html", content)).rows
    assert len(rows) == 7 and rows[-1].result == "Протокол собрания Отзывы"
