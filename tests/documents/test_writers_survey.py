"""A survey's result as spreadsheet and as picture."""

from io import BytesIO
from typing import Any

import pytest
from matplotlib.image import imread
from openpyxl import Workbook, load_workbook

from documents.paper import Paper
from documents.survey import tally
from documents.writers import draw
from documents.writers.survey_chart import measure
from tests.documents.surveys import MENTEES, MENTORS, QUESTIONS, SURVEY, answer, part


def book_of(**changed: Any) -> Workbook:
    return load_workbook(BytesIO(draw(Paper("survey_xlsx", "Опрос", {**SURVEY, **changed})).content))


def rows_of(book: Workbook, title: str) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in book[title].iter_rows()]


def size_of(**changed: Any) -> tuple[int, int]:
    pixels = imread(BytesIO(draw(Paper("survey_chart", "Опрос", {**SURVEY, **changed})).content), format="png")
    assert pixels[:, :, :3].min() < 0.5
    return pixels.shape[1], pixels.shape[0]


def test_the_summary_has_count_mean_and_distribution_of_every_question() -> None:
    rows = rows_of(book_of(), "Сводка")
    scale, yes_no, choice, text = (row for row in rows if row[0] == "Наставники")
    assert scale[:4] == ["Наставники", "Насколько полезны встречи?", 2, 7.5]
    assert scale[4:14] == [0, 0, 0, 0, 0, 1, 0, 0, 1, 0]
    assert (yes_no[2], yes_no[3], yes_no[-1]) == (2, None, "да: 1\nнет: 1")
    assert (choice[-1], text[2], text[-1]) == ("ИКТ: 2\nТеатр: 1", 1, None)


def test_questions_that_nobody_was_asked_or_answered_are_left_out_of_all_sheets() -> None:
    silent = {"key": "pupils", "kind": "scale", "title": "Учёба", "text": "Справляетесь с учёбой?"}
    parts = [{**each, "questions": [*each["questions"], silent]} for each in SURVEY["parts"]]
    cells = [cell.value for sheet in book_of(parts=parts) for row in sheet.iter_rows() for cell in row]
    assert "Насколько полезны встречи?" in cells and silent["text"] not in cells
    nobody = [{**each, "answers": [], "answered": 0} for each in parts]
    assert [silent["text"] in row for row in rows_of(book_of(parts=nobody), "Сводка")].count(True) == len(parts)


def test_the_summary_says_who_was_asked_and_how_many_answered() -> None:
    above = [row[0] for row in rows_of(book_of(), "Сводка")[:5]]
    assert above[2:4] == ["Наставники: ответили 2 из 4", "Наставляемые: ответили 2 из 4"]


def test_answers_stand_with_names_and_dates() -> None:
    rows = rows_of(book_of(), "Ответы Наставники")
    assert [row[1] for row in rows[2:]] == ["Ткач Мария", "Дюма Анна"]
    assert str(rows[2][2]) == "2027-04-12 00:00:00"
    assert rows[2][3:] == [9, "да", "ИКТ", "=HYPERLINK(1)"]


def test_an_anonymous_part_holds_no_name_and_no_day_anywhere() -> None:
    book = book_of()
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [text for text in cells if "Коваль" in text or "Кузьма" in text]
    assert not [text for text in cells if "2027-04-14" in text or "2027-04-15" in text]


def test_the_order_of_anonymous_answers_does_not_show_who_came_first() -> None:
    other_way = part("Наставляемые", MENTEES[::-1], anonymous=True)
    assert rows_of(book_of(), "Ответы Наставляемые") == rows_of(
        book_of(parts=[SURVEY["parts"][0], other_way]), "Ответы Наставляемые"
    )


def test_open_answers_can_be_read_on_one_sheet_and_are_no_formulas() -> None:
    sheet = book_of()["Свободные ответы"]
    assert [row[2].value for row in sheet.iter_rows(min_row=3)] == [
        "=HYPERLINK(1)",
        "Аудитория у окна",
        "Больше встреч",
    ]
    assert sheet["C3"].data_type == "s"


def test_an_audience_with_a_long_or_forbidden_name_still_gets_its_sheets() -> None:
    names = ["Наставники/педагоги: [молодые]", "Наставники педагогов, которые работают первый год", "Наставники"]
    book = book_of(parts=[part(name, MENTORS) for name in (*names, names[-1])])
    assert len(book.sheetnames) == 6
    assert all(len(title) <= 31 for title in book.sheetnames)


def test_a_survey_that_nobody_answered_can_still_be_drawn() -> None:
    parts = [part("Наставники", [])]
    assert book_of(parts=parts).sheetnames == ["Сводка", "Ответы Наставники"]
    assert size_of(parts=parts)[0] > 0


@pytest.mark.parametrize("questions", [1, 6, 14, 30])
def test_the_picture_fits_a_phone_and_its_long_side_1600_pixels(questions: int) -> None:
    many = [{**QUESTIONS[0], "key": str(number), "title": "Длинный вопрос " * 6} for number in range(questions)]
    width, height = size_of(parts=[part("Наставники", MENTORS, questions=many)])
    assert max(width, height) <= 1600
    assert height > width / 2


def test_every_question_makes_the_picture_longer_in_proportion() -> None:
    few, many = (size_of(parts=[part("Наставники", MENTORS, questions=QUESTIONS[:1] * count)]) for count in (2, 8))
    assert many[1] / many[0] > few[1] / few[0]


@pytest.mark.parametrize(
    ("question", "values", "figure", "length"),
    [(0, [10, 1], "5,5", 0.5), (0, [1], "1,0", 0), (0, [10], "10,0", 1), (0, [], "–", 0), (1, [True], "да 100 %", 1)],
)
def test_a_bar_is_as_long_as_its_figure(question: int, values: list[Any], figure: str, length: float) -> None:
    key = QUESTIONS[question]["key"]
    shown, drawn, _ = measure(tally(QUESTIONS[question], [{"values": {key: value}} for value in values]))
    assert (" ".join(shown.split()), drawn) == (figure, length)


def test_typed_marks_of_mathematics_and_emoji_do_not_break_the_picture() -> None:
    strange = [{**QUESTIONS[0], "title": "$x^2$ 😀 _ {\\frac} \u200d"}]
    assert size_of(title="Опрос $1 😀", parts=[part("Все", [answer("А", 1, 5, None, [], None)], questions=strange)])
