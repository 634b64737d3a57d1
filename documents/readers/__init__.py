"""Files as people send them (txt, tsv, csv, docx, xlsx, pdf, html) turned into tables and lines of text.

A format's module, and the library that it reads with, is imported when the first such file comes: the serving process
only hands files on to its workers.
"""

from importlib import import_module
from typing import cast

from documents.readers.unreadable import Unreadable
from domain.roadmap.source import Source

__all__ = ["MAX_BYTES", "Unreadable", "read", "read_pasted"]

MAX_BYTES = 20 * 1024 * 1024
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER_FORMATS = (b"{\\rtf", b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")


def read(name: str, content: bytes) -> Source:
    """Read a file by what it holds; `name` decides only where the content leaves a choice.

    Raises `Unreadable`. Meant for a worker process: a hostile file may take seconds.
    """
    if not content.strip():
        raise Unreadable("empty")
    if len(content) > MAX_BYTES:
        raise Unreadable("too_large")
    if content.startswith(b"PK\x03\x04"):
        return _read_office(content)
    if content.startswith(_OLD_OFFICE):
        raise Unreadable("encrypted" if "EncryptedPackage".encode("utf-16-le") in content else "unsupported")
    if content.lstrip()[:5] == b"%PDF-":
        return _by("pdf", content)
    if content.startswith(_OTHER_FORMATS):
        raise Unreadable("unsupported")
    if name.casefold().endswith((".docx", ".xlsx", ".pdf")):
        raise Unreadable("broken")
    return _read_written(name, import_module("documents.readers.text").decode(content))


def read_pasted(written: str) -> Source:
    """Read a text that was pasted into a message."""
    if not written.strip():
        raise Unreadable("empty")
    return _read_written("", written)


def _read_office(content: bytes) -> Source:
    names = import_module("documents.readers.archive").checked_names(content)
    if "word/document.xml" in names:
        return _by("word", content)
    if "xl/workbook.xml" in names:
        return _by("excel", content)
    raise Unreadable("unsupported")


def _read_written(name: str, written: str) -> Source:
    is_html = import_module("documents.readers.html").is_html(name, written)
    return _by("html" if is_html else "text", written)


def _by(module: str, content: bytes | str) -> Source:
    return cast(Source, import_module(f"documents.readers.{module}").read(content))
