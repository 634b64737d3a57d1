"""A term of the year of twelve people: `make year` lives the whole of it and prints what everybody got."""

from collections.abc import Iterator
from datetime import date

import pytest

from tests.year.__main__ import lived, roadmap
from tests.year.checks import CHECKS, Year

FIRST, LAST = date(2023, 8, 28), date(2023, 10, 31)

pytestmark = pytest.mark.http


@pytest.fixture(scope="module")
def term() -> Iterator[Year]:
    with lived(FIRST, LAST, *roadmap("", FIRST)) as year:
        yield year


@pytest.mark.parametrize("title", CHECKS)
def test_holds_for_everybody_all_term(term: Year, title: str) -> None:
    assert list(CHECKS[title](term)) == []


def test_people_of_both_messengers_have_met_by_then(term: Year) -> None:
    held = term.ledger.rows("SELECT DISTINCT mentorship_id FROM meeting WHERE status = 'held'")
    platforms = {told.account[0] for told in term.ledger.told()}
    assert len(held) >= 2
    assert platforms == {"telegram", "vk"}
