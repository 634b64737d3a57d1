"""What may be done with a person's data: kinds of consent, who has to give them, and the one function that decides.

Each consent is a document of its own (152-ФЗ, art. 9). For a child under fourteen a guardian consents alone, from
fourteen to seventeen the pupil and a guardian both do, adults consent themselves; a signed paper, photographed by
the curator, bears all the signatures that it needs.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ConsentKind(StrEnum):
    PROCESSING = "processing"
    PUBLISHING = "publishing"
    """Name and photograph in posts; dissemination has a consent of its own (152-ФЗ, art. 10.1)."""
    NEWS = "news"
    """Letters of the programme that are no reminders of what the person takes part in."""


VERSIONS = {ConsentKind.PROCESSING: "2026-2", ConsentKind.PUBLISHING: "2026-1", ConsentKind.NEWS: "2026-1"}
"""Raised whenever the text in ``locales`` changes in meaning, so that it is known who agreed to what."""

LATER_KINDS = (ConsentKind.PUBLISHING, ConsentKind.NEWS)
"""Asked for once, after the questionnaire; a refusal has no consequence."""


class Age(StrEnum):
    """All that is known of somebody's age."""

    CHILD = "child"
    """Under fourteen."""
    TEEN = "teen"
    """From fourteen to seventeen."""
    ADULT = "adult"


ADULT_FROM, TEEN_FROM = 18, 14


def age_of(years: int) -> Age:
    """The group that somebody of so many full years belongs to."""
    if years >= ADULT_FROM:
        return Age.ADULT
    return Age.TEEN if years >= TEEN_FROM else Age.CHILD


class By(StrEnum):
    """Who gave a consent."""

    SELF = "self"
    GUARDIAN = "guardian"
    PAPER = "paper"


SIGNATURES: Mapping[Age, frozenset[By]] = {
    Age.CHILD: frozenset({By.GUARDIAN}),
    Age.TEEN: frozenset({By.SELF, By.GUARDIAN}),
    Age.ADULT: frozenset({By.SELF}),
}
"""Whose consents make a kind valid; all of them are needed."""


class Use(StrEnum):
    """What somebody wants to do with a person's data."""

    KEEP = "keep"
    """Ask and store anything personal."""
    PAIR = "pair"
    SHOW = "show"
    """Let others see a name with answers, in lists, cards and papers."""
    WRITE = "write"
    """Remind and notify of what the person takes part in."""
    PUBLISH = "publish"
    SEND_NEWS = "send_news"


NEEDED: Mapping[Use, frozenset[ConsentKind]] = {
    Use.KEEP: frozenset({ConsentKind.PROCESSING}),
    Use.PAIR: frozenset({ConsentKind.PROCESSING}),
    Use.SHOW: frozenset({ConsentKind.PROCESSING}),
    Use.WRITE: frozenset({ConsentKind.PROCESSING}),
    Use.PUBLISH: frozenset({ConsentKind.PROCESSING, ConsentKind.PUBLISHING}),
    Use.SEND_NEWS: frozenset({ConsentKind.PROCESSING, ConsentKind.NEWS}),
}
"""Use → the kinds of consent that it rests on."""


@dataclass(frozen=True, slots=True)
class Given:
    """One consent as it was given, withdrawn or not."""

    kind: ConsentKind
    by: By
    given_at: datetime
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What the decision is made from: the age group, and the consents in force by kind and giver."""

    age: Age
    in_force: frozenset[tuple[ConsentKind, By]] = frozenset()


def facts_of(age: Age, consents: Iterable[Given]) -> Facts:
    """The facts about a person of ``age`` with these consents in one organisation."""
    return Facts(age, frozenset((each.kind, each.by) for each in consents if each.withdrawn_at is None))


def allowed(use: Use, facts: Facts) -> bool:
    """Whether a person's data may be used so. Everything that touches personal data asks here."""
    return not any(missing(kind, facts) for kind in NEEDED[use])


def missing(kind: ConsentKind, facts: Facts) -> frozenset[By]:
    """Whose consent of this kind is still needed; empty when the kind is valid."""
    given = frozenset(by for each, by in facts.in_force if each == kind)
    return frozenset() if By.PAPER in given else SIGNATURES[facts.age] - given
