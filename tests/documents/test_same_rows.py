"""One plan in every format, with merged cells and page breaks, gives the same rows."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.readers import read as read_file
from documents.readers import read_pasted
from domain.roadmap import read
from tests.domain.roadmap.plans import ABOVE, HEADINGS, ROWS, SECTIONS, facts, plan

from . import builders

TABLE = (HEADINGS, *ROWS)
HEAD = "\n".join(ABOVE)
FORMATS = {
    "txt": builders.tsv,
    "docx": builders.docx,
    "xlsx": builders.xlsx,
    "html": builders.html,
    "pdf": builders.pdf,
}
WHOLE = facts(plan())
SECTION_CELLS = [(row + 1, 0, row + 1, 4) for row in SECTIONS]


def read_back(name: str, content: bytes):
    return read(read_file(name, content))


@pytest.mark.parametrize("kind", FORMATS)
def test_plan_in_this_format_is_read(kind):
    roadmap = read_back(f"plan.{kind}", FORMATS[kind](TABLE, HEAD))
    assert facts(roadmap) == WHOLE
    assert (
        roadmap.title
        == "План мероприятий (дорожная карта) внедрения целевой модели наставничества на 2025-2026 учебный год"
    )
    assert (roadmap.approved_by, roadmap.order) == ("Ветрова И.П.", "№ 17 от 28.08.2025")


@pytest.mark.parametrize("kind", FORMATS)
def test_a_row_cut_between_pages_is_whole_in_this_format(kind):
    head = (
        "Информирование родителей, законных",
        "Сентябрь",
        "Родительские собрания, записи",
        "охвачено не менее",
        "Кедров С.А.",
    )
    tail = ("представителей и учеников о программе", "2025", "на сайте школы", "80% семей", "Ветрова И.П.")
    table = (*TABLE[:3], head, tail, *TABLE[4:])
    arguments = {"breaks": [4]} if kind in ("txt", "pdf") else {}
    assert facts(read_back("plan", FORMATS[kind](table, HEAD, **arguments))) == WHOLE


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_merged_cells_belong_to_every_row_they_cover(kind):
    rows = [list(row) for row in TABLE]
    rows[7][1] = rows[6][1]
    rows[7][4] = rows[6][4]
    roadmap = read_back("plan", FORMATS[kind](rows, HEAD, merged=[*SECTION_CELLS, (6, 1, 7, 1), (6, 4, 7, 4)]))
    above, below = roadmap.rows[3], roadmap.rows[4]
    assert (below.due.end, below.responsible) == (above.due.end, above.responsible)
    assert (above.due.basis, below.due.basis) == ("explicit", "inherited")


def test_spanned_cells_of_a_page_belong_to_every_row_they_cover():
    page = """<table><tr><th>Мероприятие</th><th>Срок</th><th>Ответственный</th></tr>
    <tr><td>Сбор анкет</td><td rowspan=2>до 10.10.2025</td><td rowspan="2">Куратор</td></tr>
    <tr><td>Разбор анкет</td></tr>
    <tr><td colspan=3>Основной этап</td></tr><tr><td>Встречи</td><td>май 2026</td><td>Наставники</td></tr></table>"""
    rows = read_back("plan.html", page.encode()).rows
    assert [(row.section, row.due.phrase, row.responsible) for row in rows] == [
        ("", "до 10.10.2025", ("Куратор",)),
        ("", "до 10.10.2025", ("Куратор",)),
        ("Основной этап", "май 2026", ("Наставники",)),
    ]


def test_the_sheet_with_the_plan_is_found():
    assert facts(read_back("plan.xlsx", builders.xlsx(TABLE, HEAD, first_sheet="Титульный лист"))) == WHOLE


def test_pasted_text_is_read():
    assert facts(read(read_pasted(builders.tsv(TABLE, HEAD).decode()))) == WHOLE


def test_bars_between_cells_are_read():
    lines = [f"| {' | '.join(row)} |" for row in (HEADINGS, ("---",) * 5, *ROWS)]
    assert facts(read(read_pasted(f"{HEAD}\n\n" + "\n".join(lines)))) == WHOLE


def test_semicolons_of_a_csv_are_read():
    content = "\n".join(";".join(row) for row in TABLE).encode("cp1251")
    assert [row.activity for row in read_back("plan.csv", content).rows] == [fact[1] for fact in WHOLE]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_text_in_this_encoding_is_read(encoding):
    content = builders.tsv(TABLE, HEAD).decode().encode(encoding)
    assert facts(read_back("plan.txt", content)) == WHOLE


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(1, len(ROWS)), st.integers(0, 4), st.booleans()), max_size=4))
def test_line_breaks_inside_cells_of_a_text_change_nothing(places):
    rows = [list(row) for row in TABLE]
    quoted = set()
    for row, column, quote in places:
        if " " in rows[row][column] and row - 1 not in SECTIONS:
            rows[row][column] = rows[row][column].replace(" ", "\n", 1)
            quoted |= {(row, column)} if quote else set()
    for row, column in quoted:
        rows[row][column] = f'"{rows[row][column]}"'
    assert facts(read_back("plan.tsv", builders.tsv(rows, HEAD))) == WHOLE


@settings(max_examples=15, deadline=None)
@given(st.sets(st.integers(1, len(ROWS)), max_size=5), st.sampled_from(["txt", "pdf"]))
def test_pages_may_end_anywhere(breaks, kind):
    assert facts(read_back("plan", FORMATS[kind](TABLE, HEAD, breaks=sorted(breaks)))) == WHOLE
