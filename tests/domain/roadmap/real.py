"""The five real documents, where they are at hand; what is expected of them was written while reading them."""

import os
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from documents.readers import read as read_file
from domain.roadmap import Finding, Roadmap, Row, read

FOLDER = os.environ.get("NASTAVNIK_TEST_DOCUMENTS")
needs_documents = pytest.mark.skipif(not FOLDER, reason="NASTAVNIK_TEST_DOCUMENTS names no folder of real documents")


@cache
def real_roadmap(start: str) -> Roadmap:
    """The roadmap of the real document whose file name starts so."""
    file = next(Path(FOLDER or "").glob(f"{start}_*.txt"))
    return read(read_file(file.name, file.read_bytes()))


def day(written: str) -> date | None:
    """A day as the tables of expectations write it; a dash is none."""
    return None if written == "-" else date(*(int(part) for part in reversed(written.split("."))))


def row_of(roadmap: Roadmap, activity: str) -> Row:
    """The one row whose activity starts so."""
    (row,) = [row for row in roadmap.rows if row.activity.startswith(activity)]
    return row


def found(roadmap: Roadmap, code: str) -> list[Finding]:
    return [finding for finding in roadmap.findings if finding.code == code]
