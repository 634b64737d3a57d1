"""The consents in words: what each is about, and the full text as a document."""

from documents.paper import Paper
from domain.consents import VERSIONS, ConsentKind
from handlers.visit import Scene

FULL_TEXTS = {
    ConsentKind.PROCESSING: "consent-full-processing",
    ConsentKind.PUBLISHING: "consent-full-publishing",
    ConsentKind.NEWS: "consent-full-news",
}


def full_text(scene: Scene, kind: ConsentKind, organisation: str, *, by_guardian: bool) -> Paper:
    """The document that is agreed to, as the grown-up herself or as a guardian for a child would sign it."""
    name = organisation or scene.texts("organisation-yours")
    words = scene.texts(FULL_TEXTS[kind], organisation=name, guardian=str(by_guardian))
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
