"""A participant's wishes: up to three people in the order in which they are pressed, nobody, or not with somebody."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from domain.forms.wording import fold
from domain.people import Role
from domain.wishes import MOST_WISHES, OTHER_SIDE, chosen
from handlers.callbacks import Go
from handlers.filters import Asked, Known
from handlers.screen import Button, Screen, button, escape, lines, page_of, page_row, rows
from handlers.visit import Visit
from handlers.wishes.own import Own, keep, own, people_for, sides_of
from handlers.wishes.press import Choosing, Done, Nobody, Pick
from storage.models import Person

router = Router(name="wishes_choosing")

NAMES_ON_PAGE = 4


@router.callback_query(Go.filter(F.to == "wishes"), Known())
async def begin(query: CallbackQuery, visit: Visit) -> Screen:
    """Straight to the people; somebody on both sides says first as whom."""
    visit.stop_asking()
    sides = await sides_of(visit)
    if len(sides) == 1:
        return await choice(visit, Choosing(role=sides[0]))
    return Screen(
        visit.texts("wishes-as-whom" if sides else "wishes-not-asked"),
        rows(*(button(visit.texts("wishes-as", role=role), Choosing(role=role)) for role in sides), home(visit)),
    )


def home(visit: Visit) -> Button:
    return button(visit.texts("home"), Go(to="home"))


@router.callback_query(Choosing.filter(), Known())
async def turn(query: CallbackQuery, callback_data: Choosing, visit: Visit) -> Screen:
    return await choice(visit, callback_data)


async def choice(visit: Visit, at: Choosing, first: str | None = None) -> Screen:
    """The other side by name, with the place of those who are wished for."""
    if at.role not in await sides_of(visit):
        return Screen(visit.texts("wishes-not-asked"), rows(home(visit)))
    people, kept = await people_for(visit, at.role), await own(visit, at.role)
    if not people:
        return Screen(visit.texts("wishes-nobody-there"), rows(home(visit)))
    visit.ask("wish", role=at.role, veto=int(at.veto))
    shown, number, pages = page_of(people, at.page, NAMES_ON_PAGE)
    return Screen(
        lines(
            first,
            visit.texts("wishes-veto" if at.veto else "wishes-ask", role=OTHER_SIDE[at.role]),
            said(visit, at, kept, people),
        ),
        (
            *rows(*(person_button(visit, at, number, kept, person) for person in shown)),
            *page_row(visit.texts, number, pages, lambda other: Choosing(role=at.role, veto=at.veto, page=other)),
            *rows(*ways_on(visit, at, kept), width=3),
        ),
    )


def person_button(visit: Visit, at: Choosing, page: int, kept: Own, person: Person) -> Button:
    """The name with its place among the wishes, or with a mark of the veto; pressing it does the opposite."""
    held = kept.vetoed if at.veto else kept.ranked
    taken = person.id in held
    mark = str(held.index(person.id) + 1) if taken and not at.veto else "✕"
    return button(
        visit.texts("wishes-name", mark=mark, name=person.name) if taken else person.name,
        Pick(role=at.role, person=person.id, take=not taken, veto=at.veto, page=page),
    )


def ways_on(visit: Visit, at: Choosing, kept: Own) -> list[Button]:
    if at.veto:
        return [button(visit.texts("wishes-veto-back"), Choosing(role=at.role)), home(visit)]
    nothing = not kept.ranked and not kept.vetoed
    end = Nobody(role=at.role) if nothing else Done(role=at.role)
    return [
        button(visit.texts("wishes-nobody" if nothing else "wishes-done"), end),
        button(visit.texts("wishes-not-with"), Choosing(role=at.role, veto=True)),
        home(visit),
    ]


def said(visit: Visit, at: Choosing, kept: Own, people: list[Person]) -> str:
    """What stands now, in words: what is asked now first, so that nobody takes a wish for a veto."""
    names = {person.id: escape(person.name) for person in people}
    wished = ", ".join(f"{place}. {names[each]}" for place, each in enumerate(kept.ranked, 1))
    vetoed = ", ".join(names[each] for each in kept.vetoed)
    nobody = visit.texts("wishes-nobody-yet")
    told = [
        visit.texts("wishes-wished", names=wished or nobody) if wished or not at.veto else "",
        visit.texts("wishes-vetoed", names=vetoed or nobody) if vetoed or at.veto else "",
    ]
    return "\n".join(each for each in (reversed(told) if at.veto else told) if each)


@router.message(Asked("wish"), Known())
async def typed(message: Message, visit: Visit) -> Screen:
    """A name, or its beginning, is a press on it."""
    about = visit.account.asked_about
    at = Choosing(role=Role(about["role"]), veto=bool(about["veto"]))
    sought = fold(message.text or "")
    people = await people_for(visit, at.role) if sought else []
    named = [person for person in people if any(word.startswith(sought) for word in beginnings(person))]
    if len(named) != 1:
        return await choice(visit, at, visit.texts("wishes-whom", count=len(named)))
    return await press(visit, Pick(role=at.role, person=named[0].id, take=True, veto=at.veto))


def beginnings(person: Person) -> list[str]:
    """The name from each of its words on."""
    words = fold(person.name).split()
    return [" ".join(words[start:]) for start in range(len(words))]


@router.callback_query(Pick.filter(), Known())
async def pick(query: CallbackQuery, callback_data: Pick, visit: Visit) -> Screen:
    return await press(visit, callback_data)


async def press(visit: Visit, pressed: Pick) -> Screen:
    """Kept at once; somebody is wished for or forbidden, never both."""
    at = Choosing(role=pressed.role, veto=pressed.veto, page=pressed.page)
    there = {person.id for person in await people_for(visit, at.role)}
    if at.role not in await sides_of(visit) or pressed.person not in there:
        return await choice(visit, at, visit.texts("stale-button"))
    kept = await own(visit, at.role)
    is_new = pressed.take and pressed.person not in kept.ranked
    if not at.veto and is_new and len(kept.ranked) >= MOST_WISHES:
        return await choice(visit, at, visit.texts("wishes-enough", count=MOST_WISHES))
    await keep(visit, at.role, *changed(kept, pressed))
    return await choice(visit, at)


def changed(kept: Own, pressed: Pick) -> tuple[list[int], list[int]]:
    """Wishes and vetoes after the press."""
    wished, vetoed = list(kept.ranked), [each for each in kept.vetoed if each != pressed.person]
    if not pressed.veto:
        return chosen(wished, pressed.person, take=pressed.take), vetoed
    without = chosen(wished, pressed.person, take=False) if pressed.take else wished
    return without, [*vetoed, pressed.person] if pressed.take else vetoed


@router.callback_query(Nobody.filter(), Known())
async def nobody(query: CallbackQuery, callback_data: Nobody, visit: Visit) -> Screen:
    """«Пока никого» counts as an answer; it does not wipe out what was chosen since."""
    role = Role(callback_data.role)
    if role not in await sides_of(visit):
        return Screen(visit.texts("wishes-not-asked"), rows(home(visit)))
    kept = await own(visit, role)
    await keep(visit, role, kept.ranked, kept.vetoed)
    return thanks(visit, role)


@router.callback_query(Done.filter(), Known())
async def done(query: CallbackQuery, callback_data: Done, visit: Visit) -> Screen:
    return thanks(visit, callback_data.role)


def thanks(visit: Visit, role: Role) -> Screen:
    visit.stop_asking()
    return Screen(
        visit.texts("wishes-thanks"), rows(button(visit.texts("wishes-change"), Choosing(role=role)), home(visit))
    )
