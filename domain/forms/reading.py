"""Reads what a person gave to a question: an answer, or the problem to tell her kindly."""

from collections.abc import Callable
from datetime import date

from domain.forms.answer import Answer
from domain.forms.choices import finished_choice, pressed_option, typed_choice
from domain.forms.dates import read_day
from domain.forms.form import CHOICES, WORDS, Kind, Question
from domain.forms.given import Attached, Done, Given, Pressed, Skip, Typed, means_done, means_skip
from domain.forms.holidays import SUBJECT as HOLIDAYS
from domain.forms.holidays import read_holidays
from domain.forms.names import SUBJECTS as NAMES
from domain.forms.names import read_name
from domain.forms.numbers import full_years, numbers_in, out_of
from domain.forms.phones import read_phone
from domain.forms.problem import Problem, ProblemCode
from domain.forms.wording import clean
from domain.forms.yes_no import read_yes_no

LONGEST_SHORT_ANSWER = 300
"""Characters that a number, a date, a phone or a yes may be wrapped into."""
LARGEST_NUMBER = 10**9


def read_answer(
    question: Question, given: str | Given, *, before: Answer | None = None, today: date | None = None
) -> Answer | Problem:
    """The answer that `given` is to `question`.

    `before` is the answer kept so far: ticks of a choice of several are added to it. `today` is the local day,
    which dates like «завтра» and «5.6.85» need. An unfinished answer means that ticking goes on.
    """
    match given:
        case str():
            return _typed(question, given, before, today)
        case Typed(text):
            return _typed(question, text, before, today)
        case Pressed(key):
            return _pressed(question, key, before)
        case Attached():
            return _attached(question, given, before, today)
        case Done():
            several = question.kind is Kind.SEVERAL_OF
            return finished_choice(question, before) if several else Problem(ProblemCode.STALE_BUTTON)
        case Skip():
            return Problem(ProblemCode.REQUIRED) if question.required else Answer(None)


def _typed(question: Question, typed: str, before: Answer | None, today: date | None) -> Answer | Problem:
    text = clean(typed)
    if not question.required and means_skip(text):
        return Answer(None)
    if question.kind in WORDS:
        return _words(question, text)
    if question.kind is Kind.SEVERAL_OF and means_done(text):
        return finished_choice(question, before)
    if question.kind in CHOICES:
        return typed_choice(question, text, before)
    return _short(question, text, today)


def _short(question: Question, text: str, today: date | None) -> Answer | Problem:
    if not text:
        return Problem(ProblemCode.EMPTY)
    if len(text) > LONGEST_SHORT_ANSWER:
        return Problem(ProblemCode.TOO_LONG, {"limit": LONGEST_SHORT_ANSWER, "length": len(text)})
    readers: dict[Kind, Callable[[], Answer | Problem]] = {
        Kind.NUMBER: lambda: _number(question, text, today),
        Kind.SCALE: lambda: _scale(question, text),
        Kind.YES_NO: lambda: read_yes_no(text),
        Kind.DATE: lambda: _date(question, text, today),
        Kind.FILE: lambda: Problem(ProblemCode.FILE_EXPECTED),
        Kind.PHONE: lambda: _answered(read_phone(text)),
    }
    read = readers[question.kind]()
    refused = isinstance(read, Problem) and not question.required and read_yes_no(text) == Answer(False)
    return Answer(None) if refused else read


def _words(question: Question, text: str) -> Answer | Problem:
    limits = question.limits
    said = sum(sign.isalnum() for sign in text)
    if said == 0:
        return Problem(ProblemCode.EMPTY)
    if said < limits.min_length:
        return Problem(ProblemCode.TOO_SHORT, {"limit": limits.min_length})
    if len(text) > limits.max_length:
        return Problem(ProblemCode.TOO_LONG, {"limit": limits.max_length, "length": len(text)})
    if question.subject in NAMES:
        return read_name(text)
    return read_holidays(text) if question.subject == HOLIDAYS else Answer(text)


def _number(question: Question, text: str, today: date | None) -> Answer | Problem:
    """A whole number; of years, the full ones."""
    years = question.unit == "years"
    numbers = full_years(text, today) if years else numbers_in(text)
    if len(set(numbers)) != 1:
        return Problem(ProblemCode.SEVERAL_NUMBERS if numbers else ProblemCode.NOT_A_NUMBER)
    number = numbers[0]
    if number > LARGEST_NUMBER:
        return Problem(ProblemCode.TOO_BIG, {"limit": _bound(question.limits.maximum, LARGEST_NUMBER)})
    if number != int(number) and not years:
        return Problem(ProblemCode.NOT_WHOLE)
    return _bounded(question, int(number))


def _bounded(question: Question, number: int) -> Answer | Problem:
    lowest = _bound(question.limits.minimum, -LARGEST_NUMBER)
    highest = _bound(question.limits.maximum, LARGEST_NUMBER)
    if number < lowest:
        return Problem(ProblemCode.TOO_SMALL, {"limit": lowest})
    if number > highest:
        return Problem(ProblemCode.TOO_BIG, {"limit": highest})
    return Answer(number)


def _scale(question: Question, text: str) -> Answer | Problem:
    lowest, highest = _bound(question.limits.minimum, 1), _bound(question.limits.maximum, 10)
    numbers = set(numbers_in(out_of(text, highest)))
    if len(numbers) == 1:
        number = numbers.pop()
        if lowest <= number <= highest and number == int(number):
            return Answer(int(number))
    return Problem(ProblemCode.NOT_ON_SCALE, {"lowest": lowest, "highest": highest})


def _date(question: Question, text: str, today: date | None) -> Answer | Problem:
    day = read_day(text, today)
    if isinstance(day, Problem):
        return day
    earliest, latest = question.limits.minimum, question.limits.maximum
    if isinstance(earliest, date) and day < earliest:
        return Problem(ProblemCode.DATE_TOO_EARLY, {"limit": f"{earliest:%d.%m.%Y}"})
    if isinstance(latest, date) and day > latest:
        return Problem(ProblemCode.DATE_TOO_LATE, {"limit": f"{latest:%d.%m.%Y}"})
    return Answer(day)


def _answered(read: str | Problem) -> Answer | Problem:
    return read if isinstance(read, Problem) else Answer(read)


def _pressed(question: Question, key: str, before: Answer | None) -> Answer | Problem:
    if question.kind in CHOICES:
        return pressed_option(question, key, before)
    if question.kind is Kind.YES_NO and key in {"yes", "no"}:
        return Answer(key == "yes")
    if question.kind in {Kind.NUMBER, Kind.SCALE} and key.isdecimal() and len(key) < 10:
        return _bounded(question, int(key))
    return Problem(ProblemCode.STALE_BUTTON)


def _attached(question: Question, given: Attached, before: Answer | None, today: date | None) -> Answer | Problem:
    """A file is the answer where one is asked; elsewhere the words under it are."""
    if question.kind is not Kind.FILE:
        if given.caption.strip():
            return _typed(question, given.caption, before, today)
        return Problem(ProblemCode.WORDS_EXPECTED, {"media": given.media})
    if given.media not in question.limits.accepts:
        return Problem(ProblemCode.OTHER_MEDIA, {"media": given.media})
    if not given.file:
        return Problem(ProblemCode.FILE_NOT_FETCHED)
    return Answer(given.file)


def _bound(limit: int | date | None, otherwise: int) -> int:
    return limit if isinstance(limit, int) else otherwise
