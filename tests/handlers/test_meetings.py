"""Meetings of a pair: setting, moving, cancelling, reminders at the right local time, one tap after it."""

import asyncio
from datetime import UTC, datetime

import pytest
from aiogram.filters.callback_data import CallbackData
from sqlalchemy import select

from domain.people import Role
from domain.statuses import MeetingStatus, Status
from handlers.meetings.press import At, Fine
from handlers.pairs.press import Cancel, End, Mine, Outcome, Plan, Reply, Show
from sandbox.world import Button
from storage.models import Meeting
from tests.client import Person, Town
from tests.handlers.couples import cast, meeting, news, paired
from tests.storage.stock import consented

THURSDAY_AT_14 = datetime(2026, 10, 8, 11, tzinfo=UTC)


async def meetings(town: Town) -> list[tuple[str, str]]:
    """State and Moscow time of every meeting."""
    async with town.database.look() as session:
        found = await session.scalars(select(Meeting).order_by(Meeting.id))
        return [(each.status, f"{each.starts_at.hour + 3:02}:{each.starts_at.minute:02}") for each in found]


async def told(town: Town, person: Person) -> list[tuple[str, str]]:
    """What the person was told since she last looked: local moment (as the day and the hour) and the text."""
    return [(message["at"][:16], message["text"]) for message in await person.reads()]


async def test_two_taps_set_a_meeting(town: Town, platform: str) -> None:
    there = await paired(town, platform)
    await there.anna.says("меню")
    await there.anna.presses("Назначить встречу")
    await there.anna.presses("чт 08.10 14:00")
    assert "Следующая встреча — в четверг, 8 октября, в 14:00." in there.anna.sees()
    async with town.database.look() as session:
        assert (await session.scalars(select(Meeting.starts_at))).all() == [THURSDAY_AT_14]


async def test_words_set_a_meeting_and_the_other_side_is_asked(town: Town, platform: str) -> None:
    there = await meeting(town, platform)
    assert "Встреча назначена" in there.anna.sees()
    assert "Вам предлагают встречу: в четверг, 8 октября, в 14:00." in await news(there.maria)
    await there.maria.presses("Хорошо")
    assert "Следующая встреча — в четверг, 8 октября, в 14:00." in there.maria.sees()
    assert await meetings(town) == [("planned", "14:00")]


@pytest.mark.parametrize(
    ("words", "answer", "then", "hour"),
    [
        ("в четверг", "в четверг, 8 октября. Во сколько?", "14", "14:00"),
        ("в 14:30", "в 14:30. В какой день?", "в пятницу", "14:30"),
        ("05.10 14:00", "уже прошло", "08.10 14:00", "14:00"),
        ("31.02 14:00", "не бывает", "завтра в 15", "15:00"),
        ("скажу потом", "Не получилось понять", "завтра в 16:10", "16:10"),
    ],
)
@pytest.mark.parametrize("platform", ["telegram"])
async def test_what_a_typed_time_lacks_is_asked_and_no_more(
    town: Town, platform: str, words: str, answer: str, then: str, hour: str
) -> None:
    there = await meeting(town, platform, words)
    assert answer in there.anna.sees()
    assert await meetings(town) == []
    await there.anna.says(then)
    assert await meetings(town) == [("planned", hour)]


@pytest.mark.parametrize(
    ("words", "answer", "hour"),
    [
        ("в четверг в 23", "ночное время", "23:00"),
        ("08.10.2028 15:00", "больше чем через год", "15:00"),
        ("в пятницу 08.10 в 14", "не сходятся. Назначить встречу: в четверг, 8 октября, в 14:00?", "14:00"),
    ],
)
@pytest.mark.parametrize("platform", ["telegram"])
async def test_a_doubtful_time_is_set_only_after_a_yes(
    town: Town, platform: str, words: str, answer: str, hour: str
) -> None:
    there = await meeting(town, platform, words)
    assert answer in there.anna.sees()
    assert await meetings(town) == []
    await there.anna.presses("Да, назначить")
    assert await meetings(town) == [("planned", hour)]


async def test_a_busy_time_is_asked_about_and_not_suggested(town: Town, platform: str) -> None:
    there = await meeting(town, platform)
    await there.curator.says("меню")
    for label in ("Пары", "Составить пару", "Иванова", "Белова", "Предложить"):
        await there.curator.presses(label)
    await town.turn(days=1)
    for person in (there.maria, there.vera):
        await person.presses("Посмотреть")
        await person.presses("Согласиться")
    await there.vera.presses("Назначить встречу")
    assert "чт 08.10 14:00" not in await there.vera.offered()
    await there.vera.says("в четверг в 14:30")
    assert "уже есть другая встреча" in there.vera.sees()


async def test_both_are_reminded_at_the_local_hour_and_asked_after(town: Town, platform: str) -> None:
    there = await meeting(town, platform)
    await there.maria.reads()
    await town.turn(to=datetime(2026, 10, 9, 7, tzinfo=UTC))
    for person in (there.maria, there.anna):
        assert await told(town, person) == [
            ("2026-10-07T11:00", "⏰ Напоминаю о встрече: завтра в 14:00."),
            ("2026-10-08T10:00", "⏰ Напоминаю о встрече: сегодня в 14:00."),
            ("2026-10-08T13:00", "Встреча сегодня в 14:00 — состоялась?"),
        ]


async def test_a_moved_meeting_moves_its_reminders(town: Town, platform: str) -> None:
    there = await meeting(town, platform)
    await there.maria.presses("Другое время")
    await there.maria.says("в пятницу в 12")
    await town.turn(minutes=1)
    assert "Встреча перенесена: теперь в пятницу, 9 октября, в 12:00." in await news(there.anna)
    assert await meetings(town) == [("moved", "14:00"), ("planned", "12:00")]
    await town.turn(to=datetime(2026, 10, 9, 8, 30, tzinfo=UTC))
    assert [at for at, _ in await told(town, there.anna)] == ["2026-10-08T09:00", "2026-10-09T08:00"]


async def test_a_cancelled_meeting_is_told_and_reminds_of_nothing(town: Town, platform: str) -> None:
    there = await meeting(town, platform)
    await there.maria.presses("Не получится")
    await town.turn(minutes=1)
    assert "Встреча отменена: в четверг, 8 октября, в 14:00." in await news(there.anna)
    await town.turn(days=5)
    assert await news(there.anna) == await news(there.maria) == ""
    assert "Назначить встречу" in await there.anna.offered()


async def test_a_cancelled_meeting_can_be_taken_back(town: Town, platform: str) -> None:
    there = await meeting(town, platform)
    await there.maria.presses("Не получится")
    await there.maria.presses("Отменить")
    assert await meetings(town) == [("planned", "14:00")]
    await town.turn(minutes=1)
    assert await news(there.anna) == ""


async def test_a_cancelling_that_was_told_is_told_to_be_taken_back(town: Town, platform: str) -> None:
    there = await meeting(town, platform)
    await there.maria.presses("Не получится")
    await town.turn(minutes=2)
    await there.maria.presses("Отменить")
    await town.turn(minutes=1)
    assert "Встреча всё-таки состоится: в четверг, 8 октября, в 14:00." in await news(there.anna)


async def test_one_tap_says_that_it_was_held(town: Town, platform: str) -> None:
    there = await meeting(town, platform)
    await town.turn(to=datetime(2026, 10, 8, 14, tzinfo=UTC))
    await there.anna.presses("Да")
    assert "встреча состоялась ✅" in there.anna.sees()
    assert await meetings(town) == [("held", "14:00")]
    await there.maria.presses("Да")
    assert "Уже отмечено: встреча состоялась." in there.maria.sees()


async def test_the_first_word_counts_and_the_other_side_may_take_it_back(town: Town, platform: str) -> None:
    there = await meeting(town, platform)
    await town.turn(to=datetime(2026, 10, 8, 14, tzinfo=UTC))
    await there.anna.presses("Не было")
    await there.maria.presses("Да")
    assert await meetings(town) == [("missed", "14:00")]
    assert "Если это не так" in there.maria.sees()
    await there.maria.presses("Отменить")
    assert "состоялась?" in there.maria.sees()
    await there.maria.presses("Наша пара")
    await there.maria.presses("Да")
    assert await meetings(town) == [("held", "14:00")]


async def test_after_ten_minutes_what_was_said_stays(town: Town, platform: str) -> None:
    there = await meeting(town, platform)
    await town.turn(to=datetime(2026, 10, 8, 14, tzinfo=UTC))
    await there.anna.presses("Не было")
    await town.turn(minutes=11)
    await there.maria.presses("Да")
    assert "Уже отмечено: встречи не было." in there.maria.sees()
    assert "Отменить" not in await there.maria.offered()


async def test_a_meeting_that_was_not_held_leads_the_other_side_to_a_new_one(town: Town, platform: str) -> None:
    there = await meeting(town, platform)
    await town.turn(to=datetime(2026, 10, 8, 14, tzinfo=UTC))
    await there.anna.presses("Не было")
    await there.maria.reads()
    await town.turn(days=1)
    assert "Отмечено, что встреча не состоялась" in await news(there.maria)
    await there.maria.presses("Назначить встречу")
    assert "Когда встретиться?" in there.maria.sees()


async def test_a_moved_one_goes_straight_on_to_the_new_time(town: Town, platform: str) -> None:
    there = await meeting(town, platform)
    await town.turn(to=datetime(2026, 10, 8, 14, tzinfo=UTC))
    await there.anna.presses("Перенесли")
    assert "Когда встретиться?" in there.anna.sees()
    await there.anna.says("завтра в 15")
    assert await meetings(town) == [("moved", "14:00"), ("planned", "15:00")]


async def test_both_say_different_things_at_the_same_moment(town: Town, platform: str) -> None:
    there = await meeting(town, platform)
    await town.turn(to=datetime(2026, 10, 8, 14, tzinfo=UTC))
    await asyncio.gather(there.anna.presses("Да"), there.maria.presses("Не было"))
    assert [status for status, _ in await meetings(town)] in (["held"], ["missed"])
    assert there.anna.sees()
    assert there.maria.sees()


async def test_both_set_a_meeting_at_the_same_moment(town: Town, platform: str) -> None:
    there = await paired(town, platform)
    for person in (there.anna, there.maria):
        await person.says("меню")
        await person.presses("Назначить встречу")
    await asyncio.gather(there.anna.presses("чт 08.10 14:00"), there.maria.presses("чт 08.10 16:00"))
    assert len(await meetings(town)) == 1


async def test_a_second_meeting_is_set_only_on_purpose(town: Town, platform: str) -> None:
    there = await meeting(town, platform)
    await there.maria.says("меню")
    await there.maria.presses("Наша пара")
    await there.maria.presses("Назначить ещё одну встречу")
    await there.maria.says("в пятницу в 12")
    assert "Потом — в пятницу, 9 октября, в 12:00." in there.maria.sees()
    assert await meetings(town) == [("planned", "14:00"), ("planned", "12:00")]


@pytest.mark.parametrize("platform", ["telegram"])
async def test_three_planned_meetings_are_enough(town: Town, platform: str) -> None:
    there = await meeting(town, platform)
    for words in ("в пятницу в 12", "в пятницу в 16"):
        await there.anna.presses("Назначить ещё одну встречу")
        await there.anna.says(words)
    assert "Назначить ещё одну встречу" not in await there.anna.offered()
    assert len(await meetings(town)) == 3


async def test_an_old_button_of_a_moved_meeting_shows_what_is_now(town: Town, platform: str) -> None:
    there = await meeting(town, platform)
    await there.anna.presses("Перенести")
    await there.anna.says("в пятницу в 12")
    await there.maria.presses("Не получится")
    assert "Этой встречи уже нет" in there.maria.sees()
    assert "Следующая встреча — в пятницу, 9 октября, в 12:00." in there.maria.sees()
    assert await meetings(town) == [("moved", "14:00"), ("planned", "12:00")]


async def test_a_suggestion_that_has_passed_sets_nothing(town: Town, platform: str) -> None:
    there = await paired(town, platform)
    await there.anna.says("меню")
    await there.anna.presses("Назначить встречу")
    await town.turn(days=7)
    await there.anna.presses("чт 08.10 14:00")
    assert "Это время уже прошло" in there.anna.sees()
    assert await meetings(town) == []


async def test_a_pair_that_has_ended_sets_no_meetings(town: Town, platform: str) -> None:
    there = await meeting(town, platform)
    await there.curator.says("меню")
    for label in ("Пары", "1", "Завершить пару", "Да, завершить"):
        await there.curator.presses(label)
    await there.anna.presses("Перенести")
    assert "Работа этой пары завершена" in there.anna.sees()
    await town.turn(days=5)
    assert await meetings(town) == [("cancelled", "14:00")]
    assert "Напоминаю" not in await news(there.maria)


def forge(person: Person, press: CallbackData) -> None:
    """Give the newest message of the person's chat one button that carries this press."""
    chat = person.town.world.chat(person.platform, person.id)
    assert chat is not None
    chat.messages[-1].inline = [[Button("Чужое", "callback", press.pack())]]


@pytest.mark.parametrize(
    "press",
    [
        Mine(pair=1),
        Reply(pair=1, yes=False),
        Plan(pair=1),
        At(pair=1, meeting=1, more=False, minute=29_900_000),
        Cancel(meeting=1),
        Outcome(meeting=1, status=MeetingStatus.MISSED),
        Fine(meeting=1),
        End(pair=1, status=Status.CLOSED, sure=True),
        Show(pair=1),
    ],
)
@pytest.mark.parametrize("platform", ["telegram"])
async def test_a_stranger_opens_and_changes_no_pair_of_others(town: Town, platform: str, press: CallbackData) -> None:
    there = await meeting(town, platform)
    await there.vera.says("меню")
    forge(there.vera, press)
    await there.vera.presses("Чужое")
    assert "с тех пор кое-что изменилось" in there.vera.sees()
    assert not {"Иванова", "Петрова"} & set(there.vera.sees().split())
    assert await meetings(town) == [("planned", "14:00")]


@pytest.mark.parametrize("platform", ["telegram"])
async def test_a_curator_of_another_organisation_opens_no_pair(town: Town, platform: str) -> None:
    await meeting(town, platform)
    other = await cast(town, platform)
    async with town.database.begin() as storage:
        second = (await storage.organisations.all())[1]
        account = await storage.people.account(platform, other.curator.id, town.world.clock.now)
        assert account.person is not None
        account.person.organisation_id = second.id
        programme = await storage.organisations.programme(second.id)
        await storage.people.join(account.person.id, second.id, programme.id, Role.CURATOR, town.world.clock.now)
        await consented(storage, account.person.id, second.id)
    await other.curator.says("меню")
    forge(other.curator, Show(pair=1))
    await other.curator.presses("Чужое")
    assert "Такой пары уже нет" in other.curator.sees()
    assert "Петрова" not in other.curator.sees()
