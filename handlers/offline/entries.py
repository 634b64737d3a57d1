"""Which forms wait for somebody without a messenger: her applications, surveys, polls, a practice."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from domain.consents import Use
from domain.forms import load
from domain.gatherings import POLLS, Gathered
from domain.people import Role
from domain.practices import FORM as PRACTICE
from handlers.questionnaire.forms import find_form
from handlers.status import APPLICATIONS
from handlers.visit import Scene
from storage.models import Person

PAPERS_COME = timedelta(days=14)
"""How long after a gathering its papers may still be entered."""
SIDES = frozenset({Role.MENTOR, Role.MENTEE})


@dataclass(frozen=True, slots=True)
class Entry:
    """A form that may be entered for one person; ``survey`` is the survey that asks it, 0 for none.

    ``sent`` says that it was entered already, and may only be corrected.
    """

    form: str
    title: str
    survey: int = 0
    sent: bool = False


async def entries(scene: Scene, person_id: int) -> list[Entry]:
    """All that may be entered for this member now, what is still to be entered first."""
    organisation = await scene.organisation()
    roles = (await scene.storage.people.roles(organisation.id)).get(person_id, frozenset())
    found = [
        *await applications(scene, person_id, roles),
        *await surveys(scene, person_id),
        *await polls(scene, person_id),
    ]
    if roles & SIDES:
        found.append(Entry(PRACTICE, load(PRACTICE).title))
    return sorted(found, key=lambda entry: entry.sent)


async def applications(scene: Scene, person_id: int, roles: Iterable[str]) -> list[Entry]:
    organisation = await scene.organisation()
    submissions = await scene.storage.forms.in_organisation(organisation.id, APPLICATIONS)
    sent = {each.form for each in submissions if each.person_id == person_id and each.sent_at is not None}
    own = [key for key in APPLICATIONS if key in roles]
    return [Entry(key, load(key).title, sent=key in sent) for key in own]


async def surveys(scene: Scene, person_id: int) -> list[Entry]:
    """Open surveys that she was asked in and has not answered."""
    organisation = await scene.organisation()
    asked = await scene.storage.surveys.unanswered(organisation.id)
    return [
        Entry(
            invitee.form,
            (await find_form(scene, organisation.id, invitee.form, survey.version)).title,
            survey.id,
        )
        for survey, invitee in asked
        if invitee.person_id == person_id
    ]


async def polls(scene: Scene, person_id: int) -> list[Entry]:
    """Quick polls of gatherings of the last days which she has not answered."""
    organisation = await scene.organisation()
    found: list[Entry] = []
    for gathering in await scene.storage.gatherings.of_organisation(organisation.id):
        if gathering.survey_id is None or not gathering.starts_at <= scene.now < gathering.closes_at + PAPERS_COME:
            continue
        answered = {each.person_id for each in await scene.storage.forms.of_survey(gathering.survey_id)}
        if person_id not in answered:
            form = load(POLLS[Gathered(gathering.kind)])
            found.append(Entry(form.key, form.title, gathering.survey_id))
    return found


async def entered_for(scene: Scene) -> list[Person]:
    """Members without a messenger for whom anything may be entered, by name."""
    organisation = await scene.organisation()
    offline = await scene.storage.offline.people(organisation.id)
    allowed = await scene.storage.consents.allowing(organisation.id, Use.KEEP)
    members = await scene.storage.people.members(organisation.id)
    return [person for person in members if person.id in offline & allowed]
