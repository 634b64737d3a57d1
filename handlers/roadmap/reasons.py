"""Why a reminder of a row came: the row, the paper that it stands in, who the reader is to it, and the rule."""

from collections import defaultdict
from collections.abc import Sequence

from domain.reminders import Kind
from handlers.roadmap.circle import TO_HEAD, Circle, circle_of, step_of
from handlers.roadmap.paper_due import due_line
from handlers.roadmap.wording import activity_of, row_name, title_of
from handlers.row_words import LONGEST_NAME, short
from handlers.screen import bullets
from handlers.visit import Scene
from storage.models import Notice, Roadmap
from storage.roadmaps import Row

ROWS_TOLD = 5
LONGEST_ALONE = 300
LONGEST_IN_LIST = 100
LONGEST_HEAD = 120


async def row_reasons(scene: Scene, notices: Sequence[Notice]) -> list[str]:
    """The first rows under their papers, how many more there are, and the rules behind them, each rule once."""
    found = [(notice, await row_of(scene, notice)) for notice in notices]
    rows = {row.task.id: (notice, row) for notice, row in found if row is not None}
    circles = {each: await circle_of(scene, each) for each in {row.task.organisation_id for _, row in rows.values()}}
    rules = [rule_words(scene, circles[row.task.organisation_id], notice, row) for notice, row in rows.values()]
    told = await papers_words(scene, [row for _, row in rows.values()][:ROWS_TOLD])
    rest = len(rows) - ROWS_TOLD
    return [*told, *([scene.texts("why-more-rows", count=rest)] if rest > 0 else []), *dict.fromkeys(rules)]


async def row_of(scene: Scene, notice: Notice) -> Row | None:
    return await scene.storage.roadmaps.row(notice.organisation_id or 0, int(notice.subject["task"]))


async def papers_words(scene: Scene, rows: Sequence[Row]) -> list[str]:
    """The rows as their papers write them, each paper named once."""
    papers: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        papers[row.milestone.roadmap_id].append(row)
    return [await paper_words(scene, each) for each in papers.values()]


async def paper_words(scene: Scene, rows: Sequence[Row]) -> str:
    roadmap = await scene.storage.roadmaps.of(rows[0])
    paper = {"title": title_of(scene.texts, roadmap), "approval": approval_words(scene, roadmap)}
    if len(rows) == 1:
        return scene.texts("why-row", **paper, **await row_arguments(scene, rows[0], LONGEST_ALONE))
    told = [await row_arguments(scene, row, LONGEST_IN_LIST, "paper-due-short") for row in rows]
    shown = [scene.texts("why-row-short", **arguments) for arguments in told]
    return scene.texts("why-paper", **paper, rows=bullets(shown))


async def row_arguments(scene: Scene, row: Row, longest: int, due_key: str = "paper-due") -> dict[str, str]:
    return {
        "row": short(row_name(row.milestone), LONGEST_NAME),
        "activity": short(activity_of(row.milestone), longest),
        "due": await due_line(scene, row.milestone, due_key),
    }


def approval_words(scene: Scene, roadmap: Roadmap) -> str:
    """Who approved the paper and by which order, in brackets; empty where it does not say."""
    told = [
        scene.texts("why-approved-by", name=short(roadmap.approved_by, LONGEST_HEAD)) if roadmap.approved_by else "",
        scene.texts("why-order", number=short(roadmap.order, LONGEST_HEAD)) if roadmap.order else "",
    ]
    inside = ", ".join(each for each in told if each)
    return f" ({inside})" if inside else ""


def rule_words(scene: Scene, circle: Circle, notice: Notice, row: Row) -> str:
    return f"{post_words(scene, circle, notice, row)} {scene.texts('why-rule', kind=notice.kind)}"


def post_words(scene: Scene, circle: Circle, notice: Notice, row: Row) -> str:
    """Who the person is to the row; a curator stands in where nobody answers for it."""
    if notice.kind == Kind.ESCALATED:
        return scene.texts("why-post", post="head" if step_of(notice) == TO_HEAD else "coordinator", name="")
    names = circle.names_of(row, notice.person_id)
    if names and notice.kind != Kind.ASK_DATE:
        return scene.texts("why-post", post="responsible", name=short(names[0], LONGEST_HEAD))
    stands_in = not circle.responsible(row) and notice.kind != Kind.ASK_DATE
    return scene.texts("why-post", post="stand-in" if stands_in else "curator", name="")
