"""The real documents saved in other formats, with all their irregularities, give the rows of the text file."""

import os
from pathlib import Path

import pytest

from documents.readers import read as read_file
from domain.roadmap import Roadmap, Table, Text, read
from tests.domain.roadmap.plans import facts
from tests.domain.roadmap.real import needs_documents

from . import builders

pytestmark = needs_documents
FOLDER = Path(os.environ.get("NASTAVNIK_TEST_DOCUMENTS", "."))
FORMATS = {"docx": builders.docx, "xlsx": builders.xlsx, "html": builders.html, "pdf": builders.pdf}


def document(start: str) -> tuple[str, bytes]:
    file = next(FOLDER.glob(f"{start}_*.txt"))
    return file.name, file.read_bytes()


def saved_as(kind: str, start: str) -> Roadmap:
    """The document's text and its one table, written in another format."""
    blocks = read_file(*document(start)).blocks
    above = "\n".join(line for block in blocks if isinstance(block, Text) for line in block.lines)
    (table,) = [block for block in blocks if isinstance(block, Table)]
    width = max(map(len, table.rows))
    rows = [(*row, *[""] * (width - len(row))) for row in table.rows]
    return read(read_file(f"plan.{kind}", FORMATS[kind](rows, above)))


@pytest.mark.parametrize("start", ["000", "001", "002", "003"])
@pytest.mark.parametrize("kind", ["docx", "xlsx", "html"])
def test_document_saved_in_this_format_gives_the_same_rows(kind, start):
    roadmap, expected = saved_as(kind, start), read(read_file(*document(start)))
    assert facts(roadmap) == facts(expected)
    assert [row.joined for row in roadmap.rows] == [row.joined for row in expected.rows]
    assert (roadmap.period, roadmap.title) == (expected.period, expected.title)


def test_a_printed_document_gives_the_same_rows():
    expected = read(read_file(*document("001")))
    assert facts(saved_as("pdf", "001")) == facts(expected)


def test_a_flattened_document_in_word_gives_the_same_rows():
    name, content = document("004")
    roadmap = read(read_file("programme.docx", builders.docx([("Просто", "таблица")], content.decode())))
    assert facts(roadmap) == facts(read(read_file(name, content)))
