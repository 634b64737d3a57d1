"""What the buttons of a district carry."""

from aiogram.filters.callback_data import CallbackData


class DistrictMap(CallbackData, prefix="dmap"):
    """A page of the district's rows that its organisations do."""

    page: int = 0


class OpenRow(CallbackData, prefix="drow"):
    """One row: who did it, and a page of who did not."""

    row: int
    page: int = 0


class NudgeRow(CallbackData, prefix="dnudge"):
    """«Напомнить тем, кто не сделал»."""

    row: int


class Organisations(CallbackData, prefix="dorgs"):
    """A page of the district's organisations."""

    page: int = 0


class OpenOrganisation(CallbackData, prefix="dorg"):
    """One organisation of the district: a page of its states."""

    organisation: int
    page: int = 0


class Exclude(CallbackData, prefix="dout"):
    """Take an organisation out of the district; ``sure`` after the question."""

    organisation: int
    sure: bool = False


class Enter(CallbackData, prefix="din"):
    """Join the district of the code that was entered, or ``leave`` the one that the organisation is in."""

    leave: bool = False
