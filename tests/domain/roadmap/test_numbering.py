"""The number of a row that is added."""

import pytest

from domain.roadmap.numbering import next_number


@pytest.mark.parametrize(
    ("of_section", "elsewhere", "number"),
    [
        (["1.1", "1.2"], ["2.1"], "1.3"),
        (["1.1.", "1.2."], [], "1.3."),
        (["7", "8", ""], [], "9"),
        (["1", "2"], ["3", "4"], "5"),
        (["", "а)"], ["1"], ""),
        ([], ["1.1"], ""),
    ],
)
def test_the_number_follows_the_sections_last_and_is_nobody_elses(
    of_section: list[str], elsewhere: list[str], number: str
) -> None:
    assert next_number(of_section, [*of_section, *elsewhere]) == number
