"""Which answers a doubt may get, by its code."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from domain.roadmap import proposals as propose
from domain.roadmap import proposed_words
from domain.roadmap.order import order_conflicts
from domain.roadmap.proposals import Doubt, Proposal, Source

Typed = Literal["due", "activity", "title"]
"""What a person may type instead of choosing."""


@dataclass(frozen=True)
class _Answers:
    """What makes proposals that change something, answers that change nothing (the mildest last), what is typed."""

    sources: tuple[Source, ...]
    unchanged: tuple[str, ...]
    typed: Typed | None = None

    def can_change(self, doubt: Doubt) -> bool:
        """Whether what the doubt is about is still there."""
        return bool(doubt.concerned) or self.typed == "title"


def proposals(doubt: Doubt) -> tuple[Proposal, ...]:
    """The answers to choose from, the likeliest first: what changes something, unless all is probably well."""
    answers = _answers(doubt)
    sources = answers.sources if answers.can_change(doubt) else ()
    changing = [proposal for source in sources for proposal in source(doubt)]
    leaving = [Proposal(answer) for answer in answers.unchanged]
    return tuple(leaving[::-1] + changing if leaving[-1].answer in _PROBABLY_WELL else changing + leaving)


def by_key(doubt: Doubt, key: str) -> Proposal | None:
    """The proposal with this key, if the doubt has it now."""
    return next((proposal for proposal in proposals(doubt) if proposal.key == key), None)


def unchanged(doubt: Doubt) -> Proposal:
    """The answer that leaves everything as it is."""
    return Proposal(_answers(doubt).unchanged[-1])


def is_solved(doubt: Doubt) -> bool:
    """Whether another answer has put right what this doubt is about; known of the order of the work alone."""
    if not doubt.code.startswith("order_"):
        return False
    rows = [row for _, row in sorted(doubt.rows.items())]
    return doubt.code not in {conflict.code for conflict in order_conflicts(rows)}


def typed(doubt: Doubt) -> Typed | None:
    """What may be typed for an answer; a text only where one row is meant."""
    answers = _answers(doubt)
    kind = answers.typed if answers.can_change(doubt) else None
    return None if kind == "activity" and len(doubt.concerned) > 1 else kind


def shared(doubts: Sequence[Doubt]) -> tuple[str, ...]:
    """Keys of the proposals that every one of the doubts has: they can be answered together."""
    keys = [[proposal.key for proposal in proposals(doubt)] for doubt in doubts]
    return tuple(key for key in keys[0] if all(key in others for others in keys)) if keys else ()


def _answers(doubt: Doubt) -> _Answers:
    return _BY_CODE.get(doubt.code, _OF_TEXT)


_PROBABLY_WELL = frozenset({"agree", "before", "expected", "working_day", "together", "different", "both"})
_TEXT = ("in_document", "keep")
_READ_WELL = ("in_document", "agree")
_OF_TEXT = _Answers((), _TEXT)
_IN_ORDER = _Answers((propose.earlier,), _TEXT)
_UNREAD_DUE = _Answers((propose.throughout, propose.request), ("ask",), "due")
_ROUGH_DUE = _Answers((), ("agree",), "due")
_BY_CODE: Mapping[str, _Answers] = {
    "no_date": _Answers((propose.as_above, propose.period_end, propose.request), ("ask",), "due"),
    "unknown_due": _UNREAD_DUE,
    "no_anchor": _UNREAD_DUE,
    "due_elsewhere": _UNREAD_DUE,
    "impossible_date": _Answers((propose.nearest_days,), ("ask",), "due"),
    "reversed_range": _Answers((propose.turned_range,), ("ask",), "due"),
    "no_month": _Answers((propose.months,), ("ask",), "due"),
    "year_guessed": _Answers((propose.years,), ("agree",), "due"),
    "before_or_within": _Answers((propose.within,), ("before",), "due"),
    "inherited_due": _Answers((propose.request,), ("agree",), "due"),
    "rough_rhythm": _ROUGH_DUE,
    "rough_due": _ROUGH_DUE,
    "outside_period": _Answers((propose.years_within,), ("expected",), "due"),
    "early_for_year": _Answers((propose.year_later,), ("expected",), "due"),
    "weekend_deadline": _Answers((), ("working_day",), "due"),
    "crowded_day": _Answers((), ("together",)),
    "other_organisation": _Answers((proposed_words.own_name,), ("keep",), "title"),
    "no_responsible": _Answers((propose.frequent_names,), ("nobody",)),
    "no_activity": _Answers((), _TEXT, "activity"),
    "similar_names": _Answers((proposed_words.one_person,), ("different",)),
    "same_rows": _Answers((propose.only_one,), ("both",)),
    "doubtful_join": _Answers((proposed_words.two_rows,), _READ_WELL, "activity"),
    "lost_section": _Answers((), _READ_WELL),
    "columns_guessed": _Answers((), _READ_WELL),
    "order_consents": _IN_ORDER,
    "order_bases": _IN_ORDER,
    "order_pairs": _IN_ORDER,
    "order_pairs_order": _IN_ORDER,
    "order_selection": _IN_ORDER,
    "order_monitoring": _IN_ORDER,
}
