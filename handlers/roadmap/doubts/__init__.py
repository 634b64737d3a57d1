"""The doubts of a roadmap one by one, with proposals to choose from, before the year is on and at any time later."""

from aiogram import Router

from handlers.roadmap.doubts import kinds, result, typed, walking

router = Router(name="roadmap_doubts")
router.include_routers(walking.router, typed.router, result.router, kinds.router)
