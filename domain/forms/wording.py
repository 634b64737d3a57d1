"""The form in which typed words are compared with labels and known words."""

import re
import unicodedata


def clean(text: str) -> str:
    """The text as typed, without what no database keeps (NUL, halves of surrogate pairs) and outer spaces."""
    whole = text.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8")
    return unicodedata.normalize("NFC", whole).strip()


def fold(text: str) -> str:
    """Small letters, е for ё, words with single spaces; signs, tick marks and emoji are left out."""
    return " ".join(words(text))


def words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е").replace("_", " ")
    return re.findall(r"\w+", plain)
