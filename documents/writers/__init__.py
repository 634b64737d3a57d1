"""Paper out: each writer is a module with a function ``draw`` that turns plain data into a file's bytes.

A writer's module is imported when it is first used, and with it the library it draws with.
"""

import re
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import PurePath
from typing import Any

from documents.paper import Drawn, Paper

WRITERS: Mapping[str, tuple[str, str]] = {
    "agreement_docx": ("documents.writers.agreement_docx", ".docx"),
    "attendance_docx": ("documents.writers.attendance_docx", ".docx"),
    "consent_docx": ("documents.writers.consent_docx", ".docx"),
    "form_blank_docx": ("documents.writers.form_blank_docx", ".docx"),
    "form_template": ("documents.writers.form_template", ".xlsx"),
    "invitation_qr": ("documents.writers.invitation", ".png"),
    "laydown_docx": ("documents.writers.laydown_docx", ".docx"),
    "list_xlsx": ("documents.writers.lists", ".xlsx"),
    "poster_docx": ("documents.writers.poster_docx", ".docx"),
    "poster_pdf": ("documents.writers.poster_pdf", ".pdf"),
    "person_docx": ("documents.writers.person_docx", ".docx"),
    "roadmap_chart": ("documents.writers.roadmap_chart", ".png"),
    "roadmap_docx": ("documents.writers.roadmap_docx", ".docx"),
    "roadmap_to_sign": ("documents.writers.roadmap_to_sign", ".docx"),
    "roadmap_xlsx": ("documents.writers.roadmap_xlsx", ".xlsx"),
    "slips_docx": ("documents.writers.slips_docx", ".docx"),
    "comparison_xlsx": ("documents.writers.comparison_xlsx", ".xlsx"),
    "survey_chart": ("documents.writers.survey_chart", ".png"),
    "survey_xlsx": ("documents.writers.survey_xlsx", ".xlsx"),
}

MEDIA_TYPES: Mapping[str, str] = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

AS_SENT = "as_sent"
"""Hands a person's file back as it came: the paper's name has its ending, ``content`` holds its bytes."""

ANY_FILE = "application/octet-stream"

NAME_LENGTH = 80
IN_NAMES = str.maketrans("/\\", "--", '<>:"|?*')
CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
RESERVED_NAMES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


class UnknownWriter(LookupError):
    """A paper names a writer that does not exist."""


def draw(paper: Paper) -> Drawn:
    """Draw a paper; raises ``UnknownWriter``. What a writer lacks in its data is a ``KeyError``."""
    if paper.writer == AS_SENT:
        return Drawn(file_name(paper.name, PurePath(paper.name).suffix), ANY_FILE, paper.data["content"])
    if paper.writer not in WRITERS:
        raise UnknownWriter(paper.writer)
    module, suffix = WRITERS[paper.writer]
    write: Callable[[Mapping[str, Any]], bytes] = import_module(module).draw
    return Drawn(file_name(paper.name, suffix), MEDIA_TYPES[suffix], write(paper.data))


def file_name(name: str, suffix: str) -> str:
    """``name`` with its ending, in a spelling that Windows takes too (no ``: / ?``, no final dot, no ``CON``)."""
    cleaned = " ".join(CONTROL.sub(" ", name.translate(IN_NAMES)).split()).removesuffix(suffix)
    cleaned = cleaned[:NAME_LENGTH].strip(" .") or "Документ"
    if RESERVED_NAMES.fullmatch(cleaned):
        cleaned = f"_{cleaned}"
    return cleaned + suffix
