"""An answer that is too long for one message: neither part of it is taken."""

from aiogram.types import Message

from domain.forms import Answer, Problem, ProblemCode
from handlers.overlong import refuse, refused_before
from handlers.visit import Visit


def whole(visit: Visit, message: Message, result: Answer | Problem) -> Answer | Problem:
    """``result`` of a typed message, unless it goes on from a refused part: then the refusal of all of it."""
    before = refused_before(visit, message)
    if before is not None:
        length, limit = before
        result = Problem(ProblemCode.TOO_LONG, {"limit": limit, "length": length + len(message.text or "")})
    if isinstance(result, Problem) and result.code is ProblemCode.TOO_LONG:
        refuse(visit, message, int(result.args["length"]), int(result.args["limit"]))
    return result
