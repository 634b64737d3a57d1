"""How the programme stands, in one tap: questionnaires, consents, pairs, the roadmap."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.consents import Use
from domain.people import Action, Role
from domain.progress import Count, Followed, State, share_in_time, state_of, tally
from domain.statuses import Status
from handlers.callbacks import Go
from handlers.filters import May
from handlers.part import Part
from handlers.request_words import waiting_words
from handlers.screen import Screen, bullets, button, escape, lines, rows
from handlers.visit import Scene, Visit
from storage.models import Notice, Person
from storage.roadmaps import Row

router = Router(name="status")

APPLICATIONS = ("mentor", "mentee")
NAMES_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Standing:
    """What the curator asks for: who has filled in, who has not, and the roadmap's rows by state."""

    filled: Count
    silent: tuple[Person, ...]
    consents: Count
    pairs: int
    states: dict[State, int]
    on_request: int
    in_time: Count
    late: tuple[Row, ...]

    @property
    def roadmap(self) -> Count:
        return Count(self.states[State.DONE], sum(self.states.values()))


async def standing(scene: Scene) -> Standing:
    """Read how the person's organisation stands today."""
    organisation = await scene.organisation()
    zone = await scene.zone()
    today = scene.now.astimezone(zone).date()
    participants = await participants_of(scene, organisation.id)
    silent = await silent_among(scene, organisation.id, participants)
    consenting = await scene.storage.consents.allowing(organisation.id, Use.KEEP)
    tasks = await scene.storage.roadmaps.rows(organisation.id)
    states = [state_of(row.task.due, done=row.task.done_at is not None, today=today) for row in tasks]
    live = await scene.storage.mentorships.live(organisation.id)
    return Standing(
        filled=Count(len(participants) - len(silent), len(participants)),
        silent=tuple(person for person in silent if person.id in consenting),
        consents=Count(sum(person.id in consenting for person in participants), len(participants)),
        pairs=sum(pair.mentorship.status == Status.AGREED for pair in live),
        states=tally(states),
        on_request=open_on_request(tasks),
        in_time=share_in_time(followed(tasks, zone), today),
        late=tuple(row for row, state in zip(tasks, states, strict=True) if state is State.OVERDUE),
    )


def open_on_request(tasks: Sequence[Row]) -> int:
    """How many open rows have no date because they start by an event."""
    return sum(row.milestone.kind == "request" and row.task.done_at is None for row in tasks)


def followed(tasks: Sequence[Row], zone: ZoneInfo) -> list[Followed]:
    """The tasks as their shares are counted."""
    return [
        Followed(row.task.due, row.task.done_at.astimezone(zone).date() if row.task.done_at is not None else None)
        for row in tasks
    ]


async def participants_of(scene: Scene, organisation_id: int) -> list[Person]:
    """Mentors and mentees, each person once, by name."""
    mentors = await scene.storage.people.members(organisation_id, Role.MENTOR)
    mentees = await scene.storage.people.members(organisation_id, Role.MENTEE)
    people = {person.id: person for person in (*mentors, *mentees)}
    return sorted(people.values(), key=lambda person: (person.name_folded, person.id))


async def silent_among(scene: Scene, organisation_id: int, people: Sequence[Person]) -> list[Person]:
    """Who has not sent a questionnaire for each of their roles yet."""
    submissions = await scene.storage.forms.in_organisation(organisation_id, APPLICATIONS)
    sent = {(each.person_id, each.form) for each in submissions if each.sent_at is not None}
    roles = await scene.storage.people.roles(organisation_id)
    return [
        person
        for person in people
        if any(role in APPLICATIONS and (person.id, role) not in sent for role in roles[person.id])
    ]


def name_of(scene: Scene, person: Person) -> str:
    """The person's name as it is shown; whoever has not told it yet is called so."""
    return escape(person.name) or scene.texts("person-unnamed")


def short_list(scene: Scene, people: Sequence[Person]) -> str:
    names = bullets(name_of(scene, person) for person in people[:NAMES_SHOWN])
    rest = len(people) - NAMES_SHOWN
    return names + ("\n" + scene.texts("and-more", count=rest) if rest > 0 else "")


def summary(scene: Scene, standing: Standing) -> str:
    """The few lines that say how far the year is; nothing of what has not begun."""
    people, roadmap = standing.filled, standing.roadmap
    counts = [
        scene.texts("status-filled", done=people.done, count=people.total) if people.total else "",
        scene.texts("status-consents", done=standing.consents.done, count=people.total) if people.total else "",
        scene.texts("status-pairs", count=standing.pairs) if people.total or standing.pairs else "",
    ]
    overdue = standing.states[State.OVERDUE]
    done = scene.texts("status-done", done=roadmap.done, count=roadmap.total, share=roadmap.percent, overdue=overdue)
    told = [
        " · ".join(each for each in counts if each),
        done if roadmap.total else "",
        in_time_words(scene, standing.in_time),
    ]
    return "\n".join(each for each in told if each)


def in_time_words(scene: Scene, in_time: Count) -> str:
    """How many of the rows whose time is over were done in time; empty before there is any."""
    if not in_time.total:
        return ""
    return scene.texts("status-in-time", percent=in_time.percent, kept=in_time.done, over=in_time.total)


@router.callback_query(Go.filter(F.to == "status"), May(Action.SEE_STATUS))
async def show(query: CallbackQuery, visit: Visit) -> Screen:
    now = await standing(visit)
    organisation = await visit.organisation()
    waiting = await waiting_words(visit, organisation.id)
    return Screen(
        lines(
            visit.texts("status-title", organisation=escape(organisation.name)),
            summary(visit, now),
            people_paragraph(visit, now),
            roadmap_paragraph(visit, now),
            waiting,
        ),
        rows(
            button(visit.texts("status-roadmap"), Go(to="roadmap")),
            button(visit.texts("requests-all"), Go(to="requests")) if waiting else None,
            button(visit.texts("status-people"), Go(to="people")) if await visit.may(Action.SEE_PEOPLE) else None,
            button(visit.texts("home"), Go(to="home")),
        ),
    )


def people_paragraph(scene: Scene, standing: Standing) -> str:
    if not standing.filled.total:
        return scene.texts("status-nobody")
    if not standing.silent:
        return scene.texts("status-all-filled")
    return scene.texts("status-silent") + "\n" + short_list(scene, standing.silent)


def roadmap_paragraph(scene: Scene, standing: Standing) -> str:
    if not standing.roadmap.total:
        return scene.texts("status-no-roadmap")
    states = standing.states
    return scene.texts(
        "status-rows",
        done=states[State.DONE],
        near=states[State.NEAR],
        overdue=states[State.OVERDUE],
        ahead=states[State.AHEAD],
        undated=states[State.UNDATED] - standing.on_request,
        request=standing.on_request,
    )


async def unreachable_mark(scene: Scene, person: Person) -> str | None:
    """«Сообщения не доставляются», while no messenger of the person takes them; who has none is no such case."""
    accounts = await scene.storage.people.accounts(person.id)
    is_lost = bool(accounts) and not any(account.reachable for account in accounts)
    return scene.texts("unreachable-mark") if is_lost else None


async def unreachable_part(scene: Scene, notice: Notice) -> Part | None:
    """To a curator: the bot cannot reach somebody."""
    person_id = int(notice.subject["person"])
    person = await scene.storage.people.find(person_id)
    if person is None or await unreachable_mark(scene, person) is None:
        return None
    return Part(scene.texts("news-unreachable", name=name_of(scene, person)), subject=f"person:{person_id}")
