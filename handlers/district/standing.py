"""How a district's rows stand in its organisations: states and counts, no people."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from domain.progress import Count, State
from domain.roadmap.levels import Part, state_in, worst
from handlers.visit import Scene
from storage.districts import Seen
from storage.models import Milestone, Organisation

SIGNS = {State.DONE: "✅", State.OVERDUE: "⚠️", State.NEAR: "⏰", State.AHEAD: "▫️", State.UNDATED: "▫️"}
"""What asks for something is seen at once; the rest is quiet."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One row in one organisation."""

    state: State
    proofs: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Rows and organisations of a district, and the cell of each pair: ``(milestone, organisation)``."""

    rows: Sequence[Milestone]
    organisations: Sequence[Organisation]
    cells: Mapping[tuple[int, int], Cell]

    def of_row(self, milestone_id: int) -> list[tuple[Organisation, Cell]]:
        """A row in each organisation that has it."""
        pairs = ((each, self.cells.get((milestone_id, each.id))) for each in self.organisations)
        return [(organisation, cell) for organisation, cell in pairs if cell is not None]

    def of_organisation(self, organisation_id: int) -> list[tuple[Milestone, Cell]]:
        pairs = ((each, self.cells.get((each.id, organisation_id))) for each in self.rows)
        return [(milestone, cell) for milestone, cell in pairs if cell is not None]

    def worst_first(self) -> list[Organisation]:
        """Organisations, those with most rows overdue first, then those with least done."""
        return sorted(self.organisations, key=self._badness)

    def _badness(self, organisation: Organisation) -> tuple[int, float, str]:
        cells = [cell for _, cell in self.of_organisation(organisation.id)]
        return -overdue(cells), count(cells).percent, organisation.name

    @property
    def whole(self) -> list[Cell]:
        return list(self.cells.values())


def count(cells: Sequence[Cell]) -> Count:
    """How many of the cells are done."""
    return Count(sum(cell.state is State.DONE for cell in cells), len(cells))


def overdue(cells: Sequence[Cell]) -> int:
    return sum(cell.state is State.OVERDUE for cell in cells)


def sign_of(cells: Sequence[Cell]) -> str:
    """The traffic light of several cells: the worst of them."""
    return SIGNS[worst([cell.state for cell in cells])]


async def standing(scene: Scene) -> Standing:
    """How the person's district stands, each organisation by its own day."""
    district = await scene.organisation()
    organisations = await scene.storage.districts.organisations(district.id)
    todays = {each.id: scene.now.astimezone(ZoneInfo(each.timezone)).date() for each in organisations}
    tasks: dict[tuple[int, int], list[Seen]] = defaultdict(list)
    for seen in await scene.storage.districts.seen(district.id):
        tasks[seen.milestone_id, seen.organisation_id].append(seen)
    cells = {
        (milestone_id, organisation_id): Cell(
            state_in([Part(each.starts, each.due, each.done) for each in here], todays[organisation_id]),
            sum(each.proofs for each in here),
        )
        for (milestone_id, organisation_id), here in tasks.items()
        if organisation_id in todays
    }
    return Standing(await scene.storage.districts.milestones(district.id), organisations, cells)
