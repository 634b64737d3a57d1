"""The editor's queue, and one practice in it with its photo or file."""

from aiogram import Router
from aiogram.types import CallbackQuery

from documents.paper import Paper
from documents.writers import AS_SENT
from domain.consents import Use
from domain.forms import Kind
from domain.forms.answer import shown
from domain.people import Action
from domain.practices import State
from handlers.callbacks import Go
from handlers.filters import May
from handlers.people.answers import answers_of
from handlers.practices.naming import may_be_named
from handlers.practices.own import title_of
from handlers.practices.press import Attached, Decide, Look, Queue
from handlers.screen import Button, Screen, button, escape, lines, page_of, page_row, rows, shorten
from handlers.status import name_of
from handlers.visit import Scene, Visit
from storage.models import Practice

router = Router(name="practices_looking")

ON_PAGE = 4
LONGEST_ANSWER = 900


@router.callback_query(Queue.filter(), May(Action.WRITE_POST))
async def queue(query: CallbackQuery, callback_data: Queue, visit: Visit) -> Screen:
    visit.stop_asking()
    return await queue_screen(visit, callback_data.page)


async def queue_screen(scene: Scene, page: int = 0, first: str | None = None, undo: Button | None = None) -> Screen:
    """What waits, the oldest first."""
    organisation = await scene.organisation()
    waiting = await scene.storage.practices.in_state(organisation.id, State.WAITING)
    found, number, pages = page_of(waiting, page, ON_PAGE)
    labels = [(await title_of(scene, practice), practice.id) for practice, _ in found]
    return Screen(
        lines(first, scene.texts("practices-waiting", count=len(waiting))),
        (
            *rows(*(button(title, Look(practice=each)) for title, each in labels)),
            *page_row(scene.texts, number, pages, lambda other: Queue(page=other)),
            *rows(
                undo,
                button(scene.texts("practices-all"), Go(to="practices")),
                button(scene.texts("home"), Go(to="home")),
                width=3,
            ),
        ),
    )


async def practice_of(scene: Scene, practice_id: int) -> Practice | None:
    """A practice of this organisation whose author's consent lets others see it."""
    organisation = await scene.organisation()
    practice = await scene.storage.practices.get(organisation.id, practice_id)
    if practice is None or not await scene.storage.consents.allows(Use.SHOW, practice.person_id, organisation.id):
        return None
    return practice


@router.callback_query(Look.filter(), May(Action.WRITE_POST))
async def look(query: CallbackQuery, callback_data: Look, visit: Visit) -> Screen:
    visit.stop_asking()
    practice = await practice_of(visit, callback_data.practice)
    if practice is None:
        return await queue_screen(visit, first=visit.texts("practice-gone"))
    return await card(visit, practice)


async def card(scene: Scene, practice: Practice, first: str | None = None) -> Screen:
    """What was told, by whom, whether the name may be published; the decision while it waits."""
    author = await scene.storage.people.get(practice.person_id)
    waits = practice.state == State.WAITING
    texts, here = scene.texts, practice.id
    return Screen(
        lines(
            first,
            texts("practice-author", name=name_of(scene, author), named=str(await may_be_named(scene, practice))),
            *await told(scene, practice),
            None if waits else texts("practice-state", state=practice.state),
        ),
        (
            *rows(
                button(texts("practice-accept"), Decide(practice=here, state=State.ACCEPTED)) if waits else None,
                button(texts("practice-give-back"), Decide(practice=here, state=State.WRITING)) if waits else None,
                button(texts("practice-decline"), Decide(practice=here, state=State.DECLINED)) if waits else None,
                button(texts("practice-file"), Attached(practice=here)) if await file_of(scene, practice) else None,
            ),
            *rows(button(texts("back"), Queue()), button(texts("home"), Go(to="home")), width=2),
        ),
    )


async def told(scene: Scene, practice: Practice) -> list[str]:
    """The answers in words, a paragraph each."""
    form, answers = await answers_of(scene, await scene.storage.practices.submission(practice))
    paragraphs = []
    for question in form.questions:
        answer = answers.get(question.key)
        if answer is None or answer.value is None or question.kind in {Kind.FILE, Kind.YES_NO}:
            continue
        said = shown(question, answer)
        words = escape(shorten(scene.texts(f"form-answer-{said.code}", **said.args), LONGEST_ANSWER))
        paragraphs.append(f"<b>{escape(question.name)}</b>\n{words}")
    return paragraphs


async def file_of(scene: Scene, practice: Practice) -> int | None:
    """The id of the photo or file, where there is one."""
    _, answers = await answers_of(scene, await scene.storage.practices.submission(practice))
    answer = answers.get("file")
    return int(answer.value) if answer is not None and isinstance(answer.value, str) else None


@router.callback_query(Attached.filter(), May(Action.WRITE_POST))
async def attached(query: CallbackQuery, callback_data: Attached, visit: Visit) -> Screen:
    practice = await practice_of(visit, callback_data.practice)
    file_id = await file_of(visit, practice) if practice is not None else None
    file = await visit.storage.files.get(file_id) if file_id is not None else None
    if practice is None or file is None:
        return await queue_screen(visit, first=visit.texts("practice-gone"))
    paper = Paper(AS_SENT, file.name, {"content": visit.storage.files.content(file)})
    return Screen(
        visit.texts("practice-file-sent"),
        rows(button(visit.texts("back"), Look(practice=practice.id)), button(visit.texts("home"), Go(to="home"))),
        papers=(paper,),
    )
