"""Nobody reads or writes another organisation's or another person's rows through ``storage``, whatever id she has.

Every public method of every group is found here: one that answers for an organisation or a person is tried with the
ids of another organisation, and all others say below why they need none.
"""

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from storage.models import Table
from storage.storage import Storage
from tests import databases
from tests.storage.asking import methods, scoped
from tests.storage.whole import Whole

UNSCOPED: Mapping[str, set[str]] = {
    "the id is of a row that was read for its organisation or person": {
        "Corrections.before_changes", "Corrections.kept", "Corrections.last_change", "Corrections.last_paper",
        "EvidenceOfTasks.of", "EvidenceOfTasks.proved", "Districts.placed",
        "Erasing.drop_files", "Files.get", "Forms.answers", "Forms.answers_of", "Forms.changes", "Forms.drop",
        "Forms.of_survey", "Gatherings.arrived", "Gatherings.by_survey", "Gatherings.count", "Gatherings.counts",
        "Joining.join", "Meetings.cancel_planned", "Meetings.next", "Meetings.of_mentorship", "Meetings.planned_with",
        "Practices.of_submission", "Requests.open_of", "ResponsibleNames.of", "RoadmapChanges.of",
        "Roadmaps.milestones", "Roadmaps.tasks_of", "Surveys.invitees",
    },
    "who asks compares the organisation or the account, since the person may be in none yet": {
        "Codes.get", "Gatherings.find", "Organisations.invitation_by_id",
    },
    "a secret that only the right person has": {
        "Codes.find", "Gatherings.by_token", "Imports.by_code", "Organisations.invitation_by_code",
        "Organisations.invitation_by_token",
    },
    "the account that acts or is written to": {
        "People.account", "People.account_by_id", "People.by_id", "People.forget_freed", "People.freed",
        "People.mark_unreachable",
    },
    "by the clock, for everybody at once; nobody's message starts it": {
        "Agreements.last_days", "Gatherings.forget_voices", "Imports.forget", "Notices.close", "Notices.due",
        "Notices.followers", "Notices.get", "Notices.known", "Notices.next_due", "Notices.open_count",
        "Notices.put_off", "Notices.release", "Notices.still_to_hear", "Notices.waiting_by_person",
        "Organisations.all", "Organisations.zones", "Partners.ends_after", "People.forget_strangers",
        "People.platforms", "Posts.claim_due", "Posts.next_due", "Posts.release", "Surveys.close_due",
        "Surveys.next_closing",
    },
    "makes what is nobody's yet": {"Files.add", "Organisations.add"},
    "of the messengers, not of people": {
        "Updates.fail", "Updates.forget", "Updates.move", "Updates.position", "Updates.salt", "Updates.take",
    },
}  # fmt: skip
"""Methods that neither name for whom they answer nor take a row that was read before, by the reason."""

SILENT = {"Forms.sent_elsewhere", "Notices.carry_missed", "Notices.last_shown", "Programmes.is_untouched",
          "Programmes.take_back"}  # fmt: skip
"""What finds nothing and does nothing here for the rightful one either: it is about another place or time."""


@dataclass
class Town:
    """Two whole organisations; ``rows`` are all rows of the database as they are, by table and id."""

    storage: Storage
    ours: Whole
    others: Whole
    rows: Mapping[str, Mapping[int, Mapping[str, Any]]]

    def is_theirs(self, table: str, row: Mapping[str, Any]) -> bool:
        """Whether a row belongs to the other organisation, itself or by what it points to."""
        here = row["id"] if table == "organisation" else row.get("organisation_id")
        if here is not None:
            return here in (self.others.ids["organisation"], self.others.ids["district"])
        columns = Table.metadata.tables[table].c
        keys = [(each.name, key.column.table.name) for each in columns for key in each.foreign_keys]
        return any(
            self.is_theirs(pointed, self.rows[pointed][row[name]])
            for name, pointed in keys
            if row[name] in self.rows[pointed] and pointed != table
        )

    def theirs_in(self, answer: object) -> Iterator[object]:
        """Rows of the other organisation in whatever a method answered."""
        if isinstance(answer, Table):
            row = {each.name: getattr(answer, each.name) for each in answer.__table__.columns}
            if self.is_theirs(str(answer.__table__.name), row):  # type: ignore[attr-defined]
                yield answer
        elif is_dataclass(answer):
            yield from (each for one in fields(answer) for each in self.theirs_in(getattr(answer, one.name)))
        elif isinstance(answer, Mapping):
            yield from (each for pair in answer.items() for each in self.theirs_in(pair))
        elif isinstance(answer, list | tuple | set | frozenset):
            yield from (each for one in answer for each in self.theirs_in(one))

    async def theirs_changed(self) -> list[tuple[str, int]]:
        """Rows of the other organisation that are gone or not as they were."""
        now = await everything(self.storage)
        return [
            (table, number)
            for table, rows in self.rows.items()
            for number, row in rows.items()
            if self.is_theirs(table, row) and now[table].get(number) != row
        ]

    async def has_written(self) -> bool:
        return await everything(self.storage) != self.rows


async def everything(storage: Storage) -> dict[str, dict[int, dict[str, Any]]]:
    return {
        table.name: {row["id"]: dict(row) for row in (await storage.session.execute(select(table))).mappings()}
        for table in Table.metadata.sorted_tables
    }


@pytest.fixture
async def town(whole_file: tuple[Path, Whole, Whole]) -> AsyncIterator[Town]:
    file, ours, others = whole_file
    database = databases.open_database(databases.sqlite_url(file))
    async with database._sessions() as session:
        storage = Storage(session, database.cipher)
        yield Town(storage, ours, others, await everything(storage))
    await database.close()


async def test_no_method_answers_with_or_changes_rows_of_another_organisation(town: Town) -> None:
    for method in scoped():
        async with town.storage.session.begin_nested() as tried:
            answer = await method.ask(town.storage, town.others.ids, town.ours.ids)
            assert not list(town.theirs_in(answer)), method
            assert not await town.theirs_changed(), method
            await tried.rollback()
        town.storage.session.expunge_all()


async def test_every_method_answers_or_writes_for_whom_it_is_right(town: Town) -> None:
    """The control: with our own ids the same call finds something or does something."""
    empty = set()
    for method in scoped():
        async with town.storage.session.begin_nested() as tried:
            if not await method.ask(town.storage, town.ours.ids, town.ours.ids) and not await town.has_written():
                empty.add(str(method))
            await tried.rollback()
        town.storage.session.expunge_all()
    assert empty == SILENT


def test_a_method_that_answers_for_nobody_says_why() -> None:
    found = {str(each) for each in methods() if each.scope is None and not each.takes_rows}
    assert found == set().union(*UNSCOPED.values())
