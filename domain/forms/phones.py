"""A phone number in any spelling, as +7 and ten digits."""

import re

from domain.forms.problem import Problem, ProblemCode

EXTENSION = re.compile(r"(?:доб|вн|ext)[а-я.]*\s*\d+\W*$", re.IGNORECASE)
RUN = re.compile(r"\+?\d(?:[\s\u00a0().‑–—−-]*\d)*")
# Codes of Russian regions and mobile networks begin with these digits.
FIRST_OF_CODE = "3489"


def read_phone(text: str) -> str | Problem:
    """The number in the form +79131234567; that of another country, typed with its plus, keeps its code."""
    runs = [match[0] for match in RUN.finditer(EXTENSION.sub("", text))]
    if not runs:
        return Problem(ProblemCode.NOT_A_PHONE)
    longest = max(runs, key=len)
    digits = "".join(str(int(sign)) for sign in longest if sign.isdigit())
    if len(digits) == 11 and digits[0] in "78":
        return f"+7{digits[1:]}"
    if longest.startswith("+") and digits[0] != "7" and 8 <= len(digits) <= 15:
        return f"+{digits}"
    if len(digits) == 10 and digits[0] in FIRST_OF_CODE:
        return f"+7{digits}"
    return _wrong_length(digits)


def _wrong_length(digits: str) -> Problem:
    if len(digits) in {10, 11}:
        return Problem(ProblemCode.NOT_A_PHONE)
    short = len(digits) < 10
    return Problem(ProblemCode.PHONE_TOO_SHORT if short else ProblemCode.PHONE_TOO_LONG, {"length": len(digits)})
