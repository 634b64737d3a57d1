"""``make year [ROADMAP=file] [START=2023-08-28] [STORY=district]``: live a year over HTTP, print what everybody got.

``ROADMAP`` is a file, or the beginning of a name in the folder of NASTAVNIK_TEST_DOCUMENTS; by default a roadmap of
our own for the year of ``START``. A year that starts in the first half is a calendar year, else a school year.
``STORY=district`` lets a district with two organisations live it. Exit code 1 when a check fails.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.processes import running
from tests.year.district import live_district
from tests.year.judged import Year as Judged
from tests.year.ledger import Ledger
from tests.year.story import Lived, live
from tests.year.transcript import tasks, transcript, verdict
from tests.year.year import Year

START = "2023-08-28"
ZONE = ZoneInfo("Asia/Omsk")
OWN = Path(__file__).parent / "roadmap.txt"
DOCUMENTS = "NASTAVNIK_TEST_DOCUMENTS"
MONTHS_OF_A_HALF = 6

Story = Callable[[Year, str, bytes], Lived]
STORIES: dict[str, Story] = {"organisation": live, "district": live_district}


def roadmap(name: str, first: date) -> tuple[str, bytes]:
    """The name and the content of the roadmap to send."""
    if not name:
        return "Дорожная карта.txt", OWN.read_text("utf-8").format(first=first.year, second=first.year + 1).encode()
    file = Path(name)
    if not file.is_file():
        file = next(Path(os.environ[DOCUMENTS]).glob(f"{name}*"))
    return file.name, file.read_bytes()


@contextmanager
def lived(first: date, last: date, name: str, content: bytes, story: Story = live) -> Iterator[Judged]:
    """The year from ``first`` to ``last``, ready to be looked at while its database is there."""
    begin = datetime.combine(first, time(9), ZONE).astimezone(UTC)
    with (
        tempfile.TemporaryDirectory(prefix="nastavnik-") as folder,
        running(Path(folder), begin) as stand,
    ):
        yield Judged(story(Year(stand, ZONE, first, last), name, content), Ledger(stand), ZONE)


def last_day(first: date) -> date:
    """Of the calendar year, or of the school year, that begins about ``first``."""
    return date(first.year, 12, 31) if first.month <= MONTHS_OF_A_HALF else date(first.year + 1, 8, 31)


def main() -> int:
    first = date.fromisoformat(os.environ.get("START") or START)
    name, content = roadmap(os.environ.get("ROADMAP", ""), first)
    story = STORIES[os.environ.get("STORY") or "organisation"]
    with lived(first, last_day(first), name, content, story) as year:
        for line in (*transcript(year), *tasks(year)):
            print(line)
        told, good = verdict(year)
        print("\n".join([*told, *year.lived.year.skipped]))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
