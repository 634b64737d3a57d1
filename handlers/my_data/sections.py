"""All that is stored about a person in one organisation, section by section, in plain words."""

from collections.abc import Sequence
from dataclasses import dataclass

from documents.paper import Paper
from handlers.my_data.telling import COUNTED, TELLERS, About
from handlers.screen import escape, shorten
from handlers.visit import Scene
from storage.models import Person

ON_PAGE = 2400
LONGEST_LINE = 700
"""Characters of a message; the document has everything in full."""


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    lines: tuple[str, ...]


async def sections_of(scene: Scene, person: Person) -> list[Section]:
    """The sections that have something in them."""
    about = About(scene, person, (await scene.organisation()).id)
    told = {section: await lines_of(about, section) for section in TELLERS}
    told["self"] = [*card(scene, person), *told["self"]]
    told["traces"] = await counts(about)
    named = {section: scene.texts("data-section", section=section) for section in told}
    return [Section(named[section], tuple(each)) for section, each in told.items() if each]


async def lines_of(about: About, section: str) -> list[str]:
    found: list[str] = []
    for table, tell in TELLERS[section].items():
        for row in await about.scene.storage.own_data.rows(table, about.person.id, about.organisation_id):
            found += await tell(about, row)
    return found


def card(scene: Scene, person: Person) -> list[str]:
    """What is known of the person herself."""
    return [
        scene.texts("data-name", name=person.name or "none"),
        *([scene.texts("data-post", post=person.post)] if person.post else []),
        scene.texts("consents-age", age=person.age),
    ]


async def counts(about: About) -> list[str]:
    told = []
    for table in COUNTED:
        rows = await about.scene.storage.own_data.rows(table, about.person.id, about.organisation_id)
        told += [about.words("data-count", what=table.__tablename__, count=len(rows))] if rows else []
    return told


def pages_of(sections: Sequence[Section]) -> list[str]:
    """The sections as pages that fit a message; one that goes over several repeats its title."""
    pages: list[str] = []
    for section in sections:
        title = f"<b>{escape(section.title)}</b>"
        page = title
        for line in section.lines:
            shown = f"• {escape(shorten(line, LONGEST_LINE))}"
            if len(page) + len(shown) > ON_PAGE and page != title:
                pages.append(page)
                page = title
            page = f"{page}\n{shown}"
        pages.append(page)
    return pages


async def document(scene: Scene, person: Person, sections: Sequence[Section]) -> Paper:
    """Everything in full as a document."""
    organisation = await scene.organisation()
    day = f"{scene.now.astimezone(await scene.zone()):%d.%m.%Y}"
    title = scene.texts("data-file", name=person.name or "none")
    return Paper(
        "person_docx",
        title,
        {
            "title": title,
            "note": scene.texts("data-file-note", organisation=organisation.name, day=day),
            "sections": [(each.title, list(each.lines)) for each in sections],
        },
    )
