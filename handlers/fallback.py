"""What nobody else took: stale buttons, unknown commands, texts that are no answer; asked last.

In VK the community is already the school's inbox: a person who is no participant and came without a link is left
to the administrators.
"""

import re

from aiogram import F, Router
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from handlers import codes, home
from handlers.callbacks import Go
from handlers.entry import stranger
from handlers.filters import Private, When
from handlers.letters import Pass
from handlers.screen import Screen, button, escape, lines, rows
from handlers.visit import Visit

router = Router(name="fallback")

CODE = re.compile(r"[A-Za-z2-9]{4}[-– ]?[A-Za-z2-9]{4}")
"""What looks like one of our codes is tried as one, wherever it is typed."""

CALLS = ("наставничеств", "начать", "старт")
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


@router.my_chat_member()
async def membership(event: ChatMemberUpdated, visit: Visit) -> None:
    """The person has blocked the bot or allowed it again."""
    visit.account.reachable = event.new_chat_member.status not in {"kicked", "left"}


@router.message(~Private())
async def group_chat(message: Message, visit: Visit) -> Screen | None:
    """In a group the bot answers only when it is called, with one line."""
    called = (message.text or "").startswith("/")
    return Screen(visit.texts("group-chat")) if called else None


@router.message(When(F.text.startswith("/")))
async def unknown_command(message: Message, visit: Visit) -> Screen:
    if visit.someone is None:
        return stranger(visit)
    return await renewed(visit, "unknown-command")


@router.message(When(F.text))
async def unexpected_text(message: Message, visit: Visit) -> Screen | list[Screen] | None:
    text = message.text or ""
    if CODE.fullmatch(text.strip()):
        return await codes.enter(visit, text)
    if visit.someone is None:
        return unknown_person(visit, text)
    if len(text) > MAX_LETTER:
        return Screen(
            visit.texts("too-long", length=len(text), limit=MAX_LETTER),
            rows(button(visit.texts("home"), Go(to="home"))),
        )
    visit.ask("pass", text=visit.storage.conversation.seal(text))
    return Screen(
        lines(visit.texts("not-understood"), f"<i>{escape(text[:300])}</i>"),
        rows(
            button(visit.texts("letter-pass"), Pass()),
            button(visit.texts("home"), Go(to="home")),
        ),
    )


def unknown_person(visit: Visit, text: str) -> Screen | None:
    """A stranger in VK is heard only when she asks for us; elsewhere the bot is all there is."""
    called = any(word in text.casefold() for word in CALLS)
    if visit.account.platform == "vk" and not called and visit.account.invitation_id is None:
        return None
    return stranger(visit)


@router.message()
async def unexpected_kind(message: Message, visit: Visit) -> Screen | None:
    """A file nobody asked for, a voice message, a sticker."""
    if visit.someone is None:
        return unknown_person(visit, "")
    key = "unexpected-file" if visit.incoming is not None else "not-text"
    return await renewed(visit, "voice-message" if message.voice else key)
