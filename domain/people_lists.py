"""A list of people as a curator has it, read into drafts of invitations, with what is wrong in its cells."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from domain.forms.own.sheet import cell_name
from domain.forms.phones import read_phone
from domain.forms.problem import Problem
from domain.forms.wording import clean, words
from domain.people import Category, Role

NAME, POST, ROLE, PHONE = "name", "post", "role", "phone"

HEADINGS: Mapping[str, tuple[str, ...]] = {
    NAME: ("фио", "ф и о", "фамилия", "имя"),
    POST: ("должность", "профессия", "место работы", "класс"),
    ROLE: ("роль", "категория", "участие"),
    PHONE: ("телефон", "контакт", "номер"),
}
"""Column → words by which its heading is known, wherever it stands."""

ROLES: Mapping[str, Role] = {"наставник": Role.MENTOR, "наставля": Role.MENTEE, "подопечн": Role.MENTEE}
CATEGORIES: Mapping[str, Category] = {
    "педагог": Category.TEACHER,
    "учител": Category.TEACHER,
    "воспитател": Category.TEACHER,
    "специалист": Category.TEACHER,
    "сотрудник": Category.TEACHER,
    "обучающ": Category.PUPIL,
    "учени": Category.PUPIL,
    "учащ": Category.PUPIL,
    "студент": Category.PUPIL,
    "школьни": Category.PUPIL,
    "родител": Category.PARENT,
    "выпускни": Category.GRADUATE,
    "партн": Category.PARTNER,
    "работодател": Category.PARTNER,
}
"""Beginnings of the words that tell a role or a category."""

LONGEST_NAME, LONGEST_POST = 120, 150
MOST_PEOPLE = 500


class Grade(StrEnum):
    """A teacher's qualification category (порядок аттестации, 2023)."""

    NONE = "none"
    FIRST = "first"
    HIGHEST = "highest"


@dataclass(frozen=True, slots=True)
class Draft:
    """One person of a list; ``role`` is empty where the list does not say it, ``cell`` is where the name stands."""

    name: str
    cell: str
    post: str = ""
    phone: str = ""
    category: Category = Category.TEACHER
    role: Role | None = None


ProblemCode = Literal["no_name", "one_word", "long_name", "long_post", "phone", "role", "double", "too_many"]


@dataclass(frozen=True, slots=True)
class CellProblem:
    """What is wrong in one cell, named as spreadsheets name it (`B7`); ``text`` is what stands in it."""

    cell: str
    code: ProblemCode
    text: str = ""


@dataclass
class PeopleList:
    """What was read: people to invite, and lines that have to be mended before they can be."""

    drafts: list[Draft] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)


class NotAList(ValueError):
    """No column of names was found."""


def name_key(name: str) -> str:
    """What two spellings of one name share: small letters, е for ё, in whatever order the words stand."""
    return " ".join(sorted(words(name)))


def read_people(rows: Sequence[Sequence[str]]) -> PeopleList:
    """Read the rows of a sheet, as they stand from its first; raises `NotAList`."""
    top = next((index for index, row in enumerate(rows) if NAME in places(row)), None)
    if top is None:
        raise NotAList
    found, seen = PeopleList(), set[str]()
    where = places(rows[top])
    for number, row in _filled(rows, top + 1):
        draft = _draft(number, row, where)
        if isinstance(draft, Draft) and name_key(draft.name) in seen:
            draft = CellProblem(draft.cell, "double", draft.name)
        if isinstance(draft, CellProblem):
            found.problems.append(draft)
        elif len(found.drafts) == MOST_PEOPLE:
            found.problems.append(CellProblem(draft.cell, "too_many"))
            break
        else:
            seen.add(name_key(draft.name))
            found.drafts.append(draft)
    return found


def places(headings: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Column → where its headings stand: a name may be spread over «Фамилия», «Имя», «Отчество»."""
    found: dict[str, list[int]] = {}
    for index, heading in enumerate(headings):
        column = _column(" ".join(words(heading)))
        if column is not None:
            found.setdefault(column, []).append(index)
    return {column: tuple(indices) for column, indices in found.items()}


def _column(heading: str) -> str | None:
    if len(heading) > 60:
        return None
    if "отчество" in heading:
        return NAME
    known = ((column, word) for column, known_words in HEADINGS.items() for word in known_words)
    return next((column for column, word in known if f" {word}" in f" {heading}"), None)


def _filled(rows: Sequence[Sequence[str]], first: int) -> Iterator[tuple[int, Sequence[str]]]:
    """Rows with any letter in them; a number alone is the count that lists end with."""
    for number, row in enumerate(rows[first:], first):
        if any(letter.isalpha() for cell in row for letter in cell):
            yield number, row


def _draft(number: int, row: Sequence[str], where: Mapping[str, tuple[int, ...]]) -> Draft | CellProblem:
    told = {column: _text(row, indices) for column, indices in where.items()}
    names = {column: cell_name(number, indices[0]) for column, indices in where.items()}
    name, post, phone, role = (told.get(column, "") for column in (NAME, POST, PHONE, ROLE))
    problem = _wrong_name(name, names[NAME])
    if problem is None and len(post) > LONGEST_POST:
        problem = CellProblem(names[POST], "long_post", post[:40])
    read = read_phone(phone) if phone else ""
    if problem is None and isinstance(read, Problem):
        problem = CellProblem(names[PHONE], "phone", phone[:40])
    kinds = _kinds(role) if role else (Category.TEACHER, None)
    if problem is None and kinds is None:
        problem = CellProblem(names[ROLE], "role", role[:40])
    if problem is not None or kinds is None or isinstance(read, Problem):
        return problem or CellProblem(names[NAME], "no_name")
    return Draft(name, names[NAME], post, read, *kinds)


def _text(row: Sequence[str], indices: tuple[int, ...]) -> str:
    cells = (clean(row[index]) for index in indices if index < len(row))
    return " ".join(" ".join(cells).split())


def _wrong_name(name: str, cell: str) -> CellProblem | None:
    if not any(map(str.isalpha, name)):
        return CellProblem(cell, "no_name", name[:40])
    if len(name) > LONGEST_NAME:
        return CellProblem(cell, "long_name", name[:40])
    if len(words(name)) < 2:
        return CellProblem(cell, "one_word", name[:40])
    return None


def _kinds(text: str) -> tuple[Category, Role | None] | None:
    """The category and the role that a cell names; None where it names neither."""
    said = words(text)
    role = next((role for start, role in ROLES.items() for word in said if word.startswith(start)), None)
    category = next((each for start, each in CATEGORIES.items() for word in said if word.startswith(start)), None)
    if role is None and category is None:
        return None
    return category or Category.TEACHER, role
