"""Who may do what, written down once more by hand: a right that is given or taken by mistake is seen here."""

import pytest

from domain.people import ALLOWED, Action, Role, may

RIGHTS = """
                 curator head mentor mentee guardian psychologist editor coordinator
see_status          +     +     .      .       .         .          .        +
see_people          +     .     .      .       .         .          .        .
invite              +     .     .      .       .         .          .        .
edit_roadmap        +     .     .      .       .         .          .        .
close_task          +     +     +      +       .         +          +        .
make_pairs          +     .     .      .       .         .          .        .
open_survey         +     .     .      .       .         .          .        .
write_post          +     .     .      .       .         .          +        .
answer_letters      +     .     .      .       .         .          .        .
read_letters        +     .     .      .       .         +          .        .
set_meeting         .     .     +      +       .         .          .        .
see_district        .     .     .      .       .         .          .        +
set_retention       +     .     .      .       .         .          .        .
manage_team         +     .     .      .       .         .          .        .
see_journal         +     +     .      .       .         .          .        .
sign                .     +     .      .       .         .          .        .
"""


def rights() -> dict[tuple[Role, Action], bool]:
    """Every cell of the table."""
    head, *lines = RIGHTS.strip().splitlines()
    rows = [line.split() for line in lines]
    return {
        (Role(role), Action(action)): cell == "+"
        for action, *cells in rows
        for role, cell in zip(head.split(), cells, strict=True)
    }


def test_the_table_has_a_cell_for_every_role_and_action() -> None:
    assert set(rights()) == {(role, action) for role in Role for action in Action}


@pytest.mark.parametrize("role", Role)
def test_a_role_may_do_what_the_table_says_and_nothing_else(role: Role) -> None:
    assert {action for action in Action if may([role], action)} == {
        action for (whose, action), is_given in rights().items() if is_given and whose is role
    }


def test_several_roles_may_do_what_one_of_them_may_and_nobody_nothing() -> None:
    assert may([Role.MENTOR, Role.EDITOR], Action.WRITE_POST)
    assert not may([], Action.SEE_STATUS)
    assert not any(Action.SIGN in ALLOWED[role] for role in Role if role is not Role.HEAD)
