"""«Код для организаций»: one code lets many organisations in, until its last day or until it is closed.

A coordinator sends one letter to all organisations, so the code in it is the same for all of them; whoever comes in
is told to the coordinators, who can take an organisation out again.
"""

from datetime import timedelta

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.people import Action
from handlers.callbacks import Go
from handlers.district.naming import named
from handlers.filters import May
from handlers.roadmap.wording import today_of
from handlers.row_words import date_words
from handlers.screen import Screen, button, lines, rows
from handlers.visit import Visit
from storage.districts import CODE

router = Router(name="district_door")

LIFETIME = timedelta(days=90)


@router.callback_query(Go.filter(F.to == "district-code"), May(Action.SEE_DISTRICT))
async def show(query: CallbackQuery, visit: Visit) -> Screen:
    visit.stop_asking()
    return await door(visit)


async def door(visit: Visit, remark: str = "") -> Screen:
    """Which codes there are, and what can be done about them; the codes themselves are shown only once."""
    district = await visit.organisation()
    open_codes = await visit.storage.districts.codes(district.id, visit.now)
    day = ""
    if open_codes:
        last = open_codes[0].expires_at.astimezone(await visit.zone()).date()
        day = date_words(visit.texts, last, await today_of(visit))
    return Screen(
        lines(remark, visit.texts("district-codes", count=len(open_codes), day=day)),
        rows(
            button(visit.texts("district-code-new"), Go(to="district-code-new")),
            button(visit.texts("district-code-close"), Go(to="district-code-close")) if open_codes else None,
            button(visit.texts("home"), Go(to="home")),
        ),
    )


@router.callback_query(Go.filter(F.to == "district-code-new"), May(Action.SEE_DISTRICT))
async def make(query: CallbackQuery, visit: Visit) -> Screen:
    """A letter to send on as it is."""
    district = await visit.organisation()
    code = await visit.storage.codes.make(CODE, LIFETIME, visit.now, organisation_id=district.id)
    last = (visit.now + LIFETIME).astimezone(await visit.zone()).date()
    links = visit.addresses.links(code.replace("-", ""))
    return Screen(
        lines(
            visit.texts("district-code-made"),
            visit.texts(
                "district-code-letter",
                district=named(district),
                code=code,
                day=date_words(visit.texts, last, await today_of(visit)),
            ),
            "\n".join(
                f"{visit.texts('messenger-name', platform=platform)}: {link}" for platform, link in links.items()
            ),
        ),
        rows(
            button(visit.texts("district-code"), Go(to="district-code")),
            button(visit.texts("home"), Go(to="home")),
        ),
        fresh=True,
    )


@router.callback_query(Go.filter(F.to == "district-code-close"), May(Action.SEE_DISTRICT))
async def close(query: CallbackQuery, visit: Visit) -> Screen:
    district = await visit.organisation()
    await visit.storage.districts.close_codes(district.id, visit.now)
    return await door(visit, visit.texts("district-codes-closed"))
