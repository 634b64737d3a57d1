"""The consent to processing: short, in full as a document, given."""

from domain.consents import Age, ConsentKind
from handlers import home
from handlers.consents.claims import told as claimed
from handlers.consents.wording import full_text, short_text
from handlers.entry.press import Step
from handlers.entry.role import choice_of_role
from handlers.gatherings import presence
from handlers.held import held
from handlers.screen import Screen, button, rows
from handlers.visit import Visit
from storage.models import Organisation

CLAIM = "age-claim"
"""The chat waits for the consent of a pupil who says to be of age."""


async def consent(visit: Visit, organisation: Organisation) -> Screen:
    claims = visit.account.asked == CLAIM
    return Screen(
        await short_text(visit, organisation, age=CLAIM if claims else visit.account.age),
        rows(
            button(visit.texts("consent-give"), Step(to="agree")),
            button(visit.texts("consent-read"), Step(to="whole")),
            button(visit.texts("consent-later"), Step(to="later")),
        ),
    )


async def whole(visit: Visit, organisation: Organisation) -> Screen:
    paper = await full_text(visit, ConsentKind.PROCESSING, organisation, by_guardian=False)
    return Screen(
        visit.texts("consent-in-file"),
        rows(
            button(visit.texts("consent-give"), Step(to="agree")),
            button(visit.texts("consent-later"), Step(to="later")),
        ),
        papers=(paper,),
    )


async def agree(visit: Visit, organisation: Organisation) -> Screen | list[Screen]:
    """Keep the consent; from here on there is a person, for whom a guardian's may still be needed."""
    claims = visit.account.asked == CLAIM
    visit.stop_asking()
    await visit.accept_consent(organisation.id)
    if not await visit.known():
        return await claimed(visit, organisation.id) if claims else await held(visit)
    return [home.way_home(visit), await presence.after_consent(visit) or await choice_of_role(visit)]


def may_agree(visit: Visit) -> bool:
    """Whether the own consent has weight: the age is said, and it is no child's."""
    age = visit.someone.age if visit.someone is not None else visit.account.age
    return age in {Age.ADULT, Age.TEEN}
