"""The form of mentoring that a pair stands for: «педагог — педагог», «педагог — ученик»…"""

from collections.abc import Iterable

from handlers.visit import Scene
from storage.mentorships import Pair


async def forms_of_mentoring(scene: Scene, pairs: Iterable[Pair]) -> list[str]:
    """Each form once, told by the categories of a pair's two sides."""
    organisation = await scene.organisation()
    found: list[str] = []
    for pair in pairs:
        mentor = await scene.storage.people.category(pair.mentor.id, organisation.id)
        for mentee in pair.mentees:
            category = await scene.storage.people.category(mentee.id, organisation.id)
            found.append(scene.texts("people-form-of-mentoring", mentor=mentor, mentee=category))
    return list(dict.fromkeys(found))
