"""Several activities in one cell, as the checklist inside a row."""

import re

from domain.roadmap.markup import NUMBERING, paragraphs

_INLINE_ITEM = re.compile(
    r"(?:(?<=\s)|(?<=[А-Яа-яё»).]))(?=\d{1,2}[.)]\s?[А-ЯЁа-яё«])|(?<=[;:.])\s+[-–—·•\uf02d]\s*|\s[·•\uf02d]\s"
)
_NUMBERED = re.compile(r"(?:^|\s|(?<=[А-Яа-яё»).]))\d{1,2}[.)]\s?(?=[А-ЯЁа-яё«])")
_SEMICOLON = re.compile(r";\s*")
_ENDS_ABBREVIATED = re.compile(r"(?:\b(?:г|гг|д|др|п|пп|ст|с|им|т|руб|стр|ред)|[А-ЯЁ]|№)\.$")


def split_steps(cell: str) -> tuple[str, ...]:
    """The single activities of a cell, in order; one activity is no list.

    A line that only announces the next ones («Подготовка актов:») stays with the first of them.
    """
    items: list[str] = []
    for paragraph in paragraphs(cell):
        for piece in _INLINE_ITEM.split(paragraph):
            items.extend(_sentences(piece))
    named = _with_headings([_bare(item) for item in items if _bare(item)])
    return tuple(named) if len(named) > 1 else ()


def is_marked_list(cell: str) -> bool:
    """Whether a cell shows its items by paragraphs, numbers or bullets, not by sentences alone."""
    parts = paragraphs(cell)
    return len(parts) > 1 or len(_NUMBERED.findall(cell)) > 1 or len(_INLINE_ITEM.split(cell)) > 2


def _sentences(text: str) -> list[str]:
    found: list[str] = []
    for part in _SEMICOLON.split(text):
        for sentence in re.split(r"(?<=\.)\s+(?=[А-ЯЁ«])|(?<=:)\s+(?=[а-яё«А-ЯЁ])", part):
            if found and _ENDS_ABBREVIATED.search(found[-1]):
                found[-1] = f"{found[-1]} {sentence}"
            else:
                found.append(sentence)
    return found


def _bare(item: str) -> str:
    return NUMBERING.sub("", item.strip()).strip(" ;-–—·•")


def _with_headings(items: list[str]) -> list[str]:
    found: list[str] = []
    for item in items:
        if found and found[-1].endswith(":"):
            found[-1] = f"{found[-1]} {item}"
        else:
            found.append(item)
    return found
