"""The consents in words: what each is about, in short and as a document with the full text."""

from documents.paper import Paper
from domain.consents import VERSIONS, ConsentKind
from domain.retention import DEFAULT_MONTHS
from handlers.screen import escape
from handlers.visit import Scene
from storage.models import Organisation

FULL_TEXTS = {
    ConsentKind.PROCESSING: "consent-full-processing",
    ConsentKind.PUBLISHING: "consent-full-publishing",
    ConsentKind.NEWS: "consent-full-news",
}


async def short_text(
    scene: Scene, organisation: Organisation | None, key: str = "consent-short", age: str = ""
) -> str:
    """The consent to processing in a few sentences; ``None`` for the organisation that is about to be founded."""
    return scene.texts(
        key,
        organisation=escape(organisation.name) if organisation is not None else "",
        founding=str(organisation is None or not organisation.name),
        months=await months_kept(scene, organisation),
        age=age,
    )


async def full_text(
    scene: Scene, kind: ConsentKind, organisation: Organisation | None, *, by_guardian: bool
) -> Paper:
    """The document that is agreed to, as the grown-up herself or as a guardian for a child would sign it.

    ``None`` stands for the organisation that is about to be founded.
    """
    words = scene.texts(
        FULL_TEXTS[kind],
        organisation=organisation.name if organisation is not None else "",
        founding=str(organisation is None or not organisation.name),
        months=await months_kept(scene, organisation),
        guardian=str(by_guardian),
    )
    title = scene.texts("consent-title", kind=kind)
    return Paper(
        "consent_docx",
        title,
        {
            "title": title,
            "version": scene.texts("consent-version", version=VERSIONS[kind]),
            "paragraphs": [part.strip() for part in words.split("\n\n")],
            "by_guardian": by_guardian,
        },
    )


async def months_kept(scene: Scene, organisation: Organisation | None) -> int:
    """How long data is kept after the programme's end, as the organisation has set it."""
    return await scene.storage.retentions.months(organisation.id) if organisation is not None else DEFAULT_MONTHS
