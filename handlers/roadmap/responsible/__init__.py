"""«Кто отвечает?»: names and posts of the paper tied to people and roles, seen by name and by person."""

from aiogram import Router

from handlers.roadmap.responsible import leading, naming, paper_names, proposing

router = Router(name="roadmap_responsible")
router.include_routers(paper_names.router, naming.router, leading.router, proposing.router)
