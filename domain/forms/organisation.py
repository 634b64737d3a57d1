"""The organisation's questionnaire; which years there are to choose from depends on the day."""

from dataclasses import replace
from datetime import date

from domain.forms.form import Form, Option
from domain.forms.loading import load
from domain.years import calendar_year, school_year, school_year_of


def organisation_form(today: date) -> Form:
    """The questions about an organisation, as they are asked on ``today``."""
    form = load("organisation")
    questions = tuple(
        replace(question, options=periods(today)) if question.key == "period" else question
        for question in form.questions
    )
    return replace(form, questions=questions)


def periods(today: date) -> tuple[Option, ...]:
    """This school year, its neighbours, and the calendar year; the keys hold on later days too."""
    first = school_year_of(today)
    years = [first, first + 1, first - 1]
    school = [Option(f"school-{year}", f"Учебный {year}/{year + 1}") for year in years]
    return (*school, Option(f"year-{today.year}", f"Календарный {today.year}"))


def period_of(key: str) -> tuple[date, date]:
    """First and last day of a chosen period; raises ``ValueError`` for what is no period's key."""
    kind, _, year = key.partition("-")
    return school_year(int(year)) if kind == "school" else calendar_year(int(year))
