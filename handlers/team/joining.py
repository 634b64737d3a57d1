"""A code for a role is entered: what it gives, the consent where it is missing, the role, the name."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.audit import Audited
from domain.consents import Age, ConsentKind, Use
from domain.people import Role
from handlers import home
from handlers.callbacks import Go
from handlers.consents.wording import full_text, short_text
from handlers.filters import Asked
from handlers.nameless import ask_name
from handlers.screen import Screen, button, escape, lines, rows
from handlers.team.naming import tell_curators
from handlers.team.press import Accept
from handlers.team.staff import handed_over, role_words
from handlers.visit import Visit
from storage.codes import HANDOVER
from storage.models import Code, Organisation

router = Router(name="team_joining")


async def offer(visit: Visit, code: Code) -> Screen:
    """What the code gives; it is spent with the acceptance, so leaving here loses nothing."""
    refusal = await refused(visit, code)
    if refusal is not None:
        return at_home(visit, refusal)
    visit.ask("take-role", code=code.id)
    organisation = await organisation_of(visit, code)
    inside = await is_inside(visit, organisation)
    return Screen(
        lines(
            visit.texts(
                "team-offer",
                organisation=escape(organisation.name),
                role=role_words(visit, code.role),
                handover=str(code.purpose == HANDOVER),
            ),
            None if inside else await short_text(visit, organisation, age=Age.ADULT),
        ),
        rows(
            button(visit.texts("team-accept" if inside else "consent-give"), Accept(to="agree")),
            None if inside else button(visit.texts("consent-read"), Accept(to="whole")),
            button(visit.texts("consent-later"), Accept(to="no")),
        ),
    )


async def refused(visit: Visit, code: Code) -> str | None:
    """The key of the sentence that says why this person cannot use the code; None when she can."""
    someone = visit.someone
    age = someone.age if someone is not None else visit.account.age or Age.ADULT
    if age != Age.ADULT:
        return "team-adults-only"
    if someone is None:
        return None
    if someone.id == code.made_by:
        return "team-own-code"
    organisation = await organisation_of(visit, code)
    held = (await visit.storage.people.roles(organisation.id)).get(someone.id, frozenset())
    return "team-role-already" if held.issuperset(roles_of(code, organisation)) else None


def roles_of(code: Code, organisation: Organisation) -> tuple[Role, ...]:
    return handed_over(organisation) if code.purpose == HANDOVER else (Role(code.role),)


def at_home(visit: Visit, key: str) -> Screen:
    """A sentence, and the way home for who has one."""
    way = button(visit.texts("home"), Go(to="home")) if visit.someone is not None else None
    return Screen(visit.texts(key), rows(way))


async def organisation_of(visit: Visit, code: Code) -> Organisation:
    return await visit.storage.organisations.get(code.organisation_id or 0)


async def is_inside(visit: Visit, organisation: Organisation) -> bool:
    someone = visit.someone
    return someone is not None and await visit.storage.consents.allows(Use.KEEP, someone.id, organisation.id)


async def open_code(visit: Visit) -> Code | None:
    """The code that this chat is about, while it holds."""
    about = visit.account.asked_about if visit.account.asked == "take-role" else {}
    code = await visit.storage.codes.get(int(about.get("code", 0)))
    holds = code is not None and code.used_at is None and code.expires_at > visit.now
    return code if holds else None


@router.message(Asked("take-role", anything=True))
async def meanwhile(message: Message, visit: Visit) -> Screen:
    """Words typed before the answer: the same offer again."""
    code = await open_code(visit)
    if code is None:
        visit.stop_asking()
        return at_home(visit, "team-code-over")
    return await offer(visit, code)


@router.callback_query(Accept.filter())
async def answer(query: CallbackQuery, callback_data: Accept, visit: Visit) -> Screen | list[Screen]:
    code = await open_code(visit)
    if code is None:
        return at_home(visit, "team-code-over")
    if callback_data.to == "no":
        visit.stop_asking()
        return at_home(visit, "team-declined")
    refusal = await refused(visit, code)
    if refusal is not None:
        return at_home(visit, refusal)
    organisation = await organisation_of(visit, code)
    if callback_data.to == "whole":
        return await whole(visit, organisation)
    return await accept(visit, code, organisation)


async def whole(visit: Visit, organisation: Organisation) -> Screen:
    return Screen(
        visit.texts("consent-in-file"),
        rows(
            button(visit.texts("consent-give"), Accept(to="agree")),
            button(visit.texts("consent-later"), Accept(to="no")),
        ),
        papers=(await full_text(visit, ConsentKind.PROCESSING, organisation, by_guardian=False),),
    )


async def accept(visit: Visit, code: Code, organisation: Organisation) -> Screen | list[Screen]:
    """Spend the code; consent where it is missing, then the role; the curators hear of it."""
    if not await visit.storage.codes.spend(code, visit.now):
        return at_home(visit, "team-code-over")
    visit.stop_asking()
    is_new = visit.someone is None
    if not await is_inside(visit, organisation):
        await visit.accept_consent(organisation.id)
    code.person_id = visit.person.id
    programme = await visit.storage.organisations.programme(organisation.id)
    category = await visit.storage.people.category(visit.person.id, organisation.id)
    for role in roles_of(code, organisation):
        await visit.storage.people.join(visit.person.id, organisation.id, programme.id, role, visit.now, category)
    visit.person.organisation_id = organisation.id
    visit.forget_roles()
    await visit.storage.audit.record(
        organisation.id,
        visit.person.id,
        Audited.ROLE_TAKEN_ON,
        visit.now,
        role=code.role,
        purpose=code.purpose,
    )
    screen = await welcome(visit, code)
    return [home.way_home(visit), screen] if is_new else screen


async def welcome(visit: Visit, code: Code) -> Screen:
    """The role is there; whoever has told no name yet is asked for it."""
    said = visit.texts("team-joined", role=role_words(visit, code.role))
    if not visit.person.name:
        asked = await ask_name(visit)
        return Screen(lines(said, asked.text), asked.rows)
    await tell_curators(visit, code)
    fresh = await home.home(visit)
    return Screen(lines(said, fresh.text), fresh.rows)
