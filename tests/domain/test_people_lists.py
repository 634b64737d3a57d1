"""Lists of people as curators have them: any order of columns, any spelling, every fault by its cell."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.people import Category, Role
from domain.people_lists import CellProblem, NotAList, name_key, read_people

HEADINGS = ("№", "Контактный телефон", "Роль в программе", "ФИО участника", "Должность")


def read(*rows: tuple[str, ...]) -> list[CellProblem]:
    return read_people([("Список",), (), HEADINGS, *rows]).problems


def test_columns_are_found_by_their_words_in_any_order() -> None:
    found = read_people([HEADINGS, ("1", "8 913 123-45-67", "наставник", "Иванова Анна Петровна", "учитель")])
    [draft] = found.drafts
    assert (draft.name, draft.post, draft.phone) == ("Иванова Анна Петровна", "учитель", "+79131234567")
    assert (draft.role, draft.category, draft.cell) == (Role.MENTOR, Category.TEACHER, "D2")


def test_a_name_may_be_spread_over_three_columns() -> None:
    found = read_people([("Фамилия", "Имя", "Отчество"), ("Дюма", "Анна", "Петровна")])
    assert [draft.name for draft in found.drafts] == ["Дюма Анна Петровна"]


@pytest.mark.parametrize(
    ("text", "category", "role"),
    [
        ("Наставляемый", Category.TEACHER, Role.MENTEE),
        ("обучающаяся, наставляемая", Category.PUPIL, Role.MENTEE),
        ("студент", Category.PUPIL, None),
        ("Родитель (законный представитель)", Category.PARENT, None),
        ("выпускник-наставник", Category.GRADUATE, Role.MENTOR),
        ("социальный партнёр", Category.PARTNER, None),
    ],
)
def test_roles_and_categories_are_told_by_their_words(text: str, category: Category, role: Role | None) -> None:
    [draft] = read_people([("ФИО", "Роль"), ("Белова Вера", text)]).drafts
    assert (draft.category, draft.role) == (category, role)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (("1", "", "", "", "учитель"), CellProblem("D4", "no_name")),
        (("1", "", "", "Я", ""), CellProblem("D4", "one_word", "Я")),
        (("1", "нет телефона", "", "Белова Вера", ""), CellProblem("B4", "phone", "нет телефона")),
        (("1", "", "волшебник", "Белова Вера", ""), CellProblem("C4", "role", "волшебник")),
        (("1", "", "", "Белова Вера", "у" * 151), CellProblem("E4", "long_post", "у" * 40)),
    ],
)
def test_what_is_wrong_is_named_by_its_cell(row: tuple[str, ...], problem: CellProblem) -> None:
    assert read(row) == [problem]


def test_the_same_person_twice_is_told_whatever_the_spelling() -> None:
    rows = [HEADINGS, *(("", "", "", name, "") for name in ("Ёлкина Алёна Ильинична", "алена ильинична ЕЛКИНА"))]
    found = read_people(rows)
    assert len(found.drafts) == 1
    assert [(each.cell, each.code) for each in found.problems] == [("D3", "double")]


def test_a_formula_is_no_name() -> None:
    found = read_people([("ФИО",), ('=HYPERLINK("http://x","Иванов")',)])
    assert not found.drafts
    assert [(each.cell, each.code) for each in found.problems] == [("A2", "not_a_name")]


def test_all_that_is_wrong_in_a_line_is_told_at_once() -> None:
    found = read_people([HEADINGS, ("1", "нет телефона", "космонавт", "Б3лова Вера", "")])
    assert [(each.cell, each.code) for each in found.problems] == [
        ("D2", "not_a_name"),
        ("B2", "phone"),
        ("C2", "role"),
    ]
    assert found.lines_to_mend == 1


def test_an_unknown_category_beside_a_known_role_is_told() -> None:
    found = read_people([("ФИО", "Роль", "Категория"), ("Белова Вера", "наставник", "инопланетянин")])
    assert found.problems == [CellProblem("C2", "role", "инопланетянин")]


def test_a_qualification_under_the_category_says_nothing_of_the_role() -> None:
    [draft] = read_people([("ФИО", "Роль", "Категория"), ("Белова Вера", "наставник", "высшая")]).drafts
    assert (draft.category, draft.role) == (Category.TEACHER, Role.MENTOR)


def test_a_sheet_without_names_is_no_list() -> None:
    with pytest.raises(NotAList):
        read_people([("Мероприятие", "Срок"), ("Педсовет", "сентябрь")])


def test_totals_and_empty_rows_are_no_people() -> None:
    assert read(("", "", "", "", ""), ("40", "", "", "", "")) == []


@settings(max_examples=50)
@given(st.permutations(["Ёлкина", "Алёна", "Ильинична"]), st.booleans())
def test_a_name_is_recognised_in_any_order_and_case(order: list[str], loud: bool) -> None:
    name = " ".join(order).replace("ё", "е") if loud else " ".join(order).upper()
    assert name_key(name) == name_key("Ёлкина Алёна Ильинична")


@settings(max_examples=100)
@given(st.lists(st.lists(st.text(max_size=12), max_size=6), max_size=8))
def test_any_sheet_is_read_or_refused(rows: list[list[str]]) -> None:
    found = read_people([HEADINGS, *rows])
    keys = [name_key(draft.name) for draft in found.drafts]
    assert len(keys) == len(set(keys))


def test_a_name_in_small_letters_gets_its_capitals() -> None:
    found = read_people([("ФИО",), ("белкина тамара фёдоровна",)])
    assert [draft.name for draft in found.drafts] == ["Белкина Тамара Фёдоровна"]
