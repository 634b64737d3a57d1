"""Questionnaires: what is asked, how an answer is read, where a person is in a form.

Texts of a form live in its own TOML file beside this package's code.
"""

from domain.forms.answer import Answer, Chosen, fits, shown
from domain.forms.choices import counted
from domain.forms.form import Form, Kind, Limits, Option, Question, Section
from domain.forms.given import Attached, Done, Given, Pressed, Skip, Typed, means_back, means_skip, means_stop
from domain.forms.loading import FormError, UnknownForm, built_in, load
from domain.forms.problem import Problem, ProblemCode
from domain.forms.progress import (
    Position,
    fallen_away,
    is_complete,
    live_answers,
    next_question,
    position,
    previous_question,
    visible_questions,
)
from domain.forms.reading import read_answer
from domain.forms.subjects import answers_by_subject, prefilled
from domain.forms.versions import Changes, changes

__all__ = [
    "Answer",
    "Attached",
    "Changes",
    "Chosen",
    "Done",
    "Form",
    "FormError",
    "Given",
    "Kind",
    "Limits",
    "Option",
    "Position",
    "Pressed",
    "Problem",
    "ProblemCode",
    "Question",
    "Section",
    "Skip",
    "Typed",
    "UnknownForm",
    "answers_by_subject",
    "built_in",
    "changes",
    "counted",
    "fallen_away",
    "fits",
    "is_complete",
    "live_answers",
    "load",
    "means_back",
    "means_skip",
    "means_stop",
    "next_question",
    "position",
    "prefilled",
    "previous_question",
    "read_answer",
    "shown",
    "visible_questions",
]
