"""Notices as screens: told as things are at the moment of telling; what is no longer true is left out."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from domain.notices import WITHOUT_CONSENT, News
from domain.reminders import Kind
from handlers import home, letters, questionnaire, reaching
from handlers.agreements import leaving
from handlers.callbacks import Go, Why
from handlers.consents import claims
from handlers.consents import news as consents
from handlers.district import news as district
from handlers.gatherings import inviting as gatherings
from handlers.guardians import news as guardians
from handlers.meetings import news as meetings
from handlers.more import keeping, messenger, quiet
from handlers.more import leaving as own_leaving
from handlers.pairs import news as pairs
from handlers.part import Part
from handlers.partners import news as partners
from handlers.people import together
from handlers.posts import news as posts
from handlers.posts import spreading
from handlers.practices import news as practices
from handlers.roadmap import due_news, given, request_news
from handlers.roadmap import news as roadmap
from handlers.screen import MAX_LABEL, Button, Screen, button, escape, kept, lines, placed, rows, shorten
from handlers.status import unreachable_part
from handlers.surveys import news as surveys
from handlers.team import news as team
from handlers.visit import Scene
from handlers.wishes import news as wishes
from storage.models import Notice, Organisation

Teller = Callable[[Scene, Notice], Awaitable[Part | None]]

PARTS: Mapping[str, Teller] = {
    Kind.MEETING: meetings.reminder_part,
    Kind.OUTCOME: meetings.outcome_part,
    Kind.FORM: questionnaire.nudge_part,
    Kind.SURVEY: surveys.nudge_part,
    News.SURVEY_OPENED: surveys.opened_part,
    News.SURVEY_ENDED: surveys.ended_part,
    News.PAIR_PROPOSED: pairs.proposed_part,
    News.PAIR_AGREED: pairs.agreed_part,
    News.PAIR_DECLINED: pairs.declined_part,
    News.PAIR_CLOSED: pairs.closed_part,
    News.PAIR_BROKEN: pairs.closed_part,
    News.MEETING_SET: meetings.set_part,
    News.MEETING_CANCELLED: meetings.cancelled_part,
    News.MEETING_OUTCOME: meetings.told_part,
    News.PARTNER_AWAY: quiet.away_part,
    News.RETENTION_SOON: keeping.soon_part,
    News.RETENTION_LONGER: keeping.longer_part,
    News.RETENTION_DONE: keeping.done_part,
    News.LEFT_PROGRAMME: own_leaving.left_part,
    News.WRITES_HERE: messenger.here_part,
    News.RECORDS_JOINED: together.joined_part,
    News.CAME_BACK: reaching.back_part,
    News.REQUEST_OPENED: request_news.opened_part,
    News.REQUEST_CLOSED: request_news.closed_part,
    News.LETTER: letters.letter_part,
    News.LETTER_ANSWERED: letters.answer_part,
    News.POST_PUBLISHED: posts.published_part,
    News.POST_FAILED: posts.failed_part,
    News.PROGRAMME_NEWS: spreading.news_part,
    News.CONSENT_WITHDRAWN: consents.withdrawn_part,
    News.CONSENT_NEEDED: consents.needed_part,
    News.GUARDIAN_AGREED: guardians.agreed_part,
    News.TAKEN_OUT: consents.taken_out_part,
    News.AGE_CLAIMED: claims.claimed_part,
    News.AGE_CONFIRMED: claims.confirmed_part,
    News.MENTOR_LEAVES: leaving.leaves_part,
    News.MENTOR_INVITED: gatherings.invited_part,
    News.WISHES_ASKED: wishes.asked_part,
    News.PRACTICE_WAITS: practices.waits_part,
    News.PRACTICE_DECIDED: practices.decided_part,
    News.UNREACHABLE: unreachable_part,
    News.ROWS_GIVEN: given.given_part,
    News.AGREEMENT_ENDS: partners.ending_part,
    News.DISTRICT_ROWS: district.rows_part,
    News.DISTRICT_NUDGE: district.nudge_part,
    News.DISTRICT_DUE_MOVED: due_news.moved_part,
    News.DISTRICT_JOINED: district.joined_part,
    News.DISTRICT_LEFT: district.left_part,
    News.DISTRICT_EXCLUDED: district.excluded_part,
    News.ROLE_TAKEN_ON: team.taken_on_part,
    News.ROLE_TAKEN_AWAY: team.taken_away_part,
    News.ROADMAP_SIGNED: team.signed_part,
}
"""Kind of notice → who tells it; None means that it is no longer true. Those of rows are told together."""

PARTS_SHOWN = 8
BUTTONS_SHOWN = 6
LONGEST = 400
LONGEST_MESSAGE = 3500
NOON = 12


async def render(scene: Scene, notices: Sequence[Notice]) -> Screen | None:
    """One message for these notices of one person; None when nothing true is left to say."""
    if any(notice.kind == News.CURRENT_SCREEN for notice in notices):
        return await home.current(scene)
    told = {part.subject or notice.key: (part, notice) for part, notice in await parts_of(scene, notices)}
    if not told:
        return None
    if len(told) == 1:
        return single(scene, *next(iter(told.values())))
    hour = scene.now.astimezone(await scene.zone()).hour
    title = scene.texts("news-several", morning=str(hour < NOON))
    return joined(scene, title, [part for part, _ in told.values()], notices[0])


async def may_be_told(scene: Scene, notice: Notice) -> bool:
    """Whether the person's consents still allow to write to her about this."""
    here = notice.organisation_id or scene.here
    if notice.kind in WITHOUT_CONSENT or here is None:
        return True
    return await scene.storage.consents.allows_writing(notice.person_id, here)


async def parts_of(scene: Scene, notices: Sequence[Notice]) -> list[tuple[Part, Notice]]:
    """What is still true of the notices; each is told in its organisation, which is named where there are several."""
    hers = {each.id: each for each in await scene.storage.places.of(scene.person.id)}
    by_place: dict[int | None, list[Notice]] = {}
    for notice in notices:
        by_place.setdefault(await place_of(scene, notice, hers), []).append(notice)
    parts: list[tuple[Part, Notice]] = []
    for place, meant in by_place.items():
        told = await parts_here(scene.elsewhere(place), meant)
        place_named = hers[place] if place is not None and len(hers) > 1 else None
        parts += [(named(scene, part, place_named) if place_named else part, notice) for part, notice in told]
    return parts


async def place_of(scene: Scene, notice: Notice, hers: Mapping[int, Organisation]) -> int | None:
    """The organisation of hers that a notice is about: its own, or the district above it."""
    if notice.organisation_id is None or notice.organisation_id in hers:
        return notice.organisation_id
    above = (await scene.storage.organisations.get(notice.organisation_id)).parent_id
    return above if above in hers else None


def named(scene: Scene, part: Part, organisation: Organisation) -> Part:
    """The part under its organisation's name, with buttons that lead into it."""
    name = scene.texts("place-news", name=escape(organisation.name))
    buttons = tuple(placed(each, organisation.id) for each in part.buttons)
    return replace(part, place=name, buttons=buttons)


async def parts_here(scene: Scene, notices: Sequence[Notice]) -> list[tuple[Part, Notice]]:
    """What is still true of the notices of one organisation, rows of the roadmap first."""
    allowed = [notice for notice in notices if await may_be_told(scene, notice)]
    of_rows = [notice for notice in allowed if notice.kind in roadmap.KINDS]
    parts = await roadmap.tell(scene, of_rows, notices[0]) if of_rows else []
    for notice in allowed:
        part = await PARTS[notice.kind](scene, notice) if notice.kind in PARTS else None
        parts.extend([(part, notice)] if part is not None else [])
    return parts


def single(scene: Scene, part: Part, notice: Notice) -> Screen:
    buttons = part.buttons[:BUTTONS_SHOWN]
    return Screen(
        lines(part.place, part.text),
        rows(*buttons, button(scene.texts("why"), Why(notice=notice.id)), width=width(buttons)),
    )


def joined(scene: Scene, title: str, parts: Sequence[Part], lead: Notice) -> Screen:
    """Several matters of one day as one message, the first button of each."""
    shown, rest = readable(list(under_headings(parts)))
    if rest > 0:
        shown.append(scene.texts("news-and-more", count=rest))
    first = [kept(part.buttons[0]) for part in parts if part.buttons]
    way_home = kept(button(scene.texts("home"), Go(to="home")))
    buttons = told_apart([each for each in dict.fromkeys(first) if each != way_home][:BUTTONS_SHOWN])
    return Screen(
        lines(title, *shown),
        rows(
            *buttons,
            way_home,
            button(scene.texts("why"), Why(notice=lead.id)),
            width=2,
        ),
    )


def under_headings(parts: Sequence[Part]) -> Iterator[str]:
    """The texts of the parts, none twice, each place named once above its first."""
    told = dict.fromkeys((part.place, part.text) for part in parts)
    for place, texts in groupby(told, key=itemgetter(0)):
        for number, (_, text) in enumerate(texts):
            yield text if number else lines(place, text)


def told_apart(buttons: Sequence[Button]) -> list[Button]:
    """The same words on several buttons get a number, so that both are seen to be there."""
    labels = [each.label for each in buttons]
    numbers = [labels[:place].count(label) + 1 for place, label in enumerate(labels)]
    return [
        each if number == 1 else replace(each, label=f"{shorten(each.label, MAX_LABEL - 4)} ({number})")
        for each, number in zip(buttons, numbers, strict=True)
    ]


def width(buttons: Sequence[object]) -> int:
    return 1 if len(buttons) < 4 else 2


def readable(texts: Sequence[str]) -> tuple[list[str], int]:
    """The first texts, as many as one message bears, and how many are left; none of their paragraphs runs away."""
    shown: list[str] = []
    for text in texts[:PARTS_SHOWN]:
        cut = "\n\n".join(shortened(paragraph) for paragraph in text.split("\n\n"))
        if sum(map(len, shown)) + len(cut) <= LONGEST_MESSAGE:
            shown.append(cut)
    return shown, len(texts) - len(shown)


def shortened(paragraph: str) -> str:
    """A list stays as it is, since who made it kept it short."""
    return paragraph if "\n" in paragraph or len(paragraph) <= LONGEST else shorten(paragraph, LONGEST)
