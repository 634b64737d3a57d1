"""What is told of requests: to who answers for the row that one was opened, to who asked that it is done."""

from handlers.callbacks import Go
from handlers.part import Part
from handlers.roadmap.answering import OpenRequest
from handlers.roadmap.wording import activity_of
from handlers.row_words import short
from handlers.screen import button
from handlers.visit import Scene
from storage.models import Notice, Request
from storage.roadmaps import Row


async def opened_part(scene: Scene, notice: Notice) -> Part | None:
    """To who answers for the row: somebody asks for something; the words themselves only behind the button."""
    request, row = await told_of(scene, notice)
    if request is None or row is None or request.closed_at is not None:
        return None
    return Part(
        scene.texts("requests-news-opened", activity=short(activity_of(row.milestone), 100)),
        (button(scene.texts("requests-look"), OpenRequest(request=request.id)),),
    )


async def closed_part(scene: Scene, notice: Notice) -> Part | None:
    """To who asked: it is done; nothing when it was opened again."""
    request, row = await told_of(scene, notice)
    if request is None or row is None or request.closed_at is None:
        return None
    return Part(
        scene.texts("requests-news-closed", activity=short(activity_of(row.milestone), 100)),
        (button(scene.texts("home"), Go(to="home")),),
    )


async def told_of(scene: Scene, notice: Notice) -> tuple[Request | None, Row | None]:
    organisation_id = notice.organisation_id or 0
    request = await scene.storage.requests.get(organisation_id, int(notice.subject["request"]))
    row = await scene.storage.roadmaps.row(organisation_id, request.task_id) if request is not None else None
    return request, row
