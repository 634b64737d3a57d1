"""The roadmap in conversation: it comes in, is looked through, switched on, and followed row by row."""

from aiogram import Router

from handlers.roadmap import (
    answering,
    card,
    closing,
    doubts,
    editing,
    evidence,
    overview,
    own,
    requests,
    responsible,
    review,
    switching,
    table,
    upload,
)

router = Router(name="roadmap")
router.include_routers(
    overview.router,
    table.router,
    review.router,
    doubts.router,
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
