"""The roadmap in conversation: it comes in, is looked through, switched on, and followed row by row."""

from aiogram import Router

from handlers.roadmap import (
    answering,
    card,
    closing,
    corrected,
    doubts,
    editing,
    evidence,
    moved_dates,
    moved_rows,
    overview,
    own,
    past,
    ready,
    requests,
    responsible,
    review,
    rollover,
    stages,
    switching,
    table,
    to_sign,
    upload,
)

router = Router(name="roadmap")
router.include_routers(
    overview.router,
    table.router,
    review.router,
    corrected.router,
    doubts.router,
    rollover.router,
    past.router,
    moved_rows.router,
    moved_dates.router,
    ready.router,
    stages.router,
    to_sign.router,
    switching.router,
    responsible.router,
    own.router,
    editing.router,
    card.router,
    closing.router,
    evidence.router,
    requests.router,
    answering.router,
    upload.router,
)
