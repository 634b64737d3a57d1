"""Rows whose dates contradict the order of the work: consents come before data, requests before pairs.

The order is that of the stages of the target model of mentoring (methodology of Order R-145 of 25.12.2019, part 3)
and, for consents, of article 9 of Federal Law 152-FZ: no personal data before a consent.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.roadmap.model import Finding, FindingCode, Row
from domain.roadmap.wording import fold

Days = dict[int, date]


@dataclass(frozen=True)
class _Topic:
    """Rows that speak of something: every pattern is found in the text, none of `but` is."""

    every: tuple[str, ...]
    but: str = r"(?!)"

    def positions(self, texts: Sequence[str]) -> list[int]:
        return [position for position, text in enumerate(texts, 1) if self._fits(text)]

    def _fits(self, text: str) -> bool:
        return all(re.search(pattern, text) for pattern in self.every) and not re.search(self.but, text)


_CONSENT = _Topic((r"соглас(?:ий|ия|ие)", r"персональн|обработк"))
_COLLECTION = _Topic(
    (r"анкетировани|сбор информац|(?:баз|банк)\w* (?:данных )?наста", r"формировани|сбор|проведени"),
    but=r"анализ|муниципальн",
)
_BASES = _Topic((r"формировани\w* (?:баз|банк)\w* (?:данных )?настав",), r"анализ|муниципальн")
_ANALYSIS = _Topic((r"анализ", r"анкет"))
_FIRST_ANALYSIS = _Topic(_ANALYSIS.every, but=r"после|по итогам")
_GET_TOGETHER = _Topic(
    (r"^(?:организаци\w* |проведени\w* )*(?:общ\w* встреч|нетворкинг)",), but=r"заключительн|итогов\w* встреч"
)
_PAIRS = _Topic((r"^формировани\w* (?:наставнических )?пар",))
_SELECTION = _Topic((r"^отбор|^анализ банка",))
_PAIR_WORK = _Topic((r"^организаци\w* (?:и осуществлени\w* )?работы наставнических пар",))
_FIRST_MEETINGS = _Topic((r"перв\w* (?:\w+ )?встреч",))
_PAIRS_ORDER = _Topic((r"приказ\w* .*закреплени\w* .*пар",))
_INNER_MONITORING = _Topic((r"внутренн\w* мониторинг",))
_WIDER_MONITORING = _Topic((r"(?:муниципальн|региональн|итогов)\w* мониторинг",))
_ORDER: tuple[tuple[FindingCode, _Topic, _Topic], ...] = (
    ("order_consents", _CONSENT, _COLLECTION),
    ("order_bases", _FIRST_ANALYSIS, _BASES),
    ("order_meeting", _GET_TOGETHER, _PAIRS),
    ("order_pairs", _ANALYSIS, _PAIRS),
    ("order_pairs_order", _PAIRS_ORDER, _FIRST_MEETINGS),
    ("order_selection", _SELECTION, _PAIR_WORK),
    ("order_monitoring", _INNER_MONITORING, _WIDER_MONITORING),
)


def order_conflicts(rows: Sequence[Row]) -> Iterator[Finding]:
    """Rows where what must come first ends after what must come later."""
    texts = [fold(f"{row.activity} {row.result}") for row in rows]
    for code, first, then in _ORDER:
        later = set(then.positions(texts))
        ends = {
            position: rows[position - 1].due.deadline for position in first.positions(texts) if position not in later
        }
        limits = {position: _limit(rows[position - 1]) for position in later}
        late, early = _conflict(_dated(ends), _dated(limits), takes_time=code == "order_meeting")
        if late:
            yield Finding(code, tuple(sorted({*late, *early})), {"first": late[0], "then": early[0]})


def _conflict(ends: Days, limits: Days, *, takes_time: bool) -> tuple[list[int], list[int]]:
    """Positions whose end comes after some limit, and positions whose limit comes before some end.

    If what comes first `takes_time` to bear fruit, the same day is too late as well.
    """
    if not ends or not limits:
        return [], []
    spare = timedelta(days=takes_time)
    soonest, latest = min(limits.values()), max(ends.values())
    late = [position for position, end in sorted(ends.items()) if end + spare > soonest]
    return late, [position for position, limit in sorted(limits.items()) if limit < latest + spare]


def _dated(days: dict[int, date | None]) -> Days:
    return {position: day for position, day in days.items() if day}


def _limit(row: Row) -> date | None:
    """The day by which another row must be over: the beginning of a row without a deadline, else its own end."""
    return row.due.start if row.due.kind == "throughout" else row.due.deadline
