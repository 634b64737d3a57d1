"""Whether the author of a practice may be named: her own word, and her consent to publishing."""

from domain.consents import Use
from handlers.people.answers import answers_of
from handlers.visit import Scene
from storage.models import Practice


async def may_be_named(scene: Scene, practice: Practice) -> bool:
    """Only where the author wishes it and has consented to publishing."""
    return await wants_to_be_named(scene, practice) and await scene.storage.consents.allows(
        Use.PUBLISH, practice.person_id, practice.organisation_id
    )


async def wants_to_be_named(scene: Scene, practice: Practice) -> bool:
    _, answers = await answers_of(scene, await scene.storage.practices.submission(practice))
    named = answers.get("named")
    return named is not None and named.value is True


async def waits_for_consent(scene: Scene, practice: Practice) -> bool:
    """Whether the author wishes to be named, and has not consented to publishing yet."""
    return await wants_to_be_named(scene, practice) and not await may_be_named(scene, practice)
