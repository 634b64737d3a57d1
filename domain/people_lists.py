"""A list of people as a curator has it, read into drafts of invitations, with what is wrong in its cells."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from string import ascii_uppercase
from typing import Literal

from domain.forms.names import read_name
from domain.forms.own.sheet import cell_name
from domain.forms.phones import read_phone
from domain.forms.problem import Problem, ProblemCode
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

GRADES = ("высш", "перв", "соответств")
"""Beginnings of the words that tell a teacher's qualification category."""

LONGEST_NAME, LONGEST_POST = 120, 150
SHOWN = 40
"""So much of a wrong cell is repeated to the curator."""
MOST_PEOPLE = 500


class Grade(StrEnum):
    """A teacher's qualification category (порядок аттестации, 2023), as the mentor's form keys its answers."""

    NONE = "none"
    FIRST = "first"
    HIGHEST = "highest"
    MENTOR = "mentor"
    METHODIST = "methodist"


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


def read_people(rows: Sequence[Sequence[str]]) -> PeopleList:
    """Read the rows of a sheet, as they stand from its first; raises `NotAList`."""
    top = next((index for index, row in enumerate(rows) if NAME in places(row)), None)
    if top is None:
        raise NotAList
    found, seen = PeopleList(), set[str]()
    where = places(rows[top])
    for number, row in _filled(rows, top + 1):
        line = _Line(number, row, where)
        key, faults = name_key(line.text(NAME)), list(_faults(line))
        if key in seen:
            faults.append(CellProblem(line.cell(NAME), "double", line.text(NAME)))
        if faults:
            found.problems += faults
        elif len(found.drafts) == MOST_PEOPLE:
            found.problems.append(CellProblem(line.cell(NAME), "too_many"))
            break
        else:
            seen.add(key)
            found.drafts.append(_draft(line))
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


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of the sheet with the places of its columns."""

    number: int
    row: Sequence[str]
    where: Mapping[str, tuple[int, ...]]

    def cell(self, column: str) -> str:
        return cell_name(self.number, self.where[column][0])

    def parts(self, column: str) -> list[tuple[str, str]]:
        """Name and text of every filled cell of a column, which may be spread over several."""
        there = [index for index in self.where.get(column, ()) if index < len(self.row)]
        told = ((cell_name(self.number, index), " ".join(clean(self.row[index]).split())) for index in there)
        return [(cell, text) for cell, text in told if text]

    def text(self, column: str) -> str:
        return " ".join(text for _, text in self.parts(column))


def _faults(line: _Line) -> Iterator[CellProblem]:
    """Everything that is wrong in a line, so that it is mended in one go."""
    name, post, phone = (line.text(column) for column in (NAME, POST, PHONE))
    fault = _wrong_name(name)
    if fault is not None:
        yield CellProblem(line.cell(NAME), fault, name[:SHOWN])
    if len(post) > LONGEST_POST:
        yield CellProblem(line.cell(POST), "long_post", post[:SHOWN])
    if phone and isinstance(read_phone(phone), Problem):
        yield CellProblem(line.cell(PHONE), "phone", phone[:SHOWN])
    for cell, text in line.parts(ROLE):
        if _role(text) is None and _category(text) is None and not _is_grade(text):
            yield CellProblem(cell, "role", text[:SHOWN])


def _draft(line: _Line) -> Draft:
    """The person of a line without faults."""
    phone = read_phone(line.text(PHONE)) if line.text(PHONE) else ""
    return Draft(
        line.text(NAME),
        line.cell(NAME),
        line.text(POST),
        "" if isinstance(phone, Problem) else phone,
        _category(line.text(ROLE)) or Category.TEACHER,
        _role(line.text(ROLE)),
    )


def _wrong_name(name: str) -> CellFault | None:
    if not any(map(str.isalpha, name)):
        return "no_name"
    if len(name) > LONGEST_NAME:
        return "long_name"
    read = read_name(name)
    if not isinstance(read, Problem):
        return None
    return "one_word" if read.code is ProblemCode.NAME_NOT_FULL else "not_a_name"


def _role(text: str) -> Role | None:
    said = words(text)
    return next((role for start, role in ROLES.items() for word in said if word.startswith(start)), None)


def _category(text: str) -> Category | None:
    said = words(text)
    return next((each for start, each in CATEGORIES.items() for word in said if word.startswith(start)), None)


def _is_grade(text: str) -> bool:
    """«Высшая» under «Категория» is a qualification, which says nothing of the role."""
    return any(word.startswith(GRADES) for word in words(text))
