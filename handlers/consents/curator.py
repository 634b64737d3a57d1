"""For the curator: the share of people with valid consents, who has none, and a person's age group."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.audit import Audited
from domain.consents import Age, By, ConsentKind, Facts, Use, missing
from domain.notices import News
from domain.people import Action
from domain.progress import Count
from handlers.callbacks import Go
from handlers.consents.mine import state_lines
from handlers.consents.parting import end_pairs
from handlers.consents.press import ConsentCard, InWriting, PaperConsent, RemindConsents, SetAge
from handlers.filters import May
from handlers.screen import Button, Screen, button, lines, rows
from handlers.status import name_of, participants_of, short_list
from handlers.visit import Scene, Visit
from storage.models import Person

router = Router(name="consents_curator")

OPENED = 4


async def without_consent(scene: Scene) -> tuple[list[Person], Count]:
    """Mentors and mentees whose consents are not complete, and how many of all are."""
    organisation = await scene.organisation()
    people = await participants_of(scene, organisation.id)
    allowed = await scene.storage.consents.allowing(organisation.id, Use.KEEP)
    lacking = [person for person in people if person.id not in allowed]
    return lacking, Count(len(people) - len(lacking), len(people))


@router.callback_query(Go.filter(F.to == "consents"), May(Action.SEE_PEOPLE))
async def show(query: CallbackQuery, visit: Visit) -> Screen:
    visit.stop_asking()
    return await overview(visit)


async def overview(scene: Scene, first: str | None = None) -> Screen:
    """«Согласия: 12 из 14», names, and the ways to the missing two."""
    lacking, count = await without_consent(scene)
    texts = scene.texts
    return Screen(
        lines(
            first,
            texts("consents-count", done=count.done, total=count.total),
            texts("consents-lacking") + "\n" + short_list(scene, lacking) if lacking else None,
        ),
        rows(
            *(
                button(person.name or texts("person-unnamed"), ConsentCard(person=person.id))
                for person in lacking[:OPENED]
            ),
            button(texts("consents-remind", count=len(lacking)), RemindConsents()) if lacking else None,
            button(texts("curator-people"), Go(to="people")),
        ),
    )


async def person_here(visit: Visit, person_id: int) -> Person | None:
    """Somebody with a role in the curator's organisation."""
    organisation = await visit.organisation()
    roles = await visit.storage.people.roles(organisation.id)
    return await visit.storage.people.find(person_id) if person_id in roles else None


async def person_named(visit: Visit, person_id: int) -> Person | None:
    """The same, while others may see her name."""
    person = await person_here(visit, person_id)
    here = (await visit.organisation()).id
    return person if person is not None and await visit.storage.consents.may_be_named(person_id, here) else None


def gone(visit: Visit) -> Screen:
    return Screen(visit.texts("people-gone"), rows(button(visit.texts("curator-people"), Go(to="people"))))


@router.callback_query(ConsentCard.filter(), May(Action.SEE_PEOPLE))
async def open_card(query: CallbackQuery, callback_data: ConsentCard, visit: Visit) -> Screen:
    person = await person_here(visit, callback_data.person)
    return await card(visit, person) if person is not None else gone(visit)


async def card(scene: Scene, person: Person, first: str | None = None) -> Screen:
    """The age group, all consents, whose is missing; a paper and another age can be entered."""
    organisation = await scene.organisation()
    facts = await scene.storage.consents.facts(person.id, organisation.id)
    wanting = missing(ConsentKind.PROCESSING, facts)
    kinds = (ConsentKind.PROCESSING, ConsentKind.PUBLISHING)
    return Screen(
        lines(
            first,
            f"<b>{name_of(scene, person)}</b>\n{scene.texts('consents-age', age=facts.age)}",
            state_lines(scene, facts),
            "\n".join(scene.texts("consents-wanting", by=by) for by in By if by in wanting),
        ),
        rows(
            *(
                button(scene.texts("consents-paper", kind=kind), PaperConsent(person=person.id, kind=kind))
                for kind in kinds
                if missing(kind, facts)
            ),
            *age_buttons(scene, person),
            written_button(scene, person, facts),
            button(scene.texts("back"), Go(to="consents")),
        ),
    )


def written_button(scene: Scene, person: Person, facts: Facts) -> Button | None:
    """For a withdrawal in writing; a curator withdraws her own consents in her chat."""
    has_any = bool(facts.in_force) and person.id != scene.person.id
    return button(scene.texts("consents-written"), InWriting(person=person.id)) if has_any else None


def age_buttons(scene: Scene, person: Person) -> list[Button]:
    """The groups that the person is not in."""
    return [
        button(scene.texts("consents-set-age", age=age), SetAge(person=person.id, age=age))
        for age in Age
        if age != person.age
    ]


@router.callback_query(SetAge.filter(), May(Action.SEE_PEOPLE))
async def set_age(query: CallbackQuery, callback_data: SetAge, visit: Visit) -> Screen:
    person = await person_here(visit, callback_data.person)
    if person is None:
        return gone(visit)
    if person.age == callback_data.age:
        return await card(visit, person)
    if not callback_data.sure:
        sure = callback_data.model_copy(update={"sure": True})
        return Screen(
            visit.texts("consents-age-sure", name=name_of(visit, person), age=callback_data.age),
            rows(
                button(visit.texts("consents-age-yes"), sure),
                button(visit.texts("back"), ConsentCard(person=person.id)),
            ),
        )
    await correct(visit, person, callback_data.age)
    return await card(visit, person, first=visit.texts("consents-age-set"))


async def correct(visit: Visit, person: Person, age: Age) -> None:
    """Take the other age; where its consents are not there, everything about the person is held."""
    organisation = await visit.organisation()
    person.age = age
    await visit.storage.audit.record(
        organisation.id, visit.person.id, Audited.AGE_CORRECTED, visit.now, age=age, person=person.id
    )
    if not await visit.storage.consents.allows(Use.KEEP, person.id, organisation.id):
        await end_pairs(visit, person, organisation.id)
        await ask_for(visit, person.id)


async def ask_for(visit: Visit, person_id: int) -> bool:
    """Ask somebody for what is missing, once a day; false when that was done today."""
    organisation = await visit.organisation()
    today = visit.now.astimezone(await visit.zone()).date()
    return await visit.storage.notices.add(
        person_id,
        News.CONSENT_NEEDED,
        f"consent:{organisation.id}:{today}:person:{person_id}",
        visit.now,
        visit.now,
        organisation_id=organisation.id,
    )
