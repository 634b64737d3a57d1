"""Rows whose dates contradict the order of the work: consents come before data, requests before pairs.

The order is that of the stages of the target model of mentoring (methodology of Order R-145 of 25.12.2019, part 3)
and, for consents, of article 9 of Federal Law 152-FZ: no personal data before a consent.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from .model import Finding, FindingCode, Row
from .wording import fold


@dataclass(frozen=True)
class _Topic:
    """Rows that speak of something: every pattern is found in the text, none of `but` is."""

    every: tuple[str, ...]
    but: str = r"(?!)"

    def rows(self, rows: Sequence[Row]) -> list[int]:
        return [position for position, row in enumerate(rows, 1) if self._fits(fold(f"{row.activity} {row.result}"))]

    def _fits(self, text: str) -> bool:
        return all(re.search(pattern, text) for pattern in self.every) and not re.search(self.but, text)


_CONSENT = _Topic((r"соглас(?:ий|ия|ие)", r"персональн|обработк"))
_COLLECTION = _Topic(
    (r"анкетировани|сбор информац|(?:баз|банк)\w* (?:данных )?наста", r"формировани|сбор|проведени"),
    but=r"анализ|муниципальн",
)
_BASES = _Topic((r"формировани\w* (?:баз|банк)\w* (?:данных )?настав",), r"анализ|муниципальн")
_ANALYSIS = _Topic((r"анализ", r"анкет"))
_PAIRS = _Topic((r"^формировани\w* (?:наставнических )?пар",))
_SELECTION = _Topic((r"^отбор|^анализ банка",))
_PAIR_WORK = _Topic((r"^организаци\w* (?:и осуществлени\w* )?работы наставнических пар",))
_FIRST_MEETINGS = _Topic((r"перв\w* (?:\w+ )?встреч",))
_PAIRS_ORDER = _Topic((r"приказ\w* .*закреплени\w* .*пар",))
_INNER_MONITORING = _Topic((r"внутренн\w* мониторинг",))
_WIDER_MONITORING = _Topic((r"(?:муниципальн|региональн|итогов)\w* мониторинг",))
_ORDER: tuple[tuple[FindingCode, _Topic, _Topic], ...] = (
    ("order_consents", _CONSENT, _COLLECTION),
    ("order_bases", _ANALYSIS, _BASES),
    ("order_pairs", _ANALYSIS, _PAIRS),
    ("order_pairs_order", _PAIRS_ORDER, _FIRST_MEETINGS),
    ("order_selection", _SELECTION, _PAIR_WORK),
    ("order_monitoring", _INNER_MONITORING, _WIDER_MONITORING),
)


def order_conflicts(rows: Sequence[Row]) -> Iterator[Finding]:
    """Pairs of rows where what must come first ends after what must come later."""
    for code, first, then in _ORDER:
        earlier, later = first.rows(rows), then.rows(rows)
        conflicts = [(a, b) for a in earlier for b in later if a not in later and _is_late(rows[a - 1], rows[b - 1])]
        if conflicts:
            positions = tuple(sorted({position for pair in conflicts for position in pair}))
            yield Finding(code, positions, {"first": conflicts[0][0], "then": conflicts[0][1]})


def _is_late(first: Row, then: Row) -> bool:
    """A row with a beginning waits for the other's end; of two deadlines the first must not be the later one."""
    end, limit = first.due.deadline, _limit(then)
    return end is not None and limit is not None and end > limit


def _limit(row: Row) -> date | None:
    return row.due.start if row.due.kind == "throughout" else row.due.deadline
