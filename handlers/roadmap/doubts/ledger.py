"""A roadmap's doubts as they stand: which wait, which were answered and how."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from domain.roadmap import Row
from domain.roadmap.proposals import Doubt
from handlers.roadmap.reading import period_of, row_of, told_places
from handlers.visit import Scene
from storage.models import Milestone, Roadmap

OPEN_STATES = ("read", "active")
"""States of a roadmap in which its doubts can be answered."""


@dataclass
class Ledger:
    """A roadmap with its rows by position and its findings; an answered one has ``settled``.

    ``milestones`` are all that are kept, ``rows`` those that were not taken out.
    """

    roadmap: Roadmap
    milestones: dict[int, Milestone]
    rows: dict[int, Row] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for position in self.milestones:
            self.refresh(position)

    def doubt(self, at: int) -> Doubt:
        finding = self.roadmap.findings[at]
        return Doubt(
            finding["code"],
            tuple(finding["rows"]),
            finding["arguments"],
            self.rows,
            period_of(self.roadmap),
            self.roadmap.title,
        )

    def told(self, only: str = "") -> list[int]:
        """Places of the doubts to go through, of one code with ``only``."""
        return [at for at in told_places(self.roadmap.findings) if only in ("", self.code(at))]

    def waiting(self, only: str = "") -> list[int]:
        return [at for at in self.told(only) if self.settled(at) is None]

    def code(self, at: int) -> str:
        return str(self.roadmap.findings[at]["code"])

    def settled(self, at: int) -> Mapping[str, Any] | None:
        """How the doubt was answered; None as long as it waits."""
        found: Mapping[str, Any] | None = self.roadmap.findings[at].get("settled")
        return found

    def mark(self, at: int, settled: Mapping[str, Any] | None) -> None:
        """Note the answer, or that there is none any more; the list is a new one, else no change is seen in it."""
        findings = [dict(finding) for finding in self.roadmap.findings]
        findings[at].pop("settled", None)
        if settled is not None:
            findings[at]["settled"] = dict(settled)
        self.roadmap.findings = findings

    def refresh(self, position: int) -> None:
        """The row was changed, taken out or put back."""
        milestone = self.milestones[position]
        if milestone.removed_at is None:
            self.rows[position] = row_of(milestone)
        else:
            self.rows.pop(position, None)


async def ledger_of(scene: Scene, roadmap_id: int) -> Ledger | None:
    """The doubts of a roadmap of the person's organisation that is read or followed."""
    organisation = await scene.organisation()
    roadmap = await scene.storage.roadmaps.get(organisation.id, roadmap_id)
    if roadmap is None or roadmap.state not in OPEN_STATES:
        return None
    milestones = await scene.storage.corrections.kept(roadmap.id)
    return Ledger(roadmap, {milestone.position: milestone for milestone in milestones})
