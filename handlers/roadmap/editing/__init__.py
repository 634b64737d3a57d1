"""Rows changed by hand at any time of the year, with their history; rows added and taken out."""

from aiogram import Router

from handlers.roadmap.editing import adding, due, history, menu, people, plain, removed, removing

router = Router(name="roadmap_editing")
router.include_routers(
    menu.router,
    plain.router,
    due.router,
    people.router,
    adding.router,
    removing.router,
    removed.router,
    history.router,
)
