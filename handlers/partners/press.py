"""What the buttons of partners carry."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class Part(StrEnum):
    """What is kept of a partner, in the order in which it is asked."""

    NAME = "name"
    CONTACT = "contact"
    NUMBER = "number"
    AGREED_ON = "agreed_on"
    UNTIL = "until"
    FILE = "file"


class PartnerList(CallbackData, prefix="ptl"):
    """A page of partners."""

    page: int = 0


class OpenPartner(CallbackData, prefix="pto"):
    """A partner's card."""

    partner: int


class EditPartner(CallbackData, prefix="pte"):
    """Tell a part anew; ``skip`` leaves it as it is and goes on."""

    partner: int
    part: Part
    chain: bool = False
    skip: bool = False


class RemovePartner(CallbackData, prefix="ptx"):
    """Take a partner out of the list; asks first until it is ``sure``."""

    partner: int
    sure: bool = False


class PartnerSheet(CallbackData, prefix="pts"):
    """All partners as a spreadsheet."""


class PartnerFile(CallbackData, prefix="ptf"):
    """The agreement's file."""

    partner: int
