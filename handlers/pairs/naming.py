"""How a pair and its people are named: escaped in texts, plain on buttons."""

from collections.abc import Iterable, Sequence

from handlers.status import name_of
from handlers.visit import Scene
from storage.mentorships import Pair
from storage.models import Person


def label_of(scene: Scene, person: Person) -> str:
    """The person's name for a button."""
    return person.name or scene.texts("person-unnamed")


def names_of(scene: Scene, people: Iterable[Person]) -> str:
    return ", ".join(name_of(scene, person) for person in people)


async def without_messenger(scene: Scene, people: Iterable[Person]) -> list[Person]:
    """Those who cannot be asked here: they answer the curator, who says so for them."""
    offline = await scene.storage.offline.people((await scene.organisation()).id)
    return [person for person in people if person.id in offline]


def alone_among(alone: Sequence[Person], count: int) -> str:
    """How many of a pair that is, for its texts: ``none``, ``one`` or ``both``."""
    return "none" if not alone else "both" if len(alone) == count else "one"


def pair_label(scene: Scene, pair: Pair) -> str:
    """«Ткач — Дюма» for a button: the first words of the names, plain."""
    mentor, *mentees = (label_of(scene, person).split()[0] for person in (pair.mentor, *pair.mentees))
    return scene.texts("pairs-names", mentor=mentor, mentees=", ".join(mentees))


def pair_names(scene: Scene, pair: Pair) -> str:
    """«Мария Сергеевна — Анна Петровна», the mentor first."""
    mentor = name_of(scene, pair.mentor)
    return scene.texts("pairs-names", mentor=mentor, mentees=names_of(scene, pair.mentees))
