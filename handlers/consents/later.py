"""Publishing and news: asked for once after the questionnaire, and given or refused at any time; both are fine."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.consents import LATER_KINDS, By, ConsentKind
from handlers.callbacks import Go
from handlers.consents.mine import Subject, consents_screen, gone, subject_of
from handlers.consents.press import Answer
from handlers.filters import Known
from handlers.screen import Screen, button, lines, rows
from handlers.status import name_of
from handlers.visit import Visit

router = Router(name="consents_later")


@router.callback_query(Go.filter(F.to == "consents-later"), Known())
async def ask_first(query: CallbackQuery, visit: Visit) -> Screen:
    subject = await subject_of(visit, 0)
    return await following(visit, subject) if subject is not None else gone(visit)


async def following(visit: Visit, subject: Subject, first: str | None = None) -> Screen:
    """The next kind that was not answered yet, else all consents."""
    organisation = await visit.organisation()
    rows_kept = await visit.storage.consents.of_person(subject.person.id, organisation.id)
    answered = {each.kind for each in rows_kept if each.by == subject.by}
    kind = next((each for each in LATER_KINDS if each not in answered), None)
    if kind is None or not subject.has_weight:
        return consents_screen(visit, subject, first)
    return question(visit, subject, kind, first)


def question(visit: Visit, subject: Subject, kind: ConsentKind, first: str | None) -> Screen:
    """One consent, a document of its own, with both answers equally near."""
    child = None if subject.by is By.SELF else visit.texts("consents-about", name=name_of(visit, subject.person))

    def answer(*, yes: bool) -> Answer:
        return Answer(kind=kind, yes=yes, person=subject.number, asked=True)

    return Screen(
        lines(first, child, visit.texts("consents-ask", kind=kind)),
        rows(
            button(visit.texts("consents-yes"), answer(yes=True)),
            button(visit.texts("consents-no"), answer(yes=False)),
            button(visit.texts("home"), Go(to="home")),
        ),
    )


@router.callback_query(Answer.filter(), Known())
async def answer(query: CallbackQuery, callback_data: Answer, visit: Visit) -> Screen:
    """Keep the answer; the consent to processing is given at the door alone, or by a guardian's code."""
    subject = await subject_of(visit, callback_data.person)
    if subject is None or not subject.has_weight:
        return gone(visit)
    if callback_data.kind in LATER_KINDS:
        await keep(visit, subject, callback_data.kind, yes=callback_data.yes)
    told = visit.texts("consents-kept", yes=str(callback_data.yes))
    fresh = await subject_of(visit, callback_data.person) or subject
    return await following(visit, fresh, told) if callback_data.asked else consents_screen(visit, fresh, told)


async def keep(visit: Visit, subject: Subject, kind: ConsentKind, *, yes: bool) -> None:
    """A refusal is kept as a consent that was withdrawn at once: so it is known that the question was asked."""
    organisation = await visit.organisation()
    await visit.storage.consents.give(
        subject.person.id,
        organisation.id,
        kind,
        subject.by,
        visit.now,
        given_by=visit.person.id,
        account_id=visit.account.id,
    )
    if not yes:
        await visit.storage.consents.withdraw(
            subject.person.id, organisation.id, [kind], visit.now, given_by=visit.person.id
        )
