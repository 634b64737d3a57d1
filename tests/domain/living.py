"""A small world for the properties of reminders: messages are written down once, and go when they may."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from domain.calendar import Calendar
from domain.reminders import Courtesy, Due, Fact, courtesy_of, due, may_go, next_instant, still_true


@dataclass
class World:
    """`sent` are messages: the moment, the person, how much it disturbs, and what it carries."""

    facts: Sequence[Fact]
    calendar: Calendar
    muted: dict[int, date] = field(default_factory=dict)
    written: dict[str, Due] = field(default_factory=dict)
    waiting: dict[str, Due] = field(default_factory=dict)
    sent: list[tuple[datetime, int, Courtesy, tuple[Due, ...]]] = field(default_factory=list)

    def tick(self, now: datetime) -> None:
        """What the bot does whenever it runs: derive, write down what is new, deliver what may go."""
        for item in due(self.facts, self.calendar, now):
            if item.key not in self.written:
                self.written[item.key] = self.waiting[item.key] = item
        for key in [key for key in self.waiting if not still_true(key, self.facts, self.calendar, now)]:
            del self.waiting[key]
        for person, courtesy in {(item.person_id, courtesy_of(item.kind)) for item in self.waiting.values()}:
            if self._may_go(person, courtesy, now) == now:
                self._send(person, courtesy, now)

    def next_stop(self, now: datetime) -> datetime | None:
        """The next moment at which something happens: something becomes due, or what waits may go."""
        ahead = [self._may_go(item.person_id, courtesy_of(item.kind), now) for item in self.waiting.values()]
        instant = next_instant(self.facts, self.calendar, now)
        return min([*ahead, *([instant] if instant else [])], default=None)

    def walk(self, now: datetime, until: datetime) -> None:
        """Stop at every moment at which something happens."""
        self.tick(now)
        while (stop := self.next_stop(now)) and stop <= until:
            now = stop
            self.tick(now)

    def _send(self, person: int, courtesy: Courtesy, now: datetime) -> None:
        items = [i for i in self.waiting.values() if i.person_id == person and courtesy_of(i.kind) is courtesy]
        for item in items:
            del self.waiting[item.key]
        self.sent.append((now, person, courtesy, tuple(items)))

    def _may_go(self, person: int, courtesy: Courtesy, now: datetime) -> datetime:
        unasked = [at for at, other, kind, _ in self.sent if other == person and kind is Courtesy.UNASKED]
        return may_go(
            courtesy,
            self.calendar,
            now,
            last_unasked=max(unasked, default=None),
            muted_until=self.muted.get(person),
        )
