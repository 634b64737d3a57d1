"""Whether the head has signed the roadmap that is followed, in words and as a button."""

from domain.people import Action, Role
from handlers.callbacks import Go
from handlers.dates import day_words
from handlers.screen import Button, button
from handlers.visit import Scene
from storage.models import AuditEntry, Roadmap


async def signature(scene: Scene) -> tuple[Roadmap | None, AuditEntry | None]:
    """The roadmap that is followed, and the signature under it."""
    organisation = await scene.organisation()
    roadmap = await scene.storage.roadmaps.active(organisation.id)
    if roadmap is None:
        return None, None
    return roadmap, await scene.storage.audit.signed(organisation.id, roadmap.id)


async def sign_button(scene: Scene) -> Button | None:
    """The way to the paper, for a head whose roadmap waits for the signature."""
    if not await scene.may(Action.SIGN):
        return None
    roadmap, entry = await signature(scene)
    waits = roadmap is not None and entry is None
    return button(scene.texts("sign-open"), Go(to="sign")) if waits else None


async def signature_words(scene: Scene) -> str | None:
    """When the head signed; that the signature is waited for, where there is a head; else nothing."""
    roadmap, entry = await signature(scene)
    if entry is not None:
        zone, today = await scene.zone(), scene.now.astimezone(await scene.zone()).date()
        return scene.texts("sign-done", day=day_words(scene.texts, entry.at.astimezone(zone).date(), today))
    organisation = await scene.organisation()
    heads = await scene.storage.people.members(organisation.id, Role.HEAD) if roadmap is not None else []
    return scene.texts("sign-waits") if heads else None
