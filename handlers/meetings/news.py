"""Notices about meetings: set, near, over, cancelled; each is told only while it is true."""

from domain.statuses import MeetingStatus, Status
from handlers.meetings.press import Fine
from handlers.meetings.telling import stamp
from handlers.pairs import card
from handlers.pairs.agenda import agenda
from handlers.pairs.press import Cancel, Mine, Plan
from handlers.part import Part
from handlers.screen import Button, button
from handlers.visit import Scene
from storage.mentorships import Pair
from storage.models import Meeting, Notice


async def reminder_part(scene: Scene, notice: Notice) -> Part | None:
    """A day or an hour before."""
    meeting = await meeting_of(scene, notice, MeetingStatus.PLANNED)
    if meeting is None or meeting.starts_at <= scene.now or not is_same_time(notice, meeting):
        return None
    if await falls_away(scene, meeting):
        return None
    text = scene.texts("meeting-reminder", moment=await card.when(scene, meeting))
    return Part(text, answers(scene, meeting), subject_of(meeting))


async def falls_away(scene: Scene, meeting: Meeting) -> bool:
    """Whether the mentor's last day, which she has told, comes before the meeting."""
    pair = await scene.storage.mentorships.get(meeting.organisation_id, meeting.mentorship_id)
    duties = pair and await scene.storage.agreements.duties(pair.mentor.id, meeting.organisation_id)
    if not duties or duties.leaves_on is None:
        return False
    return meeting.starts_at.astimezone(await scene.zone()).date() > duties.leaves_on


async def set_part(scene: Scene, notice: Notice) -> Part | None:
    """To the other side: a meeting was set or moved."""
    meeting = await meeting_of(scene, notice, MeetingStatus.PLANNED)
    if meeting is None or meeting.starts_at <= scene.now:
        return None
    text = scene.texts("meeting-news", how=notice.subject["how"], moment=await card.when(scene, meeting))
    return Part(text, answers(scene, meeting), subject_of(meeting))


async def cancelled_part(scene: Scene, notice: Notice) -> Part | None:
    meeting = await meeting_of(scene, notice, MeetingStatus.CANCELLED)
    if meeting is None or meeting.starts_at <= scene.now:
        return None
    text = scene.texts("meeting-news", how="cancelled", moment=await card.when(scene, meeting))
    return Part(text, next_steps(scene, meeting), subject_of(meeting))


async def outcome_part(scene: Scene, notice: Notice) -> Part | None:
    """After the meeting, while nobody has said how it went."""
    meeting = await meeting_of(scene, notice, MeetingStatus.PLANNED)
    if meeting is None or meeting.starts_at > scene.now or not is_same_time(notice, meeting):
        return None
    text = scene.texts("meeting-ask-outcome", moment=await card.when(scene, meeting))
    buttons = tuple(each for row in card.outcome_rows(scene, meeting) for each in row)
    return Part(text, buttons, subject_of(meeting))


async def told_part(scene: Scene, notice: Notice) -> Part | None:
    """To the other side: it was said that the meeting was not held; told while no new one is planned."""
    meeting = await meeting_of(scene, notice, MeetingStatus.MISSED)
    if meeting is None:
        return None
    others = await scene.storage.meetings.of_mentorship(meeting.mentorship_id)
    if agenda(others, scene.now).coming:
        return None
    text = scene.texts("meeting-news", how="missed", moment=await card.when(scene, meeting))
    return Part(text, next_steps(scene, meeting), subject_of(meeting))


async def meeting_of(scene: Scene, notice: Notice, status: MeetingStatus) -> Meeting | None:
    """The meeting that the notice is about, while it is in this state and its pair works."""
    organisation_id = notice.organisation_id or 0
    meeting = await scene.storage.meetings.get(organisation_id, int(notice.subject["meeting"]))
    if meeting is None or meeting.status != status:
        return None
    pair = await scene.storage.mentorships.get(organisation_id, meeting.mentorship_id)
    return meeting if pair is not None and is_between(pair, notice.person_id) else None


def is_between(pair: Pair, person_id: int) -> bool:
    return pair.mentorship.status == Status.AGREED and any(person.id == person_id for person in pair.people)


def is_same_time(notice: Notice, meeting: Meeting) -> bool:
    """Whether the meeting still starts when the notice's key says, ``meeting:<id>:<stamp>:…``."""
    return notice.key.split(":")[2] == stamp(meeting)


def subject_of(meeting: Meeting) -> str:
    return f"meeting:{meeting.id}"


def answers(scene: Scene, meeting: Meeting) -> tuple[Button, ...]:
    return (
        button(scene.texts("meeting-good"), Fine(meeting=meeting.id)),
        button(scene.texts("meeting-other-time"), Plan(pair=meeting.mentorship_id, meeting=meeting.id)),
        button(scene.texts("meeting-impossible"), Cancel(meeting=meeting.id)),
    )


def next_steps(scene: Scene, meeting: Meeting) -> tuple[Button, ...]:
    return (
        button(scene.texts("meeting-plan"), Plan(pair=meeting.mentorship_id)),
        button(scene.texts("pair-open"), Mine(pair=meeting.mentorship_id)),
    )
