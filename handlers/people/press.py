"""What the buttons of lists of people carry."""

from aiogram.filters.callback_data import CallbackData

from domain.people import Grade, Role


class List(CallbackData, prefix="people"):
    """A page of the mentors or of the mentees, narrowed by a filter of ``domain.banks``.

    ``keep`` leaves the word that was typed in force.
    """

    role: Role
    page: int = 0
    narrow: str = ""
    keep: bool = False


class Filters(CallbackData, prefix="pfilt"):
    """Choose by what to narrow a bank; ``kind`` opens its values, a page of them."""

    role: Role
    kind: str = ""
    page: int = 0


class ShowPerson(CallbackData, prefix="person"):
    """A person's card; the way back leads to ``page`` of the list of ``role``."""

    person: int
    role: Role
    page: int = 0
    narrow: str = ""


class Sheet(CallbackData, prefix="psheet"):
    """The mentors or the mentees as a spreadsheet."""

    role: Role


class RegisterSheet(CallbackData, prefix="preg"):
    """The personal register of everybody who takes or took part."""


class Nudge(CallbackData, prefix="pnudge"):
    """Remind everybody whose questionnaire is not sent."""


class Mark(CallbackData, prefix="pmark"):
    """The curator's mark of eligibility: looked at, or told anew."""

    person: int
    grade: Grade | None = None
    may: bool | None = None


class Same(CallbackData, prefix="psame"):
    """Who else is this very person? A page of names."""

    person: int
    page: int = 0


class Join(CallbackData, prefix="pjoin"):
    """Make two records one; ``swap`` keeps the name of ``other``, ``sure`` does it."""

    person: int
    other: int
    swap: bool = False
    sure: bool = False


class JoinOwn(CallbackData, prefix="pjoinown"):
    """Whether somebody whose code was opened in this chat is the chat's own person."""

    sure: bool
