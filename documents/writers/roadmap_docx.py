"""The roadmap with its state as a document for the folder: a table on A4 landscape.

Data: as ``documents.roadmap`` describes it. The columns are those of the paper, then dates, state and evidence; a
column that no row fills is left out. Occurrences of a row stand together.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from itertools import groupby
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.table import Table

from documents.roadmap import Line, lines
from documents.writers.word import (
    add_row,
    fitting_widths,
    landscape,
    new_document,
    number_pages,
    put_cell,
    repeat_heading,
    set_widths,
    shade,
    table_with,
)
from documents.writers.wording import clean, texts

COLUMNS = ("number", "activity", "due", "dates", "responsible", "result", "indicator", "state", "evidence")
ALWAYS = ("number", "activity", "due", "responsible", "state")
WIDTH_CM = 25.7
APPROVAL_INDENT_CM = 17.0
HEADING_SHADE = "E4ECF4"
SECTION_SHADE = "F3F6F9"
STATE_SHADES = {"done": "DDEFE2", "overdue": "F6DCDA", "near": "FBEBD2"}
MOST_PRESSING = ("overdue", "near", "ahead", "undated", "done")

Cells = Mapping[str, str]


def draw(data: Mapping[str, Any]) -> bytes:
    document = new_document()
    landscape(document)
    put_approval(document, data)
    put_titles(document, data)
    told = [(line, cells_of(line)) for line in lines(data["rows"])]
    columns = [name for name in COLUMNS if name in ALWAYS or any(cells[name] for _, cells in told)]
    table = table_with(document, len(columns))
    put_heading(table, columns)
    for section, members in groupby(told, key=lambda each: each[0].section):
        put_section(table, section)
        for line, cells in members:
            put_line(table, columns, line, cells)
    written = [[heading(name), *(cells[name] for _, cells in told)] for name in columns]
    set_widths(table, fitting_widths(written, WIDTH_CM))
    number_pages(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def put_approval(document: Document, data: Mapping[str, Any]) -> None:
    """At the right, by whom and by which order the paper was approved, if it says so."""
    approval = [each for each in (data.get("approved_by"), data.get("order")) if each]
    for number, text in enumerate([texts()("papers-approved"), *approval] if approval else []):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.left_indent = Cm(APPROVAL_INDENT_CM)
        paragraph.add_run(clean(text)).bold = number == 0
    if approval:
        document.add_paragraph()


def put_titles(document: Document, data: Mapping[str, Any]) -> None:
    """Title, organisation, the day of the state and how much is done, in the middle."""
    done = sum(row["state"] == "done" for row in data["rows"])
    as_of = texts()("papers-as-of", day=f"{data['today']:%d.%m.%Y}")
    figures = texts()("papers-done-of", done=done, count=len(data["rows"])).lower()
    for number, text in enumerate((data["title"], data["organisation"], f"{as_of}: {figures}")):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(clean(text))
        run.bold, run.font.size = number == 0, Pt(14 if number == 0 else 11)


def put_heading(table: Table, columns: Sequence[str]) -> None:
    for cell, column in zip(table.rows[0].cells, columns, strict=True):
        put_cell(cell, heading(column), bold=True)
        shade(cell, HEADING_SHADE)
    repeat_heading(table.rows[0])


def heading(column: str) -> str:
    return texts()(f"papers-column-{column}")


def put_section(table: Table, section: str) -> None:
    """A section's name across the whole table, never alone at the foot of a page."""
    if not section:
        return
    cells = add_row(table)
    whole = cells[0].merge(cells[-1])
    put_cell(whole, section, bold=True)
    whole.paragraphs[0].paragraph_format.keep_with_next = True
    shade(whole, SECTION_SHADE)


def put_line(table: Table, columns: Sequence[str], line: Line, told: Cells) -> None:
    cells = add_row(table)
    for cell, column in zip(cells, columns, strict=True):
        put_cell(cell, told[column])
    states = {str(task["state"]) for task in line.tasks}
    pressing = next(state for state in MOST_PRESSING if state in states)
    if pressing in STATE_SHADES:
        shade(cells[columns.index("state")], STATE_SHADES[pressing])


def cells_of(line: Line) -> Cells:
    """The texts of a row of the document."""
    first = line.tasks[0]
    return {
        "number": first["number"],
        "activity": first["activity"],
        "due": first["due"] or texts()("papers-no-due"),
        "dates": dates_of(line),
        "responsible": "\n".join(first["responsible"]),
        "result": first["result"],
        "indicator": first.get("indicator", ""),
        "state": state_of(line),
        "evidence": "\n".join(each for task in line.tasks for each in task["evidence"]),
    }


def dates_of(line: Line) -> str:
    """The days of the row, unless its due says them; of one that recurs how often and from when to when it is due."""
    ends = [task["end"] for task in line.tasks if task["end"]]
    if len(ends) > 1:
        return texts()("papers-times", count=len(ends), first=short_day(min(ends)), last=short_day(max(ends)))
    start = line.tasks[0]["start"]
    days = dict.fromkeys(short_day(day) for day in (start if ends else None, *ends) if day)
    return "" if all(day in line.tasks[0]["due"] for day in days) else " –\n".join(days)


def short_day(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def state_of(line: Line) -> str:
    """The state with the day on which it was done; of a row that recurs how often which."""
    if len(line.tasks) == 1:
        (task,) = line.tasks
        done = f" {short_day(task['done'])}" if task["done"] else ""
        return texts()("papers-state", state=task["state"]) + done
    counts = Counter(str(task["state"]) for task in line.tasks)
    return "\n".join(f"{texts()('papers-state', state=state)}: {count}" for state, count in counts.items())
