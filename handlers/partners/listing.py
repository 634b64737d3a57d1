"""All partners, and the table of them."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.people import Action
from handlers.callbacks import Go
from handlers.dates import day_words
from handlers.filters import May
from handlers.partners.press import OpenPartner, PartnerList, PartnerSheet
from handlers.people.tables import table
from handlers.screen import Screen, button, escape, lines, page_of, page_row, rows
from handlers.visit import Scene, Visit
from storage.models import Partner

router = Router(name="partners_listing")

ON_PAGE = 5


@router.callback_query(Go.filter(F.to == "partners"), May(Action.SEE_PEOPLE))
async def first_page(query: CallbackQuery, visit: Visit) -> Screen:
    visit.stop_asking()
    return await listing(visit)


@router.callback_query(PartnerList.filter(), May(Action.SEE_PEOPLE))
async def show(query: CallbackQuery, callback_data: PartnerList, visit: Visit) -> Screen:
    return await listing(visit, callback_data.page)


async def listing(scene: Scene, page: int = 0, first: str | None = None) -> Screen:
    organisation = await scene.organisation()
    partners = await scene.storage.partners.all(organisation.id)
    shown, number, pages = page_of(partners, page, ON_PAGE)
    placed = list(enumerate(shown, number * ON_PAGE + 1))
    told = [f"{place}. {await line(scene, partner)}" for place, partner in placed]
    openers = (button(str(place), OpenPartner(partner=partner.id)) for place, partner in placed)
    return Screen(
        lines(first, scene.texts("partners-title", count=len(partners)), "\n".join(told)),
        (
            *rows(*openers, width=ON_PAGE),
            *page_row(scene.texts, number, pages, lambda other: PartnerList(page=other)),
            *rows(
                button(scene.texts("partners-add"), Go(to="partner-new")),
                button(scene.texts("partners-sheet"), PartnerSheet()) if partners else None,
                width=2,
            ),
            *rows(button(scene.texts("back"), Go(to="people")), button(scene.texts("home"), Go(to="home")), width=2),
        ),
    )


async def line(scene: Scene, partner: Partner) -> str:
    """The name, and until when the agreement holds."""
    if partner.until is None:
        return escape(partner.name)
    today = scene.now.astimezone(await scene.zone()).date()
    key = "partners-line-over" if partner.until < today else "partners-line"
    return scene.texts(key, name=escape(partner.name), day=day_words(scene.texts, partner.until, today))


@router.callback_query(PartnerSheet.filter(), May(Action.SEE_PEOPLE))
async def sheet(query: CallbackQuery, callback_data: PartnerSheet, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    partners = await visit.storage.partners.all(organisation.id)
    paper = await table(visit, organisation, "partners", [row(visit, partner) for partner in partners])
    fresh = await listing(visit)
    return Screen(fresh.text, fresh.rows, papers=(paper,))


def row(scene: Scene, partner: Partner) -> dict[str, object]:
    return {
        "name": partner.name,
        "contact": scene.storage.partners.contact(partner),
        "agreement": partner.number,
        "agreed_on": partner.agreed_on,
        "until": partner.until,
        "file": scene.texts("partners-has-file") if partner.file_id is not None else "",
    }
