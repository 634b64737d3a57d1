"""What a handler returns: a screen as plain data, planned for the narrower of the messengers.

A screen is text in a small HTML subset (``b i a``), rows of buttons and papers that are drawn after the commit.
"""

import html
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from documents.paper import Paper
from locales import Texts

if TYPE_CHECKING:  # the command line words reminders without a messenger
    from aiogram.filters.callback_data import CallbackData

Item = TypeVar("Item")

MAX_TEXT = 4096
MAX_LABEL = 40
MAX_BUTTONS = 10
MAX_ROWS = 6
MAX_IN_ROW = 5
MAX_DATA_BYTES = 64

KEEP = "+"
"""Before a button's data: the answer comes as a new message, and the pressed one stays as it is."""


PLACE = "@"
"""Before a button's data, with a number: the press is meant for this organisation of the person."""


class ScreenTooLarge(ValueError):
    """A screen would not fit one of the messengers."""


@dataclass(frozen=True, slots=True)
class Button:
    """One button: ``data`` for a press that the bot handles, ``url`` for a link."""

    label: str
    data: str = ""
    url: str = ""

    def __post_init__(self) -> None:
        if not 1 <= len(self.label) <= MAX_LABEL:
            raise ScreenTooLarge(f"label of {len(self.label)} characters: {self.label!r}")
        if len(self.data.encode()) > MAX_DATA_BYTES or not (self.data or self.url):
            raise ScreenTooLarge(f"data of the button {self.label!r}")


@dataclass(frozen=True, slots=True)
class Screen:
    """One message of the bot; raises ``ScreenTooLarge`` when a messenger could not show it.

    ``fresh`` sends it as a new message even after a press, where the pressed one must stay as it is. ``standing``
    puts these words as buttons under the text box for good; a screen has either them or ``rows``.
    """

    text: str
    rows: tuple[tuple[Button, ...], ...] = ()
    papers: tuple[Paper, ...] = ()
    fresh: bool = False
    standing: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.rows and self.standing:
            raise ScreenTooLarge("buttons under the message and under the text box at once")
        if not self.text or len(self.text.encode("utf-16-le")) // 2 > MAX_TEXT:
            raise ScreenTooLarge(f"text of {len(self.text)} characters")
        if len(self.rows) > MAX_ROWS or sum(map(len, self.rows)) > MAX_BUTTONS:
            raise ScreenTooLarge(f"{len(self.rows)} rows, {sum(map(len, self.rows))} buttons")
        if any(not 1 <= len(row) <= MAX_IN_ROW for row in self.rows):
            raise ScreenTooLarge("a row is empty or has more than five buttons")


def button(label: str, action: "CallbackData") -> Button:
    """A button for ``action``; a label that is too long is cut with an ellipsis."""
    return Button(shorten(label, MAX_LABEL), action.pack())


def kept(button: Button) -> Button:
    """The same button for a message that has to stay when it is pressed: others of its buttons are still needed."""
    return Button(button.label, KEEP + button.data) if button.data else button


def placed(button: Button, place: int) -> Button:
    """The same button, meant for one of several organisations; one that has no room for that stays as it is."""
    data = f"{PLACE}{place}:{button.data}"
    fits = button.data and not button.data.startswith((PLACE, KEEP)) and len(data.encode()) <= MAX_DATA_BYTES
    return Button(button.label, data) if fits else button


def link(label: str, url: str) -> Button:
    return Button(shorten(label, MAX_LABEL), url=url)


def rows(*buttons: Button | None, width: int = 1) -> tuple[tuple[Button, ...], ...]:
    """The buttons that are there, ``width`` in a row."""
    present = [each for each in buttons if each is not None]
    return tuple(tuple(present[start : start + width]) for start in range(0, len(present), width))


def all_placed(screen: Screen, place: int) -> Screen:
    """The screen with every button meant for this organisation."""
    return replace(screen, rows=tuple(tuple(placed(each, place) for each in row) for row in screen.rows))


def shorten(text: str, limit: int) -> str:
    """``text`` in at most ``limit`` characters, cut with an ellipsis."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1].rstrip() + "…"


def escape(text: str) -> str:
    """What a person typed, made safe inside a screen's text."""
    return html.escape(text, quote=False)


def page_of(items: Sequence[Item], page: int, size: int) -> tuple[Sequence[Item], int, int]:
    """The items of one page, its number (from 0, brought into range) and how many pages there are."""
    pages = max(1, -(-len(items) // size))
    number = min(max(page, 0), pages - 1)
    return items[number * size : (number + 1) * size], number, pages


def page_row(
    texts: Texts, number: int, pages: int, to: "Callable[[int], CallbackData]"
) -> tuple[tuple[Button, ...], ...]:
    """The row that leads to the pages before and after ``number``; no row where there is one page."""
    earlier = button(texts("previous-page"), to(number - 1)) if number > 0 else None
    later = button(texts("next-page"), to(number + 1)) if number + 1 < pages else None
    return rows(earlier, later, width=2)


def lines(*paragraphs: str | None) -> str:
    """The paragraphs that are there, with an empty line between them."""
    return "\n\n".join(each for each in paragraphs if each)


def bullets(items: Iterable[str]) -> str:
    return "\n".join(f"• {each}" for each in items)
