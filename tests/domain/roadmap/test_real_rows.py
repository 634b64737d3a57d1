"""Each row of the five real documents as the hand-made tables tell it."""

import pytest

from .expected import DOCUMENTS
from .real import day, needs_documents, real_roadmap

pytestmark = needs_documents
ROWS = [
    pytest.param(document, position, expected, id=f"{document}-{position + 1}")
    for document, rows in DOCUMENTS.items()
    for position, expected in enumerate(rows)
]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_document_has_its_rows(document):
    assert len(real_roadmap(document).rows) == len(DOCUMENTS[document])


@pytest.mark.parametrize(("document", "position", "expected"), ROWS)
def test_row_has_its_number_activity_due_people_and_pieces(document, position, expected):
    row = real_roadmap(document).rows[position]
    kind, start, end = expected.due.split()
    assert row.activity.startswith(expected.activity) and bool(row.activity) == bool(expected.activity)
    assert (row.due.kind, row.due.start, row.due.end) == (kind, day(start), day(end))
    assert (row.number, row.responsible, row.joined) == (expected.number, expected.people, expected.joined)
