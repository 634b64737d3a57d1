"""The template as a paper: examples to write over, and how to fill it in."""

from documents.paper import Paper
from domain.forms.form import Kind
from domain.forms.own.layout import KINDS, NO, YES
from locales import Texts

WORDS = {kind: word for word, kind in KINDS.items()}


def template(texts: Texts) -> Paper:
    return Paper(
        "form_template",
        texts("own-form-file"),
        {"examples": examples(texts), "advice": texts("own-form-advice").split("\n")},
    )


def examples(texts: Texts) -> list[tuple[str, ...]]:
    """Rows in the order of the template's columns: one of each way to ask that needs showing."""
    options = texts("own-form-example-options")
    return [
        ("1", texts("own-form-example-yes_no"), WORDS[Kind.YES_NO], "", YES, "", ""),
        (
            "2",
            texts("own-form-example-several"),
            WORDS[Kind.SEVERAL_OF],
            options,
            YES,
            texts("own-form-example-hint"),
            texts("own-form-example-when"),
        ),
        ("3", texts("own-form-example-scale"), WORDS[Kind.SCALE], "", YES, "", ""),
        ("4", texts("own-form-example-long"), WORDS[Kind.LONG_TEXT], "", NO, "", ""),
    ]
