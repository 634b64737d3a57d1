"""Limits of the zip container of docx and xlsx, checked before anything is unpacked."""

import io
import zipfile

from documents.readers.unreadable import Unreadable

MAX_UNPACKED = 64 * 1024 * 1024
MAX_RATIO = 200
_RATIO_FROM = 8 * 1024 * 1024
_MAX_ENTRIES = 4000
_ENCRYPTED = 0x1


def checked_names(content: bytes) -> frozenset[str]:
    """The names in an archive that is safe to unpack; raises `Unreadable`.

    A size that the archive understates cannot harm: `zipfile` reads no more than was declared.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            entries = packed.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise Unreadable("broken") from error
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MAX_UNPACKED or len(entries) > _MAX_ENTRIES:
        raise Unreadable("bomb")
    if unpacked > _RATIO_FROM and unpacked > MAX_RATIO * len(content):
        raise Unreadable("bomb")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise Unreadable("encrypted")
    return frozenset(entry.filename for entry in entries)
