"""Codes: what each opens, a pause after many wrong ones, and a ten-minute code that joins a second messenger."""

import re
from datetime import timedelta

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers import home, questionnaire
from handlers.callbacks import Go
from handlers.district import joining
from handlers.filters import Known
from handlers.guardians import vouching
from handlers.importing.arrival import open_personal
from handlers.offline import arriving
from handlers.organisation.found import offer
from handlers.people import own_records
from handlers.screen import Screen, button, lines, rows
from handlers.team import joining as team
from handlers.visit import Visit
from storage import districts
from storage.codes import ARRIVAL, HANDOVER, ROLE
from storage.models import Code

router = Router(name="codes")

ACCOUNT_CODE_LIFETIME = timedelta(minutes=10)
FREE_FAILURES = 5
SLOWDOWN = timedelta(minutes=1)
"""How long somebody waits for the next try after ``FREE_FAILURES`` wrong codes; it doubles each time."""


CODE = re.compile(r"[A-Za-z2-9]{4}[-– ]?[A-Za-z2-9]{4}|(?=.*[A-Za-z])[A-Za-z0-9]{4}[-–][A-Za-z0-9]{4}")
"""What looks like one of our codes, O and I taken for 0 and 1 too; other words are no attempts at one."""


def looks_like_code(text: str) -> bool:
    return CODE.fullmatch(text.strip()) is not None


async def enter(visit: Visit, code: str) -> Screen | list[Screen]:
    """Spend a code; a wrong, used or late one gets a sentence and the way on, and many of them a pause."""
    if must_wait(visit):
        return Screen(visit.texts("code-wait"))
    found = await visit.storage.codes.find(code, visit.now)
    if found is None:
        return await of_organisation(visit, code)
    visit.account.failed_codes = 0
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
    from handlers.entry import door  # noqa: PLC0415 - the door asks here what a typed code is

    invitation = await visit.storage.organisations.invitation_by_code(code) or await open_personal(visit, code)
    if invitation is None:
        return refuse(visit)
    visit.account.failed_codes = 0
    return await door.invited(visit, invitation)


def must_wait(visit: Visit) -> bool:
    failures = visit.account.failed_codes - FREE_FAILURES
    if failures < 0 or visit.account.failed_code_at is None:
        return False
    return visit.now < visit.account.failed_code_at + SLOWDOWN * (1 << min(failures, 6))


def refuse(visit: Visit) -> Screen:
    visit.account.failed_codes += 1
    visit.account.failed_code_at = visit.now
    if visit.someone is not None:
        return Screen(visit.texts("code-wrong"), rows(button(visit.texts("home"), Go(to="home"))))
    return Screen(visit.texts("code-wrong"))


async def join_account(visit: Visit, code: Code) -> Screen | list[Screen]:
    """This account belongs to the person who asked for the code; she is written to here from now on."""
    if visit.someone is not None and code.person_id not in {None, visit.someone.id} and await visit.known():
        return await own_records.offer(visit, code)
    if code.person_id is None or not await visit.storage.codes.spend(code, visit.now):
        return refuse(visit)
    visit.stop_asking()
    if visit.someone is not None and visit.someone.id != code.person_id:
        return Screen(visit.texts("account-other-person"), rows(button(visit.texts("home"), Go(to="home"))))
    person = await visit.storage.people.get(code.person_id)
    visit.account.person = visit.someone = person
    person.preferred_account_id = visit.account.id
    visit.forget_roles()
    fresh = await questionnaire.resume_offer(visit) or await home.home(visit)
    return Screen(lines(visit.texts("account-joined"), fresh.text), fresh.rows)


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
