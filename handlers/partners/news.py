"""A word to the curator when a partner's agreement is about to end."""

from datetime import date

from handlers.dates import day_words
from handlers.part import Part
from handlers.partners.press import OpenPartner
from handlers.screen import button, escape
from handlers.visit import Scene
from storage.models import Notice


async def ending_part(scene: Scene, notice: Notice) -> Part | None:
    """None when the agreement was prolonged, or the partner taken out."""
    organisation = await scene.organisation()
    partner = await scene.storage.partners.get(organisation.id, int(notice.subject["partner"]))
    until = date.fromisoformat(str(notice.subject["until"]))
    today = scene.now.astimezone(await scene.zone()).date()
    if partner is None or partner.until != until or until < today:
        return None
    return Part(
        scene.texts("partners-ending", name=escape(partner.name), day=day_words(scene.texts, until, today)),
        (button(scene.texts("partners-to-card"), OpenPartner(partner=partner.id)),),
        subject=f"partner:{partner.id}",
    )
