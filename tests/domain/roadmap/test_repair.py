"""Rows that pages, merges and conversions broke come back whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.roadmap import NotARoadmap, Source, Table, Text, read

from .plans import ABOVE, ACTIVITIES, HEADINGS, ROWS, SECTIONS, codes, facts, plan

WHOLE = facts(plan())
DATA = [index for index in range(len(ROWS)) if index not in SECTIONS]

CELLS_OF_WORDS = [(row, column) for row in DATA for column in range(5) if len(ROWS[row][column].split()) > 1]


def cut(row: tuple[str, ...], places: list[int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A row and its tail: of each cell the first `places[i]` words stay."""
    words = [cell.split() for cell in row]
    return (
        tuple(" ".join(cell[:place]) for cell, place in zip(words, places, strict=True)),
        tuple(" ".join(cell[place:]) for cell, place in zip(words, places, strict=True)),
    )


def test_the_plan_itself_is_read():
    roadmap = plan()
    assert tuple(row.activity for row in roadmap.rows) == ACTIVITIES
    assert {row.section for row in roadmap.rows} == {"Подготовительный этап", "Основной этап"}


@given(st.data())
def test_any_row_put_through_a_page_break_is_read_back(data):
    position = data.draw(st.sampled_from(DATA))
    row = ROWS[position]
    keep_dates = data.draw(st.booleans())
    places = [
        len(cell.split()) if column == 1 and keep_dates else data.draw(st.integers(1, max(1, len(cell.split()))))
        for column, cell in enumerate(row)
    ]
    head, tail = cut(row, places)
    if any(tail):
        rows = (*ROWS[:position], head, tail, *ROWS[position + 1 :])
        assert facts(plan(rows, breaks=frozenset({position + 2}))) == WHOLE


@given(st.permutations(range(5)))
def test_columns_in_any_order_give_the_same_rows(order):
    rows = [[row[column] for column in order] for row in ROWS]
    assert facts(plan(rows, headings=tuple(HEADINGS[column] for column in order))) == WHOLE


@given(st.sets(st.integers(1, len(ROWS))))
def test_page_breaks_between_rows_change_nothing(breaks):
    assert facts(plan(breaks=frozenset(breaks))) == WHOLE


@given(st.sets(st.integers(0, len(ROWS))))
def test_empty_lines_and_rules_of_dashes_are_no_rows(places):
    rows = [
        row
        for index, row in enumerate(ROWS)
        for row in ([("-----", "--", "", "---", "-")] if index in places else []) + [row]
    ]
    assert facts(plan(rows)) == WHOLE


@pytest.mark.parametrize(("position", "column"), CELLS_OF_WORDS)
def test_a_tail_in_one_cell_comes_back(position, column):
    places = [len(cell.split()) for cell in ROWS[position]]
    places[column] //= 2
    rows = (*ROWS[:position], *cut(ROWS[position], places), *ROWS[position + 1 :])
    assert facts(plan(rows, breaks=frozenset({position + 2}))) == WHOLE


def test_pieces_are_counted():
    rows = (*ROWS[:2], *cut(ROWS[2], [3, 2, 2, 2, 4]), *ROWS[3:])
    assert [row.joined for row in plan(rows).rows] == [1, 2, 1, 1, 1, 1, 1]


def test_a_page_that_lost_a_column_keeps_people_apart_from_figures():
    rows = [row[:3] + row[4:] if index > 4 else row for index, row in enumerate(ROWS)]
    got = facts(plan(rows, breaks=frozenset({6})))
    assert got[:3] == WHOLE[:3]
    assert got[3:] == [(*row[:3], "", *row[4:]) for row in WHOLE[3:]]


def test_a_tail_glued_to_the_next_activity_goes_back():
    head, tail = "Взаимное посещение уроков внутри", "каждой пары"
    rows = list(ROWS)
    rows[7] = (head, *ROWS[7][1:])
    rows[8] = (f"<p>{tail}</p> <p>{ROWS[8][0]}</p>", *ROWS[8][1:])
    roadmap = plan(rows, breaks=frozenset({9}))
    assert facts(roadmap) == WHOLE
    assert [row.joined for row in roadmap.rows][-2:] == [2, 1]


def test_marks_of_html_in_any_cell_are_taken_off():
    rows = [tuple(f"<p>{cell}</p>" if cell else "" for cell in row) for row in ROWS]
    assert facts(plan(rows)) == WHOLE


def test_headings_said_again_on_each_page_are_no_rows():
    rows = (*ROWS[:4], HEADINGS, *ROWS[4:7], HEADINGS, *ROWS[7:])
    assert facts(plan(rows, breaks=frozenset({5, 9}))) == WHOLE


def test_numbers_of_columns_below_the_headings_are_no_row():
    assert facts(plan((("1", "2", "3", "4", "5"), *ROWS))) == WHOLE


def test_a_table_that_each_page_starts_anew_is_one_roadmap():
    pages = (Table((HEADINGS, *ROWS[:4])), Text(("2",)), Table(ROWS[4:]))
    assert facts(read(Source("docx", (Text(ABOVE), *pages)))) == WHOLE


def test_a_table_for_each_section_takes_its_name_from_the_line_above():
    first, second = ROWS[1:4], ROWS[5:]
    blocks = (
        Text((*ABOVE, "Подготовительный этап")),
        Table((HEADINGS, *first)),
        Text(("Основной этап",)),
        Table((HEADINGS, *second)),
    )
    assert facts(read(Source("docx", blocks))) == WHOLE


def test_the_roadmap_is_found_among_other_tables():
    staff = Table((("Фамилия", "Должность", "Стаж"), ("Ветрова", "директор", "12"), ("Кедров", "учитель", "5")))
    budget = Table((("Статья", "Сумма"), ("Бумага", "900")))
    blocks = (staff, Text(ABOVE), Table((HEADINGS, *ROWS)), budget)
    assert facts(read(Source("docx", blocks))) == WHOLE


def test_a_table_without_headings_is_read_by_its_contents_and_says_so():
    roadmap = plan(headings=())
    assert facts(roadmap) == WHOLE
    assert "columns_guessed" in codes(roadmap)


def test_numbered_rows_keep_their_numbers_and_sections():
    numbers = ("1", "1.1", "1.2", "1.3", "2", "2.1", "2.2", "2.3", "2.4")
    rows = [(number, *row) for number, row in zip(numbers, ROWS, strict=True)]
    roadmap = plan(rows, headings=("№ п/п", *HEADINGS))
    assert facts(roadmap) == WHOLE
    assert [row.number for row in roadmap.rows] == [number for number in numbers if "." in number]


def test_a_lost_section_heading_is_told():
    numbers = ("1", "1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4")
    rows = [(number, *row) for number, row in zip(numbers, ROWS[:4] + ROWS[5:], strict=True)]
    roadmap = plan(rows, headings=("№ п/п", *HEADINGS))
    assert [row.section for row in roadmap.rows[3:]] == [""] * 4
    assert "lost_section" in codes(roadmap)


def test_a_column_of_stages_with_merged_cells_names_the_sections():
    headings = ("Этап", "Мероприятие", *HEADINGS[1:])
    rows, section = [], ""
    for index, row in enumerate(ROWS):
        if index in SECTIONS:
            section = row[0]
        else:
            rows.append((section, *row))
            section = ""
    merged = frozenset((index + 1, 0) for index, row in enumerate(rows) if not row[0])
    assert facts(plan(rows, headings=headings, merged=merged)) == WHOLE


def test_separate_columns_for_beginning_and_end_are_one_range():
    rows = [("Сбор анкет участников", "22.09.2025", "03.10.2025", "Кедров С.А.")]
    roadmap = plan(rows, headings=("Мероприятие", "Дата начала", "Дата окончания", "Ответственный"))
    assert (str(roadmap.rows[0].due.start), str(roadmap.rows[0].due.end)) == ("2025-09-22", "2025-10-03")


def test_a_column_that_has_no_place_in_a_row_is_told():
    rows = [(*row, "нет") for row in ROWS]
    roadmap = plan(rows, headings=(*HEADINGS, "Примечание"))
    assert facts(roadmap) == WHOLE
    assert "unread_column" in codes(roadmap)


def test_a_table_flattened_to_one_cell_a_line_is_rebuilt():
    lines = [line for row in (HEADINGS, *ROWS[1:4]) for line in ("", *(f"\t{cell}" for cell in row))]
    roadmap = read(Source("txt", (Text((*ABOVE, *lines)),)))
    assert [fact[1:] for fact in facts(roadmap)] == [fact[1:] for fact in WHOLE[:3]]


@pytest.mark.parametrize(
    "block",
    [
        Text(("Просто письмо.", "Без таблицы.")),
        Table((("Фамилия", "Класс"), ("Иванов", "5"), ("Петров", "6"))),
        Table((("Activity", "Deadline", "Responsible"), ("Survey", "by 1 May", "Head"))),
        Table((HEADINGS,)),
    ],
)
def test_what_is_no_roadmap_is_refused(block):
    with pytest.raises(NotARoadmap):
        read(Source("txt", (block,)))


def test_a_lost_column_is_noticed_without_a_page_break_too():
    rows = [(*row[:3], row[4], "") if index > 4 else row for index, row in enumerate(ROWS)]
    got = facts(plan(rows))
    assert got[3:] == [(*row[:3], "", *row[4:]) for row in WHOLE[3:]]


def test_people_missing_from_one_row_do_not_move_its_other_cells():
    rows = (*ROWS[:2], (*ROWS[2][:4], ""), *ROWS[3:])
    got, expected = facts(plan(rows))[1], WHOLE[1]
    assert got == (*expected[:4], (), *expected[5:])


@pytest.mark.parametrize("numbers", [("I. ", "II. "), ("1. ", "2. "), ("1) ", "2) "), ("Раздел 1. ", "Раздел 2. ")])
def test_numbers_before_section_names_make_no_tails_of_them(numbers):
    rows = [list(row) for row in ROWS]
    for position, number in zip(SECTIONS, numbers, strict=True):
        rows[position][0] = number + rows[position][0]
    roadmap = plan(rows)
    assert [fact[1:] for fact in facts(roadmap)] == [fact[1:] for fact in WHOLE]
    assert [row.section.endswith("овительный этап") for row in roadmap.rows] == [True] * 3 + [False] * 4


def test_beginning_and_end_below_a_common_heading_are_one_range():
    headings = ("№", "Мероприятие", "Сроки", "", "Ответственный")
    rows = [("", "", "Начало", "Окончание", ""), ("1", "Сбор анкет", "22.09.2025", "03.10.2025", "Кедров С.А.")]
    (row,) = plan(rows, headings=headings).rows
    assert (row.due.kind, str(row.due.start), str(row.due.end)) == ("between", "2025-09-22", "2025-10-03")


def test_rows_with_dates_that_nobody_can_read_stay_apart():
    rows = [
        (f"Дело {name}", phrase, "", "", "Кедров С.А.") for name, phrase in (("А", "как обычно"), ("Б", "когда все"))
    ]
    assert [row.activity for row in plan(rows).rows] == ["Дело А", "Дело Б"]


def test_a_plan_in_small_letters_keeps_its_rows_and_sections():
    rows = [(row[0][0].lower() + row[0][1:], *row[1:]) for row in ROWS]
    roadmap = plan(rows)
    assert [row.activity.casefold() for row in roadmap.rows] == [activity.casefold() for activity in ACTIVITIES]
    assert len({row.section for row in roadmap.rows}) == 2


def test_a_stage_named_once_covers_the_rows_below_it():
    rows = [
        ("Подготовка", "Приказ", "сентябрь", "Куратор"),
        ("", "Положение", "октябрь", "Куратор"),
        ("Работа", "Встречи", "май", "Куратор"),
    ]
    roadmap = plan(rows, headings=("Задачи", "Мероприятия", "Сроки", "Ответственные"))
    assert [row.section for row in roadmap.rows] == ["Подготовка", "Подготовка", "Работа"]
