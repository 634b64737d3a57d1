"""Looking at what is stored, page by page or as one document, and the ways to correct and to erase it."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.consents import By, ConsentKind
from handlers.callbacks import Go
from handlers.consents.mine import Subject, gone, subject_of
from handlers.consents.press import Withdraw
from handlers.filters import Known
from handlers.more.leaving import exit_button
from handlers.my_data.press import DataFile, DataOf, DataPage
from handlers.my_data.sections import document, pages_of, sections_of
from handlers.screen import Button, Screen, bullets, button, escape, lines, page_row, rows
from handlers.visit import Visit

router = Router(name="my_data_seeing")

CHILDREN_SHOWN = 2


@router.callback_query(Go.filter(F.to == "my-data"), Known())
async def show_own(query: CallbackQuery, visit: Visit) -> Screen:
    visit.stop_asking()
    subject = await subject_of(visit, 0)
    return await overview(visit, subject) if subject is not None else gone(visit)


@router.callback_query(DataOf.filter(), Known())
async def show(query: CallbackQuery, callback_data: DataOf, visit: Visit) -> Screen:
    subject = await subject_of(visit, callback_data.person)
    return await overview(visit, subject) if subject is not None else gone(visit)


async def overview(visit: Visit, subject: Subject, first: str | None = None) -> Screen:
    """Which sections there are, and what can be done."""
    own = subject.by is By.SELF
    sections = await sections_of(visit, subject.person)
    organisation = await visit.organisation()
    name = "none" if own else escape(subject.person.name) or "unnamed"
    return Screen(
        lines(
            first,
            visit.texts("data-title", organisation=escape(organisation.name), name=name),
            bullets(visit.texts("data-section-line", title=each.title, count=len(each.lines)) for each in sections),
        ),
        rows(
            button(visit.texts("data-see"), DataPage(person=subject.number)),
            button(visit.texts("data-take"), DataFile(person=subject.number)),
            *(await own_buttons(visit) if own else []),
            erase_button(visit, subject),
            button(visit.texts("home"), Go(to="home")),
            width=2,
        ),
    )


async def own_buttons(visit: Visit) -> list[Button | None]:
    """Correcting, leaving, and the data of children whom she vouches for."""
    children = await visit.storage.guardians.children(visit.person.id, (await visit.organisation()).id)
    return [
        button(visit.texts("data-correct"), Go(to="correct")),
        await exit_button(visit),
        *(
            button(visit.texts("data-child", name=child.name or "none"), DataOf(person=child.id))
            for child in children[:CHILDREN_SHOWN]
        ),
    ]


def erase_button(visit: Visit, subject: Subject) -> Button | None:
    """Withdrawing the consent erases at once; a child under fourteen leaves that to the parent."""
    if not subject.has_weight:
        return None
    return button(
        visit.texts("my-data-erase", own=str(subject.by is By.SELF)),
        Withdraw(kind=ConsentKind.PROCESSING, person=subject.number),
    )


@router.callback_query(DataPage.filter(), Known())
async def page(query: CallbackQuery, callback_data: DataPage, visit: Visit) -> Screen:
    subject = await subject_of(visit, callback_data.person)
    if subject is None:
        return gone(visit)
    pages = pages_of(await sections_of(visit, subject.person))
    number = min(max(callback_data.page, 0), len(pages) - 1)
    place = visit.texts("data-page", page=number + 1, pages=len(pages))
    return Screen(
        lines(pages[number], place),
        (
            *page_row(visit.texts, number, len(pages), lambda to: DataPage(person=subject.number, page=to)),
            *rows(
                button(visit.texts("data-back", own=str(subject.by is By.SELF)), DataOf(person=subject.number)),
                button(visit.texts("home"), Go(to="home")),
                width=2,
            ),
        ),
    )


@router.callback_query(DataFile.filter(), Known())
async def take(query: CallbackQuery, callback_data: DataFile, visit: Visit) -> Screen:
    subject = await subject_of(visit, callback_data.person)
    if subject is None:
        return gone(visit)
    paper = await document(visit, subject.person, await sections_of(visit, subject.person))
    fresh = await overview(visit, subject, visit.texts("data-taken"))
    return Screen(fresh.text, fresh.rows, papers=(paper,))
