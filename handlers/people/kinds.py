"""The form of mentoring that a pair stands for: «педагог — педагог», «педагог — ученик»…"""

from collections.abc import Iterable, Mapping

from domain.people import Category
from handlers.visit import Scene
from storage.mentorships import Pair


def forms_of_mentoring(scene: Scene, pairs: Iterable[Pair], categories: Mapping[int, Category]) -> list[str]:
    """Each form once, told by the categories of a pair's two sides."""
    sides = (
        (categories.get(pair.mentor.id, Category.TEACHER), categories.get(mentee.id, Category.TEACHER))
        for pair in pairs
        for mentee in pair.mentees
    )
    return [
        scene.texts("people-form-of-mentoring", mentor=mentor, mentee=mentee)
        for mentor, mentee in dict.fromkeys(sides)
    ]
