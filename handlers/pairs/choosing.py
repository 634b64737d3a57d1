"""The curator brings two people together: a mentor, a mentee, both side by side."""

from collections.abc import Callable, Iterable, Sequence

from aiogram import Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message

from domain.people import Action, Role
from handlers.callbacks import Go
from handlers.filters import Asked, May
from handlers.pairs.candidates import Candidates, Obstacle, candidates
from handlers.pairs.card import home_button
from handlers.pairs.naming import alone_among, label_of, names_of, without_messenger
from handlers.pairs.portrait import portrait, side_by_side
from handlers.pairs.press import Board, ChooseMentee, ChooseMentor, Propose, Together
from handlers.screen import Screen, button, lines, page_of, page_row, rows
from handlers.visit import Scene, Visit
from handlers.wishes.board import mutual_with
from storage.models import Person
from storage.people import fold

router = Router(name="pairs_choosing")

NAMES_ON_PAGE = 4
UNFILLED_SHOWN = 10


@router.callback_query(ChooseMentor.filter(), May(Action.MAKE_PAIRS))
async def choose_mentor(query: CallbackQuery, callback_data: ChooseMentor, visit: Visit) -> Screen:
    visit.ask("pair-mentor")
    known = await candidates(visit)
    return mentors_screen(visit, known, list(known.mentors.values()), callback_data.page)


@router.message(Asked("pair-mentor"), May(Action.MAKE_PAIRS))
async def find_mentor(message: Message, visit: Visit) -> Screen:
    known = await candidates(visit)
    found = by_name(known.mentors.values(), message.text or "")
    return mentors_screen(visit, known, found or list(known.mentors.values()), 0, is_found=bool(found))


def mentors_screen(
    scene: Scene, known: Candidates, people: Sequence[Person], page: int, *, is_found: bool = True
) -> Screen:
    """The mentors to choose from, with how many pairs each has."""
    if not known.mentors:
        return nobody(scene, known, Role.MENTOR)
    return names_screen(
        scene,
        lines(
            None if is_found else scene.texts("pairs-not-found"),
            scene.texts("pairs-choose-mentor"),
            unfilled(scene, known, Role.MENTOR),
        ),
        [(mentor_label(scene, known, mentor), ChooseMentee(mentor=mentor.id)) for mentor in people],
        page,
        lambda other: ChooseMentor(page=other),
        back=Board(),
    )


def mentor_label(scene: Scene, known: Candidates, mentor: Person) -> str:
    return scene.texts("pairs-mentor-label", name=label_of(scene, mentor), count=known.pairs[mentor.id])


@router.callback_query(ChooseMentee.filter(), May(Action.MAKE_PAIRS))
async def choose_mentee(query: CallbackQuery, callback_data: ChooseMentee, visit: Visit) -> Screen:
    visit.ask("pair-mentee", mentor=callback_data.mentor)
    known = await candidates(visit)
    return await mentees_screen(visit, known, callback_data, known.free_for(callback_data.mentor))


@router.message(Asked("pair-mentee"), May(Action.MAKE_PAIRS))
async def find_mentee(message: Message, visit: Visit) -> Screen:
    known = await candidates(visit)
    choice = ChooseMentee(mentor=int(visit.account.asked_about["mentor"]))
    free = known.free_for(choice.mentor)
    found = by_name(free, message.text or "")
    return await mentees_screen(visit, known, choice, found or free, is_found=bool(found))


async def mentees_screen(
    scene: Scene, known: Candidates, choice: ChooseMentee, people: Sequence[Person], *, is_found: bool = True
) -> Screen:
    """The mentees without a mentor, for the one who was chosen."""
    mentor = known.mentors.get(choice.mentor)
    if mentor is None:
        return obstacle_screen(scene, known, Obstacle.NO_MENTOR, choice.mentor)
    if not people:
        return nobody(scene, known, Role.MENTEE)
    mutual = await mutual_with(scene, mentor.id)
    return names_screen(
        scene,
        lines(
            None if is_found else scene.texts("pairs-not-found"),
            scene.texts("pairs-choose-mentee", mentor=names_of(scene, [mentor])),
            unfilled(scene, known, Role.MENTEE),
        ),
        [
            (mentee_label(scene, mentee, mentee.id in mutual), Together(mentor=mentor.id, mentee=mentee.id))
            for mentee in sorted(people, key=lambda each: each.id not in mutual)
        ],
        choice.page,
        lambda other: ChooseMentee(mentor=mentor.id, page=other),
        back=ChooseMentor(),
    )


def mentee_label(scene: Scene, mentee: Person, mutual: bool) -> str:
    """The name, with a mark where the two named each other after the networking meeting."""
    name = label_of(scene, mentee)
    return scene.texts("wishes-mutual", name=name) if mutual else name


def by_name(people: Iterable[Person], text: str) -> list[Person]:
    """Those whose name holds the typed letters."""
    wanted = fold(text)
    return [person for person in people if wanted and wanted in person.name_folded]


def names_screen(
    scene: Scene,
    text: str,
    names: Sequence[tuple[str, CallbackData]],
    page: int,
    to: Callable[[int], CallbackData],
    back: CallbackData,
) -> Screen:
    """A page of names to press."""
    shown, number, pages = page_of(names, page, NAMES_ON_PAGE)
    return Screen(
        text,
        (
            *rows(*(button(label, action) for label, action in shown)),
            *page_row(scene.texts, number, pages, to),
            *rows(button(scene.texts("back"), back), home_button(scene), width=2),
        ),
    )


def unfilled(scene: Scene, known: Candidates, role: Role) -> str | None:
    """Those who take part but have not sent the questionnaire yet."""
    people = known.unfilled[role]
    if not people:
        return None
    names = names_of(scene, people[:UNFILLED_SHOWN])
    return scene.texts("pairs-unfilled", names=names, rest=max(0, len(people) - UNFILLED_SHOWN))


def nobody(scene: Scene, known: Candidates, role: Role) -> Screen:
    """There is nobody to choose: why, and what to do."""
    scarce = "unfilled" if known.unfilled[role] else "taken" if role is Role.MENTEE and known.mentees else "none"
    return Screen(
        lines(scene.texts("pairs-nobody", role=role, why=scarce), unfilled(scene, known, role)),
        rows(
            button(scene.texts("curator-people"), Go(to="people")),
            button(scene.texts("curator-invite"), Go(to="invite")),
            button(scene.texts("pairs-all"), Board()),
        ),
    )


@router.callback_query(Together.filter(), May(Action.MAKE_PAIRS))
async def together(query: CallbackQuery, callback_data: Together, visit: Visit) -> Screen:
    visit.stop_asking()
    known = await candidates(visit)
    obstacle = known.obstacle(callback_data.mentor, callback_data.mentee)
    if obstacle is not None:
        return obstacle_screen(visit, known, obstacle, callback_data.mentor)
    return await together_screen(visit, known, callback_data)


async def together_screen(scene: Scene, known: Candidates, both: Together) -> Screen:
    """The two side by side in short, before anybody is asked."""
    mentor, mentee = known.mentors[both.mentor], known.mentees[both.mentee]
    programme = await scene.storage.organisations.programme((await scene.organisation()).id)
    seats = (await portrait(scene, mentor.id, programme.id, Role.MENTOR)).seats
    alone = await without_messenger(scene, (mentor, mentee))
    full = seats is not None and known.pairs[mentor.id] >= seats
    return Screen(
        lines(
            await side_by_side(scene, mentor, mentee, programme.id),
            scene.texts("pairs-full", seats=seats, count=known.pairs[mentor.id]) if full else None,
            scene.texts("pairs-propose-ask", alone=alone_among(alone, 2), names=names_of(scene, alone)),
        ),
        rows(
            button(scene.texts("pairs-propose"), Propose(mentor=mentor.id, mentee=mentee.id)),
            button(scene.texts("pairs-other-mentee"), ChooseMentee(mentor=mentor.id)),
            button(scene.texts("pairs-other-mentor"), ChooseMentor()),
            button(scene.texts("pairs-all"), Board()),
        ),
    )


def obstacle_screen(scene: Scene, known: Candidates, obstacle: Obstacle, mentor_id: int) -> Screen:
    """Why these two cannot be a pair, and the way on."""
    mentor = mentor_id in known.mentors
    return Screen(
        scene.texts("pairs-obstacle", why=obstacle),
        rows(
            button(scene.texts("pairs-other-mentee"), ChooseMentee(mentor=mentor_id)) if mentor else None,
            button(scene.texts("pairs-other-mentor"), ChooseMentor()),
            button(scene.texts("pairs-all"), Board()),
        ),
    )
