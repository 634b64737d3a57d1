"""What the buttons of surveys carry."""

from aiogram.filters.callback_data import CallbackData

from domain.surveys import SATISFACTION


class Board(CallbackData, prefix="surveys"):
    """A page of the curator's list of surveys."""

    page: int = 0


class ShowSurvey(CallbackData, prefix="survey"):
    survey: int


class SendSurvey(CallbackData, prefix="ssend"):
    """Ask the people of all agreed pairs what surveys of this ``kind`` ask."""

    kind: str = SATISFACTION


class Compare(CallbackData, prefix="scomp"):
    """The diagnostics before and after, beside each other."""


class Result(CallbackData, prefix="sres"):
    """The result in the chat, or as a spreadsheet."""

    survey: int
    sheet: bool = False


class CloseSurvey(CallbackData, prefix="sclose"):
    survey: int


class AnswerSurvey(CallbackData, prefix="sans"):
    """A participant begins a form of a survey, or goes on with it."""

    survey: int
    form: str
