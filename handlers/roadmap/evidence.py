"""What shows that a row is done: files, photos, links, a few words; kept, and given back."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from documents.paper import Paper
from documents.writers import AS_SENT
from handlers.callbacks import Go
from handlers.filters import Asked, Known, When
from handlers.roadmap.access import no_such_row, row_for
from handlers.roadmap.card import card
from handlers.roadmap.closing import row_to_change
from handlers.roadmap.press import AskEvidence, Close, OpenTask, ShowEvidence
from handlers.roadmap.wording import row_name
from handlers.row_words import short
from handlers.screen import Button, Screen, button, rows
from handlers.visit import Visit
from storage.roadmaps import Row

router = Router(name="roadmap_evidence")

LONGEST_WORDS = 2000
FILES_AT_ONCE = 4

FILE = F.document | F.photo


@router.callback_query(AskEvidence.filter(), Known())
async def ask(query: CallbackQuery, callback_data: AskEvidence, visit: Visit) -> Screen:
    row = await row_to_change(visit, callback_data.task)
    if row is None:
        return no_such_row(visit)
    visit.ask("evidence", task=row.task.id)
    return Screen(
        visit.texts("roadmap-ask-evidence", row=short(row_name(row.milestone), 20)),
        rows(button(visit.texts("back"), OpenTask(task=row.task.id))),
    )


@router.message(Asked("evidence"), Known())
@router.message(Asked("more-evidence"), When(F.text.contains("://")), Known())
async def take_words(message: Message, visit: Visit) -> Screen:
    """A link or a few words; after a file only a link."""
    row = await asked_row(visit)
    if row is None:
        return no_such_row(visit)
    words = message.text or ""
    if len(words) > LONGEST_WORDS:
        return Screen(
            visit.texts("too-long", length=len(words), limit=LONGEST_WORDS),
            rows(button(visit.texts("back"), OpenTask(task=row.task.id))),
        )
    visit.stop_asking()
    await visit.storage.evidence.add(row.task, visit.person.id, visit.now, text=words)
    return attached(visit, row)


@router.message(Asked("evidence", anything=True), When(FILE), Known())
@router.message(Asked("more-evidence", anything=True), When(FILE), Known())
async def take_file(message: Message, visit: Visit) -> Screen:
    """A file or a photo; those that come right after it are taken too, since an album comes one by one."""
    row = await asked_row(visit)
    if row is None:
        return no_such_row(visit)
    incoming = visit.incoming
    if incoming is None or not incoming.content:
        problem = incoming.problem if incoming is not None and incoming.problem else "not_fetched"
        return Screen(
            visit.texts(f"problem-{problem}"), rows(button(visit.texts("back"), OpenTask(task=row.task.id)))
        )
    file = await visit.storage.files.add(incoming.name, incoming.media_type, incoming.content, visit.now)
    words = (message.caption or "")[:LONGEST_WORDS]
    await visit.storage.evidence.add(row.task, visit.person.id, visit.now, file_id=file.id, text=words)
    visit.ask("more-evidence", task=row.task.id)
    return attached(visit, row)


@router.message(Asked("evidence", anything=True), Known())
async def take_nothing(message: Message, visit: Visit) -> Screen:
    """A voice message, a sticker and the like."""
    row = await asked_row(visit)
    if row is None:
        return no_such_row(visit)
    return Screen(visit.texts("roadmap-evidence-kind"), rows(button(visit.texts("back"), OpenTask(task=row.task.id))))


async def asked_row(visit: Visit) -> Row | None:
    """The row that the chat waits for evidence of; when it is gone the chat waits no more."""
    row = await row_to_change(visit, int(visit.account.asked_about["task"]))
    if row is None:
        visit.stop_asking()
    return row


def attached(visit: Visit, row: Row) -> Screen:
    return Screen(
        visit.texts("roadmap-attached", row=short(row_name(row.milestone), 20)),
        rows(
            done_button(visit, row),
            button(visit.texts("roadmap-attach-more"), AskEvidence(task=row.task.id)),
            button(visit.texts("roadmap-back-to-row"), OpenTask(task=row.task.id)),
            button(visit.texts("home"), Go(to="home")),
        ),
    )


def done_button(visit: Visit, row: Row) -> Button | None:
    if row.task.done_at is not None:
        return None
    return button(visit.texts("roadmap-done"), Close(task=row.task.id, done=True))


@router.callback_query(ShowEvidence.filter(), Known())
async def show(query: CallbackQuery, callback_data: ShowEvidence, visit: Visit) -> Screen:
    """The files themselves, a few at a time."""
    row = await row_for(visit, callback_data.task)
    if row is None:
        return no_such_row(visit)
    proofs = await visit.storage.evidence.of(row.task.id)
    kept = [proof.evidence.file_id for proof in proofs if proof.evidence.file_id is not None]
    following = kept[callback_data.first + FILES_AT_ONCE :]
    papers = [await paper(visit, each) for each in kept[callback_data.first :][:FILES_AT_ONCE]]
    if not papers:
        return await card(visit, row)
    more = ShowEvidence(task=row.task.id, first=callback_data.first + FILES_AT_ONCE)
    return Screen(
        visit.texts("roadmap-evidence-files", row=short(row_name(row.milestone), 20)),
        rows(
            button(visit.texts("next-page"), more) if following else None,
            button(visit.texts("roadmap-back-to-row"), OpenTask(task=row.task.id)),
            button(visit.texts("home"), Go(to="home")),
        ),
        tuple(each for each in papers if each is not None),
    )


async def paper(visit: Visit, file_id: int) -> Paper | None:
    file = await visit.storage.files.get(file_id)
    if file is None:
        return None
    return Paper(AS_SENT, file.name, {"content": visit.storage.files.content(file)})
