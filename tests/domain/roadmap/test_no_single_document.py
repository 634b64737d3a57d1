"""The reader knows how such papers are written, not what one of them says."""

import re
from functools import cache
from pathlib import Path

import domain.roadmap
from domain.roadmap.wording import words

from .expected import DOCUMENTS
from .real import FOLDER, needs_documents

pytestmark = needs_documents
SOURCE = "\n".join(file.read_text("utf-8") for file in Path(domain.roadmap.__file__).parent.glob("*.py"))


@cache
def text(document: str) -> str:
    return next(Path(FOLDER or "").glob(f"{document}_*.txt")).read_text("utf-8")


def only_in_one(parts: dict[str, set]) -> set:
    """What exactly one of the documents has."""
    return {
        part
        for document, own in parts.items()
        for part in own
        if not any(part in others for other, others in parts.items() if other != document)
    }


def test_no_name_of_a_single_document_is_in_the_reader():
    written = {
        document: set(re.findall(r"(?<=[а-яё,.] )[А-ЯЁ][а-яё]{4,}\b", text(document))) for document in DOCUMENTS
    }
    small = {word for document in DOCUMENTS for word in re.findall(r"\b[а-яё]+\b", text(document))}
    names = {name for name in only_in_one(written) if name.lower() not in small}
    found = {name for name in names if re.search(rf"\b{name[:-1]}", SOURCE)}
    assert len(names) > 20 and not found, found


def test_no_phrase_of_a_single_document_is_in_the_reader():
    """Phrases of four words: patterns of fewer are the common language of all plans."""
    runs = {document: set(fours(text(document))) for document in DOCUMENTS}
    assert not only_in_one(runs) & set(fours(SOURCE))


def fours(written: str) -> list[tuple[str, ...]]:
    found = words(written)
    return [tuple(found[place : place + 4]) for place in range(len(found) - 3)]
