"""The template of an own questionnaire: what is in it is read by the same words, and looks right on paper."""

from io import BytesIO
from typing import get_args

from openpyxl import load_workbook

from documents.paper import Paper
from documents.readers import read
from documents.writers import draw
from domain.forms import Form
from domain.forms.own import CellProblemCode, read_form
from domain.forms.own.layout import KINDS, SECTION
from domain.roadmap.source import Table
from locales import Texts

EXAMPLES = [
    ("1", "Понравилась ли Вам встреча?", "Да или нет", "", "да", "", ""),
    ("2", "=О чём говорили?", "Несколько из списка", "О работе\nО детях", "нет", "Можно выбрать два.", "1 = да"),
]
PAPER = Paper("form_template", "Своя анкета", {"examples": EXAMPLES, "advice": ["Впишите вопросы."]})


def test_the_template_is_read_back_as_the_form_that_stands_in_it() -> None:
    drawn = draw(PAPER)
    first = next(block for block in read(drawn.name, drawn.content).blocks if isinstance(block, Table))
    problems = read_form(first.rows, "own_1", 1)
    assert not isinstance(problems, Form)
    assert [(problem.cell, problem.code) for problem in problems] == [("C3", "empty_text")], "only the title is left"
    rows = [("Название", "Опрос"), *first.rows]
    form = read_form([row for row in rows if row[:1] != ("Название",) or len(row) == 2], "own_1", 1)
    assert isinstance(form, Form)
    assert [question.required for question in form.questions] == [True, False]


def test_what_is_one_of_few_words_is_chosen_from_a_list() -> None:
    sheet = load_workbook(BytesIO(draw(PAPER).content)).worksheets[0]
    offered = [each.formula1 for each in sheet.data_validations.dataValidation]
    assert f'"{",".join((*KINDS, SECTION))}"' in offered
    assert sheet["B9"].data_type == "s", "what is written is never a formula"


def test_each_piece_of_advice_has_room_for_all_its_lines() -> None:
    paper = Paper(
        "form_template", "Своя анкета", {"examples": EXAMPLES, "advice": ["Коротко.", "Впишите вопросы. " * 20]}
    )
    sheet = load_workbook(BytesIO(draw(paper).content)).worksheets[1]
    short, long = (sheet.row_dimensions[row].height for row in (1, 2))
    assert long > 3 * short
    assert sheet.page_setup.fitToWidth == 1


def test_every_problem_of_a_cell_has_its_sentence() -> None:
    texts = Texts.load("ru")
    args = {"text": "т", "known": "к", "count": 61, "most": 60, "number": "2", "what": "letters"}
    for code in get_args(CellProblemCode):
        assert texts(f"own-form-problem-{code}", cell="D8", **args).startswith("D8: ")
