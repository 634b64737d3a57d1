"""Questions of an own form that seem to ask for what the law protects specially."""

import re

from domain.forms.form import Form, Question

SENSITIVE = re.compile(
    r"\b(?:здоровь|заболеван|болезн|диагноз|инвалидн|аллерги|беременн|национальност|вероисповед|религи|"
    r"политическ|судим|интимн|развод|алимент|неполн\w+ семь)"
)
"""Special categories of personal data (152-ФЗ, art. 10, 11) and troubles of a family, by the beginnings of words."""


def sensitive(form: Form) -> tuple[Question, ...]:
    """The questions that may ask for such data; a word is only a hint, so the form is not refused."""
    return tuple(each for each in form.questions if SENSITIVE.search(f"{each.text} {each.hint}".casefold()))
