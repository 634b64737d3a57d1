"""«Мои данные»: all that is stored about a person, to look at, to take along, to correct and to have erased."""

from aiogram import Router

from handlers.my_data import correcting, seeing

router = Router(name="my_data")
router.include_routers(seeing.router, correcting.router)
