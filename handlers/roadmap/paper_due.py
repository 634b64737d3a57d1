"""A row's due beside the one of its paper: both where a person or a new year changed it."""

from handlers.roadmap.merging import TOLD_PHRASE
from handlers.roadmap.rewriting import DUE
from handlers.roadmap.wording import phrase_words
from handlers.row_words import quoted_phrase
from handlers.visit import Scene
from storage.models import Milestone

PAPER = "paper"


async def due_line(scene: Scene, milestone: Milestone, key: str = "paper-due") -> str:
    """«Срок в документе: …» for the words of the paper; «Срок: …» for others, with the paper's if known."""
    paper = await paper_phrase(scene, milestone)
    known = "unknown" if paper is None else "same" if paper == milestone.phrase else "other"
    before = quoted_phrase(scene.texts, paper or "")
    return scene.texts(key, known=known, phrase=phrase_words(scene.texts, milestone), before=before)


async def paper_phrase(scene: Scene, milestone: Milestone) -> str | None:
    """What the paper says, of this year or of the one that the row comes from; None where there is no paper."""
    if not await is_of_paper(scene, milestone):
        before = await row_before(scene, milestone)
        return await paper_phrase(scene, before) if before is not None else None
    changes = [each for each in await scene.storage.changes.of(milestone.id) if each.field == DUE]
    told = TOLD_PHRASE.match(changes[0].before) if changes else None
    return told["phrase"] if told else milestone.phrase if not changes else ""


async def is_of_paper(scene: Scene, milestone: Milestone) -> bool:
    """Whether the row was read in a document; added and moved ones were not."""
    roadmap = await scene.storage.roadmaps.get(milestone.organisation_id, milestone.roadmap_id)
    return roadmap is not None and roadmap.origin == PAPER and milestone.added_at is None


async def row_before(scene: Scene, milestone: Milestone) -> Milestone | None:
    """The row of the roadmap before that this one was made from."""
    store = scene.storage.roadmaps
    roadmap = await store.get(milestone.organisation_id, milestone.roadmap_id)
    if roadmap is None or roadmap.previous_id is None or milestone.added_at is not None:
        return None
    rows = await store.milestones(roadmap.previous_id)
    place = milestone.position - 1
    return rows[place] if place < len(rows) and rows[place].number == milestone.number else None
