"""A participant's words to the curator or to the psychologist, and the reply in the same chat."""

from aiogram import Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message

from domain.notices import News
from domain.people import Action, Role
from handlers import home
from handlers.callbacks import Go
from handlers.filters import Asked, Known, May
from handlers.overlong import refusal
from handlers.part import Part
from handlers.screen import Button, Screen, button, escape, lines, rows
from handlers.status import name_of
from handlers.veil import veiled
from handlers.visit import Scene, Visit
from handlers.waiting_letters import Reply, first_button, told, waiting_letters
from storage.models import Letter, Notice

router = Router(name="letters")

MAX_LENGTH = 3500


class Pass(CallbackData, prefix="pass"):
    """Pass the text that was just typed to the curator."""


class Address(CallbackData, prefix="lto"):
    """Write to whoever holds this role."""

    to: Role


@router.callback_query(Pass.filter(), Known())
async def send(query: CallbackQuery, visit: Visit) -> Screen:
    if visit.account.asked != "pass":
        return await home.home(visit)
    text = visit.storage.conversation.unseal(str(visit.account.asked_about["text"]))
    visit.stop_asking()
    return await write(visit, text)


async def psychologist_button(scene: Scene) -> Button | None:
    """The way to write to the psychologist, where there is one."""
    organisation = await scene.organisation()
    there_is_one = await scene.storage.people.members(organisation.id, Role.PSYCHOLOGIST)
    wanted = there_is_one and Role.PSYCHOLOGIST not in await scene.roles()
    return button(scene.texts("letter-write-psychologist"), Address(to=Role.PSYCHOLOGIST)) if wanted else None


@router.callback_query(Address.filter(), Known())
async def ask(query: CallbackQuery, callback_data: Address, visit: Visit) -> Screen:
    if callback_data.to is not Role.PSYCHOLOGIST or await psychologist_button(visit) is None:
        return await home.home(visit)
    visit.ask("letter", to=callback_data.to)
    return Screen(visit.texts("letter-ask-psychologist"), rows(button(visit.texts("home"), Go(to="home"))))


async def write(visit: Visit, text: str, to: str = Role.CURATOR) -> Screen:
    """Keep a letter and let everybody know who holds the role that it is addressed to."""
    organisation = await visit.organisation()
    letter = await visit.storage.conversation.add_letter(organisation.id, visit.person.id, text, visit.now, to)
    for reader in await visit.storage.people.members(organisation.id, to):
        await visit.storage.notices.add(
            reader.id,
            News.LETTER,
            f"letter:{letter.id}:person:{reader.id}",
            visit.now,
            visit.now,
            organisation_id=organisation.id,
            subject={"letter": letter.id},
        )
    return Screen(visit.texts("letter-sent", to=to), rows(button(visit.texts("home"), Go(to="home"))))


async def letter_for(visit: Visit, letter_id: int) -> Letter | None:
    """A letter of her organisation that is addressed to a role of hers."""
    organisation = await visit.organisation()
    letter = await visit.storage.conversation.letter(organisation.id, letter_id)
    return letter if letter is not None and letter.addressed_to in await visit.roles() else None


@router.callback_query(Reply.filter(), May(Action.READ_LETTERS))
async def ask_reply(query: CallbackQuery, callback_data: Reply, visit: Visit) -> Screen:
    letter = await letter_for(visit, callback_data.letter)
    if letter is None:
        return gone(visit)
    if letter.answered_at is None:
        visit.ask("reply", letter=letter.id)
    return await shown(visit, letter)


def gone(visit: Visit) -> Screen:
    return Screen(visit.texts("letter-gone"), rows(button(visit.texts("home"), Go(to="home"))))


async def shown(visit: Visit, letter: Letter) -> Screen:
    """The letter, and the answer of a colleague where there is one already."""
    (author,) = await veiled(visit, [await visit.storage.people.get(letter.person_id)])
    return Screen(
        lines(
            visit.texts("letter-from", name=name_of(visit, author)),
            quoted(visit, letter.text),
            visit.texts("letter-write-reply")
            if letter.answer is None
            else await answered(visit, letter, letter.answer),
        ),
        rows(button(visit.texts("home"), Go(to="home"))),
    )


def quoted(scene: Scene, words: bytes) -> str:
    return f"<i>{escape(scene.storage.conversation.words(words))}</i>"


async def answered(visit: Visit, letter: Letter, answer: bytes) -> str:
    who = await visit.storage.people.find(letter.answered_by or 0)
    by = "gone" if who is None else "own" if who.id == visit.person.id else "colleague"
    name = escape(who.name) if who is not None else ""
    return lines(visit.texts("letter-answered-already", by=by, name=name), quoted(visit, answer))


@router.message(Asked("reply"), May(Action.READ_LETTERS))
async def reply(message: Message, visit: Visit) -> Screen:
    text = message.text or ""
    organisation = await visit.organisation()
    letter = await letter_for(visit, int(visit.account.asked_about["letter"]))
    if letter is None or letter.answered_at is not None:
        visit.stop_asking()
        return gone(visit) if letter is None else await shown(visit, letter)
    too_long = refusal(visit, message, MAX_LENGTH)
    if too_long is not None:
        return Screen(too_long, rows(button(visit.texts("home"), Go(to="home"))))
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
    more = await waiting_letters(visit)
    return Screen(
        lines(visit.texts("letter-replied"), told(visit, more)),
        rows(first_button(visit, more), button(visit.texts("home"), Go(to="home"))),
    )


async def letter_part(scene: Scene, notice: Notice) -> Part | None:
    """To a curator: somebody has written; the words themselves only behind the button."""
    letter = await scene.storage.conversation.letter(notice.organisation_id or 0, int(notice.subject["letter"]))
    if letter is None or letter.answered_at is not None or letter.addressed_to not in await scene.roles():
        return None
    return Part(scene.texts("letter-news"), (button(scene.texts("letter-open"), Reply(letter=letter.id)),))


async def answer_part(scene: Scene, notice: Notice) -> Part | None:
    letter = await scene.storage.conversation.letter(notice.organisation_id or 0, int(notice.subject["letter"]))
    if letter is None or letter.answer is None:
        return None
    again = await psychologist_button(scene) if letter.addressed_to == Role.PSYCHOLOGIST else None
    return Part(
        lines(scene.texts("letter-answer", by=letter.addressed_to), quoted(scene, letter.answer)),
        (again or button(scene.texts("letter-write"), Go(to="letter")),),
    )
