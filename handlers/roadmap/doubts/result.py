"""The end of the way through the doubts: what was changed, what waits, what is left for the document."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from domain.roadmap.answers import unchanged
from handlers.callbacks import Go
from handlers.filters import May
from handlers.roadmap.doubts.ledger import Ledger, ledger_of
from handlers.roadmap.doubts.press import KeepRest
from handlers.roadmap.doubts.settling import reopen_all, settle_all
from handlers.roadmap.overview import present
from handlers.roadmap.press import Doubt as Look
from handlers.roadmap.press import DoubtKinds, SwitchOn, Waiting
from handlers.roadmap.reading import doubt_text
from handlers.roadmap.wording import fitted
from handlers.screen import Button, Screen, bullets, button, lines, rows
from handlers.undo import decided, reversal
from handlers.visit import Scene, Visit
from storage.models import Decision

router = Router(name="roadmap_doubts_result")

IN_DOCUMENT_SHOWN = 8


async def result(
    visit: Visit, ledger: Ledger, only: str = "", remark: str = "", undo: Button | None = None
) -> Screen:
    """How it stands after the last doubt."""
    waiting = len(ledger.waiting(only))
    roadmap, texts = ledger.roadmap, visit.texts
    settled = [found for at in ledger.told() if (found := ledger.settled(at)) is not None]
    changed = {position for each in settled for position in [*each["rows"], *map(str, each["removed"])]}
    read = roadmap.state == "read"
    return Screen(
        fitted(
            remark,
            texts("doubts-left", count=waiting) if waiting else texts("doubts-done"),
            texts("doubts-changed", count=len(changed)) if changed else None,
            in_document(visit, ledger),
        ),
        rows(
            button(texts("doubts-go-on"), Look(roadmap=roadmap.id, only=only)) if waiting else None,
            button(texts("roadmap-switch-on"), SwitchOn(roadmap=roadmap.id)) if read and not only else None,
            button(texts("doubts-to-kinds"), DoubtKinds(roadmap=roadmap.id)) if only else None,
            button(texts("doubts-look-again"), Look(roadmap=roadmap.id, at=ledger.told(only)[0], only=only)),
            undo,
            way_out(visit, ledger),
        ),
    )


def in_document(scene: Scene, ledger: Ledger) -> str | None:
    """What the curator means to correct in the paper itself."""
    places = [at for at in ledger.told() if (ledger.settled(at) or {}).get("answer") == "in_document"]
    if not places:
        return None
    told = bullets(doubt_text(scene.texts, ledger.roadmap.findings[at]) for at in places[:IN_DOCUMENT_SHOWN])
    return lines(f"{scene.texts('doubts-in-document')}\n{told}", scene.texts("doubts-in-document-advice"))


def way_out(scene: Scene, ledger: Ledger) -> Button:
    """Back to the roadmap, whether it waits or is followed."""
    read = ledger.roadmap.state == "read"
    return button(scene.texts("doubt-to-roadmap"), Waiting(roadmap=ledger.roadmap.id) if read else Go(to="roadmap"))


@router.callback_query(KeepRest.filter(), May(Action.EDIT_ROADMAP))
async def keep_rest(query: CallbackQuery, callback_data: KeepRest, visit: Visit) -> Screen:
    visit.stop_asking()
    ledger = await ledger_of(visit, callback_data.roadmap)
    if ledger is None or not ledger.told(callback_data.only):
        return await present(visit, visit.texts("doubt-gone"))
    waiting = ledger.waiting(callback_data.only)
    await settle_all(visit, ledger, dict.fromkeys(waiting, unchanged))
    undo = await decided(visit, "roadmap-doubts", roadmap=ledger.roadmap.id, places=waiting)
    return await result(visit, ledger, callback_data.only, undo=undo)


@reversal("roadmap-doubts")
async def undo_answers(visit: Visit, decision: Decision) -> bool:
    """All of them wait again."""
    ledger = await ledger_of(visit, int(decision.before["roadmap"]))
    places = [int(each) for each in decision.before["places"]]
    if ledger is None or any(ledger.settled(at) is None for at in places):
        return False
    await reopen_all(visit, ledger, places)
    return True
