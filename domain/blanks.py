"""The code on a printed form: short enough to be typed, it says which form it is and in which version."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

NUMBERS: Mapping[str, int] = {
    "mentor": 1,
    "mentee": 2,
    "diagnostics_mentor": 3,
    "diagnostics_mentee": 4,
    "satisfaction_mentor": 5,
    "satisfaction_mentee": 6,
    "practice": 7,
    "poll_council": 8,
    "poll_parents": 9,
    "poll_partners": 10,
    "poll_event": 11,
}
"""Form → its number on paper. Papers live long: a number is never given to another form."""

OWN, OWN_FROM = "own_", 100
"""An organisation's own form `own_3` has the number 103."""

LETTER = "Б"
TYPED = re.compile(
    r"(?:код\s+)?(?:бланк\w*|[бb])[\s:№.–-]*(?:б[\s–-]*)?(\d{1,4})\s*[–/.\s-]\s*(\d{1,3})\.?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class BlankCode:
    """A code as it stands on paper; ``form`` is empty where no form has this number."""

    form: str
    version: int


def blank_code(form: str, version: int) -> str:
    """The code of a form's version: «Б-2-3»."""
    number = NUMBERS[form] if form in NUMBERS else OWN_FROM + int(form.removeprefix(OWN))
    return f"{LETTER}-{number}-{version}"


def read_blank_code(text: str) -> BlankCode | None:
    """The code that somebody has typed, in whatever spelling; None for words that are none."""
    found = TYPED.fullmatch(text.strip())
    return BlankCode(_form(int(found[1])), int(found[2])) if found is not None else None


def _form(number: int) -> str:
    if number > OWN_FROM:
        return f"{OWN}{number - OWN_FROM}"
    return next((form for form, each in NUMBERS.items() if each == number), "")
