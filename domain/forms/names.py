"""A person's full name as it is typed; what is no name gets a kind question instead."""

import re
import unicodedata

from domain.forms.answer import Answer
from domain.forms.problem import Problem, ProblemCode

SUBJECTS = frozenset({"person.name", "organisation.head"})
"""The subjects of the questions that ask for a name."""

FEWEST_WORDS = 2
LONGEST = 120
JOINTS = frozenset("-‐‑–'’ʼ`.")
BRACKETS = str.maketrans("", "", "()")
"""A former surname stands in brackets."""
SMALL = frozenset({"оглы", "оглу", "улы", "уулу", "кызы", "гызы", "кизи", "фон", "ван", "де", "да", "ибн", "бен"})
"""Words of a name that begin with a small letter."""


def read_name(text: str) -> Answer | Problem:
    """Surname and name at least, of letters, hyphens and apostrophes: «Салтыков-Щедрин», «д’Артаньян», «Али оглы».

    Typed in small letters only, or in capitals only, it gets its capitals.
    """
    words = text.split()
    if not all(_is_word(word) for word in words):
        return Problem(ProblemCode.NOT_A_NAME)
    if len(words) < FEWEST_WORDS or not any(len(_letters(word)) > 1 for word in words):
        return Problem(ProblemCode.NAME_NOT_FULL)
    return Answer(" ".join(map(_written, words) if text.islower() or text.isupper() else words))


def full_name(text: str) -> str | None:
    """A typed name as it is kept; None for what is none, or is too long for papers."""
    read = read_name(text)
    name = read.value if isinstance(read, Answer) else None
    return name if isinstance(name, str) and len(name) <= LONGEST else None


def _written(word: str) -> str:
    """A word of a name that was typed all in small or all in big letters, as papers write it."""
    return word.lower() if word.lower() in SMALL else re.sub(r"\w+", lambda part: part[0].capitalize(), word)


def _is_word(word: str) -> bool:
    plain = word.translate(BRACKETS)
    return bool(_letters(plain)) and all(sign.isalpha() or sign in JOINTS or _accent(sign) for sign in plain)


def _letters(word: str) -> list[str]:
    return [sign for sign in word if sign.isalpha()]


def _accent(sign: str) -> bool:
    return unicodedata.category(sign) == "Mn"
