"""The link of a gathering: who is known says «Я здесь», who is new is asked for the consent first."""

from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.filters import CommandObject, CommandStart, Filter
from aiogram.types import Message, TelegramObject

from domain.consents import Use
from domain.gatherings import CATEGORIES, UNNAMED, Door, Gathered
from handlers.callbacks import Go
from handlers.dates import moment_words
from handlers.entry.press import Step
from handlers.gatherings.card import door_of
from handlers.gatherings.presence import greet
from handlers.gatherings.press import Unnamed
from handlers.screen import Button, Screen, button, escape, rows
from handlers.visit import Visit
from storage.models import Gathering

router = Router(name="gatherings_door")


class Opened(Filter):
    """The link is a gathering's, which is handed on."""

    async def __call__(
        self, _event: TelegramObject, command: CommandObject, visit: Visit
    ) -> bool | dict[str, Gathering]:
        gathering = await visit.storage.gatherings.by_token(command.args or "")
        return {"gathering": gathering} if gathering is not None else False


@router.message(CommandStart(deep_link=True), Opened())
async def open_link(message: Message, gathering: Gathering, visit: Visit) -> Screen:
    visit.stop_asking()
    state = await door_of(visit, gathering)
    if state is not Door.OPEN:
        return await closed(visit, gathering, state)
    if await is_known_there(visit, gathering):
        return await greet(visit, gathering)
    category = CATEGORIES[Gathered(gathering.kind)]
    invitation = await visit.storage.organisations.invitation(gathering.organisation_id, category, visit.now)
    visit.account.gathering_id, visit.account.invitation_id = gathering.id, invitation.id
    return await welcome(visit, gathering)


async def is_known_there(visit: Visit, gathering: Gathering) -> bool:
    """Whether the person's consents for the gathering's organisation are complete."""
    if visit.someone is None:
        return False
    return await visit.storage.consents.allows(Use.KEEP, visit.person.id, gathering.organisation_id)


async def closed(visit: Visit, gathering: Gathering, state: Door) -> Screen:
    organisation = await visit.storage.organisations.get(gathering.organisation_id)
    words = moment_words(visit.texts, gathering.starts_at, visit.now, ZoneInfo(organisation.timezone))
    home = button(visit.texts("home"), Go(to="home")) if visit.someone is not None else None
    return Screen(visit.texts("gathering-closed", kind=gathering.kind, door=state, moment=words), rows(home))


async def welcome(visit: Visit, gathering: Gathering) -> Screen:
    """Before the consent: what is kept, and the way without a name where there is one."""
    organisation = await visit.storage.organisations.get(gathering.organisation_id)
    return Screen(
        visit.texts("gathering-welcome", organisation=escape(organisation.name), kind=gathering.kind),
        rows(
            button(visit.texts("gathering-sign-in"), Step(to="age")),
            unnamed_button(visit, gathering),
            button(visit.texts("entry-about"), Step(to="about")),
        ),
    )


def unnamed_button(visit: Visit, gathering: Gathering) -> Button | None:
    if gathering.survey_id is None or gathering.kind not in UNNAMED:
        return None
    return button(visit.texts("gathering-without-name"), Unnamed(gathering=gathering.id))
