"""All that is doubtful about each real document: code and rows, found by reading the papers."""

import pytest

from .real import needs_documents, real_roadmap

pytestmark = needs_documents
FINDINGS = {
    "000": """
        inherited_due 3
        no_activity 8
        repeated_sentence 8
        order_bases 2 3 7
        order_selection 4 5
    """,
    "001": """
        lost_section 23 24
        due_elsewhere 8
        due_elsewhere 9
        due_elsewhere 14
        due_elsewhere 17
        due_elsewhere 19
        due_elsewhere 25
        weekend_deadline 20
        early_for_year 15
        early_for_year 16
        order_monitoring 27 28 29
    """,
    "002": """
        no_date 26
        outside_period 30
        weekend_deadline 1 2
        weekend_deadline 10
        weekend_deadline 5 11 16 19 21 23 24
        weekend_deadline 27
        weekend_deadline 17
        crowded_day 14 15 18 20
        crowded_day 4 6 7 8
        crowded_day 5 11 16 19 21 23 24
        crowded_day 9 12 13 22 31
        placeholder 17
        placeholder 24
        relic_year 17
        years_disagree 30
        duplicated_cells 30 31
        cut_cell 3 4
        cut_cell 28 29
        similar_names 25 27 28 29 31
        order_consents 1 2 8 25
        order_bases 1 2 18
        order_meeting 6 7
        order_pairs 7 19
        order_pairs_order 10 19
    """,
    "003": """
        no_period
        no_month 1
    """,
    "004": """
        no_date 1 2 3 4 5 6 7
    """,
}


@pytest.mark.parametrize("document", FINDINGS)
def test_exactly_these_doubts_are_told(document):
    expected = sorted(line.split() for line in FINDINGS[document].strip().splitlines())
    found = [[finding.code, *map(str, finding.rows)] for finding in real_roadmap(document).findings]
    assert sorted(found) == expected
