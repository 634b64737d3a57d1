"""One of and several of, pressed and typed."""

import pytest

from domain.forms import Answer, Chosen, Done, Kind, Limits, Pressed, Problem, ProblemCode, load, read_answer
from tests.domain.forms.making import options, question

ONE = question(Kind.ONE_OF)
SEVERAL = question(Kind.SEVERAL_OF)
OWN = question(Kind.SEVERAL_OF, own=True)


@pytest.mark.parametrize(
    "typed",
    [
        "Работа с родителями",
        "работа с родителями.",
        "☐ Работа с родителями",
        "РАБОТА  С РОДИТЕЛЯМИ",
        "работа",
        "2",
        "2.",
    ],
)
def test_an_option_is_known_by_its_label_its_beginning_and_its_number(typed):
    assert read_answer(ONE, typed) == Answer(Chosen(("o2",)))


@pytest.mark.parametrize("typed", ["документы и отчеты", "Документы и отчёты", "ДОКУМЕНТЫ"])
def test_e_and_yo_are_one_letter(typed):
    assert read_answer(ONE, typed) == Answer(Chosen(("o4",)))


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("1, 3", ("o1", "o3")),
        ("3 1", ("o1", "o3")),
        ("1 и 3", ("o1", "o3")),
        ("1.3.", ("o1", "o3")),
        ("2-4", ("o2", "o3", "o4")),
        ("1, 3–4", ("o1", "o3", "o4")),
        ("3, 3, 3", ("o3",)),
        ("Планирование, работа с родителями", ("o1", "o2")),
        ("планирование и работа с родителями", ("o1", "o2")),
        ("Игры и творчество\nДокументы и отчёты", ("o3", "o4")),
        ("игры и творчество; планирование", ("o1", "o3")),
    ],
)
def test_several_options_can_be_typed_at_once(typed, keys):
    assert read_answer(SEVERAL, typed) == Answer(Chosen(keys))


@pytest.mark.parametrize("typed", ["пение", "9", "0", "1, 9", "планирование, пение", "4-2"])
def test_what_is_not_in_the_list_is_said_so(typed):
    problem = read_answer(SEVERAL, typed)
    assert isinstance(problem, Problem)
    assert problem.code is ProblemCode.NOT_AN_OPTION


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("Кукольный театр, ритмика", Chosen((), "Кукольный театр, ритмика")),
        ("Планирование, кукольный театр", Chosen(("o1",), "кукольный театр")),
        ("танцы и пение", Chosen((), "танцы и пение")),
    ],
)
def test_own_words_are_kept_where_they_are_welcome(typed, chosen):
    assert read_answer(OWN, typed) == Answer(chosen)


def test_a_number_that_is_no_option_is_not_taken_for_own_words():
    problem = read_answer(OWN, "12")
    assert problem == Problem(ProblemCode.NOT_AN_OPTION, {"text": "12", "count": 4})


HOURS = ("До часа", "1–2 часа", "3–4 часа")
AGES = ("10–12 лет", "13–15 лет", "16–18 лет", "Студенты")
GROUPS = ("Группа 3", "Группа 1", "Группа 2")


@pytest.mark.parametrize(
    ("labels", "typed", "key"),
    [
        (HOURS, "3-4 часа", "o3"),
        (HOURS, "3", "o3"),
        (HOURS, "2", "o2"),
        (AGES, "1", "o1"),
        (AGES, "4", "o4"),
        (AGES, "13", "o2"),
        (GROUPS, "1", "o2"),
        (tuple(f"Предмет № {number}" for number in range(1, 61)), "59", "o59"),
    ],
)
def test_a_number_means_what_a_label_says_or_a_place(labels, typed, key):
    assert read_answer(question(Kind.ONE_OF, options=options(*labels)), typed) == Answer(Chosen((key,)))


@pytest.mark.parametrize(("labels", "typed"), [(HOURS, "1"), (AGES, "5"), (("До 2 часов", "От 2 часов"), "2")])
def test_a_number_that_may_be_either_is_asked_again_and_no_number_is_promised(labels, typed):
    read = read_answer(question(Kind.ONE_OF, options=options(*labels)), typed)
    assert read == Problem(ProblemCode.NOT_AN_OPTION, {"text": typed, "count": 0})


def test_other_words_for_an_option_name_it_too():
    days = load("mentor").question("days")
    assert read_answer(days, "пн, ср и пт") == Answer(Chosen(("monday", "wednesday", "friday")))
    assert read_answer(load("mentor").question("competences"), "икт") == Answer(Chosen(("digital",)))


def test_everything_is_all_options_and_the_end_of_ticking():
    assert read_answer(SEVERAL, "Всё") == Answer(Chosen(("o1", "o2", "o3", "o4")))
    assert read_answer(SEVERAL, "всё", before=Answer(Chosen(("o1",)), finished=False)) == Answer(Chosen(("o1",)))


def test_two_answers_to_one_of_are_asked_again():
    assert read_answer(ONE, "1, 2") == Problem(ProblemCode.ONE_OPTION)


def test_ticks_are_set_taken_off_and_finished():
    first = read_answer(SEVERAL, Pressed("o3"))
    both = read_answer(SEVERAL, Pressed("o1"), before=first)
    assert both == Answer(Chosen(("o1", "o3")), finished=False)
    one = read_answer(SEVERAL, Pressed("o3"), before=both)
    assert one == Answer(Chosen(("o1",)), finished=False)
    assert read_answer(SEVERAL, Done(), before=one) == Answer(Chosen(("o1",)))
    assert read_answer(SEVERAL, "Готово", before=one) == Answer(Chosen(("o1",)))


def test_what_is_typed_joins_the_ticks_that_are_being_set():
    ticked = Answer(Chosen(("o1",)), finished=False)
    assert read_answer(OWN, "кукольный театр", before=ticked) == Answer(Chosen(("o1",), "кукольный театр"))


def test_what_is_typed_replaces_a_finished_choice():
    assert read_answer(OWN, "3", before=Answer(Chosen(("o1",), "театр"))) == Answer(Chosen(("o3",)))


@pytest.mark.parametrize("before", [None, Answer(Chosen(), finished=False)])
def test_nothing_chosen_is_no_answer_unless_the_question_may_be_left_out(before):
    assert read_answer(SEVERAL, Done(), before=before) == Problem(ProblemCode.NOTHING_CHOSEN)
    assert read_answer(question(Kind.SEVERAL_OF, required=False), Done(), before=before) == Answer(None)


def test_no_more_options_than_the_limit():
    two = question(Kind.SEVERAL_OF, limits=Limits(max_choices=2))
    ticked = Answer(Chosen(("o1", "o2")), finished=False)
    assert read_answer(two, Pressed("o3"), before=ticked) == Problem(ProblemCode.TOO_MANY_CHOSEN, {"limit": 2})
    assert read_answer(two, "1-3") == Problem(ProblemCode.TOO_MANY_CHOSEN, {"limit": 2})


def test_a_pressed_option_answers_one_of_at_once():
    assert read_answer(ONE, Pressed("o2"), before=Answer(Chosen(("o1",)))) == Answer(Chosen(("o2",)))
