"""The curator asks for wishes and reads them: the mutual ones first, vetoes last; nobody else ever sees them."""

from collections.abc import Sequence

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.consents import Use
from domain.notices import News
from domain.people import Action, Role
from domain.wishes import Match, Wanted, matches, vetoes
from handlers.callbacks import Go
from handlers.filters import May
from handlers.pairs.candidates import candidates
from handlers.screen import Screen, button, lines, page_of, page_row, rows
from handlers.status import name_of
from handlers.visit import Scene, Visit
from handlers.wishes.press import Ask, Told
from storage.models import Person

router = Router(name="wishes_board")

LINES_ON_PAGE = 12


async def wishes_of(scene: Scene) -> list[Wanted]:
    """All wishes of the programme between people whose consents allow a pair."""
    organisation = await scene.organisation()
    programme = await scene.storage.organisations.programme(organisation.id)
    allowed = await scene.storage.consents.allowing(organisation.id, Use.PAIR)
    return [
        Wanted(each.person_id, Role(each.role), each.wanted_id, each.rank, each.veto)
        for each in await scene.storage.wishes.of_programme(organisation.id, programme.id)
        if each.wanted_id is not None and {each.person_id, each.wanted_id} <= allowed
    ]


async def mutual_with(scene: Scene, mentor_id: int) -> frozenset[int]:
    """Mentees who named this mentor and whom the mentor named."""
    found = matches(await wishes_of(scene))
    return frozenset(each.mentee for each in found if each.mentor == mentor_id and each.mutual)


async def asked_and_answered(scene: Scene) -> tuple[list[Person], set[int]]:
    """Everybody with a sent questionnaire, once both sides have somebody, and who of them has said something."""
    organisation = await scene.organisation()
    programme = await scene.storage.organisations.programme(organisation.id)
    there = await candidates(scene)
    people = there.mentors | there.mentees if there.mentors and there.mentees else {}
    given = await scene.storage.wishes.of_programme(organisation.id, programme.id)
    return list(people.values()), {each.person_id for each in given} & people.keys()


@router.callback_query(Go.filter(F.to == "wishes-board"), May(Action.MAKE_PAIRS))
async def show_first(query: CallbackQuery, visit: Visit) -> Screen:
    visit.stop_asking()
    return await board(visit)


@router.callback_query(Told.filter(), May(Action.MAKE_PAIRS))
async def show_page(query: CallbackQuery, callback_data: Told, visit: Visit) -> Screen:
    return await board(visit, callback_data.page)


async def board(scene: Scene, page: int = 0, first: str | None = None) -> Screen:
    people, answered = await asked_and_answered(scene)
    shown, number, pages = page_of(await told(scene), page, LINES_ON_PAGE)
    silent = len(people) - len(answered)
    return Screen(
        lines(
            first,
            scene.texts("wishes-title"),
            scene.texts("wishes-count", answered=len(answered), count=len(people))
            if people
            else scene.texts("wishes-nobody-to-ask"),
            "\n".join(shown) or None,
            scene.texts("wishes-secret") if shown else None,
        ),
        (
            *rows(button(scene.texts("wishes-send", count=silent), Ask()) if silent else None),
            *page_row(scene.texts, number, pages, lambda other: Told(page=other)),
            *rows(
                button(scene.texts("curator-pairs"), Go(to="pairs")),
                button(scene.texts("gatherings-all"), Go(to="gatherings")),
                button(scene.texts("home"), Go(to="home")),
                width=3,
            ),
        ),
    )


async def told(scene: Scene) -> list[str]:
    """A line a pair: mutual wishes, one-sided ones, then whom not to put together."""
    wishes = await wishes_of(scene)
    ids = {each for wish in wishes for each in wish.pair}
    people = await scene.storage.people.by_id(sorted(ids))
    names = {each: name_of(scene, person) for each, person in people.items()}
    return [
        *(line(scene, each, names) for each in matches(wishes)),
        *(
            scene.texts("wishes-line-veto", mentor=names[mentor], mentee=names[mentee])
            for mentor, mentee in sorted(vetoes(wishes))
        ),
    ]


def line(scene: Scene, match: Match, names: dict[int, str]) -> str:
    whose = "both" if match.mutual else "mentor" if match.mentors_rank is not None else "mentee"
    return scene.texts("wishes-line", whose=whose, mentor=names[match.mentor], mentee=names[match.mentee])


@router.callback_query(Ask.filter(), May(Action.MAKE_PAIRS))
async def ask(query: CallbackQuery, visit: Visit) -> Screen:
    """To everybody who has not answered, once a day at most."""
    people, answered = await asked_and_answered(visit)
    count = await send(visit, [person for person in people if person.id not in answered])
    return await board(visit, first=visit.texts("wishes-sent" if count else "wishes-sent-today", count=count))


async def send(visit: Visit, people: Sequence[Person]) -> int:
    organisation = await visit.organisation()
    programme = await visit.storage.organisations.programme(organisation.id)
    today = visit.now.astimezone(await visit.zone()).date()
    count = 0
    for person in people:
        count += await visit.storage.notices.add(
            person.id,
            News.WISHES_ASKED,
            f"wishes:{programme.id}:{today}:person:{person.id}",
            visit.now,
            visit.now,
            organisation_id=organisation.id,
        )
    return count
