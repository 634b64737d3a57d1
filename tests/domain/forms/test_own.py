"""A curator's own questionnaire, as she may fill in the template."""

from typing import Any

import pytest

from domain.forms import Answer, Chosen, Form, Kind, visible_questions
from domain.forms.checks import MOST_OPTIONS
from domain.forms.own import CellProblem, NotAForm, read_form
from domain.forms.own.layout import COLUMNS
from domain.forms.own.sensitive import sensitive

HEAD = (
    ("Анкета для Вашей организации",),
    ("Название", "После нетворкинга"),
    ("Вступление", "Несколько вопросов о встрече."),
    ("Сколько минут", "3"),
    ("Кто заполняет", "Наставники"),
    (),
)


def sheet(*questions: tuple[str, ...], head: tuple[tuple[str, ...], ...] = HEAD) -> list[tuple[str, ...]]:
    return [*head, COLUMNS, *questions]


def question(number: str, text: str, kind: str, options: str = "", required: str = "", when: str = "") -> Any:
    return (number, text, kind, options, required, "", when)


GOOD = sheet(
    question("1", "Понравилась ли встреча?", "Да или нет"),
    question("2", "Что понравилось?", "Несколько из списка", "Беседа\n- Игры; 3) Чай", "нет", "1 = да"),
    question("3", "Оцените встречу", "шкала 1–10"),
    question("4", "Что изменить?", "Развёрнутый ответ", when="вопрос 3 не больше 6"),
    question("5", "О чём рассказать?", "Короткий ответ", when="2 = Чай или Игры"),
)


def form(rows: list[tuple[str, ...]]) -> Form:
    read = read_form(rows, "own_1", 1)
    assert isinstance(read, Form), read
    return read


def problems(*questions: tuple[str, ...], head: tuple[tuple[str, ...], ...] = HEAD) -> list[tuple[str, str]]:
    read = read_form(sheet(*questions, head=head), "own_1", 1)
    assert isinstance(read, list)
    return [(problem.cell, problem.code) for problem in read]


def test_the_template_gives_the_form_that_was_meant() -> None:
    read = form(GOOD)
    assert (read.title, read.minutes, read.audience) == ("После нетворкинга", 3, ("mentor",))
    assert [each.kind for each in read.questions] == [
        Kind.YES_NO,
        Kind.SEVERAL_OF,
        Kind.SCALE,
        Kind.LONG_TEXT,
        Kind.TEXT,
    ]
    assert [option.label for option in read.questions[1].options] == ["Беседа", "Игры", "Чай"]
    assert [each.required for each in read.questions] == [True, False, True, True, True]


def asked(**answers: Any) -> list[str]:
    given = {key: Answer(value) for key, value in answers.items()}
    return [each.key for each in visible_questions(form(GOOD), given, {})]


def test_conditions_are_read_from_words() -> None:
    assert asked(q1=False) == ["q1", "q3"]
    assert asked(q1=True, q2=Chosen(("o3",)), q3=9) == ["q1", "q2", "q3", "q5"]
    assert asked(q1=True, q2=Chosen(("o1",)), q3=6) == ["q1", "q2", "q3", "q4"]


@pytest.mark.parametrize(
    ("row", "cell", "code"),
    [
        (question("1", "", "Дата"), "B8", "empty_text"),
        (question("1", "Когда?", "Дата и время"), "C8", "unknown_kind"),
        (question("1", "Что?", "Танец", "А; Б"), "C8", "unknown_kind"),
        (question("1", "Что?", "Один из списка"), "D8", "no_options"),
        (question("1", "Что?", "Один из списка", "Да; да!"), "D8", "same_options"),
        (
            question("1", "Что?", "Один из списка", ";".join(map(str, range(MOST_OPTIONS + 1)))),
            "D8",
            "too_many_options",
        ),
        (question("1", "Что?", "Несколько из списка", "А;" + "Б" * 39), "D8", "long_option"),
        (question("1", "Что?", "Дата", "А; Б"), "D8", "needless_options"),
        (question("1", "Что?", "Дата", "", "наверное"), "E8", "not_yes_or_no"),
        (question("а", "Что?", "Дата"), "A8", "unknown_number"),
        (question("1", "Что?" * 200, "Дата"), "B8", "too_long"),
        (question("1", "Что?", "Дата", when="если захочется"), "G8", "condition_unreadable"),
        (question("1", "Что?", "Дата", when="7 = да"), "G8", "condition_unknown"),
        (question("1", "Что?", "Дата", when="2 = да"), "G8", "condition_later"),
        (question("1", "Что?", "Дата", when="1 = да"), "G8", "condition_later"),
    ],
)
def test_what_is_wrong_is_told_by_its_cell(row: tuple[str, ...], cell: str, code: str) -> None:
    assert problems(row, question("2", "Понравилось?", "Да или нет")) == [(cell, code)]


def test_a_circle_of_conditions_is_told_at_the_first_of_them() -> None:
    circle = (
        question("1", "Первое?", "Да или нет", when="2 = да"),
        question("2", "Второе?", "Да или нет", when="1 = да"),
    )
    assert problems(*circle) == [("G8", "condition_later")]


def test_an_answer_that_a_question_does_not_have_is_no_condition() -> None:
    rows = (question("1", "Что?", "Один из списка", "А; Б"), question("2", "Ещё?", "Дата", when="1 = В"))
    assert problems(*rows) == [("G9", "condition_no_option")]


def test_every_fault_is_told_at_once() -> None:
    head = (("Название", ""), ("Сколько минут", "час"), ("Кто заполняет", "родители"))
    found = problems(question("1", "", "Дата"), question("1", "Что?", "Ребус"), head=head)
    assert found == [
        ("B1", "empty_text"),
        ("B2", "not_minutes"),
        ("B3", "unknown_audience"),
        ("B5", "empty_text"),
        ("A6", "repeated_number"),
        ("C6", "unknown_kind"),
    ]


@pytest.mark.parametrize(
    ("word", "top"),
    [("Шкала от 1 до 10", 10), ("шкала", 10), ("Шкала 1-5", 5), ("шкала от 1 до 5", 5), ("Шкала оценок 1–7", 7)],
)
def test_a_scale_has_the_marks_that_are_written(word: str, top: int) -> None:
    (asked,) = form([("Название", "", "Опрос"), COLUMNS, ("1", "Насколько?", word, "", "", "", "")]).questions
    assert (asked.kind, asked.limits.minimum, asked.limits.maximum) == (Kind.SCALE, 1, top)


@pytest.mark.parametrize("word", ["Шкала 0-100", "шкала от 3 до 5", "шкала 1-12", "шкала 1-1"])
def test_a_scale_that_cannot_be_shown_is_told_by_its_cell(word: str) -> None:
    assert problems(question("1", "Насколько?", word)) == [("C8", "unknown_kind")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Есть ли у Вас хронические заболевания?", True),
        ("Ваша национальность?", True),
        ("Как здоровается группа?", False),
        ("Какие национальные проекты Вы знаете?", False),
    ],
)
def test_a_question_about_what_the_law_protects_is_pointed_out(text: str, found: bool) -> None:
    read = form(sheet(question("1", text, "Да или нет")))
    assert bool(sensitive(read)) is found


def test_a_section_holds_the_questions_below_it_and_is_none_itself() -> None:
    rows = (
        question("1", "Как Вас зовут?", "Короткий ответ"),
        question("", "О встрече", "Раздел"),
        question("2", "Понравилась ли она?", "Да или нет"),
        question("3", "Почему нет?", "Короткий ответ", when="2 = нет"),
    )
    read = form(sheet(*rows))
    assert [each.title for each in read.sections] == ["О встрече"]
    assert [(each.key, each.section) for each in read.questions] == [("q1", ""), ("q2", "s9"), ("q3", "s9")]
    with pytest.raises(NotAForm):
        read_form(sheet(question("", "О встрече", "Раздел")), "own_1", 1)


def test_moved_and_missing_columns_do_no_harm() -> None:
    rows: list[tuple[str, ...]] = [
        ("Название", "", "Опрос"),
        ("Вид ответа", "Вопрос", "№"),
        ("Дата", "Когда?", ""),
        ("", "", "2"),
    ]
    read = form(rows)
    assert [(each.text, each.kind, each.required) for each in read.questions] == [("Когда?", Kind.DATE, True)]


@pytest.mark.parametrize("rows", [[], [("Просто", "таблица")], [COLUMNS], [COLUMNS, ("1", "", "")]])
def test_another_table_is_no_form(rows: list[tuple[str, ...]]) -> None:
    with pytest.raises(NotAForm):
        read_form(rows, "own_1", 1)


def test_a_problem_carries_what_its_sentence_needs() -> None:
    read = read_form(sheet(question("1", "Что?", "Ребус")), "own_1", 1)
    assert not isinstance(read, Form)
    (found,) = read
    assert found == CellProblem("C8", "unknown_kind", {"text": "Ребус", "known": found.args["known"]})
    assert "Да или нет" in found.args["known"]
