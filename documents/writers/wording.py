"""The papers' own words (``locales/ru/papers.ftl``) and figures; the data brings everything else."""

from functools import cache

from locales import Texts

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
