"""The papers' own words (``locales/ru/papers.ftl``) and figures; the data brings everything else."""

import re
from functools import cache

from locales import Texts

UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0, and with it any office file, cannot hold."""

NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"


@cache
def texts() -> Texts:
    """Texts of papers: they are official and therefore Russian, whatever language the bot talks in."""
    return Texts.load("ru")


def decimal(number: float) -> str:
    """A number to one place, with a decimal comma."""
    return f"{number:.1f}".replace(".", ",")


def percent(share: float) -> str:
    """A share between 0 and 1 as whole percent."""
    return f"{share * 100:.0f}{NARROW_SPACE}%"


def clean(text: str) -> str:
    """The text without what an office file cannot hold."""
    return UNPRINTABLE.sub("", text)
