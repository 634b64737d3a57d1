"""Any list as a spreadsheet.

Data: ``title``; ``columns`` (``documents.columns.Column`` or tuples like it); ``rows`` (mappings of column keys to
values: text, lists of texts, numbers, dates; a missing one is an empty cell); optional ``note`` under the title and
``empty``, the sentence that stands in place of rows when there are none.
"""

from collections.abc import Mapping
from typing import Any

from documents.columns import Column
from documents.writers.sheets import cell_at, new_book, put_table, put_text, put_titles, saved, set_up_print
from documents.writers.wording import texts


def draw(data: Mapping[str, Any]) -> bytes:
    columns = [Column(*each) for each in data["columns"]]
    book, sheet = new_book()
    sheet.title = texts()("papers-sheet-list")
    top = put_titles(sheet, data["title"], data.get("note", ""))
    last = put_table(sheet, top, columns, ([row.get(column.key) for column in columns] for row in data["rows"]))
    if last == top:
        put_text(cell_at(sheet, top + 1, 1), data.get("empty") or texts()("papers-empty-list"))
    set_up_print(sheet, columns)
    return saved(book)
