"""The district's organisations as one list of traffic lights, the worst first."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.people import Action
from handlers.callbacks import Go
from handlers.district.board import organisation_screen
from handlers.district.press import OpenOrganisation, Organisations
from handlers.district.standing import Standing, count, overdue, sign_of, standing
from handlers.filters import Asked, May
from handlers.row_words import short
from handlers.screen import Screen, button, lines, page_of, page_row, rows
from handlers.visit import Visit
from storage.models import Organisation
from storage.people import fold

router = Router(name="district_organisations")

ON_PAGE = 50
BUTTONS = 5
LONGEST_NAME = 36


@router.callback_query(Organisations.filter(), May(Action.SEE_DISTRICT))
async def show(query: CallbackQuery, callback_data: Organisations, visit: Visit) -> Screen:
    return await listing(visit, callback_data.page)


async def listing(visit: Visit, page: int = 0, remark: str = "") -> Screen:
    """Fifty organisations on a screen; the worst have buttons, any may be opened by its number or name."""
    now = await standing(visit)
    if not now.organisations:
        return Screen(
            lines(remark, visit.texts("district-nobody")),
            rows(
                button(visit.texts("district-code"), Go(to="district-code")),
                button(visit.texts("home"), Go(to="home")),
            ),
        )
    visit.ask("district-organisation")
    shown, number, pages = page_of(now.worst_first(), page, ON_PAGE)
    placed = list(enumerate(shown, number * ON_PAGE + 1))
    return Screen(
        lines(
            remark,
            visit.texts("district-list", count=len(now.organisations)),
            "\n".join(line(visit, place, each, now) for place, each in placed),
            visit.texts("district-list-open"),
        ),
        (
            *rows(
                *(button(str(place), OpenOrganisation(organisation=each.id)) for place, each in placed[:BUTTONS]),
                width=BUTTONS,
            ),
            *page_row(visit.texts, number, pages, lambda to: Organisations(page=to)),
            *rows(
                button(visit.texts("district-table"), Go(to="district-table")),
                button(visit.texts("home"), Go(to="home")),
                width=2,
            ),
        ),
    )


def line(visit: Visit, place: int, organisation: Organisation, now: Standing) -> str:
    cells = [cell for _, cell in now.of_organisation(organisation.id)]
    done = count(cells)
    return visit.texts(
        "district-list-line",
        place=str(place),
        sign=sign_of(cells),
        name=short(organisation.name, LONGEST_NAME),
        done=done.done,
        total=done.total,
        late=overdue(cells),
    )


@router.message(Asked("district-organisation"), May(Action.SEE_DISTRICT))
async def typed(message: Message, visit: Visit) -> Screen:
    """The number in the list, or a part of the name."""
    now = await standing(visit)
    found = matching(now.worst_first(), (message.text or "").strip())
    if found is None:
        return await listing(visit, remark=visit.texts("district-not-found"))
    visit.stop_asking()
    return await organisation_screen(visit, found.id)


def matching(organisations: list[Organisation], written: str) -> Organisation | None:
    """The one organisation that is meant; None when none is, or several are."""
    if written.isdecimal() and 1 <= int(written) <= len(organisations):
        return organisations[int(written) - 1]
    named = [each for each in organisations if fold(written) in fold(each.name)] if written else []
    return named[0] if len(named) == 1 else None
