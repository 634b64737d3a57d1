"""Who has to consent for what, as tables and as a property: no sequence of events gets round it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.consents import Age, By, ConsentKind, Facts, Given, Use, age_of, allowed, facts_of, missing

NOW = datetime(2026, 10, 5, 7, 0, tzinfo=UTC)
PROCESSING, PUBLISHING, NEWS = ConsentKind

ALONE = {Age.CHILD: {By.GUARDIAN}, Age.TEEN: set(), Age.ADULT: {By.SELF}}
"""Who can consent alone in each age, besides a paper."""


@pytest.mark.parametrize("age", Age)
@pytest.mark.parametrize("by", [By.SELF, By.GUARDIAN])
def test_one_consent_is_enough_only_from_whom_the_age_asks(age: Age, by: By) -> None:
    facts = Facts(age, frozenset({(PROCESSING, by)}))
    assert allowed(Use.KEEP, facts) == (by in ALONE[age])


@pytest.mark.parametrize("age", Age)
def test_a_paper_bears_every_signature(age: Age) -> None:
    assert allowed(Use.PAIR, Facts(age, frozenset({(PROCESSING, By.PAPER)})))


def test_a_pupil_of_fifteen_and_a_guardian_consent_together() -> None:
    both = frozenset({(PROCESSING, By.SELF), (PROCESSING, By.GUARDIAN)})
    assert allowed(Use.KEEP, Facts(Age.TEEN, both))
    assert missing(PROCESSING, Facts(Age.TEEN, both - {(PROCESSING, By.SELF)})) == {By.SELF}


@pytest.mark.parametrize(
    ("use", "kinds"),
    [
        (Use.KEEP, {PROCESSING}),
        (Use.PAIR, {PROCESSING}),
        (Use.SHOW, {PROCESSING}),
        (Use.WRITE, {PROCESSING}),
        (Use.PUBLISH, {PROCESSING, PUBLISHING}),
        (Use.SEND_NEWS, {PROCESSING, NEWS}),
    ],
)
def test_each_use_rests_on_its_kinds_and_on_no_others(use: Use, kinds: set[ConsentKind]) -> None:
    every = frozenset((kind, By.SELF) for kind in ConsentKind)
    assert allowed(use, Facts(Age.ADULT, frozenset((kind, By.SELF) for kind in kinds)))
    for kind in ConsentKind:
        assert allowed(use, Facts(Age.ADULT, every - {(kind, By.SELF)})) == (kind not in kinds)


@pytest.mark.parametrize(("years", "age"), [(13, Age.CHILD), (14, Age.TEEN), (17, Age.TEEN), (18, Age.ADULT)])
def test_the_bounds_of_age(years: int, age: Age) -> None:
    assert age_of(years) is age


KINDS_AND_GIVERS = st.tuples(st.sampled_from(ConsentKind), st.sampled_from(By))
EVENTS = st.lists(
    st.one_of(
        st.tuples(st.just("give"), KINDS_AND_GIVERS),
        st.tuples(st.just("withdraw"), KINDS_AND_GIVERS),
        st.tuples(st.just("withdraw all"), st.none()),
        st.tuples(st.just("age"), st.sampled_from(Age)),
    ),
    max_size=30,
)


class Register:
    """Consents as they are kept: rows that are added and ended, never taken away."""

    def __init__(self) -> None:
        self.age = Age.CHILD
        self.rows: list[Given] = []
        self.now = NOW

    def happens(self, what: str, about: object) -> None:
        self.now += timedelta(minutes=1)
        if isinstance(about, Age):
            self.age = about
        elif what == "give" and isinstance(about, tuple):
            self.rows.append(Given(about[0], about[1], self.now))
        else:
            self.end(about)

    def end(self, about: object) -> None:
        self.rows = [
            Given(row.kind, row.by, row.given_at, self.now)
            if row.withdrawn_at is None and about in (None, (row.kind, row.by))
            else row
            for row in self.rows
        ]

    def signed(self, kind: ConsentKind) -> bool:
        """Said once more in plain words: what the law asks of each age."""
        givers = {row.by for row in self.rows if row.kind == kind and row.withdrawn_at is None}
        if "paper" in givers:
            return True
        match self.age:
            case Age.CHILD:
                return "guardian" in givers
            case Age.TEEN:
                return "guardian" in givers and "self" in givers
            case Age.ADULT:
                return "self" in givers


@given(EVENTS)
@settings(max_examples=150)
def test_no_sequence_of_events_gets_round_a_missing_consent(events: list[tuple[str, object]]) -> None:
    register = Register()
    for what, about in events:
        register.happens(what, about)
        facts = facts_of(register.age, register.rows)
        for use in Use:
            if not register.signed(PROCESSING):
                assert not allowed(use, facts)
        assert allowed(Use.KEEP, facts) == register.signed(PROCESSING)
        assert allowed(Use.PUBLISH, facts) == (register.signed(PROCESSING) and register.signed(PUBLISHING))
        assert allowed(Use.SEND_NEWS, facts) == (register.signed(PROCESSING) and register.signed(NEWS))


@given(EVENTS)
@settings(max_examples=100)
def test_after_everything_is_withdrawn_nothing_is_allowed(events: list[tuple[str, object]]) -> None:
    register = Register()
    for what, about in [*events, ("withdraw all", None)]:
        register.happens(what, about)
    assert not any(allowed(use, facts_of(register.age, register.rows)) for use in Use)
