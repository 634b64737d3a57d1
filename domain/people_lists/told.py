"""The words by which a list tells somebody's role or category."""

from collections.abc import Mapping

from domain.forms.wording import words
from domain.people import Category, Role

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


def role_told(text: str) -> Role | None:
    said = words(text)
    return next((role for start, role in ROLES.items() for word in said if word.startswith(start)), None)


def category_told(text: str) -> Category | None:
    said = words(text)
    return next((each for start, each in CATEGORIES.items() for word in said if word.startswith(start)), None)


def is_grade(text: str) -> bool:
    """«Высшая» under «Категория» is a qualification, which says nothing of the role."""
    return any(word.startswith(GRADES) for word in words(text))
