"""A list of people as a curator has it, read into drafts of invitations, with what is wrong in its cells."""

from domain.people_lists.draft import CellProblem, Draft, NotAList, PeopleList, name_key
from domain.people_lists.reading import LONGEST_POST, read_people

__all__ = ["LONGEST_POST", "CellProblem", "Draft", "NotAList", "PeopleList", "name_key", "read_people"]
