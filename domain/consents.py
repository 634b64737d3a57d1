"""Kinds of consent and the versions of their texts; each consent is a document of its own (152-ФЗ, art. 9)."""

from enum import StrEnum


class ConsentKind(StrEnum):
    PROCESSING = "processing"


VERSIONS = {ConsentKind.PROCESSING: "2026-1"}
"""Raised whenever the text in ``locales`` changes in meaning, so that it is known who agreed to what."""
