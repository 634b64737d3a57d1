"""The year before it is lived: every reminder that will come, and none at night or on a day off."""

from datetime import date, time
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.calendar import Calendar
from domain.rehearsal import LATE, Addressees, by_month, facts_to_be, messages, rehearse, tasks_to_be
from domain.reminders import DigestFact, Due, Fact, Kind, due
from domain.roadmap import Due as RowDue
from tests.domain.reminding import MOSCOW, moscow
from tests.domain.test_reminders_properties import ZONES

TEACHER, CURATOR, HEAD, COORDINATOR = 5, 1, 2, 3
OTHERS = Addressees((CURATOR,), (HEAD,), (COORDINATOR,), frozenset({1}))
START, END = date(2026, 9, 1), date(2027, 8, 31)

BY = RowDue("до 15 октября", "by", None, date(2026, 10, 15))
ALL_YEAR = RowDue("весь период", "throughout", START, END)
MONTHLY = RowDue("ежемесячно", "every", START, END, "FREQ=MONTHLY;BYMONTHDAY=-1")
ON_REQUEST = RowDue("по запросу", "request")
UNDATED = RowDue("по графику", "elsewhere")


def year(*dues: RowDue, calendar: Calendar = MOSCOW, marked_in_time: bool = False) -> list[Due]:
    begin, end = calendar.at(START, time()), calendar.at(END, calendar.day_end)
    facts = facts_to_be(tasks_to_be(dues, START), [(TEACHER,)] * len(dues), OTHERS, begin)
    return rehearse(facts, calendar, begin, end, marked_in_time=marked_in_time)


@st.composite
def dues(draw: st.DrawFn) -> RowDue:
    first, last = sorted((draw(st.dates(START, END)), draw(st.dates(START, END))))
    return draw(
        st.sampled_from(
            [
                RowDue("", "by", None, last),
                RowDue("", "on", last, last),
                RowDue("", "between", first, last),
                RowDue("", "throughout", first, last),
                ON_REQUEST,
                UNDATED,
            ]
        )
    )


def test_a_deadline_is_rehearsed_up_to_the_district() -> None:
    told = [(item.kind, item.person_id, f"{MOSCOW.local(item.due_at):%d.%m %H:%M}") for item in year(BY)]
    assert told[:4] == [(Kind.DEADLINE, TEACHER, f"{day} 09:00") for day in ("01.10", "08.10", "14.10", "15.10")]
    assert told[4:6] == [(Kind.OVERDUE, CURATOR, "16.10 09:00"), (Kind.OVERDUE, TEACHER, "16.10 09:00")]
    assert [person for kind, person, _ in told if kind == Kind.ESCALATED] == [HEAD, COORDINATOR]


def test_a_row_of_the_organisations_own_stays_below_the_district() -> None:
    told = [item.person_id for item in year(ON_REQUEST, BY) if item.kind == Kind.ESCALATED]
    assert told == [HEAD]


def test_what_is_marked_in_time_is_never_late() -> None:
    assert not LATE & {item.kind for item in year(BY, MONTHLY, ALL_YEAR, marked_in_time=True)}
    assert len(year(BY, marked_in_time=True)) == 4


def test_a_row_that_recurs_is_a_task_each_time_and_keeps_its_row() -> None:
    tasks = tasks_to_be([ON_REQUEST, MONTHLY], START)
    assert [task.row for task in tasks.values()] == [1] + [2] * 12
    assert {tasks[item.subject_id].row for item in year(ON_REQUEST, MONTHLY)} == {2}


def test_one_person_gets_one_message_a_morning() -> None:
    reminders = year(BY, BY, UNDATED)
    joined = list(messages(reminders))
    assert [len(message) for message in joined if message[0].kind == Kind.DEADLINE] == [2] * 4
    assert sum(map(len, joined)) == len(reminders)


def test_messages_are_counted_in_the_month_in_which_they_come() -> None:
    months = by_month(year(ALL_YEAR, marked_in_time=True), MOSCOW)
    assert list(months) == [date(2026, month, 1) for month in range(9, 13)] + [
        date(2027, month, 1) for month in range(1, 6)
    ]
    assert {len(found) for found in months.values()} == {1}


@given(st.lists(dues(), min_size=1, max_size=4), st.sampled_from(ZONES))
@settings(max_examples=80, deadline=None)
def test_nobody_is_written_to_at_night_or_on_a_day_off(rows: list[RowDue], zone: str) -> None:
    calendar = Calendar(ZoneInfo(zone), {date(2027, 1, day): False for day in range(1, 11)})
    for item in year(*rows, calendar=calendar):
        local = calendar.local(item.due_at)
        assert time(8) <= local.time() <= time(19)
        assert calendar.is_working_day(local.date())


@given(st.lists(dues(), min_size=1, max_size=3))
@settings(max_examples=30, deadline=None)
def test_the_rehearsal_is_what_comes_when_the_year_is_lived(rows: list[RowDue]) -> None:
    begin, end = MOSCOW.at(START, time()), MOSCOW.at(END, MOSCOW.day_end)
    facts: list[Fact] = [
        *facts_to_be(tasks_to_be(rows, START), [(TEACHER,)] * len(rows), OTHERS, begin),
        DigestFact(7, CURATOR, begin, END),
    ]
    rehearsed = [item for item in rehearse(facts, MOSCOW, begin, end) if item.due_at <= end]
    lived = {item.key for moment in {each.due_at for each in rehearsed} for item in due(facts, MOSCOW, moment)}
    assert {item.key for item in rehearsed} == lived


def test_what_lies_before_the_rehearsal_is_left_out() -> None:
    facts = facts_to_be(tasks_to_be([BY], START), [(TEACHER,)], OTHERS, moscow("2026-09-01 00:00"))
    rest = rehearse(facts, MOSCOW, moscow("2026-10-10 00:00"), moscow("2027-08-31 19:00"), marked_in_time=True)
    assert [f"{MOSCOW.local(item.due_at):%d.%m}" for item in rest] == ["14.10", "15.10"]
