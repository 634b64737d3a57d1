"""The year's clock: what people mean to do stands in an agenda, and the business clock walks from one to the next."""

import heapq
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tests.http.person import Entry, Person
from tests.processes import Stand

NOON = 12

Act = Callable[[], None]
Heed = Callable[[Entry], None]
"""What somebody makes of a message that came unasked."""


@dataclass
class Year:
    """Days are counted from the first day of the story."""

    stand: Stand
    zone: ZoneInfo
    first: date
    last: date
    people: list[tuple[Person, Heed]] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    _agenda: list[tuple[datetime, int, Act]] = field(default_factory=list)
    _numbers: "itertools.count[int]" = field(default_factory=itertools.count)

    def now(self) -> datetime:
        return self.stand.now().astimezone(self.zone)

    def at(self, day: date, hour: int, minute: int = 0) -> datetime:
        return datetime.combine(day, time(hour, minute), self.zone)

    @property
    def end(self) -> datetime:
        return self.at(self.last, 23)

    def plan(self, moment: datetime, act: Act) -> None:
        """Let it be done at ``moment``, or at once where that is over; what lies after the last day is not done."""
        if moment < self.end:
            heapq.heappush(self._agenda, (moment, next(self._numbers), act))

    def on_day(self, number: int, hour: int, act: Act) -> None:
        self.plan(self.at(self.first + timedelta(days=number), hour), act)

    def joins(self, person: Person, heed: Heed) -> None:
        self.people.append((person, heed))

    def live(self) -> None:
        """Live until the end of the last day; people look into their messengers as messages come."""
        while self.stand.now() < self.end:
            self._walk(self._agenda[0][0] if self._agenda else self.end)
            while self._agenda and self._agenda[0][0] <= self.stand.now():
                heapq.heappop(self._agenda)[2]()
            self._everybody_looks()

    def _walk(self, moment: datetime) -> None:
        """To ``moment``, but no further than the next noon: then everybody looks what came."""
        now = self.now()
        noon = self.at(now.date() + timedelta(days=now.hour >= NOON), NOON)
        self.stand.turn(max(now, min(moment, noon)))

    def _everybody_looks(self) -> None:
        state = self.stand.get("/sandbox/state")["people"]
        unread = {(each["platform"], each["id"]) for each in state if each["unread"]}
        for person, heed in self.people:
            if (person.platform, person.id) in unread:
                self.stand.post(f"/sandbox/people/{person.platform}/{person.id}/read")
                for entry in person.reads():
                    heed(entry)
