"""A pair as one of its people sees it: a proposal to answer, a working pair, or one that is over."""

from domain.people import Role
from domain.statuses import MeetingStatus, Status
from handlers.callbacks import Go
from handlers.dates import day_words, moment_words
from handlers.pairs.agenda import Agenda, agenda
from handlers.pairs.portrait import about
from handlers.pairs.press import Cancel, Outcome, Plan, Reply
from handlers.screen import Button, Screen, button, lines, rows
from handlers.visit import Scene
from storage.mentorships import Pair
from storage.models import Meeting

MOST_PLANNED = 3
"""How many meetings a pair may have planned at once."""
SETTLED_SHOWN = 3


async def card(scene: Scene, pair: Pair, first: str | None = None, undo: Button | None = None) -> Screen:
    """The pair as things are now; ``first`` is said above, ``undo`` takes back what has just been done."""
    status = pair.mentorship.status
    if status == Status.PROPOSED:
        return await proposal(scene, pair, first, undo)
    if status == Status.AGREED:
        return await working(scene, pair, first, undo)
    return Screen(
        lines(first, over_words(scene, pair), await called_off(scene, pair)),
        rows(undo, button(scene.texts("letter-write"), Go(to="letter")), home_button(scene)),
    )


def over_words(scene: Scene, pair: Pair) -> str:
    """Why the pair is over, as its side may know it."""
    role = Role.MENTOR if scene.person.id == pair.mentor.id else Role.MENTEE
    return scene.texts("pair-over", status=pair.mentorship.status, ending=pair.mentorship.ending or "", role=role)


async def called_off(scene: Scene, pair: Pair) -> str | None:
    """The meetings to come that were cancelled with the pair."""
    zone = await scene.zone()
    meetings = [
        scene.texts("pair-over-meeting", moment=moment_words(scene.texts, meeting.starts_at, scene.now, zone))
        for meeting in await scene.storage.meetings.of_mentorship(pair.mentorship.id)
        if meeting.status == MeetingStatus.CANCELLED
        and meeting.outcome_at == pair.mentorship.closed_at
        and meeting.starts_at > scene.now
    ]
    return "\n".join(meetings) or None


def home_button(scene: Scene) -> Button:
    return button(scene.texts("home"), Go(to="home"))


async def partners(scene: Scene, pair: Pair) -> str:
    """The other side: who it is, what they can help with or ask for."""
    role = Role.MENTEE if scene.person.id == pair.mentor.id else Role.MENTOR
    others = pair.others(scene.person.id)
    return lines(*[await about(scene, other, pair.mentorship.programme_id, role) for other in others])


async def proposal(scene: Scene, pair: Pair, first: str | None, undo: Button | None) -> Screen:
    """What the curator proposes, with the question or with the word that was given."""
    if scene.person.id in pair.agreed:
        waiting = scene.texts("pair-waits-for-others")
        return Screen(lines(first, waiting, await partners(scene, pair)), rows(undo, home_button(scene)))
    role = Role.MENTOR if scene.person.id == pair.mentor.id else Role.MENTEE
    return Screen(
        lines(
            first,
            scene.texts("pair-proposed", role=role),
            await partners(scene, pair),
            scene.texts("pair-proposed-ask"),
        ),
        rows(
            button(scene.texts("pair-agree"), Reply(pair=pair.mentorship.id, yes=True)),
            button(scene.texts("pair-decline"), Reply(pair=pair.mentorship.id, yes=False)),
            home_button(scene),
        ),
    )


async def working(scene: Scene, pair: Pair, first: str | None, undo: Button | None) -> Screen:
    """Partner, next meeting, last meetings, and what can be done."""
    meetings = await scene.storage.meetings.of_mentorship(pair.mentorship.id)
    own = agenda(meetings, scene.now)
    if first is None and not meetings:
        first = scene.texts("pair-agreed-both")
    return Screen(
        lines(first, await partners(scene, pair), await meeting_words(scene, own), await history(scene, own)),
        (
            *meeting_rows(scene, pair, own),
            *rows(undo, button(scene.texts("pair-help"), Go(to="letter"))),
            *rows(home_button(scene)),
        ),
    )


async def when(scene: Scene, meeting: Meeting) -> str:
    """«в четверг, 15 октября, в 14:00» in the time of the person who is spoken to."""
    return moment_words(scene.texts, meeting.starts_at, scene.now, await scene.zone())


async def meeting_words(scene: Scene, own: Agenda) -> str:
    """The meeting of which nobody has said how it went, else the next one, else that there is none."""
    if own.unsettled:
        return scene.texts("meeting-ask-outcome", moment=await when(scene, own.unsettled[0]))
    if not own.coming:
        return scene.texts("meeting-none")
    later = [await when(scene, meeting) for meeting in own.coming[1:]]
    following = scene.texts("meeting-next", moment=await when(scene, own.coming[0]))
    return "\n".join([following, *(scene.texts("meeting-later", moment=moment) for moment in later)])


async def history(scene: Scene, own: Agenda) -> str | None:
    """The last meetings and what came of them."""
    shown = [each for each in own.settled if each.status in {MeetingStatus.HELD, MeetingStatus.MISSED}]
    if not shown:
        return None
    zone = await scene.zone()
    today = scene.now.astimezone(zone).date()
    days = [
        scene.texts(
            "meeting-past",
            day=day_words(scene.texts, meeting.starts_at.astimezone(zone).date(), today),
            status=meeting.status,
        )
        for meeting in shown[-SETTLED_SHOWN:]
    ]
    return "\n".join([scene.texts("meeting-history"), *days])


def meeting_rows(scene: Scene, pair: Pair, own: Agenda) -> tuple[tuple[Button, ...], ...]:
    """What can be done about meetings now, the most wanted first."""
    number = pair.mentorship.id
    if own.unsettled:
        return outcome_rows(scene, own.unsettled[0])
    if not own.coming:
        return rows(button(scene.texts("meeting-plan"), Plan(pair=number)))
    coming = own.coming[0]
    return (
        *rows(
            button(scene.texts("meeting-move"), Plan(pair=number, meeting=coming.id)),
            button(scene.texts("meeting-cancel"), Cancel(meeting=coming.id)),
            width=2,
        ),
        *rows(another_button(scene, pair, own)),
    )


def another_button(scene: Scene, pair: Pair, own: Agenda) -> Button | None:
    if len(own.coming) >= MOST_PLANNED:
        return None
    return button(scene.texts("meeting-another"), Plan(pair=pair.mentorship.id, more=True))


def outcome_rows(scene: Scene, meeting: Meeting) -> tuple[tuple[Button, ...], ...]:
    """One tap that says how a meeting went."""
    outcomes = (MeetingStatus.HELD, MeetingStatus.MOVED, MeetingStatus.MISSED)
    return rows(
        *(
            button(scene.texts("meeting-outcome", status=status), Outcome(meeting=meeting.id, status=status))
            for status in outcomes
        ),
        width=3,
    )
