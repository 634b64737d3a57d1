"""Codes: what each opens, a pause after many wrong ones, and a ten-minute code that joins a second messenger."""

import logging
import re
from datetime import timedelta

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.audit import Audited
from handlers import home, questionnaire
from handlers.callbacks import Go
from handlers.district import joining
from handlers.entry import door
from handlers.filters import Known
from handlers.guardians import vouching
from handlers.importing.arrival import open_personal
from handlers.offline import arriving
from handlers.organisation.found import offer
from handlers.people import own_records
from handlers.screen import Button, Screen, button, rows
from handlers.team import joining as team
from handlers.visit import Visit
from storage import districts
from storage.codes import ARRIVAL, HANDOVER, ROLE
from storage.models import Account, Code

router = Router(name="codes")
log = logging.getLogger(__name__)

ACCOUNT_CODE_LIFETIME = timedelta(minutes=10)
FREE_FAILURES = 5
SLOWDOWN = timedelta(minutes=1)
"""How long somebody waits for the next try after ``FREE_FAILURES`` wrong codes; it doubles each time."""
FORGOTTEN_AFTER = timedelta(days=1)
"""Without a wrong code in between. A good one forgives nothing, else a known code would buy tries at unknown ones."""

LATIN = re.compile(r"(?=.*[A-Z])[A-Z0-9]{4}[-–— ]?[A-Z0-9]{4}|[2-9]{4}[-–— ]?[2-9]{4}")
MIXED = re.compile(r"(?=.*[0-9])(?=.*[A-ZА-Я])[A-ZА-Я0-9]{4}[-–— ]?[A-ZА-Я0-9]{4}")
"""What looks like one of our codes, with letters and figures mixed up too; other words are no attempts at one."""


def looks_like_code(text: str) -> bool:
    typed = text.strip().upper()
    return LATIN.fullmatch(typed) is not None or MIXED.fullmatch(typed) is not None


async def enter(visit: Visit, code: str) -> Screen | list[Screen]:
    """Spend a code; a wrong, used or late one gets a sentence and the way on, and many of them a pause."""
    pause = await pause_left(visit)
    if pause:
        return Screen(visit.texts("code-wait", minutes=-(-pause // timedelta(minutes=1))), way_home(visit))
    found = await visit.storage.codes.find(code, visit.now)
    if found is None:
        return await of_organisation(visit, code)
    return await open_door(visit, found)


async def open_door(visit: Visit, code: Code) -> Screen | list[Screen]:
    """What a good code is for."""
    if code.purpose == "organisation":
        return await offer(visit, code)
    if code.purpose == districts.CODE:
        return await joining.enter(visit, code)
    if code.purpose in {ROLE, HANDOVER}:
        return await team.offer(visit, code)
    if code.purpose == "guardian":
        return await vouching.offer(visit, code)
    if code.purpose == ARRIVAL:
        return await arriving.offer(visit, code)
    return await join_account(visit, code)


async def of_organisation(visit: Visit, code: str) -> Screen | list[Screen]:
    """The code of an invitation, of one for many or a personal one, which opens the door as its link does."""
    invitation = await visit.storage.organisations.invitation_by_code(code) or await open_personal(visit, code)
    if invitation is None:
        return await refuse(visit)
    return await door.invited(visit, invitation)


async def failures(visit: Visit) -> list[Account]:
    """The person's accounts with wrong codes that are not forgotten: a second messenger gives no second try."""
    accounts = await visit.storage.people.accounts(visit.person.id) if visit.someone is not None else [visit.account]
    return [
        each
        for each in accounts
        if each.failed_code_at is not None and visit.now - each.failed_code_at < FORGOTTEN_AFTER
    ]


async def pause_left(visit: Visit) -> timedelta:
    """How long the next try has to wait; zero where it need not."""
    failed = await failures(visit)
    last = max((each.failed_code_at for each in failed if each.failed_code_at is not None), default=None)
    too_many = sum(each.failed_codes for each in failed) - FREE_FAILURES
    if last is None or too_many < 0:
        return timedelta()
    return max(last + SLOWDOWN * (1 << min(too_many, 6)) - visit.now, timedelta())


async def refuse(visit: Visit) -> Screen:
    """Count the wrong code; one too many is logged, and stands in the journal where its organisation is known."""
    account = visit.account
    is_counted = account in await failures(visit)
    account.failed_codes = account.failed_codes + 1 if is_counted else 1
    account.failed_code_at = visit.now
    if sum(each.failed_codes for each in await failures(visit)) == FREE_FAILURES:
        log.warning("%d wrong codes from account %d", FREE_FAILURES, account.id)
        if visit.someone is not None and visit.here is not None and await visit.known():
            await visit.storage.audit.record(visit.here, visit.person.id, Audited.WRONG_CODES, visit.now)
    return Screen(visit.texts("code-wrong"), way_home(visit))


def way_home(visit: Visit) -> tuple[tuple[Button, ...], ...]:
    """For who has one."""
    return rows(button(visit.texts("home"), Go(to="home")) if visit.someone is not None else None)


async def join_account(visit: Visit, code: Code) -> Screen | list[Screen]:
    """This account belongs to the person who asked for the code; she is written to here from now on."""
    if visit.someone is not None and code.person_id not in {None, visit.someone.id} and await visit.known():
        return await own_records.offer(visit, code)
    if code.person_id is None or not await visit.storage.codes.spend(code, visit.now):
        return await refuse(visit)
    visit.stop_asking()
    if visit.someone is not None and visit.someone.id != code.person_id:
        return Screen(visit.texts("account-other-person"), way_home(visit))
    person = await visit.storage.people.get(code.person_id)
    visit.account.person = visit.someone = person
    person.preferred_account_id = visit.account.id
    visit.forget_roles()
    said = Screen(visit.texts("account-joined"), standing=(visit.texts("home"),))
    return [said, await questionnaire.resume_offer(visit) or await home.home(visit)]


@router.callback_query(Go.filter(F.to == "other-messenger"), Known())
async def other_messenger(query: CallbackQuery, visit: Visit) -> Screen:
    """A ten-minute code for going on in the other messenger, with the link that opens it there."""
    code = await visit.storage.codes.make("account", ACCOUNT_CODE_LIFETIME, visit.now, visit.person.id)
    links = visit.addresses.links(code.replace("-", ""))
    other = {platform: link for platform, link in links.items() if platform != visit.account.platform}
    place = visit.texts("messenger-name", platform=next(iter(other), ""))
    return Screen(
        visit.texts("account-code", code=code, place=place, link=next(iter(other.values()), "")),
        rows(button(visit.texts("home"), Go(to="home"))),
    )
