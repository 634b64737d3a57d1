"""News of the staff: a role was taken on or away, the roadmap is signed."""

from domain.people import Role
from handlers.callbacks import Go
from handlers.part import Part
from handlers.screen import button, escape
from handlers.team.press import HandOver
from handlers.team.staff import name_by_id, role_words
from handlers.visit import Scene
from storage.codes import HANDOVER
from storage.models import Notice


async def taken_on_part(scene: Scene, notice: Notice) -> Part | None:
    """To a curator: a code has come to its person; who passes the organisation on goes on from here."""
    code = await scene.storage.codes.get(int(notice.subject["code"]))
    if code is None or code.person_id is None:
        return None
    held = (await scene.storage.people.roles(notice.organisation_id or 0)).get(code.person_id, frozenset())
    if code.role not in held:
        return None
    finishes = code.purpose == HANDOVER and code.made_by == scene.person.id
    return Part(
        scene.texts(
            "team-joined-news",
            name=await name_by_id(scene, code.person_id),
            role=role_words(scene, code.role),
            finishes=str(finishes),
        ),
        (
            button(scene.texts("hand-over-open"), HandOver(to="ask", code=code.id))
            if finishes
            else button(scene.texts("team-open"), Go(to="team")),
        ),
    )


async def taken_away_part(scene: Scene, notice: Notice) -> Part | None:
    """To whom a role was taken away, unless she has got it back."""
    role, here = str(notice.subject["role"]), notice.organisation_id or 0
    if role in (await scene.storage.people.roles(here)).get(notice.person_id, frozenset()):
        return None
    organisation = await scene.storage.organisations.get(here)
    return Part(
        scene.texts("team-taken-news", role=role_words(scene, role), organisation=escape(organisation.name)),
        (button(scene.texts("home"), Go(to="home")),),
    )


async def signed_part(scene: Scene, notice: Notice) -> Part | None:
    """To a curator, while she is one and the signature stands."""
    here = notice.organisation_id or 0
    entry = await scene.storage.audit.signed(here, int(notice.subject["roadmap"]))
    held = (await scene.storage.people.roles(here)).get(notice.person_id, frozenset())
    if entry is None or Role.CURATOR not in held:
        return None
    return Part(scene.texts("sign-news"), (button(scene.texts("curator-roadmap"), Go(to="roadmap")),))
