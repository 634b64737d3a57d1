"""All that tables tell of a base's people, read at once, however many they are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from domain.consents import Use
from domain.forms import Answer, Form, live_answers
from domain.people import Category, Role
from domain.statuses import Status
from handlers.people.profiles import sent_forms
from handlers.questionnaire.forms import form_of
from handlers.visit import Scene
from handlers.workplace import posts_here
from storage.mentorships import Pair
from storage.models import Membership, Person


@dataclass(frozen=True, slots=True)
class Bank:
    """The people of a base who may be shown, by name, with what is known of each by her id."""

    people: Sequence[Person]
    pairs: Mapping[int, Sequence[Pair]]
    categories: Mapping[int, Category]
    joined: Mapping[int, date]
    answers: Mapping[int, tuple[Form, Mapping[str, Answer]]]
    posts: Mapping[int, str]


async def read_bank(scene: Scene, role: Role) -> Bank:
    organisation = await scene.organisation()
    allowed = await scene.storage.consents.allowing(organisation.id, Use.SHOW)
    members = await scene.storage.people.members(organisation.id, role)
    memberships = await scene.storage.register.memberships(organisation.id, tuple(Role))
    people = [person for person in members if person.id in allowed]
    pairs = await agreed_pairs(scene, organisation.id)
    return Bank(
        people,
        pairs,
        categories_of(memberships),
        await first_days(scene, memberships, role),
        await told(scene, role, people, memberships),
        await posts_here(scene, {*people, *(each for pair in chain(*pairs.values()) for each in pair.people)}),
    )


async def agreed_pairs(scene: Scene, organisation_id: int) -> dict[int, list[Pair]]:
    """Person → her pairs that everybody has agreed to."""
    found: defaultdict[int, list[Pair]] = defaultdict(list)
    for pair in await scene.storage.mentorships.live(organisation_id):
        if pair.mentorship.status == Status.AGREED:
            for person in pair.people:
                found[person.id].append(pair)
    return found


def categories_of(memberships: Iterable[Membership]) -> dict[int, Category]:
    """Person → category, as `storage.people.category` finds it: of the newest role, that of a guardian last."""
    ordered = sorted(memberships, key=lambda each: (each.left_at is None, each.role != Role.GUARDIAN, each.id))
    return {each.person_id: Category(each.category) for each in ordered}


async def first_days(scene: Scene, memberships: Iterable[Membership], role: Role) -> dict[int, date]:
    """Person → the local day on which she took the role that she has."""
    zone = await scene.zone()
    held = [each for each in memberships if each.role == role and each.left_at is None]
    days: dict[int, date] = {}
    for each in held:
        day = each.joined_at.astimezone(zone).date()
        days[each.person_id] = min(day, days.get(each.person_id, day))
    return days


async def told(
    scene: Scene, role: Role, people: Sequence[Person], memberships: Sequence[Membership]
) -> dict[int, tuple[Form, Mapping[str, Answer]]]:
    """Person → her sent questionnaire of this role, and the answers in it that count."""
    organisation = await scene.organisation()
    shown = {person.id: person for person in people}
    forms = await sent_forms(scene, organisation.id, role)
    sent = {each.person_id: each for each in forms if each.person_id in shown}
    stored = await scene.storage.forms.answers_of([each.id for each in sent.values()])
    categories = categories_of(memberships)
    roles = await scene.storage.people.roles(organisation.id)
    found: dict[int, tuple[Form, Mapping[str, Answer]]] = {}
    for person_id, submission in sent.items():
        answers = {key: Answer.restored(each.value, each.finished) for key, each in stored[submission.id].items()}
        facts = {
            "role": tuple(roles.get(person_id, ())),
            "category": str(categories.get(person_id, Category.TEACHER)),
            "age": shown[person_id].age,
        }
        form = await form_of(scene, submission)
        found[person_id] = form, live_answers(form, answers, facts)
    return found
