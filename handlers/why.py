"""«Почему мне это пришло?»: the rule behind a notice, and the row of the paper that it comes from."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.notices import COURTESY, News
from domain.reminders import Kind
from handlers.callbacks import Go, Why
from handlers.filters import Known
from handlers.screen import Screen, button, escape, lines, rows
from handlers.visit import Visit
from storage.models import Notice

router = Router(name="why")

REASONS: dict[str, str] = {
    Kind.START: "task",
    Kind.DEADLINE: "task",
    Kind.CHECK_IN: "task",
    Kind.OVERDUE: "task",
    Kind.ESCALATED: "task",
    Kind.ASK_DATE: "task",
    Kind.DIGEST: "digest",
    Kind.MEETING: "meeting",
    Kind.OUTCOME: "meeting",
    Kind.FORM: "form",
    Kind.SURVEY: "survey",
    News.SURVEY_OPENED: "survey",
    News.MEETING_SET: "meeting",
    News.MEETING_CANCELLED: "meeting",
    News.PAIR_PROPOSED: "pair",
    News.PAIR_AGREED: "pair",
    News.PAIR_CLOSED: "pair",
    News.PARTNER_AWAY: "pair",
    News.PAIR_DECLINED: "pair",
    News.ROWS_GIVEN: "given",
    News.MEETING_OUTCOME: "meeting",
    News.CONSENT_NEEDED: "consent",
    News.DISTRICT_ROWS: "below",
    News.DISTRICT_NUDGE: "task",
    News.DISTRICT_EXCLUDED: "below",
    News.DISTRICT_JOINED: "above",
    News.DISTRICT_LEFT: "above",
    News.GUARDIAN_AGREED: "consent",
}
"""Kind → which reason is told; everything else is told to a curator because she is one."""


@router.callback_query(Why.filter(), Known())
async def why(query: CallbackQuery, callback_data: Why, visit: Visit) -> Screen:
    notice = await visit.storage.notices.find(visit.person.id, callback_data.notice)
    followers = await visit.storage.notices.followers(notice.id) if notice is not None else []
    reasons = [await reason(visit, each) for each in ([notice, *followers] if notice else [])]
    return Screen(
        lines(*dict.fromkeys(reasons)) or visit.texts("why-unknown"),
        rows(button(visit.texts("quiet-button"), Go(to="quiet")), button(visit.texts("home"), Go(to="home"))),
        fresh=True,
    )


async def reason(visit: Visit, notice: Notice) -> str:
    if notice.kind not in COURTESY:
        return visit.texts("why-unknown")
    kind = REASONS.get(notice.kind, "curator")
    row = await visit.storage.roadmaps.row(notice.organisation_id or 0, int(notice.subject.get("task", 0)))
    if kind != "task" or row is None:
        return visit.texts("why-reason", reason=kind)
    roadmap = await visit.storage.roadmaps.of(row)
    return visit.texts(
        "why-task",
        row=escape(row.milestone.number or str(row.milestone.position)),
        activity=escape(row.milestone.activity[:300]),
        phrase=escape(row.milestone.phrase) or "—",
        title=escape(roadmap.title[:200]),
    )
