"""A text that is too long for one message: messengers cut it up and deliver the parts at once.

The first part alone is longer than anything that is asked for and is refused. The rest, sent before the refusal could
be read, is no answer: it is known by standing in the chat right behind the part before it, no word of ours between.
"""

from aiogram.types import Message

from handlers.visit import Visit

REFUSED = "refused"
"""Where the chat remembers the refused part: its message, the characters so far, and how many would fit."""


def refused_before(visit: Visit, message: Message) -> tuple[int, int] | None:
    """Characters and limit of a refused text that ``message`` goes on from; None where it stands alone."""
    part = visit.account.asked_about.get(REFUSED)
    if not part or not message.text or part["message"] != message.message_id - 1:
        return None
    return part["length"], part["limit"]


def refuse(visit: Visit, message: Message, length: int, limit: int) -> None:
    """Remember that a text of ``length`` characters in all was refused, ``message`` being its last part."""
    part = {"message": message.message_id, "length": length, "limit": limit}
    visit.account.asked_about = {**visit.account.asked_about, REFUSED: part}


def refusal(visit: Visit, message: Message, limit: int) -> str | None:
    """What to say of a text of more than ``limit`` characters, all its parts together; None for one that fits."""
    before = refused_before(visit, message)
    length = len(message.text or "") + (before[0] if before else 0)
    if length <= limit:
        return None
    refuse(visit, message, length, limit)
    return visit.texts("too-long", length=length, limit=limit)
