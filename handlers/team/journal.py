"""«Журнал»: what was done with the power of a role, in words, newest first."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from handlers.callbacks import Go
from handlers.filters import May
from handlers.screen import Screen, button, lines, page_row, rows
from handlers.team.press import Journal
from handlers.team.staff import name_by_id, role_words
from handlers.visit import Visit
from storage.models import AuditEntry

router = Router(name="team_journal")

ON_PAGE = 8


@router.callback_query(Journal.filter(), May(Action.SEE_JOURNAL))
async def show(query: CallbackQuery, callback_data: Journal, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    total = await visit.storage.audit.count(organisation.id)
    pages = max(1, -(-total // ON_PAGE))
    number = min(max(callback_data.page, 0), pages - 1)
    entries = await visit.storage.audit.newest(organisation.id, ON_PAGE, number * ON_PAGE)
    is_curator = await visit.may(Action.MANAGE_TEAM)
    return Screen(
        lines(
            visit.texts("journal-title", count=total),
            "\n".join([await line(visit, entry) for entry in entries]) or None,
        ),
        (
            *page_row(visit.texts, number, pages, lambda to: Journal(page=to)),
            *rows(
                button(visit.texts("team-open"), Go(to="team")) if is_curator else None,
                button(visit.texts("home"), Go(to="home")),
                width=2,
            ),
        ),
    )


async def line(visit: Visit, entry: AuditEntry) -> str:
    """«05.10 10:00 — Иванова А. П.: код для роли …»; who may not be named is told of without the name."""

    async def name(person_id: int | None) -> str:
        named = await visit.storage.consents.may_be_named(person_id or 0, entry.organisation_id)
        return await name_by_id(visit, person_id) if named else visit.texts("journal-hidden")

    subject = entry.subject
    local = entry.at.astimezone(await visit.zone())
    return visit.texts(
        "journal-line",
        time=f"{local:%d.%m.%Y %H:%M}",
        who=await name(entry.person_id) if entry.person_id is not None else visit.texts("journal-itself"),
        what=visit.texts(
            "journal-action",
            action=entry.action,
            role=role_words(visit, str(subject.get("role", ""))),
            category=str(subject.get("category", "")),
            person=await name(subject.get("person")),
            by=str(subject.get("by", "")),
            kind=str(subject.get("kind", "")),
            age=str(subject.get("age", "")),
            count=int(subject.get("count", 0)),
            handover=str(subject.get("purpose") == "handover"),
            left=str(subject.get("left", "")),
        ),
    )
