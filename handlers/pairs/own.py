"""A participant's own pairs: on the home screen, as a list, and each as a card."""

from dataclasses import dataclass

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Role
from domain.statuses import Status
from handlers.filters import Known
from handlers.pairs.agenda import agenda
from handlers.pairs.card import card, home_button, meeting_words
from handlers.pairs.naming import label_of, names_of
from handlers.pairs.press import Mine, MyPairs, Plan
from handlers.screen import Button, Screen, button, lines, page_of, page_row, rows
from handlers.visit import Scene, Visit
from storage.mentorships import Pair

router = Router(name="pairs_own")

LISTED = 4


@dataclass(frozen=True, slots=True)
class OwnPair:
    """A pair's share of a home screen."""

    text: str
    buttons: tuple[Button, ...]


async def own_pairs(scene: Scene, most: int) -> list[OwnPair]:
    """At most ``most`` shares; when the person has more pairs, the last one leads to all of them."""
    organisation = await scene.organisation()
    pairs = await scene.storage.mentorships.of_person(scene.person.id, organisation.id)
    shown = pairs if len(pairs) <= most else pairs[: most - 1]
    shares = [await share(scene, pair, alone=len(pairs) == 1) for pair in shown]
    rest = len(pairs) - len(shown)
    if rest:
        shares.append(OwnPair(scene.texts("pair-more", count=rest), (all_button(scene),)))
    return shares


def all_button(scene: Scene) -> Button:
    return button(scene.texts("pair-all"), MyPairs())


async def share(scene: Scene, pair: Pair, *, alone: bool) -> OwnPair:
    """The pair in a sentence, and the way to it; one who has a single pair plans the first meeting at once."""
    if pair.mentorship.status == Status.PROPOSED:
        return proposed_share(scene, pair)
    own = agenda(await scene.storage.meetings.of_mentorship(pair.mentorship.id), scene.now)
    opener = button(opener_label(scene, pair, alone=alone), Mine(pair=pair.mentorship.id))
    plan = button(scene.texts("meeting-plan"), Plan(pair=pair.mentorship.id))
    is_idle = alone and not own.coming and not own.unsettled
    return OwnPair(
        f"{partner_line(scene, pair)} {await meeting_words(scene, own)}", (plan, opener) if is_idle else (opener,)
    )


def proposed_share(scene: Scene, pair: Pair) -> OwnPair:
    if scene.person.id in pair.agreed:
        return OwnPair(scene.texts("pair-waits-for-others"), ())
    return OwnPair(
        scene.texts("pair-proposal-waits"), (button(scene.texts("pair-look"), Mine(pair=pair.mentorship.id)),)
    )


def partner_line(scene: Scene, pair: Pair) -> str:
    role = Role.MENTEE if scene.person.id == pair.mentor.id else Role.MENTOR
    others = pair.others(scene.person.id)
    return scene.texts("pair-line", role=role, count=len(others), names=names_of(scene, others))


def opener_label(scene: Scene, pair: Pair, *, alone: bool) -> str:
    if alone:
        return scene.texts("pair-open")
    return scene.texts("pair-open-named", name=label_of(scene, pair.others(scene.person.id)[0]))


@router.callback_query(MyPairs.filter(), Known())
async def show_all(query: CallbackQuery, callback_data: MyPairs, visit: Visit) -> Screen:
    return await all_pairs(visit, callback_data.page)


async def all_pairs(scene: Scene, page: int = 0, first: str | None = None) -> Screen:
    """The person's pairs in a line each, with a button each; ``first`` is said above."""
    organisation = await scene.organisation()
    pairs = await scene.storage.mentorships.of_person(scene.person.id, organisation.id)
    shown, number, pages = page_of(pairs, page, LISTED)
    openers = [button(opener_label(scene, pair, alone=False), Mine(pair=pair.mentorship.id)) for pair in shown]
    return Screen(
        lines(first, *[partner_line(scene, pair) for pair in shown] or [scene.texts("pair-none")]),
        (
            *rows(*openers),
            *page_row(scene.texts, number, pages, lambda other: MyPairs(page=other)),
            *rows(home_button(scene)),
        ),
    )


@router.callback_query(Mine.filter(), Known())
async def show(query: CallbackQuery, callback_data: Mine, visit: Visit) -> Screen:
    visit.stop_asking()
    pair = await visit.storage.mentorships.with_person(visit.person.id, callback_data.pair)
    return await card(visit, pair) if pair else await all_pairs(visit, first=visit.texts("stale-button"))
