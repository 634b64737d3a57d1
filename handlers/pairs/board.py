"""The curator's list of pairs, and one pair of it."""

from collections.abc import Sequence

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.people import Action, Role
from domain.statuses import MeetingStatus, Status
from handlers.callbacks import Go
from handlers.dates import moment_words
from handlers.filters import May
from handlers.pairs.agenda import agenda
from handlers.pairs.card import home_button
from handlers.pairs.naming import label_of, names_of, pair_names
from handlers.pairs.portrait import about
from handlers.pairs.press import Board, ChooseMentor, End, InPerson, Show
from handlers.screen import Button, Screen, button, lines, page_of, page_row, rows
from handlers.visit import Scene, Visit
from storage.mentorships import Pair
from storage.models import Meeting

router = Router(name="pairs_board")

PAIRS_ON_PAGE = 5
MOST_ASKED = 3


@router.callback_query(Go.filter(F.to == "pairs"), May(Action.MAKE_PAIRS))
async def show_first(query: CallbackQuery, visit: Visit) -> Screen:
    visit.stop_asking()
    return await board(visit)


@router.callback_query(Board.filter(), May(Action.MAKE_PAIRS))
async def show_page(query: CallbackQuery, callback_data: Board, visit: Visit) -> Screen:
    return await board(visit, callback_data.page)


async def board(scene: Scene, page: int = 0, first: str | None = None) -> Screen:
    """The pairs that live, each with its state; ``first`` is said above."""
    organisation = await scene.organisation()
    live = await scene.storage.mentorships.live(organisation.id)
    planned = await scene.storage.meetings.planned(organisation.id)
    shown, number, pages = page_of(live, page, PAIRS_ON_PAGE)
    start = number * PAIRS_ON_PAGE + 1
    listed = [
        f"{place}. {pair_names(scene, pair)}\n{await state(scene, pair, planned)}"
        for place, pair in enumerate(shown, start)
    ]
    openers = [button(str(place), Show(pair=pair.mentorship.id)) for place, pair in enumerate(shown, start)]
    return Screen(
        lines(first, heading(scene, live), *listed, scene.texts("pairs-open-by-number") if live else None),
        (
            *rows(button(scene.texts("pairs-make"), ChooseMentor())),
            *rows(*openers, width=PAIRS_ON_PAGE),
            *page_row(scene.texts, number, pages, lambda other: Board(page=other)),
            *rows(home_button(scene)),
        ),
    )


def heading(scene: Scene, live: Sequence[Pair]) -> str:
    waiting = sum(pair.mentorship.status == Status.PROPOSED for pair in live)
    return scene.texts("pairs-title", pairs=len(live) - waiting, waiting=waiting)


async def state(scene: Scene, pair: Pair, planned: Sequence[Meeting]) -> str:
    """What the pair waits for: an answer, a meeting, a word on how a meeting went."""
    if pair.mentorship.status == Status.PROPOSED:
        return scene.texts("pairs-state-proposed", names=names_of(scene, pair.waited_for))
    own = agenda([meeting for meeting in planned if meeting.mentorship_id == pair.mentorship.id], scene.now)
    if own.coming:
        moment = moment_words(scene.texts, own.coming[0].starts_at, scene.now, await scene.zone())
        return scene.texts("pairs-state-meeting", moment=moment)
    return scene.texts("pairs-state-unsettled" if own.unsettled else "pairs-state-agreed")


@router.callback_query(Show.filter(), May(Action.MAKE_PAIRS))
async def show_one(query: CallbackQuery, callback_data: Show, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    pair = await visit.storage.mentorships.get(organisation.id, callback_data.pair)
    return await curators_card(visit, pair) if pair else await board(visit, first=visit.texts("pairs-gone"))


async def curators_card(scene: Scene, pair: Pair, first: str | None = None) -> Screen:
    """One pair with its people, its state, and what the curator can do with it."""
    programme = pair.mentorship.programme_id
    return Screen(
        lines(
            first,
            await about(scene, pair.mentor, programme, Role.MENTOR),
            *[await about(scene, mentee, programme, Role.MENTEE) for mentee in pair.mentees],
            await standing(scene, pair),
        ),
        rows(
            *await in_person_buttons(scene, pair),
            end_button(scene, pair),
            button(scene.texts("pairs-all"), Board()),
            home_button(scene),
        ),
    )


async def in_person_buttons(scene: Scene, pair: Pair) -> list[Button]:
    """Those without a messenger give the curator their word."""
    if pair.mentorship.status != Status.PROPOSED:
        return []
    offline = await scene.storage.offline.people(pair.mentorship.organisation_id)
    return [
        button(
            scene.texts("pairs-in-person", name=label_of(scene, person)),
            InPerson(pair=pair.mentorship.id, person=person.id),
        )
        for person in pair.waited_for[:MOST_ASKED]
        if person.id in offline
    ]


async def standing(scene: Scene, pair: Pair) -> str:
    """The state in a sentence, with how many meetings were held."""
    status = pair.mentorship.status
    if status not in {Status.PROPOSED, Status.AGREED}:
        return scene.texts("pairs-state-over", status=status)
    meetings = await scene.storage.meetings.of_mentorship(pair.mentorship.id)
    held = sum(meeting.status == MeetingStatus.HELD for meeting in meetings)
    words = await state(scene, pair, meetings)
    return words + (" " + scene.texts("pairs-held", count=held) if held else "")


def end_button(scene: Scene, pair: Pair) -> Button | None:
    """Taking a proposal back or ending a pair, whichever is possible now."""
    to = {Status.PROPOSED: Status.WITHDRAWN, Status.AGREED: Status.CLOSED}.get(Status(pair.mentorship.status))
    if to is None:
        return None
    return button(scene.texts("pairs-end", status=to), End(pair=pair.mentorship.id, status=to))
