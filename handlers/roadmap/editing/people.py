"""Who is responsible for a row: names of the roadmap and people to tick, others typed."""

import zlib
from collections.abc import Iterable
from dataclasses import replace

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from domain.people import Action
from domain.roadmap.responsible import split_people
from domain.roadmap.wording import fold
from handlers.filters import Asked, May
from handlers.roadmap.access import no_such_row
from handlers.roadmap.editing.creating import create, tie_in_full
from handlers.roadmap.editing.kept import Kept, asked_row, change, changeable, edit, kept_row
from handlers.roadmap.editing.menu import menu
from handlers.roadmap.editing.press import AddRow, EditField, NamesDone, NamesPage, TickName
from handlers.roadmap.editing.waits import Waits
from handlers.roadmap.reading import row_of
from handlers.roadmap.responsible.known import circle_of
from handlers.roadmap.written import objection
from handlers.row_words import short
from handlers.screen import Button, Screen, button, lines, page_of, page_row, rows
from handlers.visit import Scene, Visit
from storage.models import Roadmap

router = Router(name="roadmap_editing_people")

NAMES_ON_PAGE = 4
LONGEST_TYPED = 300
ASKED = "row-people"
"""What the chat waits for; it remembers the row (0 for a new one) and the ticked names, a line each."""


@router.callback_query(EditField.filter(F.field == "responsible"), May(Action.EDIT_ROADMAP))
async def ask_people(query: CallbackQuery, callback_data: EditField, visit: Visit) -> Screen:
    kept = await kept_row(visit, callback_data.milestone, callback_data.task)
    if kept is None:
        return no_such_row(visit)
    visit.ask(ASKED, **kept.about, names="\n".join(kept.milestone.responsible))
    return await names_screen(visit)


def ticked(visit: Visit) -> list[str]:
    return str(visit.account.asked_about["names"]).split("\n") if visit.account.asked_about["names"] else []


def tick(visit: Visit, names: list[str]) -> None:
    visit.ask(ASKED, **visit.account.asked_about | {"names": "\n".join(distinct(names))})


def distinct(names: Iterable[str]) -> list[str]:
    """Each name once however it is spelled, in the order in which they come first."""
    once: dict[str, str] = {}
    for each in names:
        once.setdefault(fold(each), each)
    return list(once.values())


async def names_screen(visit: Visit, page: int = 0, remark: str | None = None) -> Screen:
    roadmap, kept = await asked_about(visit)
    if roadmap is None:
        return no_such_row(visit)
    names = ticked(visit)
    known = await choices(visit, roadmap, kept)
    shown, number, pages = page_of(distinct((*known, *names)), page, NAMES_ON_PAGE)
    told = ", ".join(short(each, 100) for each in names) or visit.texts("row-nobody")
    return Screen(
        lines(remark, visit.texts("row-ask-people", now=told)),
        (
            *rows(*(name_tick(visit, each, names, number) for each in shown)),
            *page_row(visit.texts, number, pages, lambda to: NamesPage(page=to)),
            *rows(
                button(visit.texts("who-done"), NamesDone()),
                button(visit.texts("back"), edit(kept) if kept is not None else AddRow(roadmap=roadmap.id)),
                width=2,
            ),
        ),
    )


async def asked_about(visit: Visit) -> tuple[Roadmap | None, Kept | None]:
    """The roadmap and the row of the question; no row where a new one is being added."""
    if visit.account.asked_about["milestone"]:
        kept = await asked_row(visit)
        return (kept.roadmap, kept) if kept is not None else (None, None)
    return await changeable(visit, int(visit.account.asked_about["roadmap"])), None


async def choices(scene: Scene, roadmap: Roadmap, kept: Kept | None) -> list[str]:
    """The row's own names, those of the other rows, then the people of the organisation."""
    rows_of_paper = await scene.storage.roadmaps.milestones(roadmap.id)
    own = kept.milestone.responsible if kept is not None else []
    written = [*own, *(name for each in rows_of_paper for name in each.responsible)]
    people = [each.name for each in (await circle_of(scene)).people.values() if each.name]
    return distinct((*written, *people))


def key_of(name: str) -> str:
    return f"{zlib.crc32(fold(name).encode()):08x}"


def name_tick(visit: Visit, name: str, names: list[str], page: int) -> Button:
    on = key_of(name) in map(key_of, names)
    label = visit.texts("form-option-ticked" if on else "form-option-unticked", label=name)
    return button(label, TickName(key=key_of(name), on=not on, page=page))


@router.callback_query(TickName.filter(), May(Action.EDIT_ROADMAP), Waits(ASKED))
async def tick_name(query: CallbackQuery, callback_data: TickName, visit: Visit) -> Screen:
    roadmap, kept = await asked_about(visit)
    known = await choices(visit, roadmap, kept) if roadmap is not None else []
    others = [each for each in ticked(visit) if key_of(each) != callback_data.key]
    added = [each for each in known if key_of(each) == callback_data.key] if callback_data.on else []
    tick(visit, [*others, *added])
    return await names_screen(visit, callback_data.page)


@router.callback_query(NamesPage.filter(), May(Action.EDIT_ROADMAP), Waits(ASKED))
async def turn_page(query: CallbackQuery, callback_data: NamesPage, visit: Visit) -> Screen:
    return await names_screen(visit, callback_data.page)


@router.message(Asked(ASKED), May(Action.EDIT_ROADMAP))
async def take_names(message: Message, visit: Visit) -> Screen:
    """Names or posts that the roadmap does not have yet."""
    text = (message.text or "").strip()
    unfit = objection(visit, text, LONGEST_TYPED)
    if unfit:
        return await names_screen(visit, remark=unfit)
    tick(visit, [*ticked(visit), *split_people(text)])
    return await names_screen(visit, remark=visit.texts("row-people-typed"))


@router.callback_query(NamesDone.filter(), May(Action.EDIT_ROADMAP), Waits(ASKED))
async def keep_names(query: CallbackQuery, visit: Visit) -> Screen:
    roadmap, kept = await asked_about(visit)
    names = tuple(ticked(visit))
    if roadmap is None:
        return no_such_row(visit)
    if kept is None:
        kept, undo = await create(visit, roadmap, names)
        return await menu(visit, kept, visit.texts("row-added"), undo)
    changed = await change(visit, kept, replace(row_of(kept.milestone), responsible=names))
    await tie_in_full(visit, roadmap, names)
    return await menu(visit, kept, visit.texts("row-kept"), changed)
