"""What the buttons of lists of people carry."""

from aiogram.filters.callback_data import CallbackData

from domain.people import Role


class List(CallbackData, prefix="people"):
    """A page of the mentors or of the mentees."""

    role: Role
    page: int = 0


class ShowPerson(CallbackData, prefix="person"):
    """A person's card; the way back leads to ``page`` of the list of ``role``."""

    person: int
    role: Role
    page: int = 0


class Sheet(CallbackData, prefix="psheet"):
    """The mentors or the mentees as a spreadsheet."""

    role: Role


class Nudge(CallbackData, prefix="pnudge"):
    """Remind everybody whose questionnaire is not sent."""
