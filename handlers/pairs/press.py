"""What the buttons of pairs carry, those for the meetings on a pair's card among them."""

from aiogram.filters.callback_data import CallbackData

from domain.statuses import MeetingStatus, Status


class Board(CallbackData, prefix="pb"):
    """A page of the curator's list of pairs."""

    page: int = 0


class Show(CallbackData, prefix="ps"):
    """One pair as the curator sees it."""

    pair: int


class ChooseMentor(CallbackData, prefix="pm"):
    page: int = 0


class ChooseMentee(CallbackData, prefix="pe"):
    mentor: int
    page: int = 0


class Together(CallbackData, prefix="pt"):
    """The two side by side, before they are asked."""

    mentor: int
    mentee: int


class Propose(CallbackData, prefix="pp"):
    mentor: int
    mentee: int


class End(CallbackData, prefix="px"):
    """The curator ends a pair as ``status``; not ``sure`` asks first."""

    pair: int
    status: Status
    sure: bool = False


class InPerson(CallbackData, prefix="pip"):
    """Somebody without a messenger has agreed, and told the curator so."""

    pair: int
    person: int


class MyPairs(CallbackData, prefix="pl"):
    """A page of one's own pairs."""

    page: int = 0


class Mine(CallbackData, prefix="my"):
    """A pair as one of its people sees it."""

    pair: int


class Reply(CallbackData, prefix="pa"):
    """One's own word on a proposed pair."""

    pair: int
    yes: bool


class Plan(CallbackData, prefix="mp"):
    """Choose a time: instead of that of ``meeting``, for one ``more``, or for the only meeting ahead."""

    pair: int
    meeting: int = 0
    more: bool = False


class Cancel(CallbackData, prefix="mc"):
    """Cancel a coming meeting."""

    meeting: int


class Outcome(CallbackData, prefix="mo"):
    """How a meeting went: one of ``domain.statuses.OUTCOMES``."""

    meeting: int
    status: MeetingStatus
