"""What a roadmap will remind of from today on, whether it is followed already or still waits for its year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.calendar import Calendar
from domain.people import Role
from domain.rehearsal import Addressees, facts_to_be, messages, rehearse, tasks_to_be
from domain.reminders import DigestFact, Due, Fact, TaskFact
from handlers.district.spreading import own_rows
from handlers.roadmap.reading import due_of
from handlers.roadmap.wording import activity_of, row_name, today_of
from handlers.row_words import RowWords, rehearsed_words
from handlers.visit import Scene
from locales import Texts
from storage.calendars import calendar_of
from storage.facts import facts_of
from storage.models import Milestone, Roadmap
from storage.roadmaps import Row


@dataclass(frozen=True, slots=True)
class Message:
    """What one person gets at one moment: the reminders that are joined in it, in words."""

    person_id: int
    at: date
    hour: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YearAhead:
    """The messages that come if every row is marked in time; ``untied`` rows are nobody's yet but the curators'."""

    messages: tuple[Message, ...]
    untied: int

    def months(self) -> list[date]:
        """The first days of the months in which something comes."""
        return list(dict.fromkeys(each.at.replace(day=1) for each in self.messages))

    def of_month(self, month: date) -> list[Message]:
        return [each for each in self.messages if each.at.replace(day=1) == month]


async def year_ahead(scene: Scene, roadmap: Roadmap) -> YearAhead:
    """The messages of a roadmap that is followed, or of one that would be switched on now."""
    organisation = await scene.organisation()
    calendar = await calendar_of(scene.storage, organisation)
    followed = roadmap.state == "active"
    facts, rows = await (facts_now(scene) if followed else facts_then(scene, roadmap))
    last = roadmap.ends or (await scene.storage.organisations.programme(organisation.id)).ends
    until = calendar.at(last, calendar.day_end)
    reminders = rehearse(facts, calendar, scene.now, until, marked_in_time=True)
    untied = sum(isinstance(fact, TaskFact) and fact.kind != "request" and not fact.responsible for fact in facts)
    return YearAhead(told(scene.texts, reminders, rows, calendar), untied)


async def facts_now(scene: Scene) -> tuple[list[Fact], dict[int, RowWords]]:
    organisation = await scene.organisation()
    facts = [fact for fact in await facts_of(scene.storage, organisation) if isinstance(fact, TaskFact | DigestFact)]
    rows = await scene.storage.roadmaps.rows(organisation.id, only_open=True)
    return list(facts), {row.task.id: row_words(row) for row in rows}


async def facts_then(scene: Scene, roadmap: Roadmap) -> tuple[list[Fact], dict[int, RowWords]]:
    """Names that are tied in the roadmap before will be tied in this one too."""
    here = roadmap.organisation_id
    curators = tuple(person.id for person in await scene.storage.people.members(here, Role.CURATOR))
    milestones = await own_rows(scene.storage, roadmap)
    tasks = tasks_to_be([due_of(each) for each in milestones], await today_of(scene))
    tied = await scene.storage.responsible.tied(here)
    behind = [
        tuple(dict.fromkeys(each for name in row.responsible for each in tied.get(name, ()))) for row in milestones
    ]
    programme = await scene.storage.organisations.programme(here)
    facts: list[Fact] = [
        *facts_to_be(tasks, behind, Addressees(curators), scene.now),
        *(DigestFact(here, curator, scene.now, roadmap.ends or programme.ends) for curator in curators),
    ]
    rows = {number: words_of(milestones[task.row - 1], task.planned.due) for number, task in tasks.items()}
    return facts, rows


def row_words(row: Row) -> RowWords:
    """A row that is followed, as reminders speak of it."""
    return replace(words_of(row.milestone, row.task.due), from_district=row.is_from_district)


def words_of(milestone: Milestone, due: date | None) -> RowWords:
    return RowWords(row_name(milestone), activity_of(milestone), milestone.phrase, due)


def told(
    texts: Texts, reminders: Sequence[Due], rows: Mapping[int, RowWords], calendar: Calendar
) -> tuple[Message, ...]:
    found = []
    for joined in messages(reminders):
        local = calendar.local(joined[0].due_at)
        each = (rehearsed_words(texts, item, joined, rows, local.date(), marked_in_time=True) for item in joined)
        paragraphs = [paragraph for paragraph in each if paragraph]
        if paragraphs:
            found.append(Message(joined[0].person_id, local.date(), f"{local:%H:%M}", tuple(paragraphs)))
    return tuple(found)
