"""Her own link opened in a messenger: it becomes hers, and all that was entered for her is there."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.addressing import addressed
from domain.consents import Use
from domain.joining import ALIKE, likeness
from handlers import home, questionnaire
from handlers.callbacks import Go
from handlers.filters import Asked
from handlers.offline.press import Arrive
from handlers.people import own_records
from handlers.screen import Screen, button, escape, rows
from handlers.visit import Visit
from storage.codes import ARRIVAL
from storage.models import Code, Person

router = Router(name="offline_arriving")


async def offer(visit: Visit, code: Code) -> Screen | list[Screen]:
    """«Это Вы?»: a link may have got into other hands, and a chat may belong to somebody else already."""
    person = await whose(visit, code)
    if person is None:
        return over(visit)
    if visit.someone is not None:
        return await known_already(visit, person, code)
    organisation = await visit.storage.organisations.get(code.organisation_id or 0)
    visit.ask("arrival", code=code.id)
    return Screen(
        visit.texts("arrival-welcome", name=escape(addressed(person.name)), organisation=escape(organisation.name)),
        rows(
            button(visit.texts("arrival-yes"), Arrive(sure=True)),
            button(visit.texts("arrival-no"), Arrive(sure=False)),
        ),
    )


async def whose(visit: Visit, code: Code) -> Person | None:
    """Whom the code is for, while her data may be kept."""
    if code.person_id is None or code.organisation_id is None:
        return None
    if not await visit.storage.consents.allows(Use.KEEP, code.person_id, code.organisation_id):
        return None
    return await visit.storage.people.find(code.person_id)


async def known_already(visit: Visit, person: Person, code: Code) -> Screen:
    """The chat of somebody who takes part: herself, by this record or by another, or somebody else altogether."""
    visit.stop_asking()
    is_alike = likeness(visit.person.name, person.name) >= ALIKE
    if visit.person.id != person.id and is_alike and await visit.known():
        return await own_records.offer(visit, code)
    said = "arrival-here-already" if visit.person.id == person.id else "arrival-other-person"
    return Screen(visit.texts(said), rows(button(visit.texts("home"), Go(to="home"))))


def over(visit: Visit) -> Screen:
    visit.stop_asking()
    home_button = button(visit.texts("home"), Go(to="home")) if visit.someone is not None else None
    return Screen(visit.texts("arrival-over"), rows(home_button))


async def open_code(visit: Visit) -> Code | None:
    """The code that this chat has opened, while it holds."""
    about = visit.account.asked_about if visit.account.asked == "arrival" else {}
    code = await visit.storage.codes.get(int(about.get("code", 0)))
    holds = code is not None and code.purpose == ARRIVAL and code.used_at is None and code.expires_at > visit.now
    return code if holds else None


@router.message(Asked("arrival", anything=True))
async def meanwhile(message: Message, visit: Visit) -> Screen | list[Screen]:
    """Words typed before the answer: the same question again."""
    code = await open_code(visit)
    return await offer(visit, code) if code is not None else over(visit)


@router.callback_query(Arrive.filter())
async def answer(query: CallbackQuery, callback_data: Arrive, visit: Visit) -> Screen | list[Screen]:
    code = await open_code(visit)
    person = await whose(visit, code) if code is not None else None
    if code is None or person is None:
        return over(visit)
    if visit.someone is not None:
        return await known_already(visit, person, code)
    if not callback_data.sure:
        visit.stop_asking()
        return Screen(visit.texts("arrival-not-you"))
    if not await visit.storage.codes.spend(code, visit.now):
        return over(visit)
    return await come_in(visit, person, code.organisation_id or 0)


async def come_in(visit: Visit, person: Person, organisation_id: int) -> list[Screen]:
    """This account is hers, and she is written to here."""
    visit.stop_asking()
    visit.account.person = visit.someone = person
    person.preferred_account_id, person.organisation_id = visit.account.id, organisation_id
    visit.forget_roles()
    said = Screen(visit.texts("arrival-done"), standing=(visit.texts("home"),))
    return [said, await questionnaire.resume_offer(visit) or await home.home(visit)]
