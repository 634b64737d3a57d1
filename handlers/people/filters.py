"""By what a bank can be narrowed, chosen by buttons."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.banks import OF_MENTORS, WITH_VALUE, Narrow, Profile, parse
from domain.forms import load
from domain.people import Action, Category, Grade, Role
from handlers.filters import May
from handlers.people.press import Filters, List
from handlers.people.profiles import TIME, TOPICS, profiles
from handlers.screen import Screen, button, page_of, page_row, rows
from handlers.visit import Scene, Visit

router = Router(name="people_filters")

VALUES_ON_PAGE = 6


@router.callback_query(Filters.filter(), May(Action.SEE_PEOPLE))
async def choose(query: CallbackQuery, callback_data: Filters, visit: Visit) -> Screen:
    if callback_data.kind in {str(each) for each in WITH_VALUE}:
        bank = await profiles(visit, callback_data.role)
        return values_screen(visit, callback_data, bank)
    return kinds_screen(visit, callback_data.role)


def kinds_screen(scene: Scene, role: Role) -> Screen:
    kinds = [each for each in Narrow if each not in OF_MENTORS or role is Role.MENTOR]
    return Screen(
        scene.texts("people-filters-ask"),
        rows(
            *(
                button(
                    scene.texts("people-filter", kind=kind, role=role),
                    Filters(role=role, kind=kind) if kind in WITH_VALUE else List(role=role, narrow=kind),
                )
                for kind in kinds
            ),
            button(scene.texts("back"), List(role=role)),
            width=2,
        ),
    )


def values_screen(scene: Scene, where: Filters, bank: Sequence[Profile]) -> Screen:
    """Only what would find somebody."""
    kind = Narrow(where.kind)
    there = {value for profile in bank if profile.agreed for value in profile.values(kind)}
    found = [(key, label) for key, label in values(scene, where.role, kind) if key in there]
    shown, number, pages = page_of(found, where.page, VALUES_ON_PAGE)
    return Screen(
        scene.texts("people-filter-values" if found else "people-filter-nothing", kind=kind, role=where.role),
        (
            *rows(
                *(button(label, List(role=where.role, narrow=f"{kind}.{key}")) for key, label in shown),
                width=2 if pages > 1 or len(shown) > 4 else 1,
            ),
            *page_row(scene.texts, number, pages, lambda other: where.model_copy(update={"page": other})),
            *rows(button(scene.texts("back"), Filters(role=where.role))),
        ),
    )


def values(scene: Scene, role: Role, kind: Narrow) -> Sequence[tuple[str, str]]:
    """Key and label of each value: a form's options, the categories, or the qualifications."""
    if kind is Narrow.GRADE:
        return [(each, scene.texts("people-set-grade", grade=each)) for each in Grade]
    if kind is Narrow.CATEGORY:
        return [(each, scene.texts("offline-category", category=each)) for each in Category]
    column = TOPICS[role] if kind is Narrow.TOPIC else TIME
    found = [question for question in load(role).questions if question.column == column]
    options = {option.key: option.label for question in found for option in question.options}
    return list(options.items())


def filter_words(scene: Scene, role: Role, narrow: str) -> str:
    """A filter as it is told above a list."""
    parsed = parse(narrow)
    if parsed is None:
        return ""
    kind, value = parsed
    if kind not in WITH_VALUE:
        return scene.texts("people-filter", kind=kind, role=role)
    return dict(values(scene, role, kind)).get(value, value)
