"""Whether a roadmap's title names another organisation than the one that follows it."""

import re

from domain.roadmap.head import named_organisation
from domain.roadmap.wording import fold

_WORD = re.compile(r"\w+")


def is_of_another(title: str, organisation: str) -> bool:
    """Names are compared loosely: another number, or not one word in common; a title without a name is nobody's."""
    named, own = (_WORD.findall(fold(text)) for text in (named_organisation(title), organisation))
    numbers = [{word for word in words if word.isdigit()} for words in (named, own)]
    if all(numbers):
        return numbers[0].isdisjoint(numbers[1])
    return bool(named and own) and set(named).isdisjoint(own)
