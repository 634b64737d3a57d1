"""Open requests as those who answer for the row see them: a list, each with its words, done by a tap."""

from collections.abc import Sequence

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery

from domain.notices import News
from domain.people import Action
from handlers.callbacks import Go
from handlers.filters import Known, May
from handlers.request_words import age_of, words_of
from handlers.roadmap.access import may_close, no_such_row, row_for
from handlers.roadmap.press import AskEvidence, OpenTask
from handlers.roadmap.requests import AskRequest, tell
from handlers.roadmap.wording import NUMBERS_IN_ROW, ROWS_ON_PAGE, activity_of, row_name
from handlers.row_words import short
from handlers.screen import Button, Screen, button, lines, page_of, page_row, rows
from handlers.status import name_of
from handlers.undo import decided, reversal
from handlers.veil import veiled
from handlers.visit import Scene, Visit
from storage.models import Decision, Request
from storage.roadmaps import Row

router = Router(name="roadmap_answering")


class Requests(CallbackData, prefix="rql"):
    """The open requests of one row, or of all of them (0)."""

    task: int = 0
    page: int = 0


class OpenRequest(CallbackData, prefix="rqo"):
    """What was asked for, by whom."""

    request: int


class CloseRequest(CallbackData, prefix="rqc"):
    """It is done."""

    request: int


@router.callback_query(Go.filter(F.to == "requests"), May(Action.SEE_STATUS))
async def list_all(query: CallbackQuery, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    return await list_screen(visit, await visit.storage.requests.open_in(organisation.id), Requests())


@router.callback_query(Requests.filter(), Known())
async def list_open(query: CallbackQuery, callback_data: Requests, visit: Visit) -> Screen:
    visit.stop_asking()
    if not callback_data.task:
        organisation = await visit.organisation()
        sees = await visit.may(Action.SEE_STATUS)
        return await list_screen(
            visit, await visit.storage.requests.open_in(organisation.id) if sees else [], callback_data
        )
    row = await row_for(visit, callback_data.task)
    waiting = await visit.storage.requests.open_of(row.task.id) if row is not None else []
    return await list_screen(visit, waiting, callback_data)


async def list_screen(visit: Visit, waiting: Sequence[Request], asked: Requests) -> Screen:
    if not waiting:
        return Screen(visit.texts("requests-none"), rows(button(visit.texts("home"), Go(to="home"))))
    shown, number, pages = page_of(waiting, asked.page, ROWS_ON_PAGE)
    first = number * ROWS_ON_PAGE + 1
    told = [await line(visit, place, request) for place, request in enumerate(shown, start=first)]
    return Screen(
        lines(visit.texts("requests-title", number=number + 1, pages=pages), "\n".join(told)),
        (
            *rows(
                *(button(str(place), OpenRequest(request=each.id)) for place, each in enumerate(shown, start=first)),
                width=NUMBERS_IN_ROW,
            ),
            *page_row(visit.texts, number, pages, lambda to: Requests(task=asked.task, page=to)),
            *rows(
                button(visit.texts("roadmap-back-to-row"), OpenTask(task=asked.task)) if asked.task else None,
                button(visit.texts("home"), Go(to="home")),
                width=2,
            ),
        ),
    )


async def line(scene: Scene, place: int, request: Request) -> str:
    words = short(scene.storage.requests.words(request), 160)
    return scene.texts("requests-line", place=place, words=words, days=await age_of(scene, request))


async def found(visit: Visit, request_id: int) -> tuple[Request, Row] | None:
    """The request with its row, if this person may see it; she is in its organisation from now on."""
    memberships = await visit.storage.people.memberships(visit.person.id)
    for organisation_id in {each.organisation_id for each in memberships}:
        request = await visit.storage.requests.get(organisation_id, request_id)
        row = await row_for(visit, request.task_id) if request is not None else None
        if request is not None and row is not None:
            return request, row
    return None


@router.callback_query(OpenRequest.filter(), Known())
async def open_one(query: CallbackQuery, callback_data: OpenRequest, visit: Visit) -> Screen:
    seen = await found(visit, callback_data.request)
    if seen is None:
        return no_such_row(visit)
    visit.stop_asking()
    return await shown(visit, *seen)


async def shown(visit: Visit, request: Request, row: Row, remark: str = "") -> Screen:
    asked_by = await visit.storage.people.by_id([request.opened_by or 0])
    author = next(iter(await veiled(visit, asked_by.values())), None)
    may = request.closed_at is None and await may_close(visit, row)
    return Screen(
        lines(
            remark,
            visit.texts(
                "requests-card",
                row=short(row_name(row.milestone), 20),
                activity=short(activity_of(row.milestone), 300),
                name=name_of(visit, author) if author is not None else visit.texts("person-unnamed"),
                days=await age_of(visit, request),
            ),
            f"<i>{short(visit.storage.requests.words(request), 1100)}</i>",
            visit.texts("requests-closed-already") if request.closed_at is not None else None,
        ),
        rows(
            button(visit.texts("roadmap-done"), CloseRequest(request=request.id)) if may else None,
            button(visit.texts("roadmap-back-to-row"), OpenTask(task=row.task.id)),
            button(visit.texts("home"), Go(to="home")),
        ),
    )


@router.callback_query(CloseRequest.filter(), Known())
async def close(query: CallbackQuery, callback_data: CloseRequest, visit: Visit) -> Screen:
    seen = await found(visit, callback_data.request)
    if seen is None or not await may_close(visit, seen[1]):
        return no_such_row(visit)
    request, row = seen
    if request.closed_at is not None:
        return await shown(visit, request, row)
    undo = await decided(visit, "request-close", request=request.id)
    visit.storage.requests.close(request, visit.person.id, visit.now)
    if request.opened_by not in (None, visit.person.id):
        await tell(visit, request.opened_by, News.REQUEST_CLOSED, request)
    visit.ask("more-evidence", task=row.task.id)
    return Screen(
        visit.texts("requests-closed"),
        rows(
            button(visit.texts("roadmap-attach-evidence"), AskEvidence(task=row.task.id)),
            undo,
            button(visit.texts("roadmap-back-to-row"), OpenTask(task=row.task.id)),
            button(visit.texts("home"), Go(to="home")),
        ),
    )


@reversal("request-close")
async def reopen(visit: Visit, decision: Decision) -> bool:
    seen = await found(visit, int(decision.before["request"]))
    if seen is None or seen[0].closed_at is None:
        return False
    visit.storage.requests.reopen(seen[0])
    return True


async def card_paragraph(scene: Scene, row: Row) -> str | None:
    """What is open under the row, for its card."""
    return await words_of(scene, await scene.storage.requests.open_of(row.task.id))


async def card_buttons(visit: Visit, row: Row) -> tuple[Button, ...]:
    """On the card of a row «по запросу»: ask for something, and look at what is open."""
    if row.milestone.kind != "request":
        return ()
    waiting = await visit.storage.requests.open_of(row.task.id)
    ask = button(visit.texts("requests-add"), AskRequest(task=row.task.id))
    seen = button(visit.texts("requests-open", count=len(waiting)), Requests(task=row.task.id))
    return (*((ask,) if row.task.done_at is None else ()), *((seen,) if waiting else ()))
