"""One organisation as its district sees it: its rows of the district's roadmap with their states, nothing else."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.notices import News
from domain.people import Action, Role
from handlers.callbacks import Go
from handlers.district.naming import named
from handlers.district.press import Exclude, OpenOrganisation, Organisations
from handlers.district.standing import Cell, Standing, count, standing
from handlers.filters import May
from handlers.roadmap.wording import ROWS_ON_PAGE, activity_of, by_section, fitted, row_name
from handlers.row_words import short
from handlers.screen import Screen, button, escape, page_of, page_row, rows
from handlers.visit import Scene, Visit
from storage.models import Milestone, Organisation

router = Router(name="district_board")


@router.callback_query(OpenOrganisation.filter(), May(Action.SEE_DISTRICT))
async def show(query: CallbackQuery, callback_data: OpenOrganisation, visit: Visit) -> Screen:
    visit.stop_asking()
    return await organisation_screen(visit, callback_data.organisation, callback_data.page)


async def organisation_screen(scene: Scene, organisation_id: int, page: int = 0) -> Screen:
    now = await standing(scene)
    organisation = next((each for each in now.organisations if each.id == organisation_id), None)
    if organisation is None:
        return gone(scene)
    shown, number, pages = page_of(now.of_organisation(organisation.id), page, ROWS_ON_PAGE)
    blocks = by_section((row.section, line(scene, row, cell)) for row, cell in shown)
    return Screen(
        fitted(title(scene, organisation, now), *blocks),
        (
            *page_row(scene.texts, number, pages, lambda to: OpenOrganisation(organisation=organisation.id, page=to)),
            *rows(
                button(scene.texts("district-exclude"), Exclude(organisation=organisation.id)),
                button(scene.texts("back"), Organisations()),
                button(scene.texts("home"), Go(to="home")),
                width=2,
            ),
        ),
    )


def title(scene: Scene, organisation: Organisation, now: Standing) -> str:
    cells = [cell for _, cell in now.of_organisation(organisation.id)]
    done = count(cells)
    return scene.texts("district-organisation", name=escape(organisation.name), done=done.done, total=done.total)


def line(scene: Scene, row: Milestone, cell: Cell) -> str:
    return scene.texts(
        "district-organisation-line",
        row=short(row_name(row), 20),
        activity=short(activity_of(row), 140),
        state=cell.state,
        proofs=cell.proofs,
    )


def gone(scene: Scene) -> Screen:
    """The organisation is not in this district (any more)."""
    return Screen(
        scene.texts("district-gone"),
        rows(
            button(scene.texts("district-organisations"), Organisations()), button(scene.texts("home"), Go(to="home"))
        ),
    )


@router.callback_query(Exclude.filter(), May(Action.SEE_DISTRICT))
async def exclude(query: CallbackQuery, callback_data: Exclude, visit: Visit) -> Screen:
    district = await visit.organisation()
    organisation = await visit.storage.districts.organisation(district.id, callback_data.organisation)
    if organisation is None:
        return gone(visit)
    name = named(organisation)
    if not callback_data.sure:
        return Screen(
            visit.texts("district-exclude-ask", name=name),
            rows(
                button(visit.texts("district-exclude-sure"), Exclude(organisation=organisation.id, sure=True)),
                button(visit.texts("back"), OpenOrganisation(organisation=organisation.id)),
            ),
        )
    await visit.storage.districts.move(organisation, None)
    await tell_curators(visit, organisation)
    return Screen(
        visit.texts("district-excluded", name=name),
        rows(
            button(visit.texts("district-organisations"), Organisations()), button(visit.texts("home"), Go(to="home"))
        ),
    )


async def tell_curators(visit: Visit, organisation: Organisation) -> None:
    district = await visit.organisation()
    for curator in await visit.storage.people.members(organisation.id, Role.CURATOR):
        await visit.storage.notices.add(
            curator.id,
            News.DISTRICT_EXCLUDED,
            f"district:{district.id}:out:{organisation.id}:{visit.now:%Y-%m-%dT%H:%M}:person:{curator.id}",
            visit.now,
            visit.now,
            organisation_id=organisation.id,
            subject={"district": district.id},
        )
