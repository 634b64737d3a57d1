"""The curator tells the agreement's four parts, and gets the consent and the additional agreement to be signed."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from documents.paper import Paper
from domain.forms import Problem, Question, Typed, load, read_answer
from domain.people import Action
from handlers.agreements.press import OpenAgreement
from handlers.callbacks import Go
from handlers.consents.press import ConsentCard
from handlers.filters import Asked, May
from handlers.screen import Screen, button, escape, lines, rows
from handlers.status import name_of
from handlers.visit import Visit
from storage.models import MentorAgreement, Person

router = Router(name="agreements_filling")

FORM = "mentor_agreement"


async def agreement_of(visit: Visit, person_id: int) -> tuple[Person, MentorAgreement] | None:
    """The agreement of somebody who is a mentor in the curator's organisation."""
    organisation = await visit.organisation()
    duties = await visit.storage.agreements.duties(person_id, organisation.id)
    if duties is None:
        return None
    agreement = await visit.storage.agreements.begin(
        person_id, organisation.id, duties.programme_id, visit.person.id, visit.now
    )
    return await visit.storage.people.get(person_id), agreement


def gone(visit: Visit) -> Screen:
    visit.stop_asking()
    return Screen(visit.texts("people-gone"), rows(button(visit.texts("curator-people"), Go(to="people"))))


def open_question(agreement: MentorAgreement) -> Question | None:
    """The first part that is not told yet."""
    return next((each for each in load(FORM).questions if getattr(agreement, each.key) is None), None)


@router.callback_query(OpenAgreement.filter(), May(Action.SEE_PEOPLE))
async def show(query: CallbackQuery, callback_data: OpenAgreement, visit: Visit) -> Screen:
    found = await agreement_of(visit, callback_data.person)
    if found is None:
        return gone(visit)
    if callback_data.anew:
        for question in load(FORM).questions:
            setattr(found[1], question.key, None)
    return await go_on(visit, *found)


@router.message(Asked("agreement"), May(Action.SEE_PEOPLE))
async def take(message: Message, visit: Visit) -> Screen:
    found = await agreement_of(visit, int(visit.account.asked_about["person"]))
    if found is None:
        return gone(visit)
    person, agreement = found
    question = open_question(agreement)
    if question is not None:
        result = read_answer(question, Typed(message.text or ""), before=None)
        if isinstance(result, Problem):
            remark = visit.texts(f"form-problem-{result.code}", **result.args)
            return await go_on(visit, person, agreement, remark)
        setattr(agreement, question.key, result.value)
    return await go_on(visit, person, agreement)


async def go_on(visit: Visit, person: Person, agreement: MentorAgreement, remark: str = "") -> Screen:
    """The next question, else the papers."""
    question = open_question(agreement)
    back = button(visit.texts("back"), ConsentCard(person=person.id))
    if question is None:
        visit.stop_asking()
        anew = button(visit.texts("agreement-anew"), OpenAgreement(person=person.id, anew=True))
        return Screen(
            visit.texts("agreement-ready", name=name_of(visit, person)),
            rows(anew, back),
            papers=(await paper(visit, person, agreement),),
        )
    visit.ask("agreement", person=person.id)
    form = load(FORM)
    place = visit.texts("agreement-place", number=form.questions.index(question) + 1, total=len(form.questions))
    return Screen(lines(remark, f"{place} · {escape(question.text)}", f"<i>{escape(question.hint)}</i>"), rows(back))


async def paper(visit: Visit, person: Person, agreement: MentorAgreement) -> Paper:
    organisation = await visit.organisation()
    return Paper(
        "agreement_docx",
        visit.texts("agreement-file", name=person.name),
        {
            "organisation": organisation.name,
            "head": organisation.head_name,
            "mentor": person.name,
            "post": person.post,
            "content": agreement.content,
            "term": agreement.term,
            "form": agreement.form,
            "pay": agreement.pay,
        },
    )
