"""The handlers of a questionnaire: answers typed, pressed and sent as files; back, skip, review, edit."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from domain.forms import (
    Answer,
    Attached,
    Given,
    Pressed,
    Problem,
    Question,
    Skip,
    Typed,
    fallen_away,
    is_complete,
    means_back,
    means_stop,
    read_answer,
)
from domain.forms import Done as DoneTicking
from domain.people_lists import name_key
from handlers.callbacks import Go
from handlers.filters import Asked, Known
from handlers.organisation.finish import apply
from handlers.questionnaire.begin import go_on
from handlers.questionnaire.filling import Filling, find, read
from handlers.questionnaire.press import Choose, Control, Edit, Open, Page, Review
from handlers.questionnaire.question import LOW_KEY, page_size, question_screen
from handlers.questionnaire.review import edit_screen, review_screen
from handlers.screen import Screen, button, escape, rows
from handlers.visit import Visit

router = Router(name="questionnaire_flow")

GIVEN: dict[str, Given] = {"skip": Skip(), "done": DoneTicking()}


def gone(visit: Visit) -> Screen:
    return Screen(visit.texts("form-gone"), rows(button(visit.texts("home"), Go(to="home"))))


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
    """A typed answer, or a file; «назад» goes back."""
    filling = await find(visit, int(visit.account.asked_about["submission"]))
    if filling is None:
        visit.stop_asking()
        return gone(visit)
    question = filling.current
    if question is None:
        return go_on(visit, filling)
    if means_back(message.text or ""):
        return await back(visit, filling)
    if means_stop(message.text or ""):
        return put_off(visit)
    return await answer(visit, filling, question, await given_in(message, visit))


async def given_in(message: Message, visit: Visit) -> Given:
    """What a message gives as an answer; a file that was sent is kept."""
    if message.text:
        return Typed(message.text)
    media = "photo" if message.photo else "document" if message.document else str(message.content_type)
    if visit.incoming is None or visit.incoming.problem:
        return Attached(media, "", message.caption or "")
    came = visit.incoming
    file = await visit.storage.files.add(came.name, came.media_type, came.content, visit.now)
    return Attached(media, str(file.id), message.caption or "")


@router.callback_query(Choose.filter(), Known())
async def choose(query: CallbackQuery, callback_data: Choose, visit: Visit) -> Screen:
    filling = await find(visit, callback_data.submission)
    question = filling.form.question(callback_data.question) if filling is not None else None
    if filling is None or question is None:
        return gone(visit)
    if question != filling.current:
        return elsewhere(visit, filling, question, callback_data.key)
    if callback_data.key == LOW_KEY:
        return question_screen(visit, filling, question, low=True)
    return await answer(visit, filling, question, Pressed(callback_data.key))


def elsewhere(visit: Visit, filling: Filling, question: Question, key: str) -> Screen:
    """A press on another question than the open one; a second tap on the same answer needs no remark."""
    kept = filling.answers.get(question.key)
    again = read_answer(question, Pressed(key), before=None)
    same = kept is not None and isinstance(again, Answer) and again.value == kept.value
    return go_on(visit, filling, "" if same else visit.texts("form-problem-stale_button"))


@router.callback_query(Page.filter(), Known())
async def turn(query: CallbackQuery, callback_data: Page, visit: Visit) -> Screen:
    filling = await find(visit, callback_data.submission)
    if filling is None:
        return gone(visit)
    question = filling.current
    if question is None or question.key != callback_data.question:
        return go_on(visit, filling, visit.texts("form-problem-stale_button"))
    return question_screen(visit, filling, question, page=callback_data.page)


@router.callback_query(Control.filter(), Known())
async def control(query: CallbackQuery, callback_data: Control, visit: Visit) -> Screen:
    filling = await find(visit, callback_data.submission)
    if filling is None:
        return gone(visit)
    question = filling.current
    if question is None or question.key != callback_data.question:
        return go_on(visit, filling, visit.texts("form-problem-stale_button"))
    if callback_data.what == "back":
        return await back(visit, filling)
    return await answer(visit, filling, question, GIVEN[callback_data.what])


async def back(visit: Visit, filling: Filling) -> Screen:
    """To the question before the open one; from a question that was returned to at the review, to the review."""
    previous = filling.previous
    if filling.submission.sent_at is not None or previous is None:
        filling.submission.returned_to = ""
    else:
        filling.submission.returned_to = previous.key
    return go_on(visit, filling)


async def answer(visit: Visit, filling: Filling, question: Question, given: Given) -> Screen:
    """Keep an answer and go on; what cannot be read is told kindly at the same question."""
    today = visit.now.astimezone(await visit.zone()).date()
    result = read_answer(question, given, before=filling.answers.get(question.key), today=today)
    if isinstance(result, Problem):
        remark = visit.texts(f"form-problem-{result.code}", **result.args)
        return question_screen(visit, filling, question, remark=remark)
    await keep(visit, filling, question, result)
    changed = await read(visit, filling.submission)
    if not result.finished:
        return question_screen(visit, changed, question, page=page_of_option(question, given))
    filling.submission.returned_to = ""
    if changed.submission.sent_at is not None and changed.submission.form == "organisation":
        return await apply(visit, changed.answers)
    remark = edited(visit, filling, changed, question) or await namesake(visit, changed, question)
    return go_on(visit, changed, remark)


def page_of_option(question: Question, given: Given) -> int:
    """A tick leaves the person on the page where the option stands."""
    keys = [option.key for option in question.options]
    return keys.index(given.key) // page_size(question) if isinstance(given, Pressed) and given.key in keys else 0


async def keep(visit: Visit, filling: Filling, question: Question, result: Answer) -> None:
    """Store the answer, and put on the person's card what it tells about her."""
    await visit.storage.forms.save(
        filling.submission,
        question.key,
        result.stored(),
        personal=question.personal,
        finished=result.finished,
        now=visit.now,
    )
    if isinstance(result.value, str) and result.finished:
        person = await visit.storage.people.get(filling.submission.person_id)
        if question.subject == "person.name":
            visit.storage.people.rename(person, result.value)
        elif question.column == "workplace":
            person.post = result.value


async def namesake(visit: Visit, filling: Filling, question: Question) -> str:
    """A word to a curator who has entered the name of somebody who takes part already, in whatever spelling."""
    if not filling.on_behalf_of or question.subject != "person.name":
        return ""
    members = await visit.storage.people.members(filling.submission.organisation_id)
    entered = await visit.storage.people.get(filling.submission.person_id)
    same = [each for each in members if each.id != entered.id and name_key(each.name) == name_key(entered.name)]
    return visit.texts("offline-namesake", name=escape(same[0].name)) if same else ""


def edited(visit: Visit, before: Filling, after: Filling, question: Question) -> str:
    """What to say after an answer was changed; nothing after a first answer."""
    kept = before.answers.get(question.key)
    if kept is None or not kept.finished or not is_complete(after.form, after.answers, after.person):
        return ""
    fallen = fallen_away(after.form, before.answers, after.answers, after.person)
    return visit.texts("form-edit-fallen", count=len(fallen)) if fallen else visit.texts("form-edit-kept")


@router.callback_query(Review.filter(), Known())
async def review(query: CallbackQuery, callback_data: Review, visit: Visit) -> Screen:
    filling = await find(visit, callback_data.submission)
    if filling is None:
        return gone(visit)
    filling.submission.returned_to = ""
    if filling.submission.sent_at is None and filling.current is not None:
        return go_on(visit, filling)
    return review_screen(visit, filling, callback_data.page)


@router.callback_query(Edit.filter(), Known())
async def edit(query: CallbackQuery, callback_data: Edit, visit: Visit) -> Screen:
    filling = await find(visit, callback_data.submission)
    if filling is None:
        return gone(visit)
    if not callback_data.question:
        return edit_screen(visit, filling, callback_data.page)
    filling.submission.returned_to = callback_data.question
    return go_on(visit, filling)


@router.callback_query(Go.filter(F.to == "answers"), Known())
async def my_answers(query: CallbackQuery, visit: Visit) -> Screen:
    """The person's questionnaires of this programme."""
    organisation = await visit.organisation()
    programme = await visit.storage.organisations.programme(organisation.id)
    own = [each for each in await visit.storage.forms.of_person(visit.person.id, programme.id) if not each.survey_id]
    fillings = [await read(visit, each) for each in own[:5]]
    return Screen(
        visit.texts("form-my-answers" if fillings else "form-no-answers"),
        rows(
            *(button(each.form.title, Review(submission=each.submission.id)) for each in fillings),
            button(visit.texts("home"), Go(to="home")),
        ),
    )
