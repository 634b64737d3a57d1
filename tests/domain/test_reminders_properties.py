"""What holds for any facts, zone, days off and way in which time passes."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.calendar import Calendar
from domain.reminders import (
    Asked,
    Courtesy,
    DigestFact,
    Fact,
    MeetingFact,
    SilenceFact,
    TaskFact,
    courtesy_of,
    due,
    next_instant,
    timetable,
)
from tests.domain.living import World

ZONES = (
    *("Europe/Kaliningrad", "Europe/Moscow", "Europe/Samara", "Europe/Saratov", "Asia/Yekaterinburg", "Asia/Omsk"),
    *("Asia/Krasnoyarsk", "Asia/Barnaul", "Asia/Irkutsk", "Asia/Yakutsk", "Asia/Vladivostok", "Asia/Magadan"),
    *("Asia/Sakhalin", "Asia/Kamchatka", "Asia/Anadyr"),
)
FIRST, LAST = date(2026, 8, 25), date(2027, 3, 1)
START, END = datetime(2026, 8, 25, tzinfo=UTC), datetime(2027, 3, 1, tzinfo=UTC)
PEOPLE = st.integers(1, 2)
DAYS = st.dates(FIRST, LAST)
MOMENTS = st.integers(0, int((END - START).total_seconds()) // 60).map(
    lambda minutes: START + timedelta(minutes=minutes)
)
SWITCHED_ON = st.just(START) | MOMENTS
DONE = st.sampled_from([False, False, False, True])
KINDS = st.sampled_from(["by", "on", "between", "throughout", "every", "request", "elsewhere", "unknown"])
SOME = st.lists(PEOPLE, max_size=2, unique=True).map(tuple)


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    return Calendar(
        ZoneInfo(draw(st.sampled_from(ZONES))), draw(st.dictionaries(DAYS, st.booleans(), max_size=40)), ()
    )


@st.composite
def tasks(draw: st.DrawFn, number: int) -> TaskFact:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    kind = draw(KINDS)
    dated = kind not in ("request", "elsewhere", "unknown")
    start, end = (first, last) if dated else (None, None)
    return TaskFact(
        number, kind, start, end, draw(SWITCHED_ON), draw(SOME), draw(SOME), draw(DONE), draw(SOME), draw(SOME)
    )


@st.composite
def meetings(draw: st.DrawFn, number: int) -> MeetingFact:
    starts = draw(MOMENTS)
    agreed = starts - timedelta(minutes=draw(st.integers(1, 20_000)))
    return MeetingFact(number, starts, starts + timedelta(hours=1), agreed, draw(SOME))


@st.composite
def silences(draw: st.DrawFn, number: int) -> SilenceFact:
    asked, since = sorted((draw(MOMENTS), draw(MOMENTS)))
    return SilenceFact(draw(st.sampled_from(Asked)), number, draw(PEOPLE), asked, since, draw(st.none() | DAYS))


@st.composite
def facts(draw: st.DrawFn) -> list[Fact]:
    return [
        *(draw(tasks(number)) for number in range(draw(st.integers(0, 4)))),
        *(draw(meetings(number)) for number in range(draw(st.integers(0, 2)))),
        *(draw(silences(number)) for number in range(draw(st.integers(0, 2)))),
        DigestFact(1, draw(PEOPLE), draw(SWITCHED_ON)),
    ]


def by_day(world: World, at: datetime) -> bool:
    return time(8) <= world.calendar.local(at).time() < time(19)


@given(calendars(), facts(), st.dictionaries(PEOPLE, DAYS, max_size=1))
@settings(deadline=None, max_examples=50)
def test_walking_sends_each_message_once_at_a_decent_hour_and_one_unasked_a_working_day(
    calendar: Calendar, given_facts: list[Fact], muted: dict[int, date]
) -> None:
    world = World(given_facts, calendar, muted)
    world.walk(START, END)
    keys = [item.key for *_, items in world.sent for item in items]
    days = [(who, calendar.day_of(at)) for at, who, courtesy, _ in world.sent if courtesy is Courtesy.UNASKED]
    assert len(keys) == len(set(keys))
    assert len(days) == len(set(days))
    assert all(calendar.is_working_day(day) for _, day in days)
    assert all(by_day(world, at) for at, *_ in world.sent)
    assert all(calendar.day_of(at) > muted.get(who, date.min) for at, who, *_ in world.sent)


@given(calendars(), facts(), MOMENTS, st.lists(st.integers(0, 3 * 24 * 60), max_size=12))
@settings(deadline=None)
def test_jumping_and_learning_of_new_facts_keep_to_the_same_hours_and_days(
    calendar: Calendar, given_facts: list[Fact], start: datetime, minutes: list[int]
) -> None:
    world = World([], calendar)
    for known, later in enumerate(sorted(minutes), start=1):
        world.facts = given_facts[-known:]
        world.tick(start + timedelta(minutes=later))
    unasked = [(who, calendar.day_of(at)) for at, who, courtesy, _ in world.sent if courtesy is Courtesy.UNASKED]
    assert len(unasked) == len(set(unasked))
    assert all(calendar.is_working_day(day) for _, day in unasked)
    assert all(by_day(world, at) for at, *_ in world.sent)


@given(calendars(), facts(), MOMENTS)
def test_a_jump_gives_of_each_chain_the_last_that_walking_gave(
    calendar: Calendar, given_facts: list[Fact], now: datetime
) -> None:
    world = World(given_facts, calendar)
    world.walk(START, now)
    jumped = due(given_facts, calendar, now)
    last = {item.chain: item.key for item in sorted(world.written.values(), key=lambda item: item.due_at)}
    assert {item.key for item in jumped} <= set(last.values())
    assert len({item.chain for item in jumped}) == len(jumped)


@given(calendars(), facts(), st.lists(MOMENTS, max_size=5))
@settings(deadline=None, max_examples=50)
def test_checking_in_between_after_restarts_changes_nothing_of_a_walk(
    calendar: Calendar, given_facts: list[Fact], restarts: list[datetime]
) -> None:
    straight, interrupted = World(given_facts, calendar), World(given_facts, calendar)
    straight.walk(START, END)
    now = START
    for restart in sorted(restarts):
        interrupted.walk(now, restart)
        interrupted.tick(restart)
        now = restart
    interrupted.walk(now, END)
    assert sorted(straight.written) == sorted(interrupted.written)
    assert sent_at(straight) == sent_at(interrupted)


@given(calendars(), facts(), MOMENTS)
def test_nothing_becomes_due_before_the_next_instant_and_something_at_it(
    calendar: Calendar, given_facts: list[Fact], now: datetime
) -> None:
    known = {item.key for item in due(given_facts, calendar, now)}
    instant = next_instant(given_facts, calendar, now)
    if instant is not None:
        just_before = {item.key for item in due(given_facts, calendar, instant - timedelta(seconds=1))}
        assert just_before <= known
        assert {item.due_at for item in due(given_facts, calendar, instant)} >= {instant}


@given(calendars(), facts())
def test_every_unasked_message_is_planned_for_nine_on_a_working_day(
    calendar: Calendar, given_facts: list[Fact]
) -> None:
    unasked = [i for i in timetable(given_facts, calendar, END) if courtesy_of(i.kind) is Courtesy.UNASKED]
    assert all(calendar.local(item.due_at).time() == time(9) for item in unasked)
    assert all(calendar.is_working_day(calendar.day_of(item.due_at)) for item in unasked)


def sent_at(world: World) -> list[tuple[datetime, str]]:
    return sorted((at, item.key) for at, _, _, items in world.sent for item in items)
