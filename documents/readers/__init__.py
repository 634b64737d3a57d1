"""Files as people send them (txt, tsv, csv, docx, xlsx, pdf, html) turned into tables and lines of text."""

from domain.roadmap.source import Source

from . import archive, excel, html, pdf, text, word
from .unreadable import Unreadable

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
        return pdf.read(content)
    if content.startswith(_OTHER_FORMATS):
        raise Unreadable("unsupported")
    if name.casefold().endswith((".docx", ".xlsx", ".pdf")):
        raise Unreadable("broken")
    written = text.decode(content)
    return html.read(written) if html.is_html(name, written) else text.read(written)


def read_pasted(written: str) -> Source:
    """Read a text that was pasted into a message."""
    if not written.strip():
        raise Unreadable("empty")
    return html.read(written) if html.is_html("", written) else text.read(written)


def _read_office(content: bytes) -> Source:
    names = archive.checked_names(content)
    if "word/document.xml" in names:
        return word.read(content)
    if "xl/workbook.xml" in names:
        return excel.read(content)
    raise Unreadable("unsupported")
