"""Which organisation a screen is about, said only to people who have several."""

from domain.people import Role
from handlers.places.press import Places
from handlers.screen import Button, button, escape
from handlers.visit import Scene
from storage.models import Organisation


def named(scene: Scene, organisation: Organisation) -> str:
    """The organisation's name; one that is being founded has none yet."""
    return organisation.name or scene.texts("place-unnamed")


async def where(scene: Scene) -> str | None:
    """«Вы сейчас: Школа № 1 · наставник»; None for somebody who has one organisation."""
    if len(await scene.storage.places.of(scene.person.id)) < 2:
        return None
    held = await scene.roles()
    roles = ", ".join(scene.texts("people-role", role=role) for role in Role if role in held)
    name = escape(named(scene, await scene.organisation()))
    return scene.texts("place-now", name=name, roles=roles or "none")


async def place_button(scene: Scene) -> Button | None:
    """The way to another organisation, where there is one."""
    if scene.someone is None or len(await scene.storage.places.of(scene.person.id)) < 2:
        return None
    return button(scene.texts("place-change"), Places())
