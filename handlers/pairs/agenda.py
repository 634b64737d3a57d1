"""A pair's meetings, sorted by what they ask of its people."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from domain.meetings import LENGTH
from domain.statuses import MeetingStatus
from storage.models import Meeting


@dataclass(frozen=True, slots=True)
class Agenda:
    """``coming`` are planned and not over, the next first; of ``unsettled`` nobody has said yet how they went."""

    coming: tuple[Meeting, ...]
    unsettled: tuple[Meeting, ...]
    settled: tuple[Meeting, ...]


def agenda(meetings: Iterable[Meeting], now: datetime) -> Agenda:
    """Sort the meetings by their time and their state."""
    ordered = sorted(meetings, key=lambda meeting: meeting.starts_at)
    planned = [meeting for meeting in ordered if meeting.status == MeetingStatus.PLANNED]
    return Agenda(
        coming=tuple(meeting for meeting in planned if not is_over(meeting, now)),
        unsettled=tuple(meeting for meeting in planned if is_over(meeting, now)),
        settled=tuple(meeting for meeting in ordered if meeting.status != MeetingStatus.PLANNED),
    )


def is_over(meeting: Meeting, now: datetime) -> bool:
    return now >= meeting.starts_at + LENGTH
