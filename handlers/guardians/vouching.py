"""A child's code opened in a grown-up's chat: who asks for what, the own consent, the consent for the child."""

from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.consents import Age, By, ConsentKind, Use
from domain.forms.names import full_name
from domain.notices import News
from domain.people import Category, Role
from handlers import codes
from handlers.callbacks import Go
from handlers.consents.wording import full_text, short_text
from handlers.dates import moment_words
from handlers.filters import Asked, Known
from handlers.guardians.children import child_button
from handlers.guardians.press import Vouch
from handlers.held import takes_part
from handlers.screen import Screen, button, escape, lines, rows
from handlers.visit import Visit
from storage.models import Code, Organisation, Person

router = Router(name="guardians_vouching")


async def offer(visit: Visit, code: Code) -> Screen:
    """Who asks for what; a minor's own chat is the wrong place for the code."""
    if await is_wrong_place(visit, code):
        return Screen(visit.texts("guardian-own-code"))
    organisation = await organisation_of(visit, code)
    visit.ask("vouch", code=code.id)
    inside = await is_inside(visit, organisation)
    return Screen(
        visit.texts(
            "guardian-asked",
            organisation=escape(organisation.name),
            age=await age_of_child(visit, code),
            **await made(visit, code, organisation),
            known=str(inside),
            kept=str(await is_kept(visit, code)),
        ),
        rows(
            button(visit.texts("guardian-go-on"), Vouch(to="child" if inside else "own")),
            button(visit.texts("guardian-no"), Vouch(to="no")),
        ),
    )


async def is_wrong_place(visit: Visit, code: Code) -> bool:
    """The child's own chat, and that of any other who is a minor or has said to be one."""
    if code.account_id == visit.account.id:
        return True
    someone = visit.someone
    if someone is None:
        return visit.account.age in {Age.CHILD, Age.TEEN}
    return someone.id == code.person_id or someone.age != Age.ADULT


async def organisation_of(visit: Visit, code: Code) -> Organisation:
    return await visit.storage.organisations.get(code.organisation_id or 0)


async def is_inside(visit: Visit, organisation: Organisation) -> bool:
    """Whether the guardian's own data may be kept in this organisation already."""
    if visit.someone is None:
        return False
    return await visit.storage.consents.allows(Use.KEEP, visit.someone.id, organisation.id)


async def made(visit: Visit, code: Code, organisation: Organisation) -> dict[str, str]:
    """When and in which messenger the code was made: by that a parent of several children knows whose it is.

    The name is not asked before the consent, nor told to whoever holds the code.
    """
    account = await visit.storage.people.account_by_id(code.account_id or 0)
    moment = moment_words(visit.texts, code.created_at, visit.now, ZoneInfo(organisation.timezone))
    return {"moment": moment, "platform": account.platform if account is not None else "none"}


async def age_of_child(visit: Visit, code: Code) -> str:
    if code.person_id is not None:
        return (await visit.storage.people.get(code.person_id)).age
    account = await visit.storage.people.account_by_id(code.account_id or 0)
    return account.age if account is not None else Age.CHILD


async def is_kept(visit: Visit, code: Code) -> bool:
    """Whether the minor takes part already, so that there is data of hers to be closed."""
    organisation = await organisation_of(visit, code)
    return code.person_id is not None and await takes_part(visit, code.person_id, organisation.id)


async def open_code(visit: Visit) -> Code | None:
    """The code that this chat is about, while it holds."""
    about = visit.account.asked_about if visit.account.asked == "vouch" else {}
    code = await visit.storage.codes.get(int(about.get("code", 0)))
    holds = code is not None and code.used_at is None and code.expires_at > visit.now
    return code if holds else None


@router.message(Asked("vouch", anything=True))
async def meanwhile(message: Message, visit: Visit) -> Screen:
    """Words typed before the consent: the same offer again."""
    code = await open_code(visit)
    if code is None:
        visit.stop_asking()
        return Screen(visit.texts("guardian-code-over"))
    return await offer(visit, code)


@router.callback_query(Vouch.filter())
async def step(query: CallbackQuery, callback_data: Vouch, visit: Visit) -> Screen | list[Screen]:
    code = await open_code(visit)
    if code is None or await is_wrong_place(visit, code):
        return Screen(visit.texts("guardian-code-over"))
    organisation = await organisation_of(visit, code)
    to = callback_data.to
    if to == "no":
        visit.stop_asking()
        return Screen(visit.texts("guardian-declined", kept=str(await is_kept(visit, code))))
    if not await is_inside(visit, organisation):
        return await own_consent(visit, organisation, to)
    if to == "agree":
        return await vouch(visit, code, organisation)
    return await for_child(visit, organisation, whole=to == "whole")


async def own_consent(visit: Visit, organisation: Organisation, to: str) -> Screen:
    """First the grown-up's own data: who consents for a child has to be known."""
    if to == "own-agree":
        visit.account.age = Age.ADULT
        await visit.accept_consent(organisation.id)
        return await for_child(visit, organisation)
    whole = to == "own-whole"
    return Screen(
        visit.texts("consent-in-file") if whole else await short_text(visit, organisation, "guardian-own"),
        rows(
            button(visit.texts("consent-give"), Vouch(to="own-agree")),
            None if whole else button(visit.texts("consent-read"), Vouch(to="own-whole")),
            button(visit.texts("guardian-no"), Vouch(to="no")),
        ),
        papers=(await full_text(visit, ConsentKind.PROCESSING, organisation, by_guardian=False),) if whole else (),
    )


async def for_child(visit: Visit, organisation: Organisation, *, whole: bool = False) -> Screen:
    """The consent for the child: a document and a step of its own."""
    return Screen(
        visit.texts("consent-in-file") if whole else await short_text(visit, organisation, "guardian-for-child"),
        rows(
            button(visit.texts("guardian-give"), Vouch(to="agree")),
            None if whole else button(visit.texts("consent-read"), Vouch(to="whole")),
            button(visit.texts("guardian-no"), Vouch(to="no")),
        ),
        papers=(await full_text(visit, ConsentKind.PROCESSING, organisation, by_guardian=True),) if whole else (),
    )


async def vouch(visit: Visit, code: Code, organisation: Organisation) -> Screen:
    """Keep the consent for the child, who is told; then ask the guardian's name where it is not known."""
    if not await visit.storage.codes.spend(code, visit.now):
        return Screen(visit.texts("guardian-code-over"))
    visit.stop_asking()
    child = await child_of(visit, code, organisation)
    if child is None:
        return Screen(visit.texts("guardian-code-over"))
    programme = await visit.storage.organisations.programme(organisation.id)
    await visit.storage.people.join(
        visit.person.id, organisation.id, programme.id, Role.GUARDIAN, visit.now, Category.PARENT
    )
    visit.person.organisation_id = organisation.id
    visit.forget_roles()
    await visit.storage.guardians.add(child.id, visit.person.id, organisation.id, visit.now)
    await consent_for(visit, child, organisation, ConsentKind.PROCESSING)
    await visit.storage.notices.add(
        child.id,
        News.GUARDIAN_AGREED,
        f"guardian:{code.id}:agreed:person:{child.id}",
        visit.now,
        visit.now,
        organisation_id=organisation.id,
    )
    return await thanks(visit, child)


async def consent_for(visit: Visit, child: Person, organisation: Organisation, kind: ConsentKind) -> None:
    await visit.storage.consents.give(
        child.id,
        organisation.id,
        kind,
        By.GUARDIAN,
        visit.now,
        given_by=visit.person.id,
        account_id=visit.account.id,
    )


async def child_of(visit: Visit, code: Code, organisation: Organisation) -> Person | None:
    """The child behind the code, who becomes a person with this consent; None when the child has gone."""
    if code.person_id is not None:
        return await visit.storage.people.find(code.person_id)
    account = await visit.storage.people.account_by_id(code.account_id or 0)
    if account is None or account.person is not None:
        return account.person if account is not None else None
    child = await visit.storage.people.add_person(account, visit.now)
    child.age, child.organisation_id = account.age or Age.CHILD, organisation.id
    return child


async def thanks(visit: Visit, child: Person) -> Screen:
    if visit.person.name:
        return Screen(
            visit.texts("guardian-thanks"),
            rows(child_button(visit, child), button(visit.texts("home"), Go(to="home"))),
        )
    visit.ask("guardian-name", child=child.id)
    return Screen(lines(visit.texts("guardian-thanks"), visit.texts("guardian-name-ask")))


@router.message(Asked("guardian-name"), Known())
async def take_name(message: Message, visit: Visit) -> Screen | list[Screen]:
    """The guardian's name, which a consent for somebody else has to hold; another child's code is no name."""
    if codes.looks_like_code(message.text or ""):
        return await codes.enter(visit, message.text or "")
    name = full_name(message.text or "")
    if name is None:
        return Screen(visit.texts("guardian-name-again"))
    child = await visit.storage.people.find(int(visit.account.asked_about.get("child", 0)))
    visit.stop_asking()
    visit.storage.people.rename(visit.person, name)
    return Screen(
        visit.texts("guardian-name-kept"),
        rows(child_button(visit, child) if child is not None else None, button(visit.texts("home"), Go(to="home"))),
    )
