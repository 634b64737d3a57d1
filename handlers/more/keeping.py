"""«Хранение данных»: how long after the programme's end the organisation keeps what is no longer needed."""

from datetime import date

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message

from domain.audit import Audited
from domain.notices import News
from domain.people import Action
from domain.retention import CHOICES, erased_on, months_in
from handlers.callbacks import Go
from handlers.dates import day_words
from handlers.filters import Asked, May
from handlers.part import Part
from handlers.screen import Screen, button, lines, rows
from handlers.visit import Scene, Visit
from storage.models import Notice

router = Router(name="more_keeping")

LONGEST = 120
"""Months."""


class Keep(CallbackData, prefix="keep"):
    """Keep data so many months after the programme's end; a longer term for people who agreed to the shorter one
    is taken when ``sure``.
    """

    months: int
    sure: bool = False


@router.callback_query(Go.filter(F.to == "keeping"), May(Action.SET_RETENTION))
async def show(query: CallbackQuery, visit: Visit) -> Screen:
    return await present(visit)


async def present(visit: Visit, first: str | None = None) -> Screen:
    """The term with the day that follows from it; it can be tapped or typed."""
    organisation = await visit.organisation()
    term = await visit.storage.retentions.of(organisation.id)
    programme = await visit.storage.organisations.programme(organisation.id)
    today = visit.now.astimezone(await visit.zone()).date()
    visit.ask("keeping")
    return Screen(
        lines(
            first,
            visit.texts("keeping-now", months=term.months, day=words(visit, programme.ends, term.months, today)),
            visit.texts("keeping-what"),
        ),
        rows(
            *(
                button(visit.texts("keeping-months", months=months), Keep(months=months))
                for months in CHOICES
                if months != term.months
            ),
            button(visit.texts("home"), Go(to="home")),
            width=2,
        ),
    )


def words(scene: Scene, ends: date, months: int, today: date) -> str:
    return day_words(scene.texts, erased_on(ends, months), today)


@router.callback_query(Keep.filter(), May(Action.SET_RETENTION))
async def tapped(query: CallbackQuery, callback_data: Keep, visit: Visit) -> Screen:
    return await keep(visit, callback_data.months, sure=callback_data.sure)


@router.message(Asked("keeping"), May(Action.SET_RETENTION))
async def typed(message: Message, visit: Visit) -> Screen:
    return await keep(visit, months_in(message.text or ""))


async def keep(visit: Visit, months: int, *, sure: bool = False) -> Screen:
    if not 1 <= months <= LONGEST:
        return await present(visit, visit.texts("keeping-unclear", years=LONGEST // 12))
    organisation = await visit.organisation()
    term = await visit.storage.retentions.of(organisation.id)
    agreed = await agreed_to_less(visit, term.months, months)
    if agreed and not sure:
        return longer(visit, months, len(agreed))
    if term.months != months:
        await tell_longer(visit, agreed, months)
        term.months = months
        await visit.storage.audit.record(
            organisation.id, visit.person.id, Audited.RETENTION_SET, visit.now, count=months
        )
    return await present(visit, visit.texts("keeping-set"))


async def agreed_to_less(visit: Visit, present_months: int, months: int) -> list[int]:
    """Who else takes part and has read a shorter term in her consent."""
    if months <= present_months:
        return []
    organisation = await visit.organisation()
    people = await visit.storage.people.roles(organisation.id)
    return sorted(person_id for person_id in people if person_id != visit.person.id)


def longer(visit: Visit, months: int, count: int) -> Screen:
    return Screen(
        visit.texts("keeping-longer", months=months, count=count),
        rows(
            button(visit.texts("keeping-longer-yes"), Keep(months=months, sure=True)),
            button(visit.texts("keeping-longer-no"), Go(to="keeping")),
        ),
    )


async def tell_longer(visit: Visit, people: list[int], months: int) -> None:
    organisation = await visit.organisation()
    for person_id in people:
        await visit.storage.notices.add(
            person_id,
            News.RETENTION_LONGER,
            f"retention:{organisation.id}:{visit.now.isoformat()}:person:{person_id}",
            visit.now,
            visit.now,
            organisation_id=organisation.id,
            subject={"months": months},
        )


async def longer_part(scene: Scene, notice: Notice) -> Part | None:
    """To who agreed to a shorter term; nothing when the term has become another since."""
    term = await scene.storage.retentions.of(notice.organisation_id or 0)
    months = int(notice.subject["months"])
    if term.months != months:
        return None
    return Part(
        scene.texts("keeping-longer-news", months=months),
        (button(scene.texts("more-consents"), Go(to="my-consents")),),
        subject="keeping-longer",
    )


async def soon_part(scene: Scene, notice: Notice) -> Part | None:
    """To a curator, a week before; nothing when the term was lengthened meanwhile."""
    term = await scene.storage.retentions.of(notice.organisation_id or 0)
    if term.warned_on is None:
        return None
    return Part(
        told(scene, notice, "keeping-soon"), (button(scene.texts("keeping"), Go(to="keeping")),), subject="keeping"
    )


async def done_part(scene: Scene, notice: Notice) -> Part | None:
    return Part(told(scene, notice, "keeping-done"), (button(scene.texts("keeping"), Go(to="keeping")),))


def told(scene: Scene, notice: Notice, key: str) -> str:
    today = scene.now.date()
    before, day = (date.fromisoformat(notice.subject[each]) for each in ("before", "day"))
    return scene.texts(
        key,
        count=int(notice.subject["people"]),
        before=day_words(scene.texts, before, today),
        day=day_words(scene.texts, day, today),
    )
