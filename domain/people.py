"""Roles, and who may do what: one table of role × action for everything behind a consent."""

from collections.abc import Iterable
from enum import StrEnum


class Role(StrEnum):
    CURATOR = "curator"
    HEAD = "head"
    MENTOR = "mentor"
    MENTEE = "mentee"
    GUARDIAN = "guardian"
    PSYCHOLOGIST = "psychologist"
    EDITOR = "editor"
    COORDINATOR = "coordinator"


class Category(StrEnum):
    """Whom an invitation is meant for («категория участника»); it decides which roles and questions are offered."""

    TEACHER = "teacher"
    PUPIL = "pupil"
    PARENT = "parent"
    GRADUATE = "graduate"
    PARTNER = "partner"


OFFERED: dict[Category, tuple[Role, ...]] = {
    Category.TEACHER: (Role.MENTOR, Role.MENTEE),
    Category.PUPIL: (Role.MENTEE, Role.MENTOR),
    Category.PARENT: (Role.GUARDIAN, Role.MENTOR),
    Category.GRADUATE: (Role.MENTOR, Role.MENTEE),
    Category.PARTNER: (Role.MENTOR,),
}
"""The roles that somebody of a category may choose at the door, the likeliest first."""


class Grade(StrEnum):
    """A teacher's qualification category (порядок аттестации, 2023), as the mentor's form keys its answers."""

    NONE = "none"
    FIRST = "first"
    HIGHEST = "highest"
    MENTOR = "mentor"
    METHODIST = "methodist"


STAFF = (Role.CURATOR, Role.HEAD, Role.PSYCHOLOGIST, Role.EDITOR, Role.COORDINATOR)
"""Privileged roles: given by a one-time code, never chosen."""


class Action(StrEnum):
    """What a person may want to do in an organisation."""

    SEE_STATUS = "see_status"
    SEE_PEOPLE = "see_people"
    INVITE = "invite"
    EDIT_ROADMAP = "edit_roadmap"
    CLOSE_TASK = "close_task"
    MAKE_PAIRS = "make_pairs"
    OPEN_SURVEY = "open_survey"
    WRITE_POST = "write_post"
    ANSWER_LETTERS = "answer_letters"
    READ_LETTERS = "read_letters"
    SET_MEETING = "set_meeting"
    SEE_DISTRICT = "see_district"
    SET_RETENTION = "set_retention"
    MANAGE_TEAM = "manage_team"
    SEE_JOURNAL = "see_journal"
    SIGN = "sign"


CURATOR_ACTIONS = frozenset(Action) - {Action.SET_MEETING, Action.SEE_DISTRICT, Action.SIGN}

ALLOWED: dict[Role, frozenset[Action]] = {
    Role.CURATOR: CURATOR_ACTIONS,
    Role.HEAD: frozenset({Action.SEE_STATUS, Action.CLOSE_TASK, Action.SEE_JOURNAL, Action.SIGN}),
    Role.MENTOR: frozenset({Action.SET_MEETING, Action.CLOSE_TASK}),
    Role.MENTEE: frozenset({Action.SET_MEETING, Action.CLOSE_TASK}),
    Role.GUARDIAN: frozenset(),
    Role.PSYCHOLOGIST: frozenset({Action.CLOSE_TASK, Action.READ_LETTERS}),
    Role.EDITOR: frozenset({Action.WRITE_POST, Action.CLOSE_TASK}),
    Role.COORDINATOR: frozenset({Action.SEE_STATUS, Action.SEE_DISTRICT}),
}
"""`CLOSE_TASK` of anybody but a curator covers only tasks whose responsible person she is, `READ_LETTERS` only
letters to a role that she holds: the caller checks that."""


def may(roles: Iterable[str], action: Action) -> bool:
    """Whether somebody who holds ``roles`` in an organisation may do ``action`` there."""
    return any(action in ALLOWED[Role(role)] for role in roles)
