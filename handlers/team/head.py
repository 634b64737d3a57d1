"""The head's home: what waits for a signature, how far the year is, and the way to look closer."""

from domain.people import Action, Role
from handlers.callbacks import Go
from handlers.places.telling import place_button, where
from handlers.screen import Screen, button, escape, lines, rows
from handlers.status import standing, summary
from handlers.team.press import Colleagues, Journal
from handlers.team.signature import sign_button, signature_words
from handlers.visit import Scene


async def home(scene: Scene) -> Screen:
    organisation = await scene.organisation()
    now = await standing(scene)
    has_begun = now.roadmap.total or now.filled.total
    own_side = await scene.roles() - {Role.HEAD}
    return Screen(
        lines(
            await where(scene),
            scene.texts("curator-title", organisation=escape(organisation.name)),
            await signature_words(scene),
            summary(scene, now) if has_begun else scene.texts("head-not-begun"),
        ),
        rows(
            await sign_button(scene),
            button(scene.texts("curator-status"), Go(to="status")),
            button(scene.texts("curator-roadmap"), Go(to="roadmap")),
            button(scene.texts("curator-people"), Colleagues()),
            button(scene.texts("journal-open"), Journal()),
            button(scene.texts("curator-posts"), Go(to="posts")) if await scene.may(Action.WRITE_POST) else None,
            button(scene.texts("curator-own-side"), Go(to="me")) if own_side else None,
            await place_button(scene),
            button(scene.texts("more"), Go(to="more")),
            width=2,
        ),
    )
