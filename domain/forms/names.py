"""A person's full name as it is typed; what is no name gets a kind question instead."""

import re
import unicodedata

from domain.forms.answer import Answer
from domain.forms.problem import Problem, ProblemCode

SUBJECT = "person.name"
"""The subject of the questions that ask for a name."""

FEWEST_WORDS = 2
JOINTS = frozenset("-‐‑–'’ʼ`.")
BRACKETS = str.maketrans("", "", "()")
"""A former surname stands in brackets."""


def read_name(text: str) -> Answer | Problem:
    """Surname and name at least, of letters, hyphens and apostrophes: «Салтыков-Щедрин», «д’Артаньян», «Али оглы»."""
    words = text.split()
    if not all(_is_word(word) for word in words):
        return Problem(ProblemCode.NOT_A_NAME)
    if len(words) < FEWEST_WORDS or not any(len(_letters(word)) > 1 for word in words):
        return Problem(ProblemCode.NAME_NOT_FULL)
    return Answer(re.sub(r"\s+", " ", text))


def _is_word(word: str) -> bool:
    plain = word.translate(BRACKETS)
    return bool(_letters(plain)) and all(sign.isalpha() or sign in JOINTS or _accent(sign) for sign in plain)


def _letters(word: str) -> list[str]:
    return [sign for sign in word if sign.isalpha()]


def _accent(sign: str) -> bool:
    return unicodedata.category(sign) == "Mn"
