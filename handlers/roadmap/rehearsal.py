"""«Что и когда я получу»: the year's messages month by month, before it is switched on and while it runs."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.people import Action
from handlers.callbacks import Go
from handlers.filters import May
from handlers.roadmap.ahead import Message, YearAhead, year_ahead
from handlers.roadmap.overview import present
from handlers.roadmap.press import Ahead, Month, SwitchOn, Waiting
from handlers.roadmap.wording import fitted, today_of
from handlers.screen import Button, Screen, bullets, button, page_of, page_row, rows, shorten
from handlers.status import name_of
from handlers.visit import Scene, Visit
from storage.models import Person, Roadmap

router = Router(name="roadmap_rehearsal")

MONTHS_ON_PAGE = 6
MONTHS_IN_ROW = 3
MESSAGES_ON_PAGE = 5
NEAREST = 2
LONGEST_PARAGRAPH = 220
MOST_PARAGRAPHS = 4
MOST_ADDRESSEES = 4


@router.callback_query(Go.filter(F.to == "roadmap-ahead"), May(Action.EDIT_ROADMAP))
async def show_followed(query: CallbackQuery, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    roadmap = await visit.storage.roadmaps.active(organisation.id)
    return await overview(visit, roadmap, 0) if roadmap is not None else await stale(visit)


@router.callback_query(Ahead.filter(), May(Action.EDIT_ROADMAP))
async def show(query: CallbackQuery, callback_data: Ahead, visit: Visit) -> Screen:
    roadmap = await rehearsable(visit, callback_data.roadmap)
    return await overview(visit, roadmap, callback_data.page) if roadmap is not None else await stale(visit)


@router.callback_query(Month.filter(), May(Action.EDIT_ROADMAP))
async def show_month(query: CallbackQuery, callback_data: Month, visit: Visit) -> Screen:
    roadmap = await rehearsable(visit, callback_data.roadmap)
    if roadmap is None:
        return await stale(visit)
    year = await year_ahead(visit, roadmap)
    month = date.fromisoformat(f"{callback_data.month}-01")
    if month not in year.months():
        return await overview(visit, roadmap, 0)
    return await month_screen(visit, roadmap, year, month, callback_data.page)


async def rehearsable(visit: Visit, roadmap_id: int) -> Roadmap | None:
    """The roadmap, if it is followed or still waits to be."""
    organisation = await visit.organisation()
    roadmap = await visit.storage.roadmaps.get(organisation.id, roadmap_id)
    return roadmap if roadmap is not None and roadmap.state in ("read", "active") else None


async def stale(visit: Visit) -> Screen:
    return await present(visit, visit.texts("stale-button"))


async def overview(visit: Visit, roadmap: Roadmap, page: int) -> Screen:
    """How many messages come in each month and to whom, the nearest in words."""
    year = await year_ahead(visit, roadmap)
    people = await visit.storage.people.by_id([each.person_id for each in year.messages])
    shown, number, pages = page_of(year.months(), page, MONTHS_ON_PAGE)
    texts, today = visit.texts, await today_of(visit)
    return Screen(
        fitted(
            texts("rehearsal-title"),
            texts("rehearsal-total", count=len(year.messages), own=own(visit, year.messages)),
            texts("rehearsal-untied", count=year.untied) if year.untied else None,
            bullets(month_line(visit, month, year.of_month(month), people) for month in shown),
            *(nearest(visit, year, people, today) if number == 0 else ()),
            texts("rehearsal-late") if year.messages else None,
        ),
        (
            *rows(*(month_button(visit, roadmap, month) for month in shown), width=MONTHS_IN_ROW),
            *page_row(texts, number, pages, lambda to: Ahead(roadmap=roadmap.id, page=to)),
            *way_on(visit, roadmap),
        ),
    )


def own(scene: Scene, messages: Sequence[Message]) -> int:
    return sum(each.person_id == scene.person.id for each in messages)


def month_line(scene: Scene, month: date, messages: Sequence[Message], people: dict[int, Person]) -> str:
    """«октябрь 2026 — 9 сообщений: Вам 7, Петрова А.С. 2»."""
    counts = Counter(each.person_id for each in messages)
    named = [f"{addressee(scene, people[person])} — {count}" for person, count in counts.most_common(MOST_ADDRESSEES)]
    rest = len(counts) - len(named)
    if rest > 0:
        named.append(scene.texts("rehearsal-others", count=rest))
    name = month_name(scene, month)
    return scene.texts("rehearsal-month", month=name, count=len(messages), people=", ".join(named))


def month_name(scene: Scene, month: date) -> str:
    return scene.texts("rehearsal-month-name", month=month.month, year=str(month.year))


def addressee(scene: Scene, person: Person) -> str:
    return scene.texts("rehearsal-you") if person.id == scene.person.id else name_of(scene, person)


def nearest(scene: Scene, year: YearAhead, people: dict[int, Person], today: date) -> list[str]:
    shown = [entry(scene, each, people) for each in together(year.messages)[:NEAREST]]
    return [scene.texts("rehearsal-nearest"), *shown] if shown else []


Together = tuple[Message, list[int]]


def together(messages: Sequence[Message]) -> list[Together]:
    """The same words that come to several people at one moment, told once: the first message and its people."""
    found: dict[tuple[object, ...], Together] = {}
    for each in messages:
        found.setdefault((each.at, each.hour, each.paragraphs), (each, []))[1].append(each.person_id)
    return list(found.values())


def entry(scene: Scene, told: Together, people: dict[int, Person]) -> str:
    """When, to whom, and the words; that several reminders are one message is said."""
    message, addressees = told
    day = scene.texts("date-short", weekday=message.at.isoweekday(), text=f"{message.at:%d.%m} {message.hour}")
    named = [addressee(scene, people[person]) for person in addressees[:MOST_ADDRESSEES]]
    rest = len(addressees) - len(named)
    names = ", ".join([*named, *([scene.texts("rehearsal-others", count=rest)] if rest > 0 else [])])
    shown = [one_line(each) for each in message.paragraphs[:MOST_PARAGRAPHS]]
    hidden = len(message.paragraphs) - len(shown)
    if hidden > 0:
        shown.append(scene.texts("rehearsal-and-more", count=hidden))
    head = scene.texts("rehearsal-entry", day=day, people=names, count=len(message.paragraphs))
    return f"{head}\n" + bullets(shown)


def one_line(paragraph: str) -> str:
    """A reminder's words without their layout, cut between words rather than inside markup."""
    flat = " ".join(paragraph.replace("<b>", "").replace("</b>", "").replace("•", "").split())
    return flat if len(flat) <= LONGEST_PARAGRAPH else shorten(flat, LONGEST_PARAGRAPH)


async def month_screen(visit: Visit, roadmap: Roadmap, year: YearAhead, month: date, page: int) -> Screen:
    people = await visit.storage.people.by_id([each.person_id for each in year.messages])
    messages = year.of_month(month)
    shown, number, pages = page_of(together(messages), page, MESSAGES_ON_PAGE)
    texts = visit.texts
    title = month_line(visit, month, messages, people)
    counted = texts("rehearsal-page", number=number + 1, pages=pages) if pages > 1 else None
    return Screen(
        fitted(title, counted, *(entry(visit, each, people) for each in shown)),
        (
            *page_row(texts, number, pages, lambda to: Month(roadmap=roadmap.id, month=f"{month:%Y-%m}", page=to)),
            *neighbours(visit, roadmap, year.months(), month),
            *rows(button(texts("back"), Ahead(roadmap=roadmap.id)), button(texts("home"), Go(to="home")), width=2),
        ),
    )


def neighbours(scene: Scene, roadmap: Roadmap, months: Sequence[date], month: date) -> tuple[tuple[Button, ...], ...]:
    """The months before and after, in which something comes."""
    at = months.index(month)
    around = [*months[max(at - 1, 0) : at], *months[at + 1 : at + 2]]
    return rows(*(month_button(scene, roadmap, each) for each in around), width=2)


def month_button(scene: Scene, roadmap: Roadmap, month: date) -> Button:
    return button(month_name(scene, month), Month(roadmap=roadmap.id, month=f"{month:%Y-%m}"))


def way_on(scene: Scene, roadmap: Roadmap) -> tuple[tuple[Button, ...], ...]:
    """Back, and where the year is not on yet also the decision."""
    texts = scene.texts
    if roadmap.state == "active":
        return rows(button(texts("back"), Go(to="roadmap-papers")), button(texts("home"), Go(to="home")), width=2)
    return rows(
        button(texts("roadmap-switch-on"), SwitchOn(roadmap=roadmap.id)),
        button(texts("back"), Waiting(roadmap=roadmap.id)),
        width=2,
    )
