"""What comes of a list: people to invite, and cells to mend."""

from dataclasses import dataclass, field
from string import ascii_uppercase
from typing import Literal

from domain.forms.wording import words
from domain.people import Category, Role


@dataclass(frozen=True, slots=True)
class Draft:
    """One person of a list; ``role`` is empty where the list does not say it, ``cell`` is where the name stands."""

    name: str
    cell: str
    post: str = ""
    phone: str = ""
    category: Category = Category.TEACHER
    role: Role | None = None


CellFault = Literal[
    "no_name", "not_a_name", "one_word", "long_name", "long_post", "phone", "role", "double", "too_many"
]


@dataclass(frozen=True, slots=True)
class CellProblem:
    """What is wrong in one cell, named as spreadsheets name it (`B7`); ``text`` is what stands in it."""

    cell: str
    code: CellFault
    text: str = ""


@dataclass
class PeopleList:
    """What was read: people to invite, and lines that have to be mended before they can be."""

    drafts: list[Draft] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)

    @property
    def lines_to_mend(self) -> int:
        """In how many lines something is wrong; one line may have several problems."""
        return len({each.cell.lstrip(ascii_uppercase) for each in self.problems})


class NotAList(ValueError):
    """No column of names was found."""


def name_key(name: str) -> str:
    """What two spellings of one name share: small letters, е for ё, in whatever order the words stand."""
    return " ".join(sorted(words(name)))
