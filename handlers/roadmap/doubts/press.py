"""What the buttons of the conversation about doubts carry: ``at`` is the doubt's place in the roadmap's findings.

``only`` keeps to the doubts of one code.
"""

from aiogram.filters.callback_data import CallbackData


class Skip(CallbackData, prefix="rds"):
    """Leave the doubt for later and show the next one."""

    roadmap: int
    at: int
    only: str = ""


class Answer(CallbackData, prefix="rda"):
    """A proposal, by its key."""

    roadmap: int
    at: int
    key: str
    only: str = ""


class TypeAnswer(CallbackData, prefix="rdt"):
    """Type what no proposal says."""

    roadmap: int
    at: int
    only: str = ""


class Reopen(CallbackData, prefix="rdr"):
    """Take an answer back, however long ago it was given."""

    roadmap: int
    at: int
    only: str = ""


class KeepRest(CallbackData, prefix="rdk"):
    """«Остальные оставить как есть»."""

    roadmap: int
    only: str = ""


class OneKind(CallbackData, prefix="rdo"):
    """All doubts of one code together."""

    roadmap: int
    code: str


class AnswerAll(CallbackData, prefix="rdga"):
    """One proposal for all doubts of a code."""

    roadmap: int
    code: str
    key: str
