"""The curator's roadmap comes in: as a file, as a pasted text, or as a document that nobody asked for."""

import hashlib

from aiogram import F, Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from documents.readers import Unreadable, read_pasted
from domain.people import Action
from domain.roadmap import NotARoadmap, Source
from domain.roadmap.named import with_foreign_name
from handlers import home
from handlers.callbacks import Go
from handlers.filters import Asked, May, When
from handlers.roadmap.corrected import as_correction
from handlers.roadmap.press import Decline, Waiting
from handlers.roadmap.reading import columns_of, milestone_columns, understand
from handlers.roadmap.review import summary
from handlers.roadmap.wording import title_of
from handlers.screen import Screen, button, lines, rows
from handlers.visit import Incoming, Visit
from storage.models import Roadmap

router = Router(name="roadmap_upload")

LONGEST_PASTE = 100_000
"""Characters of a pasted text in all its pieces."""

SHORTEST_PIECE = 400
"""Messengers cut a long text into messages: a text as long as this, or one with cells, is a piece of a paper."""

PIECES_JOINT = "\n\n"
"""Pieces are joined as pages are: the reader mends a row that the cut went through."""

UNTOLD = ("", "too_large", "not_fetched")
"""What may come of any file; another problem says that the file was tried as a document."""


class Document(Filter):
    """A file that is a document: it was read, or could not be."""

    async def __call__(self, _message: Message, visit: Visit) -> bool:
        incoming = visit.incoming
        return incoming is not None and (incoming.source is not None or incoming.problem not in UNTOLD)


@router.callback_query(Go.filter(F.to == "roadmap-new"), May(Action.EDIT_ROADMAP))
async def ask(query: CallbackQuery, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    followed = await visit.storage.roadmaps.active(organisation.id) is not None
    return ask_for_roadmap(visit, followed=followed)


def ask_for_roadmap(visit: Visit, remark: str = "", *, followed: bool = False) -> Screen:
    """Ask for a file or a text; ``remark`` is said before it.

    A roadmap that is ``followed`` can be moved to the next year instead.
    """
    visit.ask("roadmap")
    return Screen(
        lines(remark, visit.texts("roadmap-ask")),
        rows(
            button(visit.texts("ready-offer"), Go(to="roadmap-ready")),
            button(visit.texts("next-open"), Go(to="roadmap-next")) if followed else None,
            button(visit.texts("home"), Go(to="home")),
        ),
    )


@router.message(Asked("roadmap"), May(Action.EDIT_ROADMAP))
async def take_text(message: Message, visit: Visit) -> Screen:
    """A pasted text, whole or the next piece of it."""
    piece = message.text or ""
    before = pasted_so_far(visit)
    if not is_piece(piece):
        return again(visit, visit.texts("roadmap-text-short"))
    text = f"{before}{PIECES_JOINT}{piece}" if before else piece
    if len(text) > LONGEST_PASTE:
        return again(visit, visit.texts("roadmap-text-long"))
    visit.ask("roadmap", text=visit.storage.conversation.seal(text))
    try:
        roadmap = await keep(visit, read_pasted(text))
    except (NotARoadmap, Unreadable):
        return again(visit, visit.texts("roadmap-text-no-table"))
    return await summary(visit, roadmap, remark=visit.texts("roadmap-text-more"))


def pasted_so_far(visit: Visit) -> str:
    sealed = str(visit.account.asked_about.get("text", ""))
    return visit.storage.conversation.unseal(sealed) if sealed else ""


def is_piece(text: str) -> bool:
    return len(text) >= SHORTEST_PIECE or "\t" in text or text.count("\n") > 1


@router.message(Asked("roadmap", anything=True), When(F.document | F.photo), May(Action.EDIT_ROADMAP))
async def take_file(message: Message, visit: Visit) -> Screen:
    incoming = visit.incoming
    if incoming is None or incoming.source is None:
        return again(visit, visit.texts(problem_key(incoming)))
    if await is_followed(visit, incoming):
        return followed_already(visit)
    try:
        roadmap = await keep(visit, incoming.source, incoming)
    except NotARoadmap:
        return again(visit, visit.texts("roadmap-not-found" if incoming.source.is_russian else "roadmap-not-russian"))
    visit.stop_asking()
    return await as_correction(visit, roadmap) or await summary(visit, roadmap)


def problem_key(incoming: Incoming | None) -> str:
    """The sentence about what went wrong; a picture and any other unread file are told what would do."""
    if incoming is None:
        return "problem-not_fetched"
    if not incoming.problem:
        return "problem-picture" if incoming.media_type.startswith("image/") else "problem-unsupported"
    return f"problem-{incoming.problem}"


def again(visit: Visit, sentence: str) -> Screen:
    """What was sent does not do; the chat still waits for a roadmap."""
    return Screen(
        lines(sentence, visit.texts("roadmap-another")),
        rows(button(visit.texts("home"), Go(to="home"))),
    )


async def is_followed(visit: Visit, incoming: Incoming) -> bool:
    """Whether this very file is the roadmap that is followed already."""
    organisation = await visit.organisation()
    active = await visit.storage.roadmaps.active(organisation.id)
    known = await visit.storage.roadmaps.sha256_of(active) if active is not None else None
    return known is not None and known == hashlib.sha256(incoming.content).hexdigest()


def followed_already(visit: Visit) -> Screen:
    visit.stop_asking()
    return Screen(
        visit.texts("roadmap-same-file"),
        rows(button(visit.texts("roadmap-open"), Go(to="roadmap")), button(visit.texts("home"), Go(to="home"))),
    )


@router.message(Document(), May(Action.EDIT_ROADMAP))
async def take_unasked(message: Message, visit: Visit) -> Screen:
    """A document that no conversation waits for: perhaps the roadmap."""
    incoming = visit.incoming
    if incoming is None or incoming.source is None:
        return again(visit, visit.texts(problem_key(incoming)))
    if await is_followed(visit, incoming):
        return followed_already(visit)
    try:
        roadmap = await keep(visit, incoming.source, incoming)
    except NotARoadmap:
        fresh = await home.home(visit)
        return Screen(lines(visit.texts("unexpected-file"), fresh.text), fresh.rows)
    return await as_correction(visit, roadmap) or await offered(visit, roadmap)


async def offered(visit: Visit, roadmap: Roadmap) -> Screen:
    """Ask whether the document was meant for a roadmap."""
    milestones = await visit.storage.roadmaps.milestones(roadmap.id)
    return Screen(
        visit.texts("roadmap-offer", title=title_of(visit.texts, roadmap), rows=len(milestones)),
        rows(
            button(visit.texts("roadmap-offer-yes"), Waiting(roadmap=roadmap.id)),
            button(visit.texts("roadmap-offer-no"), Decline(roadmap=roadmap.id)),
        ),
    )


async def keep(visit: Visit, source: Source, incoming: Incoming | None = None) -> Roadmap:
    """Read the document as a roadmap and keep it, waiting for the curator; raises ``NotARoadmap``."""
    organisation = await visit.organisation()
    programme = await visit.storage.organisations.programme(organisation.id)
    roadmap = with_foreign_name(understand(source, programme), organisation.name)
    file = None
    if incoming is not None:
        file = await visit.storage.files.add(incoming.name, incoming.media_type, incoming.content, visit.now)
    return await visit.storage.roadmaps.add(
        organisation.id,
        programme.id,
        columns_of(roadmap, file.id if file is not None else None),
        [milestone_columns(row) for row in roadmap.rows],
        visit.now,
    )
