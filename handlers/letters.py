"""A participant's words to the curator, and the curator's reply in the same chat."""

from aiogram import Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message

from domain.notices import News
from domain.people import Action, Role
from handlers import home
from handlers.callbacks import Go
from handlers.filters import Asked, Known, May
from handlers.part import Part
from handlers.screen import Screen, button, escape, lines, rows
from handlers.visit import Scene, Visit
from storage.models import Letter, Notice

router = Router(name="letters")

MAX_LENGTH = 3500


class Pass(CallbackData, prefix="pass"):
    """Pass the text that was just typed to the curator."""


class Reply(CallbackData, prefix="reply"):
    """Answer a letter."""

    letter: int


@router.callback_query(Pass.filter(), Known())
async def send(query: CallbackQuery, visit: Visit) -> Screen:
    if visit.account.asked != "pass":
        return await home.home(visit)
    text = visit.storage.conversation.unseal(str(visit.account.asked_about["text"]))
    visit.stop_asking()
    return await write(visit, text)


async def write(visit: Visit, text: str) -> Screen:
    """Keep a letter and let every curator know."""
    organisation = await visit.organisation()
    letter = await visit.storage.conversation.add_letter(organisation.id, visit.person.id, text, visit.now)
    for curator in await visit.storage.people.members(organisation.id, Role.CURATOR):
        await visit.storage.notices.add(
            curator.id,
            News.LETTER,
            f"letter:{letter.id}:person:{curator.id}",
            visit.now,
            visit.now,
            organisation_id=organisation.id,
            subject={"letter": letter.id},
        )
    return Screen(visit.texts("letter-sent"), rows(button(visit.texts("home"), Go(to="home"))))


@router.callback_query(Reply.filter(), May(Action.ANSWER_LETTERS))
async def ask_reply(query: CallbackQuery, callback_data: Reply, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    letter = await visit.storage.conversation.letter(organisation.id, callback_data.letter)
    if letter is None or letter.answered_at is not None:
        return Screen(visit.texts("letter-answered-already"), rows(button(visit.texts("home"), Go(to="home"))))
    visit.ask("reply", letter=letter.id)
    return await shown(visit, letter)


async def shown(visit: Visit, letter: Letter) -> Screen:
    author = await visit.storage.people.get(letter.person_id)
    words = visit.storage.conversation.words(letter.text)
    return Screen(
        lines(
            visit.texts("letter-from", name=escape(author.name)),
            f"<i>{escape(words)}</i>",
            visit.texts("letter-write-reply"),
        ),
        rows(button(visit.texts("home"), Go(to="home"))),
    )


@router.message(Asked("reply"), May(Action.ANSWER_LETTERS))
async def reply(message: Message, visit: Visit) -> Screen:
    text = message.text or ""
    organisation = await visit.organisation()
    letter = await visit.storage.conversation.letter(organisation.id, int(visit.account.asked_about["letter"]))
    if letter is None or letter.answered_at is not None:
        visit.stop_asking()
        return Screen(visit.texts("letter-answered-already"), rows(button(visit.texts("home"), Go(to="home"))))
    if len(text) > MAX_LENGTH:
        return Screen(visit.texts("too-long", length=len(text), limit=MAX_LENGTH))
    visit.stop_asking()
    visit.storage.conversation.answer_letter(letter, text, visit.person.id, visit.now)
    await visit.storage.notices.add(
        letter.person_id,
        News.LETTER_ANSWERED,
        f"letter:{letter.id}:answered",
        visit.now,
        visit.now,
        organisation_id=organisation.id,
        subject={"letter": letter.id},
    )
    return Screen(visit.texts("letter-replied"), rows(button(visit.texts("home"), Go(to="home"))))


async def letter_part(scene: Scene, notice: Notice) -> Part | None:
    """To a curator: somebody has written; the words themselves only behind the button."""
    letter = await scene.storage.conversation.letter(notice.organisation_id or 0, int(notice.subject["letter"]))
    if letter is None or letter.answered_at is not None:
        return None
    return Part(scene.texts("letter-news"), (button(scene.texts("letter-open"), Reply(letter=letter.id)),))


async def answer_part(scene: Scene, notice: Notice) -> Part | None:
    letter = await scene.storage.conversation.letter(notice.organisation_id or 0, int(notice.subject["letter"]))
    if letter is None or letter.answer is None:
        return None
    words = scene.storage.conversation.words(letter.answer)
    return Part(
        lines(scene.texts("letter-answer"), f"<i>{escape(words)}</i>"),
        (button(scene.texts("letter-write"), Go(to="letter")),),
    )
