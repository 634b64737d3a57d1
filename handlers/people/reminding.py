"""«Напомнить тем, кто не заполнил»: one tap, one notice a questionnaire, never two on one day."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from domain.reminders import Kind
from handlers.filters import May
from handlers.people.overview import overview
from handlers.people.press import Nudge
from handlers.screen import Screen
from handlers.status import APPLICATIONS
from handlers.visit import Visit
from storage.models import Submission

router = Router(name="people_reminding")


@router.callback_query(Nudge.filter(), May(Action.SEE_PEOPLE))
async def remind(query: CallbackQuery, visit: Visit) -> Screen:
    """Each reminder goes when its person may be written to, and says nothing when it is no longer needed."""
    organisation = await visit.organisation()
    unsent = await unsent_of(visit, organisation.id)
    reminded = {each.person_id for each in unsent if await nudge(visit, each)}
    if reminded:
        return await overview(visit, first=visit.texts("people-reminded", count=len(reminded)))
    return await overview(visit, first=visit.texts("people-reminded-today" if unsent else "people-nobody-silent"))


async def unsent_of(visit: Visit, organisation_id: int) -> list[Submission]:
    """Questionnaires that are not sent, of people who still take part in that role and can be written to."""
    roles = await visit.storage.people.roles(organisation_id)
    offline = await visit.storage.offline.people(organisation_id)
    submissions = await visit.storage.forms.in_organisation(organisation_id, APPLICATIONS)
    unsent = [each for each in submissions if each.sent_at is None and each.person_id not in offline]
    return [each for each in unsent if each.form in roles.get(each.person_id, ())]


async def nudge(visit: Visit, submission: Submission) -> bool:
    """Write the reminder; false when the curator has asked for it today already."""
    organisation = await visit.organisation()
    today = visit.now.astimezone(await visit.zone()).date()
    return await visit.storage.notices.add(
        submission.person_id,
        Kind.FORM,
        f"form:{submission.id}:{today}:asked:person:{submission.person_id}",
        visit.now,
        visit.now,
        organisation_id=organisation.id,
        subject={"form": submission.id},
    )
