"""The papers' own words (``locales/ru/papers.ftl``); the data brings everything else."""

from functools import cache

from locales import Texts


@cache
def texts() -> Texts:
    """Texts of papers: they are official and therefore Russian, whatever language the bot talks in."""
    return Texts.load("ru")
