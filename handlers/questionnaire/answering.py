"""Taking an answer: read, kept, put on the person's card, and what is shown next."""

from domain.forms import Answer, Given, Pressed, Problem, Question, fallen_away, is_complete, read_answer
from domain.gatherings import POLLS
from domain.joining import INITIALS, likeness
from handlers.organisation.finish import apply
from handlers.questionnaire.begin import go_on
from handlers.questionnaire.filling import Filling, read
from handlers.questionnaire.question import page_size, question_screen
from handlers.questionnaire.sending import sent
from handlers.screen import Screen, escape
from handlers.visit import Visit
from handlers.workplace import COLUMN

QUICK = frozenset(POLLS.values())
"""Polls of a minute, which are sent with their last answer."""


async def answer(visit: Visit, filling: Filling, question: Question, given: Given) -> Screen:
    return await taken(visit, filling, question, given, await reading(visit, filling, question, given))


async def reading(visit: Visit, filling: Filling, question: Question, given: Given) -> Answer | Problem:
    today = visit.now.astimezone(await visit.zone()).date()
    return read_answer(question, given, before=filling.answers.get(question.key), today=today)


async def taken(visit: Visit, filling: Filling, question: Question, given: Given, result: Answer | Problem) -> Screen:
    """Keep an answer and go on; what cannot be read is told kindly at the same question."""
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
    if changed.form.key in QUICK and changed.submission.sent_at is None and changed.current is None:
        visit.stop_asking()
        return await sent(visit, changed)
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
        elif question.column == COLUMN:
            await visit.storage.places.keep_post(person, result.value)


async def namesake(visit: Visit, filling: Filling, question: Question) -> str:
    """A word to a curator who has entered the name of somebody who takes part already, in whatever spelling."""
    if not filling.on_behalf_of or question.subject != "person.name":
        return ""
    members = await visit.storage.people.members(filling.submission.organisation_id)
    entered = await visit.storage.people.get(filling.submission.person_id)
    alike = max(members, key=lambda each: likeness(each.name, entered.name) if each.id != entered.id else 0.0)
    is_same = alike.id != entered.id and likeness(alike.name, entered.name) >= INITIALS
    return visit.texts("offline-namesake", name=escape(alike.name)) if is_same else ""


def edited(visit: Visit, before: Filling, after: Filling, question: Question) -> str:
    """What to say after an answer was changed; nothing after a first answer."""
    kept = before.answers.get(question.key)
    if kept is None or not kept.finished or not is_complete(after.form, after.answers, after.person):
        return ""
    fallen = fallen_away(after.form, before.answers, after.answers, after.person)
    return visit.texts("form-edit-fallen", count=len(fallen)) if fallen else visit.texts("form-edit-kept")
