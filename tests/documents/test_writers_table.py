"""The table of writers: every name leads to a module, and files get names that any system takes."""

import pickle
import subprocess
import sys
from importlib.util import find_spec

import pytest

from documents.paper import Paper
from documents.writers import MEDIA_TYPES, WRITERS, UnknownWriter, draw, file_name


@pytest.mark.parametrize("writer", sorted(WRITERS))
def test_every_writer_exists_and_its_file_has_a_known_type(writer: str) -> None:
    module, suffix = WRITERS[writer]
    assert find_spec(module) is not None
    assert suffix in MEDIA_TYPES


def test_an_unknown_writer_is_refused() -> None:
    with pytest.raises(UnknownWriter, match="poem"):
        draw(Paper("poem", "Стихи", {}))


def test_a_paper_crosses_the_border_to_another_process() -> None:
    paper = Paper("list_xlsx", "Список", {"title": "База", "columns": [("name", "ФИО", 20, "text")], "rows": []})
    assert pickle.loads(pickle.dumps(paper)) == paper


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("База наставников 2026/27", "База наставников 2026-27.xlsx"),
        ('Опрос: «Как дела?» "да"', "Опрос «Как дела» да.xlsx"),
        ("Список.xlsx", "Список.xlsx"),
        ("con", "_con.xlsx"),
        ("LPT1.план", "_LPT1.план.xlsx"),
        ("точка в конце...", "точка в конце.xlsx"),
        ("\n?*", "Документ.xlsx"),
        ("я" * 300, "я" * 80 + ".xlsx"),
    ],
)
def test_file_names_can_be_saved_on_windows(name: str, expected: str) -> None:
    assert file_name(name, ".xlsx") == expected


def test_drawing_libraries_are_not_imported_before_they_are_used() -> None:
    program = (
        "import sys, documents.writers; print(sorted({'matplotlib', 'openpyxl', 'docx', 'segno'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
