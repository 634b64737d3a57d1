"""«Почему мне это пришло?»: the rule behind a notice, and the row of the paper that it comes from."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.notices import COURTESY, News
from domain.reminders import Kind
from handlers.callbacks import Go, Why
from handlers.filters import Known
from handlers.roadmap import news as roadmap
from handlers.roadmap.reasons import row_reasons
from handlers.roadmap.wording import fitted
from handlers.screen import Screen, button, rows
from handlers.visit import Visit
from storage.models import Notice

router = Router(name="why")

REASONS: dict[str, str] = {
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
    News.PAIR_BROKEN: "pair",
    News.PARTNER_AWAY: "pair",
    News.PAIR_DECLINED: "pair",
    News.ROWS_GIVEN: "given",
    News.REQUEST_OPENED: "request",
    News.REQUEST_CLOSED: "request-own",
    News.MEETING_OUTCOME: "meeting",
    News.CONSENT_NEEDED: "consent",
    News.DISTRICT_ROWS: "below",
    News.DISTRICT_NUDGE: "task",
    News.DISTRICT_DUE_MOVED: "below",
    News.DISTRICT_EXCLUDED: "below",
    News.DISTRICT_JOINED: "above",
    News.DISTRICT_LEFT: "above",
    News.GUARDIAN_AGREED: "consent",
    News.TAKEN_OUT: "consent",
    News.RETENTION_LONGER: "term",
    News.AGE_CONFIRMED: "consent",
    News.PROGRAMME_NEWS: "news",
    News.WRITES_HERE: "here",
    News.RECORDS_JOINED: "joined",
    News.CAME_BACK: "here",
    News.MENTOR_INVITED: "gathering",
    News.WISHES_ASKED: "wishes",
    News.PRACTICE_DECIDED: "practice",
}
"""Kind → which reason is told; everything else is told to a curator because she is one; rows have their own."""


@router.callback_query(Why.filter(), Known())
async def why(query: CallbackQuery, callback_data: Why, visit: Visit) -> Screen:
    notice = await visit.storage.notices.find(visit.person.id, callback_data.notice)
    followers = await visit.storage.notices.followers(notice.id) if notice is not None else []
    return Screen(
        fitted(*await reasons(visit, [notice, *followers] if notice is not None else []))
        or visit.texts("why-unknown"),
        rows(button(visit.texts("quiet-button"), Go(to="quiet")), button(visit.texts("home"), Go(to="home"))),
        fresh=True,
    )


async def reasons(visit: Visit, notices: Sequence[Notice]) -> list[str]:
    """The reasons of one message, each once: its rows with their paper first."""
    of_rows = [notice for notice in notices if notice.kind in roadmap.KINDS and notice.kind != Kind.DIGEST]
    others = [notice for notice in notices if notice not in of_rows and notice.kind in COURTESY]
    told = [visit.texts("why-reason", reason=REASONS.get(notice.kind, "curator")) for notice in others]
    return list(dict.fromkeys([*await row_reasons(visit, of_rows), *told]))
