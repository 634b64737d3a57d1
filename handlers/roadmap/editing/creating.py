"""A row comes into being from what was told of it, and its names get their people."""

from collections.abc import Iterable

from domain.roadmap import Row
from domain.roadmap.entered import read_entered
from domain.roadmap.numbering import next_number
from handlers.roadmap.editing.kept import Kept
from handlers.roadmap.given import tell_people
from handlers.roadmap.reading import milestone_columns, period_of
from handlers.roadmap.responsible.known import circle_of
from handlers.roadmap.responsible.tying import people_of
from handlers.roadmap.rewriting import follow, take_out
from handlers.screen import Button
from handlers.undo import decided, reversal
from handlers.visit import Visit
from storage.models import Decision, Roadmap
from storage.responsible import Behind
from storage.roadmap_changes import ADDED


async def create(visit: Visit, roadmap: Roadmap, names: tuple[str, ...]) -> tuple[Kept, Button]:
    """Add the row that the chat's questions were about, for ``names``; the row and the way back."""
    row = await told_row(visit, roadmap, names)
    milestone = await visit.storage.roadmaps.add_milestone(roadmap, milestone_columns(row), visit.now)
    await visit.storage.changes.record(milestone, ADDED, "", "", visit.person.id, visit.now)
    if roadmap.state == "active":
        await follow(visit, roadmap, [milestone])
        await visit.storage.responsible.add(roadmap, dict.fromkeys(names, Behind()))
    await tie_in_full(visit, roadmap, names)
    return Kept(roadmap, milestone), await decided(visit, "row-added", milestone=milestone.id)


async def told_row(visit: Visit, roadmap: Roadmap, names: tuple[str, ...]) -> Row:
    about = visit.account.asked_about
    section = str(about["section"])
    others = await visit.storage.roadmaps.milestones(roadmap.id)
    number = next_number(
        [each.number for each in others if each.section == section], [each.number for each in others]
    )
    entered = read_entered(str(about["phrase"]), period_of(roadmap), visit.now, await visit.zone())
    return Row(number, section, str(about["activity"]), (), "", "", names, entered.due)


async def tie_in_full(visit: Visit, roadmap: Roadmap, names: Iterable[str]) -> None:
    """Names that are somebody's name in full need no question; everybody behind the names hears of the rows."""
    if roadmap.state != "active":
        return
    responsible = [each for each in await visit.storage.responsible.of(roadmap.id) if each.name in set(names)]
    behind = await visit.storage.responsible.behind(responsible)
    circle = await circle_of(visit)
    for each in responsible:
        if not behind[each.id] and circle.exactly(each.name):
            behind[each.id] = circle.exactly(each.name)
            await visit.storage.responsible.tie(each, behind[each.id])
    await tell_people(visit, await people_of(visit, behind.values()))


@reversal("row-added")
async def undo_adding(visit: Visit, decision: Decision) -> bool:
    organisation = await visit.organisation()
    milestone = await visit.storage.roadmaps.milestone(organisation.id, int(decision.before["milestone"]))
    if milestone is None or milestone.removed_at is not None:
        return False
    await take_out(visit, milestone)
    return True
