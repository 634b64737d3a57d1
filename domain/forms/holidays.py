"""School holidays, which are understood or asked again while the person is still at the question."""

from domain.breaks import read_ranges
from domain.forms.answer import Answer
from domain.forms.problem import Problem, ProblemCode
from domain.forms.yes_no import read_yes_no
from domain.years import school_year

SUBJECT = "organisation.holidays"

A_YEAR = school_year(2027)
"""Any year will do that has a 29 February: which one is meant follows from the programme's period."""


def read_holidays(text: str) -> Answer | Problem:
    """The text as it was typed, once its days are understood; «нет» leaves them out."""
    if read_ranges(text, *A_YEAR) is not None:
        return Answer(text)
    return Answer(None) if read_yes_no(text) == Answer(False) else Problem(ProblemCode.NOT_HOLIDAYS)
