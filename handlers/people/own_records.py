"""A code opened in the chat of somebody who is known by another record: she herself says that both are hers."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.addressing import addressed
from domain.audit import Audited
from domain.joining import conflict
from handlers.callbacks import Go
from handlers.filters import Asked, Known
from handlers.people.press import JoinOwn
from handlers.screen import Screen, button, escape, lines, rows
from handlers.visit import Visit
from storage.models import Code, Person

router = Router(name="people_own_records")


async def offer(visit: Visit, code: Code) -> Screen:
    """«Соединить?», before the code is spent; refused where two chats or two pairs do not go together."""
    other = await other_record(visit, code)
    if other is None:
        visit.stop_asking()
        return Screen(visit.texts("account-other-person"), rows(button(visit.texts("home"), Go(to="home"))))
    visit.ask("own-records", code=code.id)
    return Screen(
        visit.texts(
            "own-records-ask", name=escape(addressed(visit.person.name)), other=escape(addressed(other.name))
        ),
        rows(
            button(visit.texts("own-records-yes"), JoinOwn(sure=True)),
            button(visit.texts("own-records-no"), JoinOwn(sure=False)),
        ),
    )


async def other_record(visit: Visit, code: Code) -> Person | None:
    """The person of the code, where nothing keeps the two apart."""
    if code.person_id is None:
        return None
    own, other = [await visit.storage.joining.half(each) for each in (visit.person.id, code.person_id)]
    return await visit.storage.people.find(code.person_id) if conflict(own, other) is None else None


async def open_code(visit: Visit) -> Code | None:
    about = visit.account.asked_about if visit.account.asked == "own-records" else {}
    code = await visit.storage.codes.get(int(about.get("code", 0)))
    holds = code is not None and code.used_at is None and code.expires_at > visit.now
    return code if holds else None


@router.message(Asked("own-records", anything=True), Known())
async def meanwhile(message: Message, visit: Visit) -> Screen:
    code = await open_code(visit)
    return await offer(visit, code) if code is not None else over(visit)


def over(visit: Visit) -> Screen:
    visit.stop_asking()
    return Screen(visit.texts("arrival-over"), rows(button(visit.texts("home"), Go(to="home"))))


@router.callback_query(JoinOwn.filter(), Known())
async def answer(query: CallbackQuery, callback_data: JoinOwn, visit: Visit) -> Screen:
    code = await open_code(visit)
    other = await other_record(visit, code) if code is not None else None
    if code is None or other is None:
        return over(visit)
    visit.stop_asking()
    if not callback_data.sure:
        return Screen(visit.texts("own-records-apart"), rows(button(visit.texts("home"), Go(to="home"))))
    if not await visit.storage.codes.spend(code, visit.now):
        return over(visit)
    return await join(visit, other)


async def join(visit: Visit, other: Person) -> Screen:
    """Her record of this chat stays, and she is written to here; the organisations see it in their journals."""
    from handlers import home  # noqa: PLC0415 - home leads to forms, which lead to codes

    places = (await visit.storage.joining.half(other.id)).places
    await visit.storage.joining.join(visit.person.id, other.id)
    visit.person.preferred_account_id = visit.account.id
    for place in places:
        await visit.storage.audit.record(
            place, visit.person.id, Audited.PERSONS_JOINED, visit.now, person=visit.person.id
        )
    visit.forget_roles()
    fresh = await home.home(visit)
    return Screen(lines(visit.texts("own-records-done"), fresh.text), fresh.rows)
