"""A survey's result as a spreadsheet: «Сводка» counts, a sheet of answers a part, «Свободные ответы» to read.

Data: ``title``, ``organisation``, optional ``note``, and ``parts`` as ``documents.survey`` describes them. An
anonymous part shows neither names nor days, and its answers stand in an order that tells nothing of who came when.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from documents.columns import Column
from documents.survey import OPEN, SCALE, Tally, heard, tallies, values_of
from documents.writers.sheets import new_book, plain, put_table, put_titles, saved, set_up_print
from documents.writers.wording import texts

Part = Mapping[str, Any]

POINTS = range(SCALE[0], SCALE[1] + 1)
LONGEST_TITLE = 31
NOT_IN_TITLES = str.maketrans("", "", "[]:*?/\\")


def draw(data: Mapping[str, Any]) -> bytes:
    book, sheet = new_book()
    parts = [heard(part) for part in data["parts"]]
    put_summary(sheet, {**data, "parts": parts})
    for part in parts:
        title = texts()("papers-sheet-answers-of", audience=part["audience"])
        put_answers(add_sheet(book, title), data["title"], part)
    open_answers = list(chain.from_iterable(open_answers_of(part) for part in parts))
    if open_answers:
        put_open_answers(add_sheet(book, texts()("papers-sheet-open-answers")), data["title"], open_answers)
    return saved(book)


def add_sheet(book: Workbook, title: str) -> Worksheet:
    """A new sheet; Excel takes 31 characters of a title and not all of them, openpyxl numbers equal ones."""
    sheet: Worksheet = book.create_sheet(title.translate(NOT_IN_TITLES)[:LONGEST_TITLE].strip(" '"))
    return sheet


def put_summary(sheet: Worksheet, data: Mapping[str, Any]) -> None:
    """How many were asked and answered, and each question's count, mean and distribution."""
    words = texts()
    sheet.title = words("papers-sheet-summary")
    answered = [
        f"{part['audience']}: {words('papers-answered', answered=part['answered'], asked=part['asked']).lower()}"
        for part in data["parts"]
    ]
    top = put_titles(sheet, data["title"], data["organisation"], data.get("note", ""), *answered)
    columns = [
        Column("audience", words("papers-column-audience"), 16, "text"),
        Column("question", words("papers-column-question"), 42, "text"),
        Column("answered", words("papers-column-answered"), 9, "number"),
        Column("mean", words("papers-column-mean"), 9, "number"),
        *(Column(str(point), str(point), 4.5, "number") for point in POINTS),
        Column("others", words("papers-column-distribution"), 30, "text"),
    ]
    rows = [summary_row(part, tally) for part in data["parts"] for tally in tallies(part)]
    put_table(sheet, top, columns, rows)
    set_up_print(sheet)


def summary_row(part: Part, tally: Tally) -> list[Any]:
    """A question's row: a scale's points have their own columns, any other distribution is put in words."""
    of_points = dict(tally.counts) if tally.question["kind"] == "scale" else {}
    rest = [(answer, count) for answer, count in tally.counts if not of_points or answer not in POINTS]
    others = "\n".join(f"{plain(label(answer))}: {count}" for answer, count in rest)
    points = [of_points.get(point) for point in POINTS]
    return [part["audience"], tally.question["text"], tally.answered, tally.mean, *points, others]


def put_answers(sheet: Worksheet, title: str, part: Part) -> None:
    """One row a person: her answers to all questions."""
    words = texts()
    top = put_titles(sheet, f"{title} · {part['audience']}", words("papers-anonymous") if part["anonymous"] else "")
    columns = [Column("number", words("papers-column-number"), 5, "number")]
    if not part["anonymous"]:
        columns.append(Column("person", words("papers-column-person"), 24, "text"))
        columns.append(Column("sent", words("papers-column-sent"), 11.5, "date"))
    columns += [question_column(question) for question in part["questions"]]
    put_table(sheet, top, columns, answer_rows(part))
    set_up_print(sheet)


def question_column(question: Mapping[str, Any]) -> Column:
    if question["kind"] in OPEN:
        return Column(question["key"], question["text"], 36, "text")
    kind = {"scale": "number", "number": "number", "date": "date"}.get(question["kind"], "text")
    return Column(question["key"], question["text"], 17, kind)  # type: ignore[arg-type]


def answer_rows(part: Part) -> Iterable[list[Any]]:
    rows = [
        [label(answer["values"].get(question["key"])) for question in part["questions"]] for answer in part["answers"]
    ]
    if part["anonymous"]:
        rows.sort(key=lambda row: [plain(value) for value in row])
        return [[number, *row] for number, row in enumerate(rows, 1)]
    people = ((answer["person"], answer["sent"]) for answer in part["answers"])
    return [[number, *who, *row] for number, (who, row) in enumerate(zip(people, rows, strict=True), 1)]


def open_answers_of(part: Part) -> Iterable[list[Any]]:
    """Audience, question and text of each open answer, in the order of the alphabet."""
    for question in part["questions"]:
        if question["kind"] in OPEN:
            for answer in sorted(values_of(question, part["answers"])):
                yield [part["audience"], question["text"], answer]


def put_open_answers(sheet: Worksheet, title: str, rows: Sequence[list[Any]]) -> None:
    words = texts()
    columns = [
        Column("audience", words("papers-column-audience"), 18, "text"),
        Column("question", words("papers-column-question"), 40, "text"),
        Column("answer", words("papers-column-answer"), 80, "text"),
    ]
    put_table(sheet, put_titles(sheet, title), columns, rows)
    set_up_print(sheet)


def label(value: Any) -> Any:
    """An answer as people read it: a truth value becomes «да» or «нет»."""
    if isinstance(value, bool):
        return texts()("papers-yes") if value else texts()("papers-no")
    return value
