"""A roadmap as it was understood: its head, its rows, and what is doubtful about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Kind = Literal["by", "on", "between", "throughout", "every", "request", "elsewhere", "unknown"]
Basis = Literal["explicit", "inherited", "programme", "guess"]

DueDoubt = Literal[
    "no_date",
    "unknown_due",
    "impossible_date",
    "reversed_range",
    "no_anchor",
    "due_elsewhere",
    "no_month",
    "rough_rhythm",
    "rough_due",
    "before_or_within",
    "year_guessed",
    "inherited_due",
]
"""What a person has to look at in one due."""

FindingCode = (
    DueDoubt
    | Literal[
        "no_period",
        "other_organisation",
        "outside_period",
        "weekend_deadline",
        "crowded_day",
        "no_responsible",
        "no_activity",
        "placeholder",
        "relic_year",
        "years_disagree",
        "early_for_year",
        "duplicated_cells",
        "repeated_sentence",
        "same_rows",
        "cut_cell",
        "similar_names",
        "doubtful_join",
        "lost_section",
        "columns_guessed",
        "unread_column",
        "order_consents",
        "order_bases",
        "order_meeting",
        "order_pairs",
        "order_pairs_order",
        "order_selection",
        "order_monitoring",
    ]
)


class NotARoadmap(ValueError):
    """The document holds no table that could be a roadmap."""


@dataclass(frozen=True)
class Period:
    """Days of a programme, both inclusive."""

    start: date
    end: date

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    @property
    def crosses_years(self) -> bool:
        """Whether the period is counted in school years rather than in calendar years."""
        return self.start.year != self.end.year and (self.end - self.start).days < 366


@dataclass(frozen=True)
class Due:
    """A due phrase and what it means.

    `start` and `end` are inclusive days; `rule` is an RFC 5545 RRULE of an `every`. A `doubt` is also a finding.
    """

    phrase: str
    kind: Kind
    start: date | None = None
    end: date | None = None
    rule: str | None = None
    basis: Basis | None = None
    doubt: DueDoubt | None = None

    @property
    def deadline(self) -> date | None:
        """The last day of a due that is late afterwards; a whole-period or recurring row has none."""
        return self.end if self.kind in ("by", "on", "between") else None


@dataclass(frozen=True)
class Row:
    """One activity. `joined` is the number of pieces of the document that were put together for it."""

    number: str
    section: str
    activity: str
    steps: tuple[str, ...]
    result: str
    indicator: str
    responsible: tuple[str, ...]
    due: Due
    joined: int = 1


@dataclass(frozen=True)
class Finding:
    """Something to tell about rows (1-based positions): a code, and the arguments of its sentence."""

    code: FindingCode
    rows: tuple[int, ...] = ()
    arguments: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Roadmap:
    """A roadmap; a text that the document does not give is empty."""

    title: str
    organisation: str
    approved_by: str
    order: str
    period: Period | None
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...] = ()
