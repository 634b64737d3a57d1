"""Doubts, proposals and answers in words."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from domain.calendar import Calendar
from domain.roadmap import Due
from domain.roadmap.proposals import Doubt, Proposal
from handlers.roadmap.doubts.settling import due_noted
from handlers.roadmap.wording import due_words
from handlers.row_words import date_words
from locales import Texts

SAID_BY_DUE = frozenset({"possible", "range", "within", "month", "before", "typed"})
"""Answers that are told by the days that they give."""


def label(texts: Texts, doubt: Doubt, proposal: Proposal, calendar: Calendar, today: date) -> str:
    """The words on a proposal's button."""
    row = next(iter(doubt.concerned.values()), None)
    due = proposal.due or (row.due if row is not None else None)
    day = calendar.working_day_until(due.end) if proposal.answer == "working_day" and due and due.end else None
    return answer_words(texts, proposal.answer, proposal.mark, proposal.name, due, today, day)


def settled_words(texts: Texts, settled: Mapping[str, Any], today: date) -> str:
    """What was answered."""
    due = due_noted(settled["due"]) if settled["due"] else None
    return answer_words(texts, settled["answer"], settled["mark"], settled["name"], due, today)


def answer_words(
    texts: Texts, answer: str, mark: str, name: str, due: Due | None, today: date, day: date | None = None
) -> str:
    """An answer; ``day`` is the one on which people are reminded instead."""
    due = replace(due, basis="explicit") if due is not None else None  # where it comes from is said by the answer
    if answer in SAID_BY_DUE and due is not None:
        words = due_words(texts, due, today)
        return words[:1].upper() + words[1:]
    return texts(
        f"doubt-answer-{answer}",
        mark=mark,
        name=name,
        due=due_words(texts, due, today) if due is not None else "none",
        day=texts("date-short", weekday=day.isoweekday(), text=f"{day:%d.%m}") if day is not None else "none",
        end=date_words(texts, due.end, today) if due is not None and due.end else "none",
    )
