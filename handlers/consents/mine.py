"""«Мои согласия», and for a guardian those of a child: what is in force, and what can be changed."""

from dataclasses import dataclass

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.consents import LATER_KINDS, Age, By, ConsentKind, Facts, missing
from handlers.callbacks import Go
from handlers.consents.press import Answer, ReadConsents, ShowConsents, Withdraw
from handlers.consents.wording import full_text
from handlers.filters import Known
from handlers.screen import Button, Screen, button, lines, rows
from handlers.status import name_of
from handlers.visit import Scene, Visit
from storage.models import Person

router = Router(name="consents_mine")


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose consents the person who presses may see to, and in what capacity."""

    person: Person
    by: By
    facts: Facts

    @property
    def number(self) -> int:
        """As buttons carry it."""
        return 0 if self.by is By.SELF else self.person.id

    @property
    def has_weight(self) -> bool:
        """A child under fourteen decides nothing here, nor does a guardian of somebody who is grown up."""
        return self.facts.age is not (Age.CHILD if self.by is By.SELF else Age.ADULT)


async def subject_of(visit: Visit, number: int) -> Subject | None:
    """Oneself, or a child whom this very person vouches for; None for anybody else."""
    organisation = await visit.organisation()
    if not number:
        facts = await visit.storage.consents.facts(visit.person.id, organisation.id)
        return Subject(visit.person, By.SELF, facts)
    child = await visit.storage.people.find(number)
    if child is None or not await visit.storage.guardians.is_guardian(visit.person.id, number, organisation.id):
        return None
    return Subject(child, By.GUARDIAN, await visit.storage.consents.facts(number, organisation.id))


def gone(visit: Visit) -> Screen:
    return Screen(visit.texts("consents-gone"), rows(button(visit.texts("home"), Go(to="home"))))


@router.callback_query(Go.filter(F.to == "my-consents"), Known())
async def show_own(query: CallbackQuery, visit: Visit) -> Screen:
    visit.stop_asking()
    subject = await subject_of(visit, 0)
    return consents_screen(visit, subject) if subject is not None else gone(visit)


@router.callback_query(ShowConsents.filter(), Known())
async def show(query: CallbackQuery, callback_data: ShowConsents, visit: Visit) -> Screen:
    subject = await subject_of(visit, callback_data.person)
    return consents_screen(visit, subject) if subject is not None else gone(visit)


def consents_screen(scene: Scene, subject: Subject, first: str | None = None) -> Screen:
    """All kinds with their state, and the buttons that change them; ``first`` is said above."""
    return Screen(
        lines(first, title(scene, subject), state_lines(scene, subject.facts), not_alone(scene, subject)),
        rows(
            *(change_button(scene, subject, kind) for kind in (*LATER_KINDS, ConsentKind.PROCESSING)),
            button(scene.texts("consents-read"), ReadConsents(person=subject.number)),
            button(scene.texts("home"), Go(to="home")),
        ),
    )


def title(scene: Scene, subject: Subject) -> str:
    if subject.by is By.SELF:
        return scene.texts("consents-mine-title")
    return scene.texts("consents-child-title", name=name_of(scene, subject.person))


def not_alone(scene: Scene, subject: Subject) -> str | None:
    """A child is told who decides."""
    return None if subject.has_weight else scene.texts("consents-not-alone", by=subject.by)


def state_lines(scene: Scene, facts: Facts) -> str:
    return "\n".join(scene.texts("consents-line", kind=kind, state=state(facts, kind)) for kind in ConsentKind)


def state(facts: Facts, kind: ConsentKind) -> str:
    """``given``, ``none``, or whose consent is missing where one of two is there."""
    wanting = missing(kind, facts)
    if not wanting:
        return "given"
    begun = any(each == kind for each, _ in facts.in_force)
    return next(iter(wanting)) if begun and len(wanting) == 1 else "none"


def change_button(scene: Scene, subject: Subject, kind: ConsentKind) -> Button | None:
    """Withdrawing what counts now; giving what this person may give."""
    if not subject.has_weight:
        return None
    given = {by for each, by in subject.facts.in_force if each == kind}
    if given & {subject.by, By.PAPER} or (kind is ConsentKind.PROCESSING and given):
        return button(scene.texts("consents-withdraw", kind=kind), Withdraw(kind=kind, person=subject.number))
    return button(scene.texts("consents-give", kind=kind), Answer(kind=kind, yes=True, person=subject.number))


@router.callback_query(ReadConsents.filter(), Known())
async def read(query: CallbackQuery, callback_data: ReadConsents, visit: Visit) -> Screen:
    subject = await subject_of(visit, callback_data.person)
    if subject is None:
        return gone(visit)
    organisation = await visit.organisation()
    minor = subject.facts.age is not Age.ADULT
    papers = [await full_text(visit, kind, organisation, by_guardian=minor) for kind in ConsentKind]
    fresh = consents_screen(visit, subject, first=visit.texts("consents-in-files"))
    return Screen(fresh.text, fresh.rows, papers=tuple(papers))
