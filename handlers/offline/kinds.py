"""Who is to be taken in: the category, the age group where it is not plain, the role."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from documents.paper import Paper
from domain.consents import Age, ConsentKind
from domain.forms import load
from domain.people import OFFERED, Action, Category, Role
from handlers.callbacks import Go
from handlers.consents.wording import full_text
from handlers.filters import May
from handlers.offline.blanks import blank_of
from handlers.offline.press import OfflineKind
from handlers.screen import Screen, button, rows
from handlers.visit import Visit

router = Router(name="offline_kinds")

SIDES = (Role.MENTOR, Role.MENTEE)
"""Roles with a questionnaire, which is what is entered here."""


@router.callback_query(Go.filter(F.to == "offline"), May(Action.SEE_PEOPLE))
async def ask_category(query: CallbackQuery, visit: Visit) -> Screen:
    visit.stop_asking()
    labels = {each: visit.texts("offline-category", category=each) for each in Category}
    return Screen(
        visit.texts("offline-who"),
        rows(
            *(button(label, OfflineKind(category=each)) for each, label in labels.items()),
            button(visit.texts("back"), Go(to="people")),
            width=2,
        ),
    )


@router.callback_query(OfflineKind.filter(), May(Action.SEE_PEOPLE))
async def ask_rest(query: CallbackQuery, callback_data: OfflineKind, visit: Visit) -> Screen:
    """Age and role, as far as they are open; then the consent."""
    kind = settled(callback_data)
    if kind.age is None:
        choices = [(visit.texts("offline-age", age=age), kind.model_copy(update={"age": age})) for age in Age]
        return options(visit, "offline-age-ask", choices)
    if kind.role is None:
        offered = [role for role in OFFERED[kind.category] if role in SIDES]
        roles = [(visit.texts("offline-role", role=role), kind.model_copy(update={"role": role})) for role in offered]
        return options(visit, "offline-role-ask", roles)
    return await ask_consent(visit, kind.category, kind.age, kind.role)


def settled(kind: OfflineKind) -> OfflineKind:
    """Only pupils may be minors, and some categories offer one role."""
    offered = [role for role in OFFERED[kind.category] if role in SIDES]
    age = kind.age if kind.category is Category.PUPIL else Age.ADULT
    role = offered[0] if len(offered) == 1 else kind.role if kind.role in offered else None
    return kind.model_copy(update={"age": age, "role": role})


def options(visit: Visit, key: str, choices: list[tuple[str, OfflineKind]]) -> Screen:
    return Screen(
        visit.texts(key),
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
