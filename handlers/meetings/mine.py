"""A press on a meeting, re-read and re-checked: whose it is and whether it still stands."""

from dataclasses import dataclass

from domain.statuses import Status
from handlers.pairs import card, own
from handlers.pairs.agenda import Agenda, agenda
from handlers.screen import Screen
from handlers.visit import Visit
from storage.mentorships import Pair
from storage.models import Meeting


@dataclass(frozen=True, slots=True)
class Working:
    """An agreed pair of the person who is spoken to, with its meetings."""

    pair: Pair
    agenda: Agenda


async def working(visit: Visit, pair_id: int) -> Working | Screen:
    """The pair, or what is shown to one who is not in it or whose pair does not work (any more)."""
    pair = await visit.storage.mentorships.with_person(visit.person.id, pair_id)
    if pair is None:
        return await own.all_pairs(visit, first=visit.texts("stale-button"))
    if pair.mentorship.status != Status.AGREED:
        return await card.card(visit, pair, first=visit.texts("stale-button"))
    meetings = await visit.storage.meetings.of_mentorship(pair.mentorship.id)
    return Working(pair, agenda(meetings, visit.now))


async def with_meeting(visit: Visit, meeting_id: int) -> tuple[Working, Meeting] | Screen:
    """The meeting with its pair, or what is shown instead; the chat waits for no time of a meeting any more."""
    visit.stop_asking()
    meeting = await visit.storage.meetings.with_person(visit.person.id, meeting_id)
    if meeting is None:
        return await own.all_pairs(visit, first=visit.texts("stale-button"))
    found = await working(visit, meeting.mentorship_id)
    return found if isinstance(found, Screen) else (found, meeting)
