"""Requests under rows «по запросу»: opened with a line of text, told to who answers for the row, closed by a tap."""

from aiogram import Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message

from domain.notices import News
from domain.people import Action
from handlers.callbacks import Go
from handlers.filters import Asked, Known
from handlers.roadmap.access import no_such_row
from handlers.roadmap.circle import circle_of
from handlers.roadmap.wording import ROWS_ON_PAGE, activity_of, label_of
from handlers.roadmap.written import objection
from handlers.row_words import short
from handlers.screen import Button, Screen, button, page_of, page_row, rows
from handlers.undo import decided, reversal
from handlers.visit import Scene, Visit
from storage.models import Decision, Request
from storage.roadmaps import Row

router = Router(name="roadmap_requests")

LONGEST_REQUEST = 1000


class ChooseRow(CallbackData, prefix="rqrow"):
    """What to ask for: a page of the rows «по запросу»."""

    page: int = 0


class AskRequest(CallbackData, prefix="rqask"):
    """Type what is asked for under a row."""

    task: int


async def rows_on_request(scene: Scene) -> list[Row]:
    """The rows of the organisation under which anybody in it may ask for something."""
    organisation = await scene.organisation()
    open_rows = await scene.storage.roadmaps.rows(organisation.id, only_open=True)
    return [row for row in open_rows if row.milestone.kind == "request"]


async def row_on_request(scene: Scene, task_id: int) -> Row | None:
    return next((row for row in await rows_on_request(scene) if row.task.id == task_id), None)


async def ask_button(scene: Scene) -> Button | None:
    """The way to ask for something from a participant's home; None where no row is for that."""
    if not await rows_on_request(scene):
        return None
    return button(scene.texts("requests-ask"), ChooseRow())


@router.callback_query(ChooseRow.filter(), Known())
async def choose_row(query: CallbackQuery, callback_data: ChooseRow, visit: Visit) -> Screen:
    visit.stop_asking()
    found = await rows_on_request(visit) if await visit.roles() else []
    if not found:
        return no_such_row(visit)
    shown, number, pages = page_of(found, callback_data.page, ROWS_ON_PAGE - 2)
    return Screen(
        visit.texts("requests-choose"),
        (
            *rows(*(button(short_label(visit, row), AskRequest(task=row.task.id)) for row in shown)),
            *page_row(visit.texts, number, pages, lambda to: ChooseRow(page=to)),
            (button(visit.texts("home"), Go(to="home")),),
        ),
    )


def short_label(scene: Scene, row: Row) -> str:
    return f"{label_of(scene.texts, row)}. {activity_of(row.milestone)}"


@router.callback_query(AskRequest.filter(), Known())
async def ask(query: CallbackQuery, callback_data: AskRequest, visit: Visit) -> Screen:
    row = await row_on_request(visit, callback_data.task) if await visit.roles() else None
    if row is None:
        return no_such_row(visit)
    visit.ask("request", task=row.task.id)
    return Screen(
        visit.texts("requests-what", activity=short(activity_of(row.milestone), 300)),
        rows(button(visit.texts("home"), Go(to="home"))),
    )


@router.message(Asked("request"), Known())
async def take(message: Message, visit: Visit) -> Screen:
    row = await row_on_request(visit, int(visit.account.asked_about["task"])) if await visit.roles() else None
    text = message.text or ""
    unfit = objection(visit, text, LONGEST_REQUEST)
    if unfit:
        return Screen(unfit, rows(button(visit.texts("home"), Go(to="home"))))
    visit.stop_asking()
    if row is None:
        return no_such_row(visit)
    request = await visit.storage.requests.open(row.task, text, visit.person.id, visit.now)
    told = await tell_responsible(visit, row, request)
    undo = await decided(visit, "request-open", request=request.id)
    return Screen(
        visit.texts("requests-taken", activity=short(activity_of(row.milestone), 200), told=str(told > 0)),
        rows(
            undo,
            button(visit.texts("requests-list"), Go(to="requests")) if await visit.may(Action.SEE_STATUS) else None,
            button(visit.texts("requests-another"), AskRequest(task=row.task.id)),
            button(visit.texts("home"), Go(to="home")),
        ),
    )


@reversal("request-open")
async def take_back(visit: Visit, decision: Decision) -> bool:
    """As if it had never been asked for, unless it is done already."""
    request = await visit.storage.requests.get(decision.organisation_id, int(decision.before["request"]))
    if request is None or request.closed_at is not None:
        return False
    await visit.storage.requests.remove(request)
    return True


async def tell_responsible(visit: Visit, row: Row, request: Request) -> int:
    """Let who answers for the row know, or the curators where nobody does; how many people hear of it."""
    circle = await circle_of(visit, row.task.organisation_id)
    people = (circle.responsible(row) or circle.curators) - {visit.person.id}
    for person_id in sorted(people):
        await tell(visit, person_id, News.REQUEST_OPENED, request)
    return len(people)


async def tell(visit: Visit, person_id: int, kind: News, request: Request) -> None:
    await visit.storage.notices.add(
        person_id,
        kind,
        f"request:{request.id}:{visit.now.isoformat()}:{kind}:person:{person_id}",
        visit.now,
        visit.now,
        organisation_id=request.organisation_id,
        subject={"request": request.id},
    )
