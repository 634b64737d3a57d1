"""Proposals about what is written: a title, a name, a text that was joined to the row above it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from domain.roadmap.model import Due, Row
from domain.roadmap.numbering import next_number
from domain.roadmap.proposals import Doubt, Proposal


def own_name(doubt: Doubt) -> Iterator[Proposal]:
    """The title with the own organisation's name in place of the other one's."""
    other, own = str(doubt.arguments["organisation"]), str(doubt.arguments["own"])
    if other in doubt.title:
        yield Proposal("own_name", name=own, title=doubt.title.replace(other, own))


def one_person(doubt: Doubt) -> Iterator[Proposal]:
    one, other = str(doubt.arguments["one"]), str(doubt.arguments["other"])
    for number, (right, wrong) in enumerate(((one, other), (other, one))):
        rows = {
            position: replace(row, responsible=_renamed(row.responsible, wrong, right))
            for position, row in doubt.concerned.items()
        }
        yield Proposal("same", rows, mark=str(number), name=right)


def _renamed(names: Sequence[str], wrong: str, right: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.replace(wrong, right) for name in names))


def two_rows(doubt: Doubt) -> Iterator[Proposal]:
    """The text that was joined becomes a row of its own, for the same people; its date has to be asked for."""
    text = str(doubt.arguments.get("text", ""))
    for position, row in doubt.concerned.items():
        rest = row.activity.removesuffix(text).rstrip()
        if not text or not rest or rest == row.activity:
            return
        number = next_number(
            [each.number for each in doubt.rows.values() if each.section == row.section],
            [each.number for each in doubt.rows.values()],
        )
        apart = Row(number, row.section, text, (), "", "", row.responsible, Due("", "unknown"))
        yield Proposal("split", {position: replace(row, activity=rest)}, added=(apart,))
