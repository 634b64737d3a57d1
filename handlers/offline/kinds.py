"""Who is to be taken in: the category, the age group where it is not plain, the role."""

import re

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from documents.paper import Paper
from domain.consents import Age, ConsentKind, age_of
from domain.forms import load
from domain.people import OFFERED, Action, Category, Role
from domain.people_lists.told import category_told, role_told
from handlers.callbacks import Go
from handlers.consents.wording import full_text
from handlers.filters import Asked, May
from handlers.offline.blanks import blank_of
from handlers.offline.press import OfflineKind
from handlers.screen import Screen, button, lines, rows
from handlers.visit import Visit

router = Router(name="offline_kinds")

SIDES = (Role.MENTOR, Role.MENTEE)
"""Roles with a questionnaire, which is what is entered here."""


@router.callback_query(Go.filter(F.to == "offline"), May(Action.SEE_PEOPLE))
async def ask_category(query: CallbackQuery, visit: Visit) -> Screen:
    return which_category(visit)


def which_category(visit: Visit, first: str | None = None) -> Screen:
    visit.ask("offline-kind")
    labels = {each: visit.texts("offline-category", category=each) for each in Category}
    return Screen(
        lines(first, visit.texts("offline-who")),
        rows(
            *(button(label, OfflineKind(category=each)) for each, label in labels.items()),
            button(visit.texts("back"), Go(to="people")),
            width=2,
        ),
    )


@router.callback_query(OfflineKind.filter(), May(Action.SEE_PEOPLE))
async def ask_rest(query: CallbackQuery, callback_data: OfflineKind, visit: Visit) -> Screen:
    return await following(visit, settled(callback_data))


@router.message(Asked("offline-kind", anything=True), May(Action.SEE_PEOPLE))
async def typed(message: Message, visit: Visit) -> Screen:
    """The answer in words; what is none of the choices is asked again."""
    said, about = message.text or "", visit.account.asked_about
    category = Category(about["category"]) if "category" in about else category_told(said)
    if category is None:
        return which_category(visit, visit.texts("offline-kind-again"))
    if "category" not in about:
        return await following(visit, settled(OfflineKind(category=category)))
    kind = OfflineKind(category=category, age=Age(about["age"]) if about["age"] else None)
    open_one = {"role": role_told(said)} if kind.age is not None else {"age": age_told(said)}
    told = settled(kind.model_copy(update=open_one))
    again = None if any(open_one.values()) else visit.texts("offline-kind-again")
    return await following(visit, told, again)


def age_told(said: str) -> Age | None:
    """«13», «ей 15 лет»."""
    years = re.search(r"\d{1,3}", said)
    return age_of(int(years[0])) if years is not None else None


async def following(visit: Visit, kind: OfflineKind, first: str | None = None) -> Screen:
    """Age and role, as far as they are open; then the consent."""
    visit.ask("offline-kind", category=kind.category, age=kind.age or "")
    if kind.age is None:
        choices = [(visit.texts("offline-age", age=age), kind.model_copy(update={"age": age})) for age in Age]
        return options(visit, "offline-age-ask", choices, first)
    if kind.role is None:
        offered = [role for role in OFFERED[kind.category] if role in SIDES]
        roles = [(visit.texts("offline-role", role=role), kind.model_copy(update={"role": role})) for role in offered]
        return options(visit, "offline-role-ask", roles, first)
    return await ask_consent(visit, kind.category, kind.age, kind.role)


def settled(kind: OfflineKind) -> OfflineKind:
    """Only pupils may be minors, and some categories offer one role."""
    offered = [role for role in OFFERED[kind.category] if role in SIDES]
    age = kind.age if kind.category is Category.PUPIL else Age.ADULT
    role = offered[0] if len(offered) == 1 else kind.role if kind.role in offered else None
    return kind.model_copy(update={"age": age, "role": role})


def options(visit: Visit, key: str, choices: list[tuple[str, OfflineKind]], first: str | None) -> Screen:
    return Screen(
        lines(first, visit.texts(key)),
        rows(*(button(label, kind) for label, kind in choices), button(visit.texts("back"), Go(to="offline"))),
    )


async def ask_consent(visit: Visit, category: Category, age: Age, role: Role) -> Screen:
    """First the signed consent: before it not even a name is kept."""
    visit.ask("offline-consent", category=category, age=age, role=role)
    return Screen(
        visit.texts("offline-consent-ask", age=age),
        rows(
            button(visit.texts("offline-consent-blank"), Go(to="offline-blank")),
            button(visit.texts("back"), Go(to="offline")),
        ),
    )


@router.callback_query(Go.filter(F.to == "offline-blank"), May(Action.SEE_PEOPLE))
async def consent_blank(query: CallbackQuery, visit: Visit) -> Screen:
    """The consent and the questionnaire to print, for who is being taken in; the photograph is waited for."""
    about = visit.account.asked_about if visit.account.asked == "offline-consent" else {}
    organisation = await visit.organisation()
    papers: list[Paper] = [
        await full_text(
            visit,
            ConsentKind.PROCESSING,
            organisation,
            by_guardian=about.get("age", Age.ADULT) != Age.ADULT,
        )
    ]
    if about:
        papers.append(await blank_of(visit, load(str(about["role"])), Category(about["category"])))
    return Screen(
        visit.texts("offline-blanks-sent"),
        rows(button(visit.texts("back"), Go(to="offline"))),
        papers=tuple(papers),
        fresh=True,
    )
