"""One conversation for all forms: one question a message, back, skip, review, edit, send; stop and go on anywhere.

The position in a form is a row, not a state: the question that was returned to, else the first without an answer.
"""

from handlers.questionnaire.begin import (
    begin,
    begin_survey,
    begin_trial,
    nudge_part,
    open_question,
    resume_offer,
)
from handlers.questionnaire.entering import begin_for
from handlers.questionnaire.press import Open

__all__ = [
    "Open",
    "begin",
    "begin_for",
    "begin_survey",
    "begin_trial",
    "nudge_part",
    "open_question",
    "resume_offer",
]
