"""Figure ``read``: reading each real document, and how the time grows with the rows of a table.

What was read before is forgotten each time, as in a worker process that meets a document for the first time.
"""

import os
import time
from pathlib import Path

from bench.figure import line
from bench.roadmaps import tabbed
from documents.readers import read
from domain import roadmap
from domain.roadmap.due import read_due
from domain.roadmap.markup import paragraphs, plain

DOCUMENTS = "NASTAVNIK_TEST_DOCUMENTS"
TIMES = 3
FEW, MANY = 100, 2000
REMEMBERING = (paragraphs, plain, read_due)


def measure() -> str:
    few, many = seconds("few.tsv", tabbed(FEW).encode()), seconds("many.tsv", tabbed(MANY).encode())
    return line(
        "read",
        round(many, 2),
        f"s for {MANY} rows",
        round(many / few / (MANY / FEW), 2),
        ratio_of=f"time a row, {MANY} rows to {FEW}; 1 is linear growth",
        documents_ms=documents(),
    )


def documents() -> dict[str, float] | str:
    """File → milliseconds, or why there is none."""
    folder = os.environ.get(DOCUMENTS)
    if not folder:
        return f"skipped: {DOCUMENTS} names no folder"
    files = sorted(file for file in Path(folder).iterdir() if file.is_file())
    return {file.name: round(seconds(file.name, file.read_bytes()) * 1000, 1) for file in files}


def seconds(name: str, content: bytes) -> float:
    """How long a document takes from its bytes to a roadmap; the best of a few."""
    times = []
    for _ in range(TIMES):
        for function in REMEMBERING:
            function.cache_clear()
        started = time.perf_counter()
        roadmap.read(read(name, content))
        times.append(time.perf_counter() - started)
    return min(times)
