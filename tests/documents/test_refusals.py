"""Files that give no text are refused with the reason, before they can do harm."""

import io
import zipfile
import zlib

import pytest
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure

from documents.readers import MAX_BYTES, Unreadable, archive, read, read_pasted
from tests.domain.roadmap.plans import HEADINGS, ROWS

from . import builders

DOCX = builders.docx((HEADINGS, *ROWS))
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
XLSX = builders.xlsx((HEADINGS, *ROWS))


def zipped(**files: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name.replace("__", "/"), data)
    return content.getvalue()


def with_password_bit(content: bytes) -> bytes:
    """The flag that an entry is encrypted, in the central directory of an archive."""
    start = content.index(b"PK\x01\x02")
    return content[: start + 8] + b"\x01" + content[start + 9 :]


def picture_pdf() -> bytes:
    content = io.BytesIO()
    with PdfPages(content) as pages:
        figure = Figure()
        figure.figimage([[0.1, 0.9], [0.5, 0.2]])
        pages.savefig(figure)
    return content.getvalue()


REFUSED = {
    "nothing": ("plan.txt", b"", "empty"),
    "blanks": ("plan.txt", b" \n\t ", "empty"),
    "twenty megabytes": ("plan.txt", b"a" * (MAX_BYTES + 1), "too_large"),
    "bytes without sense": ("plan.txt", b"\x00\x01\x02\xff\xfe" * 40, "not_text"),
    "a cut docx": ("plan.docx", DOCX[: len(DOCX) // 2], "broken"),
    "a cut xlsx": ("plan.xlsx", XLSX[: len(XLSX) // 2], "broken"),
    "text that calls itself docx": ("plan.docx", "План".encode(), "broken"),
    "a docx without sense inside": ("plan.docx", zipped(**{"word__document.xml": b"<"}), "broken"),
    "an xlsx without sense inside": ("plan.xlsx", zipped(**{"xl__workbook.xml": b"<"}), "broken"),
    "a bomb": ("plan.docx", zipped(**{"word__document.xml": b"\x00" * (archive.MAX_UNPACKED + 1)}), "bomb"),
    "a tighter bomb": ("plan.xlsx", zipped(**{"xl__workbook.xml": b"\x00" * (16 << 20)}), "bomb"),
    "many files": ("plan.docx", zipped(**{f"word__{number}.xml": b"" for number in range(4001)}), "bomb"),
    "a locked docx": ("plan.docx", with_password_bit(DOCX), "encrypted"),
    "a locked office file": ("plan.docx", OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "an old doc": ("plan.doc", OLD_OFFICE + b"\x00" * 600, "unsupported"),
    "an archive": ("plan.zip", zipped(plan=b"text"), "unsupported"),
    "a photo": ("plan.jpg", b"\xff\xd8\xff\xe0" + b"\x10" * 60, "unsupported"),
    "a pdf cut short": ("plan.pdf", builders.pdf((HEADINGS, *ROWS))[:900], "broken"),
    "a pdf of pictures": ("plan.pdf", picture_pdf(), "scan"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content", "code"), REFUSED.values(), ids=REFUSED)
def test_file_is_refused_with_its_reason(name, content, code):
    with pytest.raises(Unreadable) as refused:
        read(name, content)
    assert refused.value.code == code


def test_pasted_blanks_are_refused():
    with pytest.raises(Unreadable):
        read_pasted("  \n ")


def test_a_small_archive_of_repeating_text_is_no_bomb():
    repeating = zlib.compress(b"") + b"<p>" * 100_000
    assert archive.checked_names(zipped(plan=repeating)) == {"plan"}
