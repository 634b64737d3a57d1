"""Reading the rows of a sheet: every fault of every line by its cell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.forms.names import LONGEST, full_name, read_name
from domain.forms.own.sheet import cell_name
from domain.forms.phones import read_phone
from domain.forms.problem import Problem, ProblemCode
from domain.forms.wording import clean
from domain.people import Category
from domain.people_lists.draft import CellFault, CellProblem, Draft, NotAList, PeopleList, name_key
from domain.people_lists.headings import NAME, PHONE, POST, ROLE, places
from domain.people_lists.told import category_told, is_grade, role_told

LONGEST_POST = 150
SHOWN = 40
"""So much of a wrong cell is repeated to the curator."""
MOST_PEOPLE = 500


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
        if role_told(text) is None and category_told(text) is None and not is_grade(text):
            yield CellProblem(cell, "role", text[:SHOWN])


def _draft(line: _Line) -> Draft:
    """The person of a line without faults."""
    phone = read_phone(line.text(PHONE)) if line.text(PHONE) else ""
    return Draft(
        full_name(line.text(NAME)) or line.text(NAME),
        line.cell(NAME),
        line.text(POST),
        "" if isinstance(phone, Problem) else phone,
        category_told(line.text(ROLE)) or Category.TEACHER,
        role_told(line.text(ROLE)),
    )


def _wrong_name(name: str) -> CellFault | None:
    if not any(map(str.isalpha, name)):
        return "no_name"
    if len(name) > LONGEST:
        return "long_name"
    read = read_name(name)
    if not isinstance(read, Problem):
        return None
    return "one_word" if read.code is ProblemCode.NAME_NOT_FULL else "not_a_name"
