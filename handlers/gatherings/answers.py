"""What a gathering's quick poll says: by name and without, and who wants to be a mentor."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.consents import Use
from domain.forms import Answer, Chosen, Form, load
from domain.gatherings import POLLS, WANTS, Gathered
from domain.people import Role
from domain.polls import Tally, tallies
from handlers.people.answers import answers_of
from handlers.visit import Scene
from storage.models import Gathering, Person


@dataclass(frozen=True, slots=True)
class Answered:
    """The sent answers of people whose consents allow to show them, and all counted together."""

    form: Form
    named: Mapping[int, Mapping[str, Answer]]
    tallies: tuple[Tally, ...]
    unnamed: int

    @property
    def total(self) -> int:
        return len(self.named) + self.unnamed

    @property
    def willing(self) -> int:
        """How many want to be mentors, with and without a name."""
        question, answer = WANTS
        return next((dict(each.counts).get(answer, 0) for each in self.tallies if each.question.key == question), 0)


def form_of(gathering: Gathering) -> Form:
    """The form of its quick poll."""
    return load(POLLS[Gathered(gathering.kind)])


async def answered(scene: Scene, gathering: Gathering) -> Answered:
    form = form_of(gathering)
    named: dict[int, Mapping[str, Answer]] = {}
    if gathering.survey_id is not None:
        allowed = await scene.storage.consents.allowing(gathering.organisation_id, Use.SHOW)
        for submission in await scene.storage.forms.of_survey(gathering.survey_id):
            if submission.person_id in allowed:
                named[submission.person_id] = (await answers_of(scene, submission))[1]
    counts = await scene.storage.gatherings.counts(gathering.id)
    return Answered(form, named, tuple(tallies(form, named.values(), counts)), gathering.unnamed)


async def wanting(scene: Scene, gathering: Gathering) -> list[Person]:
    """Who said by name that she wants to be a mentor and is none yet, by name."""
    found = await answered(scene, gathering)
    mentors = {each.id for each in await scene.storage.people.members(gathering.organisation_id, Role.MENTOR)}
    willing = [person_id for person_id, answers in found.named.items() if wants(answers) and person_id not in mentors]
    people = await scene.storage.people.by_id(willing)
    return sorted(people.values(), key=lambda person: (person.name_folded, person.id))


def wants(answers: Mapping[str, Answer]) -> bool:
    question, key = WANTS
    answer = answers.get(question)
    return answer is not None and isinstance(answer.value, Chosen) and key in answer.value.keys


async def arrived(scene: Scene, gathering: Gathering) -> list[tuple[Person, str]]:
    """Who came and may be named, with the local time as «14:05»."""
    allowed = await scene.storage.consents.allowing(gathering.organisation_id, Use.SHOW)
    zone = await scene.zone()
    return [
        (person, f"{attendance.came_at.astimezone(zone):%H:%M}")
        for attendance, person in await scene.storage.gatherings.arrived(gathering.id)
        if person.id in allowed
    ]
