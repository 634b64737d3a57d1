"""What the buttons of changing rows carry; ``task`` is the card that the way back leads to, 0 for none."""

from typing import Literal

from aiogram.filters.callback_data import CallbackData


class EditRow(CallbackData, prefix="rx"):
    """«Изменить»: what of the row can be changed."""

    milestone: int
    task: int = 0


class EditField(CallbackData, prefix="rxf"):
    """Change one part of the row."""

    milestone: int
    task: int = 0
    field: Literal["activity", "due", "responsible", "result"]


class ClearResult(CallbackData, prefix="rxr"):
    """The row has no result to show any more."""

    milestone: int
    task: int = 0


class KeepDue(CallbackData, prefix="rxd"):
    """«Да, всё верно»: keep the due that was typed and is doubtful."""


class WithoutDue(CallbackData, prefix="rxn"):
    """A new row whose date nobody knows yet."""


class TickName(CallbackData, prefix="rxt"):
    """A name is responsible for the row, or no longer; ``key`` is made from the name."""

    key: str
    on: bool
    page: int = 0


class NamesPage(CallbackData, prefix="rxp"):
    """Another page of the names to tick."""

    page: int


class NamesDone(CallbackData, prefix="rxk"):
    """Whoever is ticked is responsible from now on."""


class AddRow(CallbackData, prefix="rxa"):
    """«Добавить строку»: a page of sections to choose from."""

    roadmap: int
    page: int = 0


class InSection(CallbackData, prefix="rxs"):
    """The new row belongs to the section of this row."""

    milestone: int


class RemoveRow(CallbackData, prefix="rxx"):
    """«Убрать строку»; ``sure`` after the question."""

    milestone: int
    task: int = 0
    sure: bool = False


class RemovedRows(CallbackData, prefix="rxv"):
    """«Убранные строки», a page of them."""

    roadmap: int
    page: int = 0


class PutBack(CallbackData, prefix="rxb"):
    """Follow a row again that was taken out."""

    milestone: int


class RowHistory(CallbackData, prefix="rxh"):
    """Who changed what and when."""

    milestone: int
    task: int = 0
    page: int = 0
