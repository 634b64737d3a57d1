"""Posts for the rubric of the VK community: writing, approving, choosing the time, and what became of them."""

from aiogram import Router

from handlers.posts import approving, scheduling, shelf, spreading, writing

router = Router(name="posts")
router.include_routers(shelf.router, writing.router, approving.router, scheduling.router, spreading.router)
