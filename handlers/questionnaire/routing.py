"""The conversation's parts, in the order in which they are asked."""

from aiogram import Router

from handlers.questionnaire import flow, looking, sending

router = Router(name="questionnaire")
router.include_routers(flow.router, looking.router, sending.router)
