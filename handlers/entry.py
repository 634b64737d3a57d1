"""The first minute: a link or a code opens the door, then age, consent and the choice of a role.

Until the consent nothing is kept but the account's number and the invitation (152-ФЗ, art. 9).
"""

import re

from aiogram import F, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message

from domain.consents import VERSIONS, ConsentKind
from domain.forms import Answer, Kind, Question, read_answer
from domain.people import ADULT_YEARS, Role
from handlers import codes, home, questionnaire
from handlers.callbacks import Go
from handlers.filters import Asked, Known
from handlers.screen import Screen, button, escape, lines, rows
from handlers.visit import Visit
from storage.models import Invitation, Organisation

router = Router(name="entry")

ADULT = Question("adult", Kind.YES_NO, "")
"""The question about the age, read like any other yes or no."""

ROLES = {"mentor": (Role.MENTOR,), "mentee": (Role.MENTEE,), "both": (Role.MENTOR, Role.MENTEE)}
FORMS = {Role.MENTOR: "mentor", Role.MENTEE: "mentee"}


class Step(CallbackData, prefix="in"):
    """A step of entering: ``about``, ``age``, ``adult``, ``minor``, ``consent``, ``whole``, ``agree``, ``later``."""

    to: str


class Choose(CallbackData, prefix="role"):
    """The role that a person wants: a key of ``ROLES``, or ``unsure``."""

    role: str


@router.message(CommandStart(deep_link=True))
async def open_link(message: Message, command: CommandObject, visit: Visit) -> Screen | list[Screen]:
    """An invitation link, or a one-time code in a link."""
    invitation = await visit.storage.organisations.invitation_by_token(command.args or "")
    if invitation is None:
        return await codes.enter(visit, command.args or "")
    visit.account.invitation_id = invitation.id
    visit.stop_asking()
    return await greet(visit, invitation)


@router.message(CommandStart())
async def start(message: Message, visit: Visit) -> Screen:
    visit.stop_asking()
    if visit.someone is not None:
        return await home.home(visit)
    invitation = await invitation_of(visit)
    return await greet(visit, invitation) if invitation is not None else stranger(visit)


async def greet(visit: Visit, invitation: Invitation) -> Screen:
    """Welcome to whom an invitation opened the door; one who takes part already goes home."""
    if visit.someone is not None and await is_inside(visit, invitation):
        visit.person.organisation_id = invitation.organisation_id
        visit.forget_roles()
        return await home.home(visit)
    organisation = await visit.storage.organisations.get(invitation.organisation_id)
    return welcome(visit, organisation)


async def is_inside(visit: Visit, invitation: Invitation) -> bool:
    return await visit.storage.people.has_consent(visit.person.id, invitation.organisation_id, ConsentKind.PROCESSING)


def welcome(visit: Visit, organisation: Organisation) -> Screen:
    return Screen(
        visit.texts("entry-welcome", organisation=escape(organisation.name)),
        rows(
            button(visit.texts("entry-begin"), Step(to="age")),
            button(visit.texts("entry-about"), Step(to="about")),
        ),
    )


def stranger(visit: Visit) -> Screen:
    """Somebody without a link: a curator with a code may begin, anybody else is told whom to ask."""
    return Screen(visit.texts("entry-stranger"))


async def invitation_of(visit: Visit) -> Invitation | None:
    if visit.account.invitation_id is None:
        return None
    return await visit.storage.organisations.invitation_by_id(visit.account.invitation_id)


@router.callback_query(Step.filter())
async def step(query: CallbackQuery, callback_data: Step, visit: Visit) -> Screen | list[Screen]:
    invitation = await invitation_of(visit)
    if invitation is None:
        return await home.home(visit) if visit.someone is not None else stranger(visit)
    organisation = await visit.storage.organisations.get(invitation.organisation_id)
    if callback_data.to == "minor":
        return await turn_away(visit)
    if visit.someone is not None and await is_inside(visit, invitation):
        fresh = await home.home(visit)
        return Screen(lines(visit.texts("consent-given-already"), fresh.text), fresh.rows)
    if callback_data.to == "agree":
        return await agree(visit, invitation)
    screens = {"about": about, "adult": consent, "consent": consent, "whole": whole_consent, "later": later}
    return screens.get(callback_data.to, age)(visit, organisation)


def about(visit: Visit, organisation: Organisation) -> Screen:
    return Screen(
        visit.texts("entry-about-text"),
        rows(button(visit.texts("entry-begin"), Step(to="age")), button(visit.texts("back"), Step(to="later"))),
    )


def age(visit: Visit, organisation: Organisation) -> Screen:
    visit.ask("age")
    return Screen(
        visit.texts("entry-age"),
        rows(
            button(visit.texts("entry-adult"), Step(to="adult")),
            button(visit.texts("entry-minor"), Step(to="minor")),
            button(visit.texts("back"), Step(to="later")),
        ),
    )


@router.message(Asked("age"))
async def typed_age(message: Message, visit: Visit) -> Screen:
    """«Нет», «да», «мне 17» in words; anything else is asked again."""
    invitation = await invitation_of(visit)
    if invitation is None:
        return stranger(visit)
    organisation = await visit.storage.organisations.get(invitation.organisation_id)
    said = read_answer(ADULT, message.text or "")
    years = [int(number) for number in re.findall(r"\d{1,3}", message.text or "")]
    if (years and years[0] < ADULT_YEARS) or (isinstance(said, Answer) and said.value is False):
        return await turn_away(visit)
    is_adult = years or isinstance(said, Answer)
    return consent(visit, organisation) if is_adult else age(visit, organisation)


async def turn_away(visit: Visit) -> Screen:
    """Invitations are for adults: say whom to ask, and keep nothing of this account."""
    if visit.someone is None:
        await visit.storage.people.forget(visit.account)
    return Screen(visit.texts("entry-turned-away"))


def consent(visit: Visit, organisation: Organisation) -> Screen:
    visit.stop_asking()
    return Screen(
        visit.texts("consent-short", organisation=escape(organisation.name)),
        rows(
            button(visit.texts("consent-give"), Step(to="agree")),
            button(visit.texts("consent-read"), Step(to="whole")),
            button(visit.texts("consent-later"), Step(to="later")),
        ),
    )


def whole_consent(visit: Visit, organisation: Organisation) -> Screen:
    version = VERSIONS[ConsentKind.PROCESSING]
    return Screen(
        visit.texts("consent-whole", organisation=escape(organisation.name), version=version),
        rows(
            button(visit.texts("consent-give"), Step(to="agree")),
            button(visit.texts("consent-later"), Step(to="later")),
        ),
    )


def later(visit: Visit, organisation: Organisation) -> Screen:
    return Screen(
        visit.texts("entry-later", organisation=escape(organisation.name)),
        rows(
            button(visit.texts("entry-begin"), Step(to="age")),
            button(visit.texts("entry-about"), Step(to="about")),
        ),
    )


async def agree(visit: Visit, invitation: Invitation) -> list[Screen]:
    """Keep the consent; from here on there is a person, and a way home that always stands."""
    await visit.accept_consent(invitation.organisation_id)
    return [home.way_home(visit), choice_of_role(visit)]


def choice_of_role(visit: Visit) -> Screen:
    return Screen(
        visit.texts("entry-role"),
        rows(
            button(visit.texts("entry-role-mentor"), Choose(role="mentor")),
            button(visit.texts("entry-role-mentee"), Choose(role="mentee")),
            button(visit.texts("entry-role-both"), Choose(role="both")),
            button(visit.texts("entry-role-unsure"), Choose(role="unsure")),
        ),
    )


@router.callback_query(Go.filter(F.to == "role"), Known())
async def ask_role(query: CallbackQuery, visit: Visit) -> Screen:
    return choice_of_role(visit)


@router.callback_query(Choose.filter(), Known())
async def choose(query: CallbackQuery, callback_data: Choose, visit: Visit) -> Screen | list[Screen]:
    """Take the role and go straight to its questionnaire."""
    roles = ROLES.get(callback_data.role)
    if roles is None:
        return Screen(
            visit.texts("entry-role-explained"),
            rows(
                button(visit.texts("entry-role-choose"), Go(to="role")),
                button(visit.texts("home"), Go(to="home")),
            ),
        )
    organisation = await visit.organisation()
    programme = await visit.storage.organisations.programme(organisation.id)
    for role in roles:
        await visit.storage.people.join(visit.person.id, organisation.id, programme.id, role, visit.now)
    visit.forget_roles()
    return await questionnaire.begin(visit, [FORMS[role] for role in roles])
