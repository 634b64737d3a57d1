"""An institution's own questionnaire: a spreadsheet made from our template, read into a form or into its faults."""

from domain.forms.own.layout import CellProblem, CellProblemCode
from domain.forms.own.reading import NotAForm, read_form

__all__ = ["CellProblem", "CellProblemCode", "NotAForm", "read_form"]
