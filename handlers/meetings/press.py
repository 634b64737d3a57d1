"""What the buttons of meetings carry, besides those that stand on the pair's card."""

from datetime import UTC, datetime, timedelta

from aiogram.filters.callback_data import CallbackData

from handlers.pairs.press import Plan

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class At(CallbackData, prefix="mt"):
    """Carry a plan out at this time; ``minute`` counts the minutes since 1970 in UTC."""

    pair: int
    meeting: int
    more: bool
    minute: int

    @classmethod
    def of(cls, plan: Plan, moment: datetime) -> "At":
        return cls(pair=plan.pair, meeting=plan.meeting, more=plan.more, minute=(moment - EPOCH) // MINUTE)

    @property
    def plan(self) -> Plan:
        return Plan(pair=self.pair, meeting=self.meeting, more=self.more)

    @property
    def moment(self) -> datetime:
        return EPOCH + self.minute * MINUTE


class Fine(CallbackData, prefix="mf"):
    """«Хорошо» to a meeting."""

    meeting: int
