"""What nobody else took: stale buttons, unknown commands, texts that are no answer; asked last.

In VK the community is already the school's inbox: a person who is no participant and came without a link is left
to the administrators.
"""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from domain.people import Action
from handlers import codes, home
from handlers.callbacks import Go
from handlers.entry.door import newcomer, stranger
from handlers.filters import When
from handlers.letters import Pass
from handlers.questionnaire import Open
from handlers.screen import Screen, button, escape, lines, rows
from handlers.visit import Visit

router = Router(name="fallback")

CALLS = ("наставничеств", "начать", "старт")
PLEASANTRIES = {"спасибо", "привет", "здравствуйте", "добрый день", "хорошо", "ок", "ok", "да", "понятно", "👍", "🙏"}
MAX_LETTER = 3500


@router.callback_query()
async def stale(query: CallbackQuery, visit: Visit) -> Screen:
    """A button whose conversation is over, or that this person may not use (any more)."""
    if visit.someone is None:
        return stranger(visit)
    return await renewed(visit)


async def renewed(visit: Visit, key: str = "stale-button") -> Screen:
    """One sentence, and a fresh menu."""
    fresh = await home.home(visit)
    return Screen(lines(visit.texts(key), fresh.text), fresh.rows)


@router.message(When(F.text.startswith("/")))
async def unknown_command(message: Message, visit: Visit) -> Screen:
    if visit.someone is None:
        return stranger(visit)
    return await renewed(visit, "unknown-command")


@router.message(When(F.text))
async def unexpected_text(message: Message, visit: Visit) -> Screen | list[Screen] | None:
    text = message.text or ""
    if codes.looks_like_code(text):
        return await codes.enter(visit, text)
    if visit.someone is None:
        return await unknown_person(visit, text)
    if text.strip(" .!").casefold() in PLEASANTRIES or not await visit.known():
        return await home.home(visit)
    if await visit.may(Action.ANSWER_LETTERS):
        return await renewed(visit, "not-understood-curator")
    return await offer_to_pass(visit, text)


async def offer_to_pass(visit: Visit, text: str) -> Screen:
    """A participant's words that are no answer may be meant for the curator, or for a form that she left open."""
    if len(text) > MAX_LETTER:
        return Screen(
            visit.texts("too-long", length=len(text), limit=MAX_LETTER),
            rows(button(visit.texts("home"), Go(to="home"))),
        )
    visit.ask("pass", text=visit.storage.conversation.seal(text))
    unfinished = await visit.storage.forms.unfinished(visit.person.id, visit.here)
    return Screen(
        lines(visit.texts("not-understood"), f"<i>{escape(text[:300])}</i>"),
        rows(
            *(button(visit.texts("home-continue-form"), Open(submission=each.id)) for each in unfinished[:1]),
            button(visit.texts("letter-pass"), Pass()),
            button(visit.texts("home"), Go(to="home")),
        ),
    )


async def unknown_person(visit: Visit, text: str = "") -> Screen | None:
    """A stranger in VK is heard only when she asks for us; elsewhere the bot is all there is."""
    called = any(word in text.casefold() for word in CALLS)
    if visit.account.platform == "vk" and not called and visit.account.invitation_id is None:
        return None
    return await newcomer(visit)


@router.message()
async def unexpected_kind(message: Message, visit: Visit) -> Screen | None:
    """A file nobody asked for, a voice message, a sticker."""
    if visit.someone is None:
        return await unknown_person(visit)
    key = "unexpected-file" if visit.incoming is not None else "not-text"
    return await renewed(visit, "voice-message" if message.voice else key)
