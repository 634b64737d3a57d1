"""A term of the year: `make year` lives the whole of it and prints what everybody got."""

from collections.abc import Iterator
from datetime import date
from functools import partial

import pytest

from tests.year.__main__ import lived, roadmap
from tests.year.checks import CHECKS
from tests.year.judged import Year
from tests.year.privacy import gone
from tests.year.story import live

FIRST, LAST = date(2023, 8, 28), date(2023, 10, 13)
WITHDRAWN_ON, HANDED_OVER_ON = 40, 42

pytestmark = pytest.mark.http


@pytest.fixture(scope="module")
def term() -> Iterator[Year]:
    story = partial(live, withdrawn_on=WITHDRAWN_ON, handed_over_on=HANDED_OVER_ON)
    with lived(FIRST, LAST, *roadmap("", FIRST), story) as year:
        yield year


@pytest.mark.parametrize("title", CHECKS)
def test_holds_for_everybody_all_term(term: Year, title: str) -> None:
    assert list(CHECKS[title](term)) == []


def test_people_of_both_messengers_have_met_by_then(term: Year) -> None:
    held = term.ledger.rows("SELECT DISTINCT mentorship_id FROM meeting WHERE status = 'held'")
    platforms = {told.account[0] for told in term.ledger.told()}
    assert len(held) >= 2
    assert platforms >= {"telegram", "vk"}


def test_pupils_came_with_their_parents_and_one_has_gone(term: Year) -> None:
    signed = {row["by"] for row in term.ledger.rows("SELECT by FROM consent WHERE kind = 'processing'")}
    vouched = term.ledger.rows("SELECT DISTINCT person_id FROM consent WHERE by = 'guardian'")
    assert signed == {"self", "guardian", "paper"} and len(vouched) == 2
    assert [surname for surname, _ in gone(term)] == ["Лисицын"]


def test_the_organisation_was_handed_over_and_goes_on(term: Year) -> None:
    held = term.ledger.rows(
        "SELECT p.name FROM membership m JOIN person p ON p.id = m.person_id "
        "WHERE m.role = 'curator' AND m.left_at IS NULL"
    )
    assert [row["name"] for row in held] == ["Гусева Елена Михайловна"]
    assert term.lived.before is not None
