"""An organisation joins a district with its code, sees what the district sees, and may leave again."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from domain.audit import Audited
from domain.notices import News
from domain.people import Action
from domain.roadmap.levels import DISTRICT
from handlers import codes
from handlers.callbacks import Go
from handlers.district.naming import named
from handlers.district.press import Enter
from handlers.district.settling import settle, tell
from handlers.filters import Asked, May
from handlers.organisation.found import offer
from handlers.screen import Button, Screen, button, lines, rows
from handlers.visit import Scene, Visit
from storage.districts import CODE
from storage.models import Code, Organisation

router = Router(name="district_joining")


async def enter(visit: Visit, code: Code) -> Screen:
    """A district's code: a curator's organisation may join; anybody else founds one in the district."""
    district = await visit.storage.organisations.get(code.organisation_id or 0)
    name = named(district)
    if not await visit.may(Action.EDIT_ROADMAP):
        founding = await offer(visit, code)
        return Screen(lines(visit.texts("district-founding", district=name), founding.text), founding.rows)
    organisation = await visit.organisation()
    if organisation.level == DISTRICT or organisation.parent_id is not None:
        return await present(visit, organisation)
    visit.ask("join-district", code=code.id)
    return Screen(
        visit.texts("district-join-ask", organisation=named(organisation), district=name),
        rows(button(visit.texts("district-join"), Enter()), button(visit.texts("home"), Go(to="home"))),
    )


async def present(visit: Visit, organisation: Organisation, remark: str = "") -> Screen:
    """The organisation and its district: what is seen there, and the way in or out."""
    home = button(visit.texts("home"), Go(to="home"))
    if organisation.level == DISTRICT:
        return Screen(visit.texts("district-is-one"), rows(home))
    if organisation.parent_id is None:
        visit.ask("district-code")
        return Screen(lines(remark, visit.texts("district-ask-code")), rows(home))
    district = await visit.storage.organisations.get(organisation.parent_id)
    return Screen(
        lines(remark, visit.texts("district-inside", district=named(district))),
        rows(button(visit.texts("district-leave"), Enter(leave=True)), home),
    )


async def district_button(scene: Scene) -> Button | None:
    """«Войти в район» or «Наш район», for who keeps an organisation's roadmap."""
    if not await scene.may(Action.EDIT_ROADMAP):
        return None
    organisation = await scene.organisation()
    if organisation.level == DISTRICT:
        return None
    key = "district-enter" if organisation.parent_id is None else "district-ours"
    return button(scene.texts(key), Go(to="our-district"))


@router.callback_query(Go.filter(F.to == "our-district"), May(Action.EDIT_ROADMAP))
async def show(query: CallbackQuery, visit: Visit) -> Screen:
    return await present(visit, await visit.organisation())


@router.message(Asked("district-code"), May(Action.EDIT_ROADMAP))
async def take_code(message: Message, visit: Visit) -> Screen | list[Screen]:
    if codes.looks_like_code(message.text or ""):
        return await codes.enter(visit, message.text or "")
    return await present(visit, await visit.organisation(), visit.texts("district-no-code"))


@router.callback_query(Enter.filter(), May(Action.EDIT_ROADMAP))
async def decide(query: CallbackQuery, callback_data: Enter, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    if callback_data.leave:
        return await leave(visit, organisation)
    about = visit.account.asked_about if visit.account.asked == "join-district" else {}
    code = await visit.storage.codes.get(int(about.get("code", 0)))
    holds = code is not None and code.purpose == CODE and code.used_at is None and code.expires_at > visit.now
    if code is None or not holds or organisation.level == DISTRICT or organisation.parent_id is not None:
        return await present(visit, organisation, visit.texts("stale-button"))
    visit.stop_asking()
    await visit.storage.districts.move(organisation, code.organisation_id)
    await visit.storage.audit.record(organisation.id, visit.person.id, Audited.DISTRICT_JOINED, visit.now)
    count = await settle(visit, organisation)
    district = await visit.storage.organisations.get(organisation.parent_id or 0)
    return Screen(
        visit.texts("district-joined", district=named(district), count=count),
        rows(button(visit.texts("curator-roadmap"), Go(to="roadmap")), button(visit.texts("home"), Go(to="home"))),
    )


async def leave(visit: Visit, organisation: Organisation) -> Screen:
    """What was done stays with the organisation, and comes back when it joins again."""
    district_id = organisation.parent_id
    if district_id is None:
        return await present(visit, organisation, visit.texts("stale-button"))
    await visit.storage.districts.move(organisation, None)
    await visit.storage.audit.record(organisation.id, visit.person.id, Audited.DISTRICT_LEFT, visit.now)
    await tell(visit, News.DISTRICT_LEFT, organisation, district_id)
    return Screen(visit.texts("district-left"), rows(button(visit.texts("home"), Go(to="home"))))
