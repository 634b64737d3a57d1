"""What the bot's database says in the end, read from its file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from tests.processes import Stand


@dataclass(frozen=True, slots=True)
class Told:
    """One message that the bot sent of itself: to whom, when, and the kinds of notices that it carried."""

    person: int
    name: str
    account: tuple[str, int]
    at: datetime
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class TaskEnd:
    """How a task of the roadmap stands in the end."""

    id: int
    organisation: str
    row: str
    activity: str
    kind: str
    due: date | None
    done_at: datetime | None
    done_by: str


class Ledger:
    def __init__(self, stand: Stand) -> None:
        self.stand = stand
        self.now = stand.now()

    def rows(self, query: str, values: Mapping[str, object] | None = None) -> list[dict[str, Any]]:
        return [dict(row) for row in self.stand.rows(query, values)]

    def told(self) -> list[Told]:
        """Messages in order of time; a notice that another one carries belongs to its message."""
        rows = self.rows(
            "SELECT n.id, n.lead_id, n.kind, n.sent_at, n.person_id, p.name, a.platform, a.external_id FROM notice n "
            "JOIN person p ON p.id = n.person_id LEFT JOIN account a ON a.id = n.account_id WHERE n.state = 'done'"
        )
        leads = {row["id"]: row for row in rows if row["lead_id"] is None}
        kinds = {lead: {row["kind"]} for lead, row in leads.items()}
        for row in rows:
            if row["lead_id"] in kinds:
                kinds[row["lead_id"]].add(row["kind"])
        told = [
            Told(
                row["person_id"],
                row["name"],
                (row["platform"], row["external_id"]),
                moment(row["sent_at"]),
                frozenset(kinds[lead]),
            )
            for lead, row in leads.items()
        ]
        return sorted(told, key=lambda each: (each.at, each.person))

    def tasks(self) -> list[TaskEnd]:
        """Tasks of the roadmaps that are followed, by organisation, in the paper's order."""
        rows = self.rows(
            "SELECT t.id, o.name AS place, m.number, m.position, m.activity, m.kind, t.due, t.done_at, p.name "
            "FROM task t JOIN organisation o ON o.id = t.organisation_id "
            "JOIN milestone m ON m.id = t.milestone_id JOIN roadmap r ON r.id = m.roadmap_id "
            "LEFT JOIN person p ON p.id = t.done_by WHERE r.state = 'active' ORDER BY o.id, m.position, t.due"
        )
        return [
            TaskEnd(
                row["id"],
                row["place"],
                row["number"] or str(row["position"]),
                row["activity"],
                row["kind"],
                date.fromisoformat(row["due"]) if row["due"] else None,
                moment(row["done_at"]) if row["done_at"] else None,
                row["name"] or "",
            )
            for row in rows
        ]

    def subjects_told(self, kind: str) -> set[int]:
        """Ids of tasks that a notice of this kind was sent about."""
        rows = self.rows(
            "SELECT json_extract(subject, '$.task') AS task FROM notice WHERE kind = :kind AND state = 'done'",
            {"kind": kind},
        )
        return {row["task"] for row in rows}

    def rows_asked(self) -> set[int]:
        """Ids of tasks for whose row somebody was asked for a date: a district is asked once for all of a row."""
        rows = self.rows(
            "SELECT same.id AS task FROM notice n JOIN task t ON t.id = json_extract(n.subject, '$.task')"
            " JOIN task same ON same.milestone_id = t.milestone_id WHERE n.kind = 'ask_date' AND n.state = 'done'"
        )
        return {row["task"] for row in rows}

    def days_off(self) -> dict[date, bool]:
        """Days that differ from the plain week → whether they are off."""
        return {date.fromisoformat(row["day"]): bool(row["is_off"]) for row in self.rows("SELECT * FROM day_off")}


def moment(kept: str) -> datetime:
    """A moment as SQLite keeps it: UTC without saying so."""
    return datetime.fromisoformat(kept).replace(tzinfo=UTC)
