"""A corrected paper is compared with the roadmap that is followed, and taken into it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.roadmap.correction import NAMES_JOINT, Correction, Kept, corrected
from handlers.roadmap.reading import milestone_columns, period_of, row_of
from handlers.roadmap.rewriting import DUE, DUE_COLUMNS, reword, take_out, take_up
from handlers.visit import Scene, Visit
from storage.models import Milestone, Roadmap

TOLD_PHRASE = re.compile(r"«(?P<phrase>.*)» \(", re.DOTALL)
"""How the history begins to tell of a due."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The followed rows and the new paper's, and what the paper changes (indices are places in these two)."""

    followed: Roadmap
    paper: Roadmap
    before: Sequence[Milestone]
    after: Sequence[Milestone]
    correction: Correction


async def compare(scene: Scene, followed: Roadmap, paper: Roadmap) -> Comparison:
    """What ``paper`` would change in the roadmap that is followed."""
    store = scene.storage.corrections
    before, after = await store.kept(followed.id), await scene.storage.roadmaps.milestones(paper.id)
    changes, last = await store.before_changes(followed.id), await store.last_paper(followed.id)
    kept = [
        Kept(
            row_of(each),
            of_last_paper(each, last[each.position])
            if each.position in last
            else of_history(changes.get(each.id, {})),
            added=each.added_at is not None,
            removed=each.removed_at is not None,
        )
        for each in before
    ]
    correction = corrected(kept, [row_of(each) for each in after], period_of(followed))
    return Comparison(followed, paper, before, after, correction)


def of_last_paper(own: Milestone, paper: Milestone) -> dict[str, str]:
    """What the last paper said where the row says something else."""
    said = {name: words(getattr(paper, name)) for name in ("activity", "result", "responsible", "phrase")}
    return {name: text for name, text in said.items() if text != words(getattr(own, name))}


def of_history(changes: Mapping[str, str]) -> dict[str, str]:
    """What the paper said, as far as the history tells."""
    said = {name: changes[name] for name in ("activity", "result", "responsible") if name in changes}
    told = TOLD_PHRASE.match(changes.get(DUE, ""))
    return {**said, "phrase": told["phrase"]} if told else said


def words(value: Any) -> str:
    return NAMES_JOINT.join(value) if isinstance(value, list) else str(value)


async def merge(visit: Visit, comparison: Comparison) -> Mapping[Milestone, dict[str, Any]]:
    """Take the paper in: matched rows keep their tasks, marks and people; new ones begin, vanished ones rest.

    Gives the rows of the paper with their columns that were changed, as they were before; all None in a new row.
    """
    followed, correction = comparison.followed, comparison.correction
    rows = {new: comparison.before[old] for old, new in correction.pairs.items()}
    changed = {milestone: await reword(visit, milestone, correction.rows[new]) for new, milestone in rows.items()}
    for new in correction.appeared:
        rows[new] = await visit.storage.corrections.add_row(followed, milestone_columns(correction.rows[new]))
        changed[rows[new]] = dict.fromkeys(DUE_COLUMNS)
    for old in correction.vanished:
        await take_out(visit, comparison.before[old])
    await take_up(visit, followed, changed)
    matched = {milestone.id for milestone in rows.values()}
    rest = [milestone for milestone in comparison.before if milestone.id not in matched]
    await visit.storage.corrections.arrange([*(rows[new] for new in sorted(rows)), *rest])
    followed.findings = carried(comparison)
    await visit.storage.corrections.take_in(followed, comparison.paper)
    followed.title = answered_title(followed)
    return changed


def answered_title(roadmap: Roadmap) -> str:
    """The title of the paper, or the one that the curator has put in its place."""
    answers = [finding["settled"].get("title") for finding in roadmap.findings if "settled" in finding]
    put = {title["before"]: str(title["after"]) for title in answers if title is not None}
    return put.get(roadmap.title, roadmap.title)


def carried(comparison: Comparison) -> list[dict[str, Any]]:
    """The new paper's doubts; what was answered about the same rows before is not asked again."""
    place = {
        comparison.before[old].position: comparison.after[new].position
        for old, new in comparison.correction.pairs.items()
    }
    answered = {
        (finding["code"], *sorted(place.get(row, 0) for row in finding["rows"])): finding["settled"]
        for finding in comparison.followed.findings
        if "settled" in finding and still_fits(finding["settled"], comparison.paper)
    }
    return [with_answer(finding, answered, place) for finding in comparison.paper.findings]


def still_fits(settled: Mapping[str, Any], paper: Roadmap) -> bool:
    """A title was put in place of another one: of that one alone."""
    title = settled.get("title")
    return title is None or title["before"] == paper.title


def with_answer(
    finding: dict[str, Any], answered: Mapping[tuple[Any, ...], dict[str, Any]], place: Mapping[int, int]
) -> dict[str, Any]:
    settled = answered.get((finding["code"], *sorted(finding["rows"])))
    if settled is None or "settled" in finding:
        return finding
    rows = {str(place[int(row)]): noted for row, noted in settled["rows"].items() if int(row) in place}
    places = {name: [place[row] for row in settled.get(name, ()) if row in place] for name in ("removed", "added")}
    return {**finding, "settled": {**settled, "rows": rows, **places}}
