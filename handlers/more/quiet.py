"""«Не писать до …»: reminders are held, and the pair knows."""

from datetime import date

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message

from domain.moments import read_date
from domain.notices import News
from handlers.callbacks import Go
from handlers.dates import day_words
from handlers.filters import Asked, Known
from handlers.part import Part
from handlers.screen import Screen, button, lines, rows
from handlers.undo import decided, reversal
from handlers.visit import Scene, Visit
from storage.models import Decision, Notice

router = Router(name="more_quiet")


class Quiet(CallbackData, prefix="quiet"):
    """Do not write for so many days; 0 ends the silence."""

    days: int


@router.callback_query(Go.filter(F.to == "quiet"), Known())
async def ask_quiet(query: CallbackQuery, visit: Visit) -> Screen:
    visit.ask("quiet")
    held = visit.person.muted_until is not None
    pairs = await visit.storage.mentorships.of_person(visit.person.id, (await visit.organisation()).id)
    return Screen(
        lines(visit.texts("quiet-ask"), visit.texts("quiet-pair") if pairs else None),
        rows(
            button(visit.texts("quiet-week"), Quiet(days=7)),
            button(visit.texts("quiet-fortnight"), Quiet(days=14)),
            button(visit.texts("quiet-end"), Quiet(days=0)) if held else None,
            button(visit.texts("home"), Go(to="home")),
        ),
    )


@router.callback_query(Quiet.filter(), Known())
async def quiet_for(query: CallbackQuery, callback_data: Quiet, visit: Visit) -> Screen:
    today = visit.now.astimezone(await visit.zone()).date()
    until = date.fromordinal(today.toordinal() + callback_data.days) if callback_data.days > 0 else None
    return await hold(visit, until)


@router.message(Asked("quiet"), Known())
async def quiet_typed(message: Message, visit: Visit) -> Screen:
    reading = read_date(message.text or "", visit.now, await visit.zone())
    if reading is None or reading.day is None or reading.problem is not None:
        return Screen(visit.texts("quiet-unclear"), rows(button(visit.texts("home"), Go(to="home"))))
    return await hold(visit, reading.day)


async def hold(visit: Visit, until: date | None) -> Screen:
    """Hold reminders until the day is over, and let the pair know; or end the silence."""
    visit.stop_asking()
    before = visit.person.muted_until
    undo = await decided(visit, "quiet", until=before.isoformat() if before else None)
    visit.person.muted_until = until
    if until is None:
        return Screen(visit.texts("quiet-ended"), rows(undo, button(visit.texts("home"), Go(to="home"))))
    await tell_pair(visit, until)
    today = visit.now.astimezone(await visit.zone()).date()
    return Screen(
        visit.texts("quiet-held", day=day_words(visit.texts, until, today)),
        rows(undo, button(visit.texts("home"), Go(to="home"))),
    )


async def tell_pair(visit: Visit, until: date) -> None:
    organisation = await visit.organisation()
    for pair in await visit.storage.mentorships.of_person(visit.person.id, organisation.id):
        for partner in pair.people:
            if partner.id != visit.person.id:
                await visit.storage.notices.add(
                    partner.id,
                    News.PARTNER_AWAY,
                    f"away:{visit.person.id}:{until}:person:{partner.id}",
                    visit.now,
                    visit.now,
                    organisation_id=organisation.id,
                    subject={"person": visit.person.id, "until": until.isoformat()},
                )


@reversal("quiet")
async def undo_quiet(visit: Visit, decision: Decision) -> bool:
    before = decision.before["until"]
    visit.person.muted_until = date.fromisoformat(before) if before else None
    return True


async def away_part(scene: Scene, notice: Notice) -> Part | None:
    """To a partner: the other side is away for a while; why is nobody's business."""
    until = date.fromisoformat(notice.subject["until"])
    person = await scene.storage.people.find(int(notice.subject["person"]))
    today = scene.now.astimezone(await scene.zone()).date()
    if person is None or person.muted_until != until or until < today:
        return None
    return Part(
        scene.texts("quiet-partner", day=day_words(scene.texts, until, today)),
        (button(scene.texts("home"), Go(to="home")),),
    )
