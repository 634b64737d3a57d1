"""Notices about pairs. A participant is told only that there is news: what it is stands behind the button."""

from domain.statuses import Status
from handlers.agreements.press import OpenAgreement
from handlers.agreements.wanted import agreement_wanted
from handlers.pairs.naming import pair_label, pair_names
from handlers.pairs.press import Board, ChooseMentor, Mine, Show
from handlers.part import Part
from handlers.screen import button
from handlers.visit import Scene
from storage.mentorships import Pair
from storage.models import Notice


async def proposed_part(scene: Scene, notice: Notice) -> Part | None:
    """To somebody whose word is awaited."""
    pair = await found(scene, notice, Status.PROPOSED)
    if pair is None or all(person.id != notice.person_id for person in pair.waited_for):
        return None
    return for_participant(scene, pair, "pair-news-proposed")


async def agreed_part(scene: Scene, notice: Notice) -> Part | None:
    """To the other side and to the curators: everybody has said yes."""
    pair = await found(scene, notice, Status.AGREED)
    if pair is None:
        return None
    if is_inside(pair, notice):
        return for_participant(scene, pair)
    look = button(pair_label(scene, pair), Show(pair=pair.mentorship.id))
    is_wanted = await agreement_wanted(scene, pair.mentor)
    agreement = button(scene.texts("agreement-open"), OpenAgreement(person=pair.mentor.id))
    return Part(
        scene.texts("pairs-news-agreed", names=pair_names(scene, pair), agreement=str(is_wanted)),
        (look, agreement) if is_wanted else (look,),
        subject_of(pair),
    )


async def declined_part(scene: Scene, notice: Notice) -> Part | None:
    """To the other side, neutrally, and to the curators with the side that said no."""
    pair = await found(scene, notice, Status.DECLINED)
    if pair is None:
        return None
    if is_inside(pair, notice):
        return for_participant(scene, pair)
    return Part(
        scene.texts("pairs-news-declined", names=pair_names(scene, pair), side=notice.subject["side"]),
        (button(scene.texts("pairs-make-another"), ChooseMentor()), button(scene.texts("pairs-all"), Board())),
        subject_of(pair),
    )


async def closed_part(scene: Scene, notice: Notice) -> Part | None:
    """To its people: the pair is over, or the proposal taken back; to the curators: whom a mentor has left."""
    pair = await found(scene, notice, Status.CLOSED, Status.WITHDRAWN)
    if pair is None or is_inside(pair, notice):
        return for_participant(scene, pair) if pair is not None else None
    return Part(
        scene.texts("pairs-news-left", names=pair_names(scene, pair)),
        (button(scene.texts("pairs-make-another"), ChooseMentor()), button(scene.texts("pairs-all"), Board())),
        subject_of(pair),
    )


async def found(scene: Scene, notice: Notice, *true_while: Status) -> Pair | None:
    """The pair that the notice is about, while it is in one of these states."""
    pair = await scene.storage.mentorships.get(notice.organisation_id or 0, int(notice.subject["pair"]))
    return pair if pair is not None and pair.mentorship.status in true_while else None


def is_inside(pair: Pair, notice: Notice) -> bool:
    return any(person.id == notice.person_id for person in pair.people)


def subject_of(pair: Pair) -> str:
    return f"pair:{pair.mentorship.id}"


def for_participant(scene: Scene, pair: Pair, key: str = "pair-news") -> Part:
    look = button(scene.texts("pair-look"), Mine(pair=pair.mentorship.id))
    return Part(scene.texts(key), (look,), subject_of(pair))
