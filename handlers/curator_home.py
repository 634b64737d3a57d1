"""The curator's home: how the day stands, the next step of the first days, and the way to everything."""

from domain.people import Role
from handlers.callbacks import Go
from handlers.places.telling import place_button, where
from handlers.screen import Button, Screen, button, escape, lines, rows
from handlers.status import Standing, standing, summary
from handlers.visit import Scene
from handlers.waiting_letters import first_button, told, waiting_letters


async def home(scene: Scene) -> Screen:
    """The invitation, which «Люди» has too, gives its place to a letter where a screen holds no more buttons."""
    organisation = await scene.organisation()
    now, letters = await standing(scene), await waiting_letters(scene)
    own, place = await own_side(scene), await place_button(scene)
    full = bool(letters and own and place)
    return Screen(
        lines(
            await where(scene) or scene.texts("curator-title", organisation=escape(organisation.name)),
            told(scene, letters),
            await next_step(scene, now),
            summary(scene, now) if now.roadmap.total or now.filled.total else None,
        ),
        rows(
            first_button(scene, letters),
            button(scene.texts("curator-status"), Go(to="status")),
            button(scene.texts("curator-roadmap"), Go(to="roadmap")),
            button(scene.texts("curator-people"), Go(to="people")),
            button(scene.texts("curator-pairs"), Go(to="pairs")),
            button(scene.texts("curator-surveys"), Go(to="surveys")),
            button(scene.texts("curator-posts"), Go(to="posts")),
            None if full else button(scene.texts("curator-invite"), Go(to="invite")),
            own,
            button(scene.texts("more"), Go(to="more")),
            place,
            width=2,
        ),
    )


async def next_step(scene: Scene, now: Standing) -> str | None:
    """What to do next in the first days: roadmap, invitation, pairs."""
    if not now.roadmap.total:
        organisation = await scene.organisation()
        read = await scene.storage.roadmaps.waiting(organisation.id)
        return scene.texts("curator-step-roadmap" if read is None else "curator-step-switch-on")
    if not now.filled.total:
        return scene.texts("curator-step-invite")
    if not now.pairs:
        return scene.texts("curator-step-pairs", missing=now.filled.total - now.filled.done)
    return None


async def own_side(scene: Scene) -> Button | None:
    """A curator who takes part herself gets to her own pair."""
    takes_part = await scene.roles() & {Role.MENTOR, Role.MENTEE}
    return button(scene.texts("curator-own-side"), Go(to="me")) if takes_part else None
