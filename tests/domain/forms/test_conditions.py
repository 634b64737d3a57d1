"""The language of conditions: what holds when, and what is not a condition."""

import pytest

from domain.forms.conditions import parse

ANSWERS = {"role": ("mentor", "mentee"), "hours": 3, "again": True, "post": "учитель", "phone": None}
PERSON = {"role": ("curator",), "age": 34}


@pytest.mark.parametrize(
    ("written", "holds"),
    [
        ({"question": "role", "is": "mentor"}, True),
        ({"question": "role", "is": "curator"}, False),
        ({"question": "role", "is": ["curator", "mentee"]}, True),
        ({"question": "post", "is": "учитель"}, True),
        ({"question": "again", "is": True}, True),
        ({"question": "again", "is": False}, False),
        ({"question": "again", "is": 1}, False),
        ({"question": "hours", "is": 3}, True),
        ({"question": "hours", "at_least": 3}, True),
        ({"question": "hours", "at_least": 4}, False),
        ({"question": "hours", "at_least": 1, "at_most": 2}, False),
        ({"question": "post", "at_least": 1}, False),
        ({"question": "phone", "answered": False}, True),
        ({"question": "post", "answered": True}, True),
        ({"question": "phone", "is": "x"}, False),
        ({"person": "role", "is": "curator"}, True),
        ({"person": "age", "at_least": 18}, True),
        ({"not": {"person": "age", "at_least": 18}}, False),
        ({"any": [{"question": "hours", "is": 9}, {"question": "again", "is": True}]}, True),
        ({"all": [{"question": "hours", "is": 9}, {"question": "again", "is": True}]}, False),
        ({"all": [{"not": {"question": "hours", "is": 9}}, {"question": "again", "is": True}]}, True),
    ],
)
def test_what_holds(written, holds):
    assert parse(written).holds(ANSWERS, PERSON) is holds


@pytest.mark.parametrize(
    "written",
    [
        "role = mentor",
        {},
        {"any": []},
        {"question": "role"},
        {"question": 3, "is": 3},
        {"question": "role", "is": 1.5},
        {"question": "role", "equals": "mentor"},
        {"question": "hours", "at_least": "three"},
        {"question": "role", "is": "mentor", "answered": True},
        {"not": {"question": "role", "is": "mentor"}, "any": []},
    ],
)
def test_what_is_no_condition_is_refused(written):
    with pytest.raises(ValueError, match="not a"):
        parse(written)


def test_a_condition_names_what_it_asks_about():
    condition = parse({"any": [{"question": "role", "is": "a"}, {"not": {"person": "age", "at_least": 18}}]})
    assert (list(condition.questions()), list(condition.facts())) == (["role"], ["age"])
