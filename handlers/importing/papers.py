"""The invited as papers: a list with codes and links, and slips to cut and hand out."""

from collections.abc import Sequence
from datetime import timedelta

from documents.columns import register
from documents.paper import Paper
from handlers.visit import Scene
from storage.imports import Invited

LIFETIME = timedelta(days=30)
"""How long an invitation is kept without a consent."""


async def papers(scene: Scene, invited: Sequence[Invited]) -> tuple[Paper, ...]:
    """Both papers; none for nobody."""
    if not invited:
        return ()
    return (await sheet(scene, invited), await slips(scene, invited))


async def sheet(scene: Scene, invited: Sequence[Invited]) -> Paper:
    organisation = await scene.organisation()
    wanted, zone = register("invited"), await scene.zone()
    today = scene.now.astimezone(zone).date()
    day = scene.texts("date-day-year", day=today.day, month=today.month, year=str(today.year))
    rows = [
        {
            "number": number,
            "name": each.name,
            "post": each.post,
            "category": scene.texts("import-category", category=each.category),
            "role": scene.texts("people-role", role=each.role) if each.role is not None else "",
            "code": each.code,
            "until": (each.created_at + LIFETIME).astimezone(zone).date(),
            **scene.addresses.links(start_of(each)),
        }
        for number, each in enumerate(invited, 1)
    ]
    keys = {column.key for column in wanted.columns}
    return Paper(
        "list_xlsx",
        wanted.title,
        {
            "title": wanted.title,
            "note": scene.texts("people-sheet-note", day=day, organisation=organisation.name),
            "columns": [tuple(column) for column in wanted.columns],
            "rows": [{key: value for key, value in row.items() if key in keys} for row in rows],
        },
    )


async def slips(scene: Scene, invited: Sequence[Invited]) -> Paper:
    organisation = await scene.organisation()
    return Paper(
        "slips_docx",
        scene.texts("import-slips-file"),
        {
            "organisation": organisation.name or scene.texts("organisation-yours"),
            "slips": [
                {"name": each.name, "code": each.code, "links": scene.addresses.links(start_of(each))}
                for each in invited
            ],
        },
    )


def start_of(invited: Invited) -> str:
    """The code as a link carries it."""
    return invited.code.replace("-", "")
