"""A year that has been lived, as the checks and the transcript look at it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from tests.http.person import Entry, Person, Who
from tests.year.ledger import Ledger, Told
from tests.year.story import Lived


@dataclass
class Year:
    """All that the checks look at."""

    lived: Lived
    ledger: Ledger
    zone: ZoneInfo

    def local(self, at: datetime) -> datetime:
        return at.astimezone(self.zone)

    def accounts(self) -> Iterator[Person]:
        for _, people in self.lived.diaries:
            yield from people

    def seen(self) -> Iterator[tuple[Person, Entry]]:
        """Everything of the bot that anybody saw."""
        for person in self.accounts():
            yield from ((person, entry) for entry in person.diary if entry.who is not Who.PERSON)

    def when(self, at: datetime) -> str:
        return f"{self.local(at):%d.%m.%Y %H:%M}"


def described(year: Year, told: Told) -> str:
    return f"{told.name}, {year.when(told.at)}: {', '.join(sorted(told.kinds))}"


def shortened(text: str, length: int = 100) -> str:
    line = " / ".join(part for part in text.split("\n") if part)
    return line if len(line) <= length else line[: length - 1] + "…"
