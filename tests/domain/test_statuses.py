from itertools import product

import pytest

from domain.statuses import FOLLOWING, MeetingStatus, Status, may_become

ALLOWED = {
    ("proposed", "agreed"),
    ("proposed", "declined"),
    ("proposed", "withdrawn"),
    ("agreed", "closed"),
    ("agreed", "proposed"),
    ("declined", "proposed"),
}


@pytest.mark.parametrize(("present", "following"), list(product(Status, Status)))
def test_only_these_states_follow_each_other(present: Status, following: Status) -> None:
    assert may_become(present, following) == ((present, following) in ALLOWED)


def test_every_state_has_its_row() -> None:
    assert FOLLOWING.keys() == set(Status)


def test_nothing_follows_a_withdrawn_or_closed_mentorship() -> None:
    assert {status for status in Status if not FOLLOWING[status]} == {Status.WITHDRAWN, Status.CLOSED}


@pytest.mark.parametrize("unknown", ["working", "", MeetingStatus.HELD])
def test_an_unknown_state_is_refused(unknown: str) -> None:
    with pytest.raises(ValueError, match="not a valid Status"):
        may_become(unknown, Status.AGREED)
