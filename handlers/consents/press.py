"""What the buttons of consents carry; ``person`` is 0 for oneself, else a child of a guardian."""

from aiogram.filters.callback_data import CallbackData

from domain.consents import Age, ConsentKind


class ShowConsents(CallbackData, prefix="cons"):
    """Consents of this person, with what can be done."""

    person: int = 0


class ReadConsents(CallbackData, prefix="consread"):
    """The full texts as documents."""

    person: int = 0


class Answer(CallbackData, prefix="consans"):
    """Give a consent, or refuse it with ``yes`` false; ``asked`` leads on to the next question."""

    kind: ConsentKind
    yes: bool
    person: int = 0
    asked: bool = False


class Withdraw(CallbackData, prefix="conswd"):
    """Withdraw a consent; the consequences are told until it is ``sure``."""

    kind: ConsentKind
    person: int = 0
    sure: bool = False


class ConsentCard(CallbackData, prefix="conscard"):
    """For the curator: a person's age group and consents."""

    person: int


class PaperConsent(CallbackData, prefix="conspaper"):
    """For the curator: take a photograph of a paper consent of this kind."""

    person: int
    kind: ConsentKind


class InWriting(CallbackData, prefix="conswr"):
    """For the curator: a consent was withdrawn in writing; which is asked first, then whether it is ``sure``."""

    person: int
    kind: ConsentKind | None = None
    sure: bool = False


class SetAge(CallbackData, prefix="consage"):
    """For the curator: correct the age group; the consequences are told until it is ``sure``."""

    person: int
    age: Age
    sure: bool = False


class ConfirmAge(CallbackData, prefix="conseage"):
    """For the curator: whether a pupil who says so is of age."""

    person: int
    yes: bool


class RemindConsents(CallbackData, prefix="consask"):
    """For the curator: ask everybody whose consents are not complete."""
