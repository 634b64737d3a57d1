"""Notices of practices: one waits for its editor; the author learns what was decided."""

from domain.practices import State
from handlers.callbacks import Go
from handlers.part import Part
from handlers.practices.press import Look, Share
from handlers.screen import button, escape, lines
from handlers.visit import Scene
from storage.models import Notice


async def waits_part(scene: Scene, notice: Notice) -> Part | None:
    """To an editor, while it waits."""
    practice = await scene.storage.practices.get(notice.organisation_id or 0, int(notice.subject["practice"]))
    if practice is None or practice.state != State.WAITING:
        return None
    return Part(
        scene.texts("practice-waits-news"),
        (button(scene.texts("practice-look"), Look(practice=practice.id)),),
        subject="practices",
    )


async def decided_part(scene: Scene, notice: Notice) -> Part | None:
    """To the author: the decision as it stands now, with the editor's word."""
    practice = await scene.storage.practices.get(notice.organisation_id or 0, int(notice.subject["practice"]))
    if practice is None or practice.state == State.WAITING:
        return None
    writing = practice.state == State.WRITING
    return Part(
        lines(
            scene.texts("practice-decided-news", state=practice.state),
            f"<i>{escape(practice.remark)}</i>" if practice.remark else None,
        ),
        (
            button(scene.texts("practice-rework"), Share())
            if writing
            else button(scene.texts("practices-button"), Go(to="practices")),
        ),
        subject=f"practice:{practice.id}",
    )
