"""A role for a colleague: a one-time code is made, shown once, listed while it waits, and may be taken back."""

from datetime import datetime

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.audit import Audited
from domain.calendar import Calendar
from domain.people import Action
from handlers.callbacks import Go
from handlers.dates import moment_words
from handlers.filters import May
from handlers.screen import Screen, button, kept, lines, page_of, rows
from handlers.team.board import board
from handlers.team.press import GiveRole, TakeBack
from handlers.team.staff import name_by_id, role_words, roles_to_give
from handlers.visit import Visit
from storage.calendars import calendar_of
from storage.codes import HANDOVER, ROLE
from storage.models import Code

router = Router(name="team_giving")

WORKING_DAYS = 3
"""How long a colleague may take to enter a code: one made before the weekend is still good after it."""
CODES_SHOWN = 5


@router.callback_query(Go.filter(F.to == "team-give"), May(Action.MANAGE_TEAM))
async def choose(query: CallbackQuery, visit: Visit) -> Screen:
    roles = roles_to_give(await visit.organisation())
    return Screen(
        visit.texts("team-give-ask"),
        rows(
            *(button(visit.texts("team-role", role=role), GiveRole(role=role)) for role in roles),
            button(visit.texts("back"), Go(to="team")),
            button(visit.texts("home"), Go(to="home")),
            width=2,
        ),
    )


@router.callback_query(GiveRole.filter(), May(Action.MANAGE_TEAM))
async def give(query: CallbackQuery, callback_data: GiveRole, visit: Visit) -> Screen:
    if callback_data.role not in roles_to_give(await visit.organisation()):
        return await board(visit, visit.texts("stale-button"))
    return await made(visit, ROLE, callback_data.role)


async def made(visit: Visit, purpose: str, role: str) -> Screen:
    """A new code with the links that open it, in a message that stays; the journal keeps that it was made."""
    organisation = await visit.organisation()
    expires_at = until_when(await calendar_of(visit.storage, organisation), visit.now)
    code = await visit.storage.codes.make(
        purpose,
        expires_at - visit.now,
        visit.now,
        organisation_id=organisation.id,
        role=role,
        made_by=visit.person.id,
    )
    await visit.storage.audit.record(
        organisation.id, visit.person.id, Audited.CODE_MADE, visit.now, role=role, purpose=purpose
    )
    links = visit.addresses.links(code.replace("-", ""))
    named = (f"{visit.texts('messenger-name', platform=platform)}: {link}" for platform, link in links.items())
    until = moment_words(visit.texts, expires_at, visit.now, await visit.zone())
    return Screen(
        visit.texts(
            "team-code",
            purpose=purpose,
            role=role_words(visit, role),
            code=code,
            links="\n".join(named),
            until=until,
        ),
        rows(kept(button(visit.texts("team-open"), Go(to="team"))), kept(button(visit.texts("home"), Go(to="home")))),
    )


def until_when(calendar: Calendar, now: datetime) -> datetime:
    """The same hour, three working days on."""
    last = calendar.add_working_days(calendar.day_of(now), WORKING_DAYS)
    return calendar.at(last, calendar.local(now).time())


@router.callback_query(Go.filter(F.to == "team-codes"), May(Action.MANAGE_TEAM))
async def waiting(query: CallbackQuery, visit: Visit) -> Screen:
    return await codes(visit)


async def codes(visit: Visit, first: str | None = None) -> Screen:
    """The oldest of the codes that wait; none of them can be shown again."""
    organisation = await visit.organisation()
    shown, _, _ = page_of(await visit.storage.codes.waiting(organisation.id, visit.now), 0, CODES_SHOWN)
    if not shown:
        return await board(visit, first)
    placed = list(enumerate(shown, 1))
    return Screen(
        lines(
            first,
            visit.texts("team-codes-title"),
            "\n".join([f"{place}. {await line(visit, code)}" for place, code in placed]),
        ),
        (
            *rows(*(button(str(place), TakeBack(code=code.id)) for place, code in placed), width=CODES_SHOWN),
            *rows(button(visit.texts("back"), Go(to="team")), button(visit.texts("home"), Go(to="home")), width=2),
        ),
    )


async def line(visit: Visit, code: Code) -> str:
    return visit.texts(
        "team-codes-line",
        handover=str(code.purpose == HANDOVER),
        role=role_words(visit, code.role),
        name=await name_by_id(visit, code.made_by),
        until=moment_words(visit.texts, code.expires_at, visit.now, await visit.zone()),
    )


@router.callback_query(TakeBack.filter(), May(Action.MANAGE_TEAM))
async def take_back(query: CallbackQuery, callback_data: TakeBack, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    waiting = await visit.storage.codes.waiting(organisation.id, visit.now)
    code = next((each for each in waiting if each.id == callback_data.code), None)
    if code is None:
        return await codes(visit, visit.texts("team-code-gone"))
    await visit.storage.codes.take_back(code)
    await visit.storage.audit.record(
        organisation.id, visit.person.id, Audited.CODE_TAKEN_BACK, visit.now, role=code.role, purpose=code.purpose
    )
    return await codes(visit, visit.texts("team-code-taken-back"))
