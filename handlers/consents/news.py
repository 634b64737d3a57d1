"""Notices about consents: to curators, who withdrew; to who was taken out or is held, what it means for her."""

from domain.consents import ConsentKind, Use
from handlers.callbacks import Go
from handlers.held import held
from handlers.part import Part
from handlers.screen import button, escape, lines
from handlers.status import name_of
from handlers.veil import veiled
from handlers.visit import Scene
from storage.models import Notice


async def withdrawn_part(scene: Scene, notice: Notice) -> Part | None:
    """To a curator. Who has withdrawn everything has no name any more; whose pair it was is told."""
    organisation_id, subject = notice.organisation_id or 0, notice.subject
    person = await scene.storage.people.find(int(subject["person"]))
    known = await veiled(scene, (await scene.storage.people.by_id(subject["partners"])).values())
    partners = ", ".join(name_of(scene, each) for each in known if each.name)
    posts = [await scene.storage.posts.get(organisation_id, each) for each in subject["posts"]]
    links = "\n".join(post.link for post in posts if post is not None and post.link)
    everything = subject["kind"] == ConsentKind.PROCESSING
    name = name_of(scene, (await veiled(scene, [person]))[0]) if person is not None else ""
    return Part(
        lines(
            scene.texts("consents-news-all") if everything else scene.texts("consents-news-publishing", name=name),
            scene.texts("consents-news-partners", names=partners) if partners else None,
            scene.texts("consents-news-posts", links=links) if links else None,
        ),
        (button(scene.texts("curator-people"), Go(to="people")),),
    )


async def needed_part(scene: Scene, notice: Notice) -> Part | None:
    """To somebody whose consents are not complete: what is missing, and the button for it."""
    if await scene.known():
        return None
    waiting = await held(scene)
    return Part(waiting.text, tuple(each for row in waiting.rows for each in row))


async def taken_out_part(scene: Scene, notice: Notice) -> Part | None:
    """To somebody whose guardian, or whose own letter, has ended her part; None when she is back already."""
    here = notice.organisation_id or 0
    if await scene.storage.consents.allows(Use.KEEP, notice.person_id, here):
        return None
    organisation = await scene.storage.organisations.get(here)
    by = str(notice.subject["by"])
    return Part(scene.texts("consents-taken-out", organisation=escape(organisation.name), by=by))
