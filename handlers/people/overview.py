"""The first screen of «Люди»: how many there are, and the ways on."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.consents import Use
from domain.people import Action, Role
from handlers.callbacks import Go
from handlers.filters import May
from handlers.people.press import List, Nudge
from handlers.screen import Screen, button, lines, rows
from handlers.status import participants_of, silent_among
from handlers.visit import Scene, Visit

router = Router(name="people_overview")


@router.callback_query(Go.filter(F.to == "people"), May(Action.SEE_PEOPLE))
async def show(query: CallbackQuery, visit: Visit) -> Screen:
    visit.stop_asking()
    return await overview(visit)


async def overview(scene: Scene, first: str | None = None) -> Screen:
    """Numbers, lists and tables; ``first`` is said above."""
    organisation = await scene.organisation()
    people = await participants_of(scene, organisation.id)
    silent = await silent_among(scene, organisation.id, people)
    offline = await scene.storage.offline.people(organisation.id)
    written_to = [person for person in silent if person.id not in offline]
    roles = await scene.storage.people.roles(organisation.id)
    allowed = await scene.storage.consents.allowing(organisation.id, Use.KEEP)
    agreed = sum(person.id in allowed for person in people)
    texts = scene.texts
    return Screen(
        lines(
            first,
            texts(
                "people-title",
                mentors=sum(Role.MENTOR in roles[person.id] for person in people),
                mentees=sum(Role.MENTEE in roles[person.id] for person in people),
                filled=len(people) - len(silent),
                people=len(people),
            ),
        ),
        (
            *rows(
                button(texts("people-mentors"), List(role=Role.MENTOR)),
                button(texts("people-mentees"), List(role=Role.MENTEE)),
                width=2,
            ),
            *rows(button(texts("people-consents", done=agreed, total=len(people)), Go(to="consents"))),
            *rows(button(texts("people-remind", count=len(written_to)), Nudge()) if written_to else None),
            *rows(
                button(texts("people-papers"), Go(to="people-papers")),
                button(texts("partners-button"), Go(to="partners")),
                button(texts("import-button"), Go(to="import")),
                button(texts("offline-button"), Go(to="offline")),
                button(texts("curator-invite"), Go(to="invite")),
                button(texts("home"), Go(to="home")),
                width=2,
            ),
        ),
    )
