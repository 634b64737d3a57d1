"""How a pair and its people are named: escaped in texts, plain on buttons."""

from collections.abc import Iterable

from handlers.status import name_of
from handlers.visit import Scene
from storage.mentorships import Pair
from storage.models import Person


def label_of(scene: Scene, person: Person) -> str:
    """The person's name for a button."""
    return person.name or scene.texts("person-unnamed")


def names_of(scene: Scene, people: Iterable[Person]) -> str:
    return ", ".join(name_of(scene, person) for person in people)


def pair_label(scene: Scene, pair: Pair) -> str:
    """«Ткач — Дюма» for a button: the first words of the names, plain."""
    mentor, *mentees = (label_of(scene, person).split()[0] for person in (pair.mentor, *pair.mentees))
    return scene.texts("pairs-names", mentor=mentor, mentees=", ".join(mentees))


def pair_names(scene: Scene, pair: Pair) -> str:
    """«Мария Сергеевна — Анна Петровна», the mentor first."""
    mentor = name_of(scene, pair.mentor)
    return scene.texts("pairs-names", mentor=mentor, mentees=names_of(scene, pair.mentees))
