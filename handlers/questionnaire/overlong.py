"""A text that is too long for one message: messengers cut it up and deliver the parts at once.

The first part alone is longer than any question takes and is refused. The rest, sent before the refusal could be
read, is no answer: it is known by standing in the chat right behind the part before it, no word of ours between.
"""

from aiogram.types import Message

from domain.forms import Answer, Problem, ProblemCode
from handlers.visit import Visit

REFUSED = "refused"
"""Where the chat remembers the refused part: its message, the characters so far, and how many would fit."""


def whole(visit: Visit, message: Message, result: Answer | Problem) -> Answer | Problem:
    """``result`` of a typed message, unless it goes on from a refused part: then the refusal of all of it."""
    about = visit.account.asked_about
    part = about.get(REFUSED)
    text = message.text or ""
    if part and text and part["message"] == message.message_id - 1:
        result = Problem(ProblemCode.TOO_LONG, {"limit": part["limit"], "length": part["length"] + len(text)})
    if isinstance(result, Problem) and result.code is ProblemCode.TOO_LONG:
        visit.account.asked_about = {**about, REFUSED: {"message": message.message_id, **result.args}}
    return result
