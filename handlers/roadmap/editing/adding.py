"""«Добавить строку»: section, what is to be done, due, and who — a message each."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.people import Action
from domain.roadmap.entered import LONGEST_PHRASE
from handlers.callbacks import Go
from handlers.filters import Asked, May
from handlers.roadmap.access import no_such_row
from handlers.roadmap.days_off import day_off_words
from handlers.roadmap.editing.due import ask_again, read
from handlers.roadmap.editing.kept import changeable, kept_row
from handlers.roadmap.editing.people import ASKED, names_screen
from handlers.roadmap.editing.press import AddRow, InSection, KeepDue, WithoutDue
from handlers.roadmap.editing.removed import removed_button
from handlers.roadmap.editing.waits import Waits
from handlers.roadmap.wording import LONGEST_TITLE
from handlers.roadmap.written import LONGEST_ACTIVITY, objection, too_long
from handlers.row_words import short
from handlers.screen import Button, Screen, button, page_of, page_row, rows
from handlers.visit import Visit
from storage.models import Roadmap

router = Router(name="roadmap_editing_adding")

SECTIONS_ON_PAGE = 4


@router.callback_query(AddRow.filter(), May(Action.EDIT_ROADMAP))
async def ask_section(query: CallbackQuery, callback_data: AddRow, visit: Visit) -> Screen:
    roadmap = await changeable(visit, callback_data.roadmap)
    if roadmap is None:
        return no_such_row(visit)
    visit.ask("new-section", roadmap=roadmap.id)
    firsts = {each.section: each.id for each in reversed(await visit.storage.roadmaps.milestones(roadmap.id))}
    sections = list(reversed(firsts.items()))
    shown, number, pages = page_of(sections, callback_data.page, SECTIONS_ON_PAGE)
    return Screen(
        visit.texts("row-ask-section"),
        (
            *rows(
                *(
                    button(section or visit.texts("row-no-section"), InSection(milestone=first))
                    for section, first in shown
                )
            ),
            *page_row(visit.texts, number, pages, lambda to: AddRow(roadmap=roadmap.id, page=to)),
            *rows(await removed_button(visit, roadmap), button(visit.texts("cancel"), Go(to="roadmap"))),
        ),
    )


@router.callback_query(InSection.filter(), May(Action.EDIT_ROADMAP))
async def choose_section(query: CallbackQuery, callback_data: InSection, visit: Visit) -> Screen:
    kept = await kept_row(visit, callback_data.milestone)
    if kept is None:
        return no_such_row(visit)
    return ask_activity(visit, kept.roadmap, kept.milestone.section)


@router.message(Asked("new-section"), May(Action.EDIT_ROADMAP))
async def type_section(message: Message, visit: Visit) -> Screen:
    roadmap = await changeable(visit, int(visit.account.asked_about["roadmap"]))
    text = " ".join((message.text or "").split())
    if roadmap is None:
        return no_such_row(visit)
    unfit = objection(visit, text, LONGEST_TITLE)
    if unfit:
        return Screen(unfit, rows(back(visit, roadmap)))
    return ask_activity(visit, roadmap, text)


def ask_activity(visit: Visit, roadmap: Roadmap, section: str) -> Screen:
    visit.ask("new-activity", roadmap=roadmap.id, section=section)
    name = short(section, LONGEST_TITLE) or visit.texts("row-no-section")
    return Screen(visit.texts("row-ask-new-activity", section=name), rows(back(visit, roadmap)))


def back(visit: Visit, roadmap: Roadmap) -> Button:
    """Begin again with the section."""
    return button(visit.texts("back"), AddRow(roadmap=roadmap.id))


@router.message(Asked("new-activity"), May(Action.EDIT_ROADMAP))
async def take_activity(message: Message, visit: Visit) -> Screen:
    about = visit.account.asked_about
    roadmap = await changeable(visit, int(about["roadmap"]))
    text = (message.text or "").strip()
    if roadmap is None:
        return no_such_row(visit)
    unfit = objection(visit, text, LONGEST_ACTIVITY)
    if unfit:
        return Screen(unfit, rows(back(visit, roadmap)))
    visit.ask("new-due", **about | {"activity": text})
    return Screen(
        visit.texts("row-ask-new-due"),
        rows(button(visit.texts("row-without-due"), WithoutDue()), back(visit, roadmap)),
    )


@router.message(Asked("new-due"), May(Action.EDIT_ROADMAP))
async def take_due(message: Message, visit: Visit) -> Screen:
    roadmap = await changeable(visit, int(visit.account.asked_about["roadmap"]))
    text = (message.text or "").strip()
    if roadmap is None:
        return no_such_row(visit)
    ways = (button(visit.texts("row-without-due"), WithoutDue()), back(visit, roadmap))
    unfit = too_long(visit, text, LONGEST_PHRASE)
    if unfit:
        return Screen(unfit, rows(*ways))
    entered = await read(visit, roadmap, text)
    if entered.unread or entered.unsure is not None:
        return await ask_again(visit, entered, *ways)
    return await ask_people(visit, entered.due.phrase, await day_off_words(visit, entered.due.deadline))


@router.callback_query(KeepDue.filter(), May(Action.EDIT_ROADMAP), Waits("new-due"))
async def keep_doubtful(query: CallbackQuery, visit: Visit) -> Screen:
    about = visit.account.asked_about
    roadmap, phrase = await changeable(visit, int(about["roadmap"])), str(about.get("phrase", ""))
    if roadmap is None:
        return no_such_row(visit)
    entered = await read(visit, roadmap, phrase)
    return await ask_people(visit, phrase, await day_off_words(visit, entered.due.deadline))


@router.callback_query(WithoutDue.filter(), May(Action.EDIT_ROADMAP), Waits("new-due"))
async def without_due(query: CallbackQuery, visit: Visit) -> Screen:
    return await ask_people(visit, "")


async def ask_people(visit: Visit, phrase: str, remark: str | None = None) -> Screen:
    """The last question, ``remark`` before it; its answer makes the row."""
    visit.ask(ASKED, **visit.account.asked_about | {"milestone": 0, "task": 0, "phrase": phrase, "names": ""})
    return await names_screen(visit, remark=remark)
