"""The coordinator's home: how the organisations stand, and the way to each of them."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.people import Action
from handlers import curator_home
from handlers.callbacks import Go
from handlers.district.press import DistrictMap, Organisations
from handlers.district.standing import Standing, count, overdue, standing
from handlers.filters import May
from handlers.places.telling import place_button, where
from handlers.screen import Screen, button, escape, lines, rows
from handlers.visit import Scene, Visit

router = Router(name="district_home")


async def home(scene: Scene) -> Screen:
    district = await scene.organisation()
    now = await standing(scene)
    has_programme = await scene.may(Action.EDIT_ROADMAP)
    return Screen(
        lines(await where(scene) or f"<b>{escape(district.name)}</b>", told(scene, now)),
        rows(
            button(scene.texts("district-map"), DistrictMap()),
            button(scene.texts("district-organisations"), Organisations()),
            button(scene.texts("curator-roadmap"), Go(to="roadmap")),
            button(scene.texts("district-code"), Go(to="district-code")),
            button(scene.texts("district-programme"), Go(to="programme")) if has_programme else None,
            button(scene.texts("more"), Go(to="more")),
            await place_button(scene),
            width=2,
        ),
    )


def told(scene: Scene, now: Standing) -> str:
    """How all stand together, or the next step of the first days."""
    if not now.rows:
        return scene.texts("district-step-roadmap")
    if not now.organisations:
        return scene.texts("district-step-code", rows=len(now.rows))
    done = count(now.whole)
    late = sum(overdue([cell for _, cell in now.of_organisation(each.id)]) > 0 for each in now.organisations)
    return scene.texts(
        "district-summary",
        organisations=len(now.organisations),
        rows=len(now.rows),
        done=done.done,
        total=done.total,
        late=late,
    )


@router.callback_query(Go.filter(F.to == "programme"), May(Action.EDIT_ROADMAP))
async def programme(query: CallbackQuery, visit: Visit) -> Screen:
    """The district's own people, pairs and posts: what any curator has."""
    own = await curator_home.home(visit)
    return Screen(own.text, (*own.rows, (button(visit.texts("home"), Go(to="home")),)))
