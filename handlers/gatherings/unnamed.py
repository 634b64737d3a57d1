"""The quick poll without a consent: one tap a question, of which only counts are kept."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.forms import Answer, Chosen, Kind, Question, read_answer
from domain.gatherings import UNNAMED, Door
from domain.polls import answers_to, unnamed_questions
from handlers.entry.press import Step
from handlers.filters import Asked
from handlers.gatherings.answers import form_of
from handlers.gatherings.card import door_of
from handlers.gatherings.door import is_known_there
from handlers.gatherings.presence import greet
from handlers.gatherings.press import Unnamed
from handlers.screen import MAX_IN_ROW, Screen, button, escape, lines, rows
from handlers.visit import Visit
from storage.models import Gathering, PollVoice

router = Router(name="gatherings_unnamed")


@router.callback_query(Unnamed.filter())
async def answer(query: CallbackQuery, callback_data: Unnamed, visit: Visit) -> Screen:
    """Open to everybody who came by the link; whoever has consented answers by name."""
    gathering = await visit.storage.gatherings.find(callback_data.gathering)
    if gathering is None or gathering.survey_id is None or gathering.kind not in UNNAMED:
        return Screen(visit.texts("gathering-over"))
    if visit.account.gathering_id != gathering.id or await door_of(visit, gathering) is not Door.OPEN:
        return Screen(visit.texts("gathering-over"))
    if await is_known_there(visit, gathering):
        return await greet(visit, gathering)
    voice = await visit.storage.gatherings.voice(gathering, visit.account.platform, visit.account.external_id)
    await count(visit, gathering, voice, callback_data)
    return following(visit, gathering, voice)


@router.message(Asked("unnamed"))
async def typed(message: Message, visit: Visit) -> Screen:
    """An answer in words, to the question that is open; what is none is asked again."""
    gathering = await visit.storage.gatherings.find(int(visit.account.asked_about["gathering"]))
    if gathering is None or await door_of(visit, gathering) is not Door.OPEN:
        visit.stop_asking()
        return Screen(visit.texts("gathering-over"))
    if await is_known_there(visit, gathering):
        return await greet(visit, gathering)
    voice = await visit.storage.gatherings.voice(gathering, visit.account.platform, visit.account.external_id)
    asked = unnamed_questions(form_of(gathering))
    given = said(asked[voice.answered], message.text or "") if voice.answered < len(asked) else ""
    await count(visit, gathering, voice, Unnamed(gathering=gathering.id, question=voice.answered, key=given))
    return following(visit, gathering, voice, None if given else visit.texts("gathering-unnamed-unclear"))


def said(question: Question, text: str) -> str:
    """The key of the answer that is typed; empty for what is none."""
    read = read_answer(question, text)
    value = read.value if isinstance(read, Answer) else None
    if isinstance(value, Chosen):
        return next(iter(value.keys), "")
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if value is not None else ""


async def count(visit: Visit, gathering: Gathering, voice: PollVoice, pressed: Unnamed) -> None:
    """Count an answer to the open question; a button of another one changes nothing."""
    asked = unnamed_questions(form_of(gathering))
    if pressed.question != voice.answered or pressed.question >= len(asked):
        return
    question = asked[pressed.question]
    if pressed.key in answers_to(question):
        await visit.storage.gatherings.count_answer(gathering, voice, question.key, pressed.key)


def following(visit: Visit, gathering: Gathering, voice: PollVoice, first: str | None = None) -> Screen:
    """The next question, or thanks; ``first`` is said before."""
    asked = unnamed_questions(form_of(gathering))
    if voice.answered >= len(asked):
        visit.stop_asking()
        return Screen(
            visit.texts("gathering-unnamed-thanks"),
            rows(button(visit.texts("entry-about"), Step(to="about"))),
        )
    visit.ask("unnamed", gathering=gathering.id)
    question = asked[voice.answered]
    head = visit.texts("form-progress", number=voice.answered + 1, total=len(asked))
    buttons = [button(label, press(gathering, voice, key)) for key, label in labels(visit, question)]
    return Screen(
        lines(first, visit.texts("gathering-unnamed"), f"<b>{head}</b>", escape(question.text)),
        rows(*buttons, width=1 if len(buttons) <= MAX_IN_ROW + 1 else MAX_IN_ROW),
    )


def press(gathering: Gathering, voice: PollVoice, key: str) -> Unnamed:
    return Unnamed(gathering=gathering.id, question=voice.answered, key=key)


def labels(visit: Visit, question: Question) -> list[tuple[str, str]]:
    """Key and words of each answer."""
    if question.kind is Kind.YES_NO:
        return [(key, visit.texts(f"form-button-{key}")) for key in answers_to(question)]
    named = {option.key: option.label for option in question.options}
    return [(key, named.get(key, key)) for key in answers_to(question)]
