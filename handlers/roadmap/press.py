"""What the buttons of the roadmap's conversation carry."""

from aiogram.filters.callback_data import CallbackData


class Waiting(CallbackData, prefix="rw"):
    """A roadmap that was read and waits: its ``summary`` or its ``rows``, a page of them."""

    roadmap: int
    show: str = "summary"
    page: int = 0


class SwitchOn(CallbackData, prefix="ron"):
    """Follow a roadmap that was read; ``sure`` after the warnings."""

    roadmap: int
    sure: bool = False


class Decline(CallbackData, prefix="rno"):
    """«Не та карта»."""

    roadmap: int


class Rows(CallbackData, prefix="rl"):
    """The tasks of one state (a value of ``domain.progress.State``), or ``all``."""

    state: str
    page: int = 0


class OpenTask(CallbackData, prefix="rt"):
    """The card of a row in this organisation."""

    task: int


class Close(CallbackData, prefix="rd"):
    """«Выполнено», or its opposite."""

    task: int
    done: bool


class AskDate(CallbackData, prefix="rdate"):
    """Type the date that the paper does not give."""

    task: int


class AskEvidence(CallbackData, prefix="re"):
    """Send what shows that the row is done."""

    task: int


class ShowEvidence(CallbackData, prefix="rse"):
    """Get the files back, from number ``first`` on."""

    task: int
    first: int = 0


class Who(CallbackData, prefix="rwho"):
    """Who stands behind the names of the paper, a page of them."""

    page: int = 0


FIRST_DOUBT = -1
"""In place of a doubt: the first one that waits for an answer."""


class Doubt(CallbackData, prefix="rdl"):
    """Show a doubt by its place in the roadmap's findings; with ``only`` one goes through the doubts of this code."""

    roadmap: int
    at: int = FIRST_DOUBT
    only: str = ""


class DoubtKinds(CallbackData, prefix="rdg"):
    """The doubts by their kinds, a page of them."""

    roadmap: int
    page: int = 0


class Correct(CallbackData, prefix="rco"):
    """What a corrected paper would change, a page of it; ``sure`` takes it in."""

    roadmap: int
    page: int = 0
    sure: bool = False


class MoveHere(CallbackData, prefix="rmh"):
    """Move a roadmap of a year that is over to this one."""

    roadmap: int


class Draw(CallbackData, prefix="rpa"):
    """A paper of the followed roadmap, by the name of its writer; ``sure`` though there are doubts."""

    writer: str
    sure: bool = False


class Ahead(CallbackData, prefix="rah"):
    """What a roadmap will remind of, month by month; a page of months."""

    roadmap: int
    page: int = 0


class Month(CallbackData, prefix="ram"):
    """The messages of one month (``2026-10``), a page of them."""

    roadmap: int
    month: str
    page: int = 0
