"""The curator sends her list as a spreadsheet and sees what would come of it."""

import json
import zlib
from collections.abc import Sequence
from dataclasses import asdict

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from documents.columns import register
from documents.paper import Paper
from domain.people import Action
from domain.people_lists import CellProblem, Draft, NotAList, PeopleList, read_people
from domain.roadmap.source import Source, Table
from handlers.callbacks import Go
from handlers.filters import Asked, May
from handlers.importing.press import InviteAll, Waiting
from handlers.importing.sorting import Sorted, sort_out
from handlers.screen import Screen, bullets, button, escape, lines, rows
from handlers.visit import Visit

router = Router(name="importing_upload")

NAMES_SHOWN, PROBLEMS_SHOWN = 12, 15
BLANK_ROWS = 25


@router.callback_query(Go.filter(F.to == "import"), May(Action.INVITE))
async def ask(query: CallbackQuery, visit: Visit) -> Screen:
    return await ask_for_list(visit)


async def ask_for_list(visit: Visit, first: str | None = None) -> Screen:
    visit.ask("people-list")
    organisation = await visit.organisation()
    waiting = await visit.storage.imports.waiting(organisation.id)
    return Screen(
        lines(first, visit.texts("import-ask")),
        rows(
            button(visit.texts("import-template"), Go(to="import-template")),
            button(visit.texts("import-waiting", count=len(waiting)), Waiting()) if waiting else None,
            button(visit.texts("back"), Go(to="people")),
        ),
    )


@router.callback_query(Go.filter(F.to == "import-template"), May(Action.INVITE))
async def template(query: CallbackQuery, visit: Visit) -> Screen:
    """The sheet to fill in; the bot goes on waiting for it."""
    visit.ask("people-list")
    wanted = register("people_template")
    data = {
        "title": wanted.title,
        "note": visit.texts("import-template-note"),
        "columns": [tuple(column) for column in wanted.columns],
        "rows": [{}] * BLANK_ROWS,
    }
    return Screen(
        visit.texts("import-template-sent"),
        rows(button(visit.texts("back"), Go(to="people"))),
        papers=(Paper("list_xlsx", wanted.title, data),),
        fresh=True,
    )


@router.message(Asked("people-list", anything=True), May(Action.INVITE))
async def take(message: Message, visit: Visit) -> Screen:
    """Read the list; what is no list is told so, and asked for again."""
    incoming = visit.incoming
    if incoming is None:
        return await ask_for_list(visit, visit.texts("import-no-file"))
    if incoming.source is None:
        return await ask_for_list(visit, visit.texts("import-unreadable"))
    try:
        found = read_people(sheet_of(incoming.source))
    except NotAList:
        return await ask_for_list(visit, visit.texts("import-no-names"))
    return await preview(visit, found)


def sheet_of(source: Source) -> Sequence[Sequence[str]]:
    """The rows of the first table in a file; a file without one has none."""
    return next((block.rows for block in source.blocks if isinstance(block, Table)), ())


async def preview(visit: Visit, found: PeopleList) -> Screen:
    """How many are new, who is here already, which lines have to be mended; nothing is kept yet."""
    known = await sort_out(visit, found.drafts)
    drafts = packed(known.new)
    if known.new:
        visit.ask("import-sure", drafts=visit.storage.conversation.seal(drafts))
    else:
        visit.ask("people-list")
    return Screen(
        lines(
            visit.texts(
                "import-preview",
                new=len(known.new),
                here=len(known.here),
                invited=len(known.invited),
                wrong=found.lines_to_mend,
            ),
            *named(visit, known),
            problems(visit, found.problems),
            visit.texts("import-sure" if known.new else "import-nobody-new"),
        ),
        rows(
            button(visit.texts("import-yes", count=len(known.new)), InviteAll(mark=mark_of(drafts)))
            if known.new
            else None,
            button(visit.texts("import-other-file"), Go(to="import")),
            button(visit.texts("home"), Go(to="home")),
        ),
    )


def named(visit: Visit, known: Sorted) -> list[str | None]:
    """Names by what will be done with them."""
    groups = (("new", known.new), ("here", known.here), ("invited", known.invited))
    return [listed(visit, key, drafts) if drafts else None for key, drafts in groups]


def listed(visit: Visit, key: str, drafts: Sequence[Draft]) -> str:
    names = bullets(escape(draft.name) for draft in drafts[:NAMES_SHOWN])
    rest = len(drafts) - NAMES_SHOWN
    more = "\n" + visit.texts("and-more", count=rest) if rest > 0 else ""
    return visit.texts("import-named", group=key) + "\n" + names + more


def problems(visit: Visit, found: Sequence[CellProblem]) -> str | None:
    """What has to be mended, cell by cell."""
    if not found:
        return None
    told = [
        visit.texts("import-problem", cell=each.cell, code=each.code, text=escape(each.text))
        for each in found[:PROBLEMS_SHOWN]
    ]
    rest = len(found) - PROBLEMS_SHOWN
    more = [visit.texts("and-more", count=rest)] if rest > 0 else []
    return "\n".join([visit.texts("import-problems"), *told, *more])


def packed(drafts: Sequence[Draft]) -> str:
    return json.dumps([asdict(draft) for draft in drafts], ensure_ascii=False)


def mark_of(drafts: str) -> str:
    """What tells one packed list from another on its button."""
    return f"{zlib.crc32(drafts.encode()):08x}"
