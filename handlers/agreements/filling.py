"""The curator tells the agreement's four parts, and gets the consent and the additional agreement to be signed."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from documents.paper import Paper
from domain.consents import Use
from domain.forms import Problem, Typed, load, read_answer
from domain.people import Action, Role
from handlers.agreements.press import OpenAgreement, ProposedTerm
from handlers.agreements.wanted import FORM, open_question
from handlers.callbacks import Go
from handlers.dates import whole_day
from handlers.filters import Asked, May
from handlers.people.press import ShowPerson
from handlers.screen import Screen, button, escape, lines, rows
from handlers.status import name_of
from handlers.visit import Visit
from handlers.workplace import post_here
from storage.models import MentorAgreement, Person

router = Router(name="agreements_filling")

TERM = "term"


async def agreement_of(visit: Visit, person_id: int) -> tuple[Person, MentorAgreement] | None:
    """The agreement of somebody who is a mentor in the curator's organisation, and may be named."""
    organisation = await visit.organisation()
    duties = await visit.storage.agreements.duties(person_id, organisation.id)
    if duties is None or not await visit.storage.consents.allows(Use.SHOW, person_id, organisation.id):
        return None
    agreement = await visit.storage.agreements.begin(
        person_id, organisation.id, duties.programme_id, visit.person.id, visit.now
    )
    return await visit.storage.people.get(person_id), agreement


def gone(visit: Visit) -> Screen:
    visit.stop_asking()
    return Screen(visit.texts("people-gone"), rows(button(visit.texts("curator-people"), Go(to="people"))))


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
        if question.key == TERM and not any(letter.isdigit() for letter in str(result.value)):
            return await go_on(visit, person, agreement, visit.texts("agreement-term-days"))
        setattr(agreement, question.key, result.value)
    return await go_on(visit, person, agreement)


@router.callback_query(ProposedTerm.filter(), May(Action.SEE_PEOPLE))
async def take_proposed(query: CallbackQuery, callback_data: ProposedTerm, visit: Visit) -> Screen:
    found = await agreement_of(visit, callback_data.person)
    if found is None:
        return gone(visit)
    if found[1].term is None:
        found[1].term = await proposed_term(visit, "agreement-term")
    return await go_on(visit, *found)


async def proposed_term(visit: Visit, key: str) -> str:
    """From today to the end of the programme's year."""
    organisation = await visit.organisation()
    programme = await visit.storage.organisations.programme(organisation.id)
    today = visit.now.astimezone(await visit.zone()).date()
    days = {"first": max(today, programme.starts), "last": max(today, programme.ends)}
    return visit.texts(key, **{name: whole_day(visit.texts, day) for name, day in days.items()})


async def go_on(visit: Visit, person: Person, agreement: MentorAgreement, remark: str = "") -> Screen:
    """The next question, else the papers."""
    question = open_question(agreement)
    back = button(visit.texts("agreement-to-card"), ShowPerson(person=person.id, role=Role.MENTOR))
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
    term = await proposed_term(visit, "agreement-term-label") if question.key == TERM else None
    return Screen(
        lines(
            remark,
            f"<b>{name_of(visit, person)}</b>\n{place} · {escape(question.text)}",
            f"<i>{escape(question.hint)}</i>",
        ),
        rows(button(term, ProposedTerm(person=person.id)) if term else None, back),
    )


async def paper(visit: Visit, person: Person, agreement: MentorAgreement) -> Paper:
    organisation = await visit.organisation()
    return Paper(
        "agreement_docx",
        visit.texts("agreement-file", name=person.name),
        {
            "organisation": organisation.name,
            "head": organisation.head_name,
            "mentor": person.name,
            "post": await post_here(visit, person),
            "parts": {question.key: getattr(agreement, question.key) for question in load(FORM).questions},
        },
    )
