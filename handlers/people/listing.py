"""Mentors or mentees by name: pages, a filter, a typed word; a mark at those whose questionnaire is not sent."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.banks import Profile, finds, parse, passes
from domain.people import Action, Role
from handlers.callbacks import Go
from handlers.filters import Asked, May
from handlers.people.filters import filter_words
from handlers.people.press import Filters, List, ShowPerson
from handlers.people.profiles import profiles
from handlers.screen import Screen, button, escape, lines, page_of, page_row, rows
from handlers.visit import Scene, Visit

router = Router(name="people_listing")

PEOPLE_ON_PAGE = 5
LONGEST_WORD = 60


@router.callback_query(List.filter(), May(Action.SEE_PEOPLE))
async def show(query: CallbackQuery, callback_data: List, visit: Visit) -> Screen:
    """Typed words search in the bank that is open."""
    word = typed_before(visit, callback_data.role) if callback_data.keep else ""
    return await found(visit, callback_data, word)


@router.message(Asked("people-search"), May(Action.SEE_PEOPLE))
async def search(message: Message, visit: Visit) -> Screen:
    about = visit.account.asked_about
    word = " ".join((message.text or "").split())[:LONGEST_WORD]
    return await found(visit, List(role=Role(about["role"]), narrow=str(about["narrow"])), word)


def typed_before(visit: Visit, role: Role) -> str:
    about = visit.account.asked_about if visit.account.asked == "people-search" else {}
    return str(about["word"]) if about.get("role") == role else ""


async def found(visit: Visit, where: List, word: str) -> Screen:
    """The people whom the filter and the word leave."""
    visit.ask("people-search", role=where.role, narrow=where.narrow, word=word)
    bank = await profiles(visit, where.role)
    left = [each for each in bank if passes(each, where.narrow) and finds(each, word)]
    return listing(visit, left, where, word)


def listing(scene: Scene, people: Sequence[Profile], where: List, word: str = "") -> Screen:
    shown, number, pages = page_of(people, where.page, PEOPLE_ON_PAGE)
    placed = list(enumerate(shown, number * PEOPLE_ON_PAGE + 1))
    card = ShowPerson(person=0, role=where.role, page=number, narrow=where.narrow)
    is_narrowed = bool(parse(where.narrow) or word)
    empty = "people-list-nobody" if is_narrowed else "people-list-empty"
    return Screen(
        lines(
            scene.texts("people-list", role=where.role),
            narrowed_words(scene, where, word, len(people)) if is_narrowed else None,
            "\n".join(line(scene, place, profile) for place, profile in placed),
            scene.texts("people-list-open" if people else empty),
        ),
        (
            *rows(
                *(
                    button(str(place), card.model_copy(update={"person": profile.person_id}))
                    for place, profile in placed
                ),
                width=PEOPLE_ON_PAGE,
            ),
            *page_row(
                scene.texts, number, pages, lambda other: where.model_copy(update={"page": other, "keep": True})
            ),
            *rows(
                button(scene.texts("people-filters"), Filters(role=where.role)),
                button(scene.texts("people-show-all"), List(role=where.role)) if is_narrowed else None,
                width=2,
            ),
            *rows(button(scene.texts("back"), Go(to="people"))),
        ),
    )


def narrowed_words(scene: Scene, where: List, word: str, count: int) -> str:
    """What the list was narrowed by, and how many are left."""
    told = [filter_words(scene, where.role, where.narrow)] if parse(where.narrow) else []
    told += [scene.texts("people-word", word=escape(word))] if word else []
    return scene.texts("people-narrowed", by="; ".join(told), count=count)


def line(scene: Scene, place: int, profile: Profile) -> str:
    """The name, which is shown only with a consent to that."""
    if not profile.agreed:
        return scene.texts("people-list-line-hidden", place=str(place))
    name = escape(profile.name) or scene.texts("person-unnamed")
    return scene.texts("people-list-line" if profile.sent else "people-list-line-silent", place=str(place), name=name)
