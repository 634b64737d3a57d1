"""Remains of HTML, Markdown and word processors in cells: taken off, with the paragraphs kept apart."""

import html
import re
from functools import lru_cache

from domain.roadmap.wording import squeeze

_BLOCK_TAG = re.compile(r"<\s*/?\s*(?:p|br|li|ul|ol|div|tr|h\d)(?:\s[^<>]*)?/?\s*>", re.IGNORECASE)
_INLINE_TAG = re.compile(
    r"<\s*/?\s*(?:b|i|u|s|a|em|strong|span|font|sub|sup|small|td|th|table|tbody|thead|center|o:p|img)(?:\s[^<>]*)?/?\s*>",
    re.IGNORECASE,
)
_BOOKMARK = re.compile(r"\[bookmark:[^\]]*\]")
_INVISIBLE = re.compile("[\u200b\u200c\u200d\ufeff\xad\x07]")
_HYPHEN_END = re.compile(r"[^\W\d_]-$")
_HARD_BREAK = "\f"
BULLET = re.compile(r"^\s*(?:[·•▪●◦■□✓➢*\uf02d\uf0b7\uf0a7\uf0d8\uf0fc]|[-–—](?=\s|[а-яё]))\s*", re.IGNORECASE)
NUMBERING = re.compile(r"^\s*\d{1,2}(?:[.)](?!\d)|\.\))\s*")


@lru_cache(maxsize=8192)
def paragraphs(cell: str) -> tuple[str, ...]:
    """The paragraphs of a cell, each on one line, without mark-up and bullets.

    A line break inside a sentence is a wrapped line; one before a bullet, a number or a new sentence is a paragraph.
    """
    found: list[str] = []
    for part in _without_tags(cell).split(_HARD_BREAK):
        found.extend(_unwrapped(part))
    return tuple(found)


@lru_cache(maxsize=8192)
def plain(cell: str) -> str:
    """The text of a cell on one line."""
    return " ".join(paragraphs(cell))


def verbatim(cell: str) -> str:
    """The text of a cell on one line with every sign that its writer put there, such as a leading dash."""
    return squeeze(_without_tags(cell))


def _without_tags(cell: str) -> str:
    if "<" not in cell and "&" not in cell and "[" not in cell:
        return _INVISIBLE.sub("", cell.replace("**", ""))
    text = _BLOCK_TAG.sub(_HARD_BREAK, _BOOKMARK.sub("", cell))
    return _INVISIBLE.sub("", html.unescape(_INLINE_TAG.sub("", text)).replace("**", ""))


def _unwrapped(text: str) -> list[str]:
    found: list[str] = []
    for line in text.splitlines():
        if not squeeze(line):
            continue
        bullet = BULLET.match(line)
        bare = squeeze(line[bullet.end() :] if bullet else line)
        if found and not bullet and not _begins_paragraph(found[-1], bare):
            found[-1] = found[-1] + bare if _HYPHEN_END.search(found[-1]) else f"{found[-1]} {bare}"
        elif bare:
            found.append(bare)
    return found


def _begins_paragraph(before: str, line: str) -> bool:
    return bool(NUMBERING.match(line)) or (before[-1] in ".;:!?" and line[0].isupper())
