"""What must be true of people's data: nothing before the consents that are needed, nothing after one is withdrawn."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from typing import Any

from tests.http.person import Who
from tests.year.judged import Year, described, shortened
from tests.year.ledger import moment

MAY_BE_SAID = {"consent_needed", "guardian_agreed", "current_screen"}
"""Tells what is missing, or that it is there now."""

SIGNATURES = {"adult": {"self"}, "teen": {"self", "guardian"}, "child": {"guardian"}}
"""Whose consents are needed by age (152-ФЗ, art. 9; ГК РФ, art. 26 and 28)."""

PROCESSING = "SELECT person_id, by, given_at, withdrawn_at FROM consent WHERE kind = 'processing'"
TEXTS = ("TEXT", "VARCHAR", "JSON")


class Consents:
    """Everybody's consents to processing, as they were at any moment."""

    def __init__(self, year: Year) -> None:
        self.rows: list[dict[str, Any]] = year.ledger.rows(PROCESSING)
        self.ages = {row["id"]: row["age"] for row in year.ledger.rows("SELECT id, age FROM person")}

    def hold(self, person: int, at: datetime) -> bool:
        given = {row["by"] for row in self.rows if row["person_id"] == person and in_force(row, at)}
        return "paper" in given or given >= SIGNATURES[self.ages[person]]


def in_force(consent: dict[str, Any], at: datetime) -> bool:
    ended = consent["withdrawn_at"]
    return moment(consent["given_at"]) <= at and (ended is None or at < moment(ended))


def only_with_consent(year: Year) -> Iterator[str]:
    consents = Consents(year)
    for told in year.ledger.told():
        if not told.kinds <= MAY_BE_SAID and not consents.hold(told.person, told.at):
            yield described(year, told)


def pairs_with_consent(year: Year) -> Iterator[str]:
    consents = Consents(year)
    for row in year.ledger.rows(PAIRED):
        if not consents.hold(row["person"], year.ledger.now):
            yield f"пара {row['id']}: {row['name'] or 'без имени'}"


PAIRED = """
    SELECT s.id, p.id AS person, p.name FROM mentorship s
    LEFT JOIN mentee m ON m.mentorship_id = s.id AND m.live
    JOIN person p ON p.id IN (s.mentor_id, m.person_id) WHERE s.status IN ('proposed', 'agreed')
"""


def gone(year: Year) -> Iterator[tuple[str, datetime]]:
    """The surname of each child whose parent has withdrawn the consent, and when."""
    for child, parent in year.lived.families:
        if parent.withdrawn_at is not None:
            yield child.character.surname, parent.withdrawn_at


def nothing_left(year: Year) -> Iterator[str]:
    """In no column of any table that holds text, nor in the bytes of the file once its journal is written into it."""
    with closing(sqlite3.connect(year.ledger.stand.database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for surname, _ in gone(year):
        for table, column in text_columns(year):
            query = f'SELECT count(*) AS found FROM "{table}" WHERE "{column}" LIKE :part OR "{column}" LIKE :folded'
            parts = {"part": f"%{surname}%", "folded": f"%{surname.casefold()}%"}
            if found := year.ledger.rows(query, parts)[0]["found"]:
                yield f"{surname}: {table}.{column}, {found}"
        if surname.encode() in year.ledger.stand.database.read_bytes():
            yield f"{surname}: файл базы"


def text_columns(year: Year) -> Iterator[tuple[str, str]]:
    for table in year.ledger.rows("SELECT name FROM sqlite_master WHERE type = 'table'"):
        for column in year.ledger.rows(f'PRAGMA table_info("{table["name"]}")'):
            if column["type"].startswith(TEXTS):
                yield table["name"], column["name"]


def not_heard_of_again(year: Year) -> Iterator[str]:
    for surname, at in gone(year):
        for person, entry in year.seen():
            if entry.at > at and surname in entry.text:
                yield f"{person.name}, {year.when(entry.at)}: {shortened(entry.text)}"
            if entry.at > at and person.name.startswith(surname) and entry.who is Who.UNASKED:
                yield f"{person.name}, {year.when(entry.at)}: {shortened(entry.text)}"


def curator_was_told(year: Year) -> Iterator[str]:
    told = year.ledger.rows("SELECT sent_at FROM notice WHERE kind = 'consent_withdrawn' AND state = 'done'")
    for surname, at in gone(year):
        if not any(moment(row["sent_at"]) >= at for row in told):
            yield f"{surname}, {year.when(at)}"
