"""The handlers of a questionnaire: answers typed, pressed and sent as files; back, skip, stop."""

from aiogram import F, Router
from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message

from domain.forms import Attached, Given, Pressed, Skip, Typed, means_back, means_skip, means_stop, read_answer
from domain.forms import Done as DoneTicking
from handlers.callbacks import Go
from handlers.filters import Asked, Known
from handlers.questionnaire.answering import answer, reading, taken
from handlers.questionnaire.begin import go_on, gone
from handlers.questionnaire.filling import Filling, find
from handlers.questionnaire.overlong import whole
from handlers.questionnaire.press import Choose, Control, Open, Page
from handlers.questionnaire.question import LOW_KEY, answer_words, question_screen
from handlers.screen import Screen, button, escape, rows, shorten
from handlers.visit import Visit

router = Router(name="questionnaire_flow")

LONGEST_REMINDER = 120
"""Characters of a question and of its answer that are repeated to whoever presses an old button."""

GIVEN: dict[str, Given] = {"skip": Skip(), "erase": Skip(), "done": DoneTicking()}


@router.callback_query(Open.filter(), Known())
async def open_form(query: CallbackQuery, callback_data: Open, visit: Visit) -> Screen:
    filling = await find(visit, callback_data.submission)
    return go_on(visit, filling) if filling is not None else gone(visit)


@router.message(Asked("form-intro", anything=True), Known())
async def impatient(message: Message, visit: Visit) -> Screen:
    """Words typed under the introduction are no answer yet: the first question is shown."""
    filling = await find(visit, int(visit.account.asked_about["submission"]))
    return go_on(visit, filling) if filling is not None else gone(visit)


@router.callback_query(Go.filter(F.to == "later"), Known())
async def later(query: CallbackQuery, visit: Visit) -> Screen:
    return put_off(visit)


def put_off(visit: Visit) -> Screen:
    """Stop here; the place in the form is kept."""
    visit.stop_asking()
    return Screen(visit.texts("form-put-off"), rows(button(visit.texts("home"), Go(to="home"))))


@router.message(Asked("form", anything=True), Known())
async def typed(message: Message, visit: Visit) -> Screen:
    """A typed answer, or a file; «назад» goes back, «дальше» leaves an answer as it stands."""
    filling = await find(visit, int(visit.account.asked_about["submission"]))
    if filling is None:
        visit.stop_asking()
        return gone(visit)
    question = filling.current
    if question is None:
        return go_on(visit, filling)
    if means_back(message.text or ""):
        return back(visit, filling)
    if means_skip(message.text or "") and filling.stands(question):
        return move_on(visit, filling)
    if means_stop(message.text or ""):
        return put_off(visit)
    given = await given_in(message, visit)
    result = await reading(visit, filling, question, given)
    return await taken(visit, filling, question, given, whole(visit, message, result))


async def given_in(message: Message, visit: Visit) -> Given:
    """What a message gives as an answer; a file that was sent is kept, whether or not it could be read."""
    if message.text:
        return Typed(message.text)
    media = ContentType(message.content_type).value
    came, caption = visit.incoming, message.caption or ""
    if came is None or not came.content:
        return Attached(media, "", caption)
    file = await visit.storage.files.add(came.name, came.media_type, came.content, visit.now)
    return Attached(media, str(file.id), caption)


@router.callback_query(Choose.filter(), Known())
async def choose(query: CallbackQuery, callback_data: Choose, visit: Visit) -> Screen:
    filling = await find(visit, callback_data.submission)
    question = filling.form.question(callback_data.question) if filling is not None else None
    if filling is None or question is None:
        return gone(visit)
    if question != filling.current:
        return elsewhere(visit, filling, question.key, Pressed(callback_data.key))
    if callback_data.key == LOW_KEY:
        return question_screen(visit, filling, question, low=True)
    return await answer(visit, filling, question, Pressed(callback_data.key))


def elsewhere(visit: Visit, filling: Filling, key: str, given: Given | None = None) -> Screen:
    """A press under another question than the open one: its answer stays, and the open question is shown.

    A second tap on the same answer needs no remark.
    """
    question, kept = filling.form.question(key), filling.answers.get(key)
    if question is None or kept is None or not kept.finished or kept.skipped:
        return go_on(visit, filling, visit.texts("form-problem-stale_button"))
    if given is not None and read_answer(question, given, before=kept) == kept:
        return go_on(visit, filling)
    remark = visit.texts(
        "form-old-button",
        question=escape(shorten(question.name, LONGEST_REMINDER)),
        answer=escape(shorten(answer_words(visit, question, kept), LONGEST_REMINDER)),
        sent="yes" if filling.submission.sent_at is not None else "no",
    )
    return go_on(visit, filling, remark)


@router.callback_query(Page.filter(), Known())
async def turn(query: CallbackQuery, callback_data: Page, visit: Visit) -> Screen:
    filling = await find(visit, callback_data.submission)
    if filling is None:
        return gone(visit)
    question = filling.current
    if question is None or question.key != callback_data.question:
        return elsewhere(visit, filling, callback_data.question)
    return question_screen(visit, filling, question, page=callback_data.page)


@router.callback_query(Control.filter(), Known())
async def control(query: CallbackQuery, callback_data: Control, visit: Visit) -> Screen:
    filling = await find(visit, callback_data.submission)
    if filling is None:
        return gone(visit)
    question = filling.current
    if question is None or question.key != callback_data.question:
        return elsewhere(visit, filling, callback_data.question, GIVEN.get(callback_data.what))
    if callback_data.what == "back":
        return back(visit, filling)
    if callback_data.what == "keep" or (callback_data.what == "skip" and filling.stands(question)):
        return move_on(visit, filling)
    return await answer(visit, filling, question, GIVEN[callback_data.what])


def back(visit: Visit, filling: Filling) -> Screen:
    """To the question before the open one; from a question that was returned to at the review, to the review."""
    previous = filling.previous
    if filling.submission.sent_at is not None or previous is None:
        filling.submission.returned_to = ""
    else:
        filling.submission.returned_to = previous.key
    return go_on(visit, filling)


def move_on(visit: Visit, filling: Filling) -> Screen:
    """From a question that was returned to, with its answer as it stands."""
    filling.submission.returned_to = ""
    return go_on(visit, filling)
