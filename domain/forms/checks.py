"""What a form must keep to, so that every messenger can show it and nothing in it contradicts itself."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from domain.forms.conditions import FACTS
from domain.forms.form import CHOICES, Form, Kind, Limits, Option, Question
from domain.forms.wording import fold

LONGEST_TITLE = 100
LONGEST_INTRO = 1000
LONGEST_TEXT = 500
LONGEST_HINT = 300
LONGEST_LABEL = 40
LONGEST_TICKED_LABEL = 38
"""A tick mark and a space stand before the label where several may be chosen."""
MOST_OPTIONS = 60
MOST_QUESTIONS = 100
LONGEST_ANSWER = 4000
KEY = re.compile(r"[a-z][a-z0-9_]{0,23}")
OPTION_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_/+-]{0,23}")
UNITS = frozenset({"", "years"})


def faults(form: Form) -> Iterator[str]:
    """Every fault of the form, as a sentence for its author."""
    yield from _form_faults(form)
    seen: set[str] = set()
    for question in form.questions:
        found = (*_texts(question), *_options(question), *_limits(question), *_links(form, question, seen))
        yield from (f"question {question.key!r}: {fault}" for fault in found)
        seen.add(question.key)


def _form_faults(form: Form) -> Iterator[str]:
    if not KEY.fullmatch(form.key):
        yield f"the form's key {form.key!r} is not up to 24 small Latin letters, digits and _"
    if form.version < 1 or form.minutes < 1:
        yield "version and minutes are numbers from 1"
    if not 1 <= len(form.questions) <= MOST_QUESTIONS:
        yield f"a form has 1 to {MOST_QUESTIONS} questions, this one {len(form.questions)}"
    yield from _length("title", form.title, LONGEST_TITLE)
    yield from _length("intro", form.intro, LONGEST_INTRO)
    yield from _repeated("question key", [question.key for question in form.questions])
    yield from _repeated("subject", [question.subject for question in form.questions if question.subject])
    yield from _repeated("section key", [section.key for section in form.sections])


def _texts(question: Question) -> Iterator[str]:
    if not KEY.fullmatch(question.key):
        yield "the key is not up to 24 small Latin letters, digits and _"
    yield from _length("text", question.text, LONGEST_TEXT)
    if question.title:
        yield from _length("title", question.title, LONGEST_LABEL)
    if question.hint:
        yield from _length("hint", question.hint, LONGEST_HINT)


def _options(question: Question) -> Iterator[str]:
    options = question.options
    if question.kind in CHOICES and not options:
        yield "a choice needs options"
    if options and question.kind not in CHOICES | {Kind.NUMBER}:
        yield f"kind {question.kind} has no options"
    if question.own and question.kind not in CHOICES:
        yield "own words are for choices"
    if len(options) > MOST_OPTIONS:
        yield f"{len(options)} options, at most {MOST_OPTIONS} are possible"
    yield from _repeated("option key", [option.key for option in options])
    yield from _repeated("option label", [fold(word) for option in options for word in (option.label, *option.also)])
    for option in options:
        yield from _option(question, option)


def _option(question: Question, option: Option) -> Iterator[str]:
    if not OPTION_KEY.fullmatch(option.key):
        yield f"option key {option.key!r} is not up to 24 Latin letters, digits and _ / + -"
    if question.kind is Kind.NUMBER and not option.key.isdecimal():
        yield f"option {option.key!r} suggests no number"
    several = question.kind is Kind.SEVERAL_OF
    yield from _length(f"label {option.label!r}", option.label, LONGEST_TICKED_LABEL if several else LONGEST_LABEL)


def _limits(question: Question) -> Iterator[str]:
    limits = question.limits
    if question.unit not in UNITS or (question.unit and question.kind is not Kind.NUMBER):
        yield f"unknown unit {question.unit!r} for kind {question.kind}"
    if not 1 <= limits.min_length <= limits.max_length <= LONGEST_ANSWER:
        yield f"lengths must be 1 ≤ min_length ≤ max_length ≤ {LONGEST_ANSWER}"
    if limits.max_choices is not None and limits.max_choices < 1:
        yield "max_choices is at least 1"
    yield from _bounds(question.kind, limits)


def _bounds(kind: Kind, limits: Limits) -> Iterator[str]:
    bounds = [bound for bound in (limits.minimum, limits.maximum) if bound is not None]
    wanted = date if kind is Kind.DATE else int
    if bounds and kind not in {Kind.NUMBER, Kind.SCALE, Kind.DATE}:
        yield f"kind {kind} has no minimum and maximum"
    elif not all(type(bound) is wanted for bound in bounds):
        yield f"minimum and maximum of kind {kind} are of type {wanted.__name__}"
    elif len(bounds) == 2 and bounds != sorted(bounds):
        yield "minimum is above maximum"
    if kind is Kind.SCALE and (limits.minimum, limits.maximum) not in {(1, top) for top in range(2, 11)}:
        yield "a scale goes from 1 to 10 at most"


def _links(form: Form, question: Question, earlier: set[str]) -> Iterator[str]:
    if question.section and question.section not in {section.key for section in form.sections}:
        yield f"unknown section {question.section!r}"
    known = {other.key for other in form.questions}
    for key in question.when.questions():
        if key not in known:
            yield f"its condition asks about {key!r}, which is no question of this form"
        elif key not in earlier:
            yield f"its condition asks about {key!r}, which is not asked before it (a cycle)"
    for name in question.when.facts():
        if name not in FACTS:
            yield f"its condition asks about {name!r}, which is no known fact about a person"


def _length(what: str, text: str, most: int) -> Iterator[str]:
    if not text.strip():
        yield f"{what} is empty"
    elif len(text) > most:
        yield f"{what} is {len(text)} characters long, at most {most} fit"


def _repeated(what: str, values: list[str]) -> Iterator[str]:
    yield from (f"{what} {value!r} is used twice" for value, count in Counter(values).items() if count > 1)
