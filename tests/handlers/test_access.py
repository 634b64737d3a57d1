"""Role × organisation × action: whoever may not is refused in the conversation, whatever she presses, types or sends.

Everything is tried in one set-up, in which the rightful person's press does something: so a refusal is a refusal, and
not a button that is out of date. What is open to everybody, or to the person whom a row belongs to, is written down.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from domain.people import Action, Role
from handlers.callbacks import Go
from handlers.waiting_letters import Reply
from tests import databases
from tests.domain.test_people import rights
from tests.handlers.buttons import NOBODY, Button, Words, buttons, nowhere, words
from tests.handlers.stage import Rehearsed, Stage, Told
from tests.storage.whole import Whole

OPEN = {
    "before there is a consent, and so a person": {"in", "own", "gcode", "arrive", "gu"},
    "a one-time code that the chat has just taken says what may be done": {"org", "tjoin", "vouch", "pjoinown"},
    "one's own home, place, messenger, time of silence, participation": {
        "places", "enter", "writeto", "quiet", "leave", "laydown", "go:home", "go:more", "go:me", "go:quiet",
        "go:where-to-write", "go:other-messenger", "go:role", "role", "takerole", "tme",
    },
    "one's own forms, answers, surveys, practices, wishes, presence": {
        "fo", "fa", "fp", "fc", "fr", "fe", "fs", "sans", "offmine", "ks", "wc", "wp", "wn", "wd", "gh", "go:answers",
        "go:later", "go:survey", "go:practices", "go:wishes",
    },
    "one's own consents and data, and those of one's child": {
        "cons", "consread", "consans", "conswd", "mydata", "mydpage", "mydfile", "mydfix", "go:my-consents",
        "go:consents-later", "go:my-data", "go:correct", "go:children",
    },
    "one's own pair": {"my", "pl", "pa"},
    "one's own words to the curator or the psychologist": {"pass", "lto", "go:letter"},
    "one's own decision, and why one's own notice came": {"undo", "why"},
    "rows that one is responsible for or may see, and what anybody may ask for under a row": {
        "rt", "rd", "rdate", "re", "rse", "rxh", "rqrow", "rqask", "rql", "rqo", "rqc", "go:my-rows",
    },
}  # fmt: skip
"""Buttons that ask for no action, by the reason."""

OPEN_WORDS = {
    "before there is a consent, and so a person": {"age", "arrival", "unnamed"},
    "a one-time code that the chat has just taken says what may be done": {
        "found", "take-role", "vouch", "own-records",
    },
    "one's own name, form, data, time of silence, letter": {
        "guardian-name", "team-name", "gathering-name", "gathering-post", "form", "form-intro", "correct", "quiet",
        "letter", "wish",
    },
    "rows that one is responsible for, and what anybody may ask for": {
        "evidence", "more-evidence", "roadmap-date", "request",
    },
}  # fmt: skip

INSIDE = {Action.CLOSE_TASK, Action.ANSWER_LETTERS}
"""Asked for inside of handlers: who is not responsible for a row is refused below; the other only words a menu."""

SEERS, INSIDERS = {Role.CURATOR, Role.HEAD, Role.COORDINATOR}, set(Role) - {Role.COORDINATOR}
SHARED = {
    "rt": SEERS, "rse": SEERS, "rxh": SEERS, "rql": SEERS, "rqo": SEERS,
    "rd": {Role.CURATOR}, "rdate": {Role.CURATOR}, "re": {Role.CURATOR}, "rqc": {Role.CURATOR},
    "rqask": INSIDERS, "gh": INSIDERS, "wp": {Role.MENTOR},
}  # fmt: skip
"""Buttons of rows that others in the organisation may press too; of everybody else's she is refused."""

LIKE_NO_ROW = {"enter"}
"""Buttons that lead home in any case; ``test_places`` shows what they do in somebody who is in two organisations."""

UNTOLD = {"import-sure"}
"""Words about a list that is kept sealed in the chat; ``test_importing`` has it."""


@dataclass(frozen=True, slots=True)
class World:
    """Two whole organisations, and the stage on which anything may be tried in them."""

    stage: Stage
    ours: Whole
    others: Whole

    async def presses(self, who: str, button: Button, ids: dict[str, int]) -> Told:
        """Somebody of ours presses the button over these rows."""
        about = button.about(ids)
        return await self.stage.press(self.ours.accounts[who], button.data(ids), button.case.asked, about)

    async def says(self, who: str, said: Words, ids: dict[str, int]) -> Told:
        """Somebody of ours says what a chat may wait for."""
        case = said.case
        account = self.ours.accounts[who]
        return await self.stage.say(account, case.text or "…", said.name, said.about(ids), file=case.file)

    async def home(self, who: str) -> Told:
        return await self.stage.press(self.ours.accounts[who], Go(to="home").pack())


@pytest.fixture
async def world(whole_file: tuple[Path, Whole, Whole]) -> AsyncIterator[World]:
    file, ours, others = whole_file
    database = databases.open_database(databases.sqlite_url(file))
    stage = Stage(Rehearsed(database.engine, database.cipher))
    yield World(stage, ours, others)
    stage.close()
    await database.close()


def test_every_button_asks_for_an_action_or_is_open_with_a_reason() -> None:
    assert {each.name for each in buttons() if each.action is None} == set().union(*OPEN.values())


def test_all_waited_for_words_ask_for_an_action_or_are_open_with_a_reason() -> None:
    assert {each.name for each in words() if each.action is None} == set().union(*OPEN_WORDS.values())


def forbidden_to(role: Role) -> set[Action]:
    return {action for (whose, action), is_given in rights().items() if whose is role and not is_given}


@pytest.mark.parametrize("role", Role)
async def test_no_role_can_press_what_it_may_not(world: World, role: Role) -> None:
    forbidden = [each for each in buttons() if each.action in forbidden_to(role)]
    assert {each.action for each in forbidden} == forbidden_to(role) - INSIDE
    who = f"bystander_{role}"
    home = await world.home(who)
    refusal = Told(f"{world.stage.texts('stale-button')}\n\n{home.text}", home.labels, home.papers, frozenset())
    told = {each.name: await world.presses(who, each, world.ours.ids) for each in forbidden}
    assert {name: answer for name, answer in told.items() if answer != refusal} == {}


@pytest.mark.parametrize("role", Role)
async def test_no_role_can_say_or_send_what_it_may_not(world: World, role: Role) -> None:
    """Even where the chat still waits for it: the role may have been taken away since."""
    who = f"bystander_{role}"
    for each in words():
        if each.action in forbidden_to(role):
            plainly = await world.stage.say(world.ours.accounts[who], each.case.text or "…", file=each.case.file)
            told = await world.says(who, each, world.ours.ids)
            assert (told, told.written) == (plainly, frozenset()), each.name


async def test_whoever_may_press_a_button_does_something_with_it(world: World) -> None:
    """The control of all refusals here, in the same set-up."""
    stale = world.stage.texts("stale-button")
    for each in buttons():
        if each.who and each.name not in LIKE_NO_ROW:
            told = await world.presses(each.who, each, world.ours.ids)
            assert not told.text.startswith(stale), each.name
            if each.carries_ids:
                assert told != await world.presses(each.who, each, nowhere(world.ours.ids)), each.name


async def test_whoever_may_say_something_is_heard(world: World) -> None:
    for each in words():
        if each.who and each.name not in UNTOLD:
            account = world.ours.accounts[each.who]
            plainly = await world.stage.say(account, each.case.text or "…", file=each.case.file)
            assert await world.says(each.who, each, world.ours.ids) != plainly, each.name


async def test_a_row_of_another_organisation_is_like_none_at_all(world: World) -> None:
    for each in buttons():
        if each.who and each.carries_ids:
            told = await world.presses(each.who, each, world.others.ids)
            assert (told, told.written) == (
                await world.presses(each.who, each, nowhere(world.ours.ids)),
                frozenset(),
            ), each.name


async def test_words_about_a_row_of_another_organisation_are_about_none(world: World) -> None:
    for each in words():
        if each.who and each.carries_ids:
            told = await world.says(each.who, each, world.others.ids)
            assert told == await world.says(each.who, each, nowhere(world.ours.ids)), each.name


@pytest.mark.parametrize("role", Role)
async def test_what_belongs_to_somebody_else_in_the_organisation_is_like_nothing(world: World, role: Role) -> None:
    """Open buttons with an id: each in the hands of a bystander of every role."""
    for each in buttons():
        if each.action is None and each.carries_ids and role not in SHARED.get(each.name, ()):
            told = await world.presses(f"bystander_{role}", each, world.ours.ids)
            nothing = await world.presses(f"bystander_{role}", each, nowhere(world.ours.ids))
            assert (told, told.written) == (nothing, frozenset()), each.name


async def test_a_letter_opens_only_to_the_role_that_it_is_addressed_to(world: World) -> None:
    for who, letter in (("psychologist", "letter"), ("curator", "private_letter")):
        pressed = Reply(letter=world.ours.ids[letter]).pack()
        told = await world.stage.press(world.ours.accounts[who], pressed)
        assert told == await world.stage.press(world.ours.accounts[who], Reply(letter=NOBODY).pack())
