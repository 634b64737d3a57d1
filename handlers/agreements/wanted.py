"""Whether a mentor's duties have to be agreed on in writing, and the way there."""

from domain.consents import Age, Use
from domain.forms import Question, load
from domain.people import Category
from handlers.agreements.press import OpenAgreement
from handlers.screen import Button, button
from handlers.visit import Scene
from storage.models import MentorAgreement, Person

FORM = "mentor_agreement"


def open_question(agreement: MentorAgreement) -> Question | None:
    """The first part that is not told yet."""
    return next((each for each in load(FORM).questions if getattr(agreement, each.key) is None), None)


async def is_employed_mentor(scene: Scene, person: Person) -> bool:
    """Whether the person is a mentor whom the organisation employs (Labour Code, art. 351.8), and may be named."""
    organisation = await scene.organisation()
    if person.age != Age.ADULT or await scene.storage.agreements.duties(person.id, organisation.id) is None:
        return False
    if not await scene.storage.consents.allows(Use.SHOW, person.id, organisation.id):
        return False
    return await scene.storage.people.category(person.id, organisation.id) == Category.TEACHER


async def agreement_wanted(scene: Scene, person: Person) -> bool:
    """Whether an employed mentor's agreement has not been made in this programme."""
    if not await is_employed_mentor(scene, person):
        return False
    organisation = await scene.organisation()
    programme = await scene.storage.organisations.programme(organisation.id)
    agreement = await scene.storage.agreements.of_mentor(person.id, programme.id)
    return agreement is None or open_question(agreement) is not None


async def agreement_button(scene: Scene, person: Person) -> Button | None:
    """For a mentor who is employed: the agreement in writing."""
    is_due = await is_employed_mentor(scene, person)
    return button(scene.texts("agreement-open"), OpenAgreement(person=person.id)) if is_due else None
