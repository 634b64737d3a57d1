"""Days for a paper that has none: each row by its stage of the target model of mentoring."""

import re
from collections.abc import Mapping, Sequence

from domain.calendar import Calendar
from domain.roadmap.model import Due, Period, Row
from domain.roadmap.planning import needs_date
from domain.roadmap.templates.placing import placed
from domain.roadmap.wording import fold

_FIRST = "сентябрь"
_STAGES: tuple[tuple[str, str], ...] = (
    (r"информационн|публикац|рубрик|освещени|популяризац", "в течение всего периода"),
    (r"заверш|итог|поощрен|мониторинг|отчет", "май"),
    (r"(?:работ|встреч)\w* .*\bпар|индивидуальн\w* план", "декабрь - апрель"),
    (r"формировани\w* .*\bпар|закреплени", "ноябрь - декабрь"),
    (r"отбор|обучени", "ноябрь"),
    (r"(?:баз|банк)\w* .*наставник|анализ", "октябрь - ноябрь"),
    (r"(?:баз|банк)\w* .*наставляем|анкет|согласи", "октябрь"),
    (r"услови|нормативн|приказ|положени", _FIRST),
)
"""What a row of a stage speaks of, and when it is done; the first that fits."""


def proposed(rows: Sequence[Row], period: Period, calendar: Calendar) -> Mapping[int, Due]:
    """Dues for the rows without a date, by their 1-based position.

    A row whose stage is not recognised goes with the row before it. The phrases are months, so that a person may
    still choose the day.
    """
    phrase, found = _FIRST, {}
    for position, row in enumerate(rows, 1):
        phrase = _phrase_of(row) or phrase
        if needs_date(row.due):
            found[position] = placed(phrase, period, calendar)
    return found


def _phrase_of(row: Row) -> str | None:
    text = fold(row.activity)
    return next((phrase for pattern, phrase in _STAGES if re.search(pattern, text)), None)
