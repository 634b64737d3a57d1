"""A roadmap that was read and waits for a decision: whether it still does, and «Не та карта»."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from handlers.callbacks import Go
from handlers.filters import May
from handlers.roadmap.press import Decline
from handlers.screen import Screen, button, rows
from handlers.undo import decided, reversal
from handlers.visit import Scene, Visit
from storage.models import Decision, Roadmap

router = Router(name="roadmap_waiting")


async def waiting(scene: Scene, roadmap_id: int) -> Roadmap | None:
    """The roadmap of the person's organisation, if it still waits for a decision."""
    organisation = await scene.organisation()
    roadmap = await scene.storage.roadmaps.get(organisation.id, roadmap_id)
    return roadmap if roadmap is not None and roadmap.state == "read" else None


def gone(visit: Visit) -> Screen:
    """The roadmap that a button speaks of no longer waits."""
    return Screen(
        visit.texts("roadmap-decided"),
        rows(button(visit.texts("roadmap-open"), Go(to="roadmap")), button(visit.texts("home"), Go(to="home"))),
    )


@router.callback_query(Decline.filter(), May(Action.EDIT_ROADMAP))
async def decline(query: CallbackQuery, callback_data: Decline, visit: Visit) -> Screen:
    roadmap = await waiting(visit, callback_data.roadmap)
    if roadmap is None:
        return gone(visit)
    undo = await decided(visit, "roadmap-decline", roadmap=roadmap.id)
    roadmap.state = "declined"
    visit.stop_asking()
    return Screen(
        visit.texts("roadmap-declined"),
        rows(
            button(visit.texts("roadmap-send-another"), Go(to="roadmap-new")),
            undo,
            button(visit.texts("home"), Go(to="home")),
        ),
    )


@reversal("roadmap-decline")
async def undo_decline(visit: Visit, decision: Decision) -> bool:
    """The roadmap waits again, unless another one has come since."""
    organisation = await visit.organisation()
    roadmap = await visit.storage.roadmaps.get(organisation.id, int(decision.before["roadmap"]))
    another = await visit.storage.roadmaps.waiting(organisation.id)
    if roadmap is None or roadmap.state != "declined" or another is not None:
        return False
    roadmap.state = "read"
    return True
