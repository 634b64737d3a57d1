"""«Пригласить в наставники»: those who said that they want to be mentors are offered the questionnaire."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.notices import News
from domain.people import Action, Role
from handlers.entry.press import Choose
from handlers.filters import May
from handlers.gatherings.answers import wanting
from handlers.gatherings.board import gathering_of, gone
from handlers.gatherings.card import card
from handlers.gatherings.press import InviteMentors
from handlers.part import Part
from handlers.screen import Screen, button
from handlers.visit import Scene, Visit
from storage.models import Gathering, Notice, Person

router = Router(name="gatherings_inviting")


@router.callback_query(InviteMentors.filter(), May(Action.OPEN_SURVEY))
async def invite(query: CallbackQuery, callback_data: InviteMentors, visit: Visit) -> Screen:
    """Each is written to once a gathering, however often it is pressed."""
    gathering = await gathering_of(visit, callback_data.gathering)
    if gathering is None:
        return await gone(visit)
    count = 0
    for person in await wanting(visit, gathering):
        count += await write_to(visit, gathering, person)
    key = "gathering-invited" if count else "gathering-invited-already"
    return await card(visit, gathering, first=visit.texts(key, count=count))


async def write_to(visit: Visit, gathering: Gathering, person: Person) -> bool:
    return await visit.storage.notices.add(
        person.id,
        News.MENTOR_INVITED,
        f"gathering:{gathering.id}:{gathering.starts_at.date()}:mentor:person:{person.id}",
        visit.now,
        visit.now,
        organisation_id=gathering.organisation_id,
        subject={"gathering": gathering.id},
    )


async def invited_part(scene: Scene, notice: Notice) -> Part | None:
    """To who wants to be a mentor: the next step; nothing to who has taken it already."""
    memberships = await scene.storage.people.memberships(notice.person_id)
    here = notice.organisation_id
    if any(each.organisation_id == here and each.role == Role.MENTOR for each in memberships):
        return None
    return Part(
        scene.texts("gathering-mentor-news"),
        (button(scene.texts("gathering-mentor-begin"), Choose(role="mentor")),),
        subject=f"mentor-invited:{here}",
    )
