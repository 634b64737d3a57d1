from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select

from domain.notices import News
from domain.people import Role
from domain.reminders import Kind
from scheduler.chores import close_surveys, forget
from scheduler.deliver import Done, Later
from scheduler.publish import Postponed, Publication, Published, Refused, publish
from scheduler.remind import remind
from scheduler.ticks import Ticks
from storage.database import Database
from storage.models import Notice
from storage.responsible import Behind
from tests.scheduler.conftest import School
from tests.scheduler.post_office import PostOffice, notice_of, written
from tests.storage.stock import NOW, person
from tests.storage.test_roadmaps import read_in

DAY = timedelta(days=1)
DUE = date(2026, 11, 12)
"""A working Thursday, more than two weeks ahead."""


async def switched_on(database: Database, school: School, *due: date) -> None:
    """A roadmap whose rows are due on these days, with the mentor responsible."""
    async with database.begin() as storage:
        programme = await storage.organisations.programme(school.organisation)
        roadmap = await read_in(storage, programme)
        row, _ = await storage.roadmaps.milestones(roadmap.id)
        for day in due:
            await storage.roadmaps.add_task(row, school.organisation, None, day, NOW, day.isoformat())
        await storage.responsible.add(roadmap, {"Куратор": Behind((school.mentor,))})
        await storage.roadmaps.activate(roadmap, NOW)


async def walked(ticks: Ticks, now: datetime, until: datetime) -> int:
    """Stop at every instant that the ticks name, as the sandbox's clock does; how many messages were shown."""
    shown = 0
    while True:
        following, sent = await ticks.catch_up(now)
        shown += sent
        assert following is None or following > now or sent, f"something is due at {now} for ever"
        if following is None or following > until:
            return shown
        now = max(now, following)


def days_of(office: PostOffice) -> list[str]:
    """The steps of the deadlines that were told."""
    steps = [key.split(":")[3] for carried in office.messages for key in carried if key.startswith("task:")]
    return [step for step in steps if step.startswith("T-")]


async def test_a_walked_clock_tells_every_step_of_a_deadline(
    database: Database, school: School, office: PostOffice
) -> None:
    await switched_on(database, school, DUE)
    await walked(Ticks(database, office.send, None), NOW, datetime(2026, 11, 13, tzinfo=UTC))
    assert days_of(office) == ["T-14", "T-7", "T-1", "T-0"]


async def test_after_a_leap_only_the_latest_step_is_told(
    database: Database, school: School, office: PostOffice
) -> None:
    await switched_on(database, school, DUE)
    ticks = Ticks(database, office.send, None)
    await ticks.catch_up(NOW)
    await ticks.catch_up(datetime(2026, 11, 11, 9, tzinfo=UTC))
    assert days_of(office) == ["T-1"]


async def test_ticks_that_run_again_and_again_say_everything_once(
    database: Database, school: School, office: PostOffice
) -> None:
    await switched_on(database, school, DUE)
    for day in range(45):
        for _ in range(3):
            await Ticks(database, office.send, None).run(NOW + day * DAY)
    keys = [key for carried in office.messages for key in carried]
    assert len(keys) == len(set(keys))
    assert days_of(office) == ["T-14", "T-7", "T-1", "T-0"]


async def test_reminding_twice_writes_nothing_new(database: Database, school: School) -> None:
    await switched_on(database, school, date(2026, 10, 6))
    assert await remind(database, NOW + DAY) > 0
    assert await remind(database, NOW + DAY) == 0


async def test_what_is_done_is_reminded_of_no_more(database: Database, school: School, office: PostOffice) -> None:
    await switched_on(database, school, DUE)
    async with database.begin() as storage:
        for row in await storage.roadmaps.rows(school.organisation):
            row.task.done_at = NOW
    await walked(Ticks(database, office.send, None), NOW, datetime(2026, 11, 20, tzinfo=UTC))
    assert days_of(office) == []


async def test_a_walk_comes_to_its_end_though_the_messenger_is_silent(
    database: Database, school: School, office: PostOffice
) -> None:
    office.answer = lambda notice: Later(timedelta(hours=1))
    await switched_on(database, school, DUE)
    assert await walked(Ticks(database, office.send, None), NOW, NOW + 40 * DAY) == 0


async def test_a_walk_stops_in_the_morning_for_what_may_not_go_at_night(
    database: Database, school: School, office: PostOffice
) -> None:
    night = datetime(2026, 10, 5, 19, tzinfo=UTC)
    await written(database, school.mentee, News.LETTER, "letter", due_at=night)
    assert await Ticks(database, office.send, None).catch_up(night) == (datetime(2026, 10, 6, 5, tzinfo=UTC), 0)


async def test_reminders_of_one_organisation_say_nothing_to_another(database: Database, school: School) -> None:
    async with database.begin() as storage:
        other = await storage.organisations.add("Школа № 1", "Asia/Vladivostok", NOW)
        programme = await storage.organisations.add_programme(other.id, date(2026, 9, 1), date(2027, 5, 31), NOW)
        await person(storage, 99, programme=programme, role=Role.CURATOR)
    await switched_on(database, school, date(2026, 10, 6))
    await remind(database, NOW + DAY)
    async with database.look() as session:
        assert set(await session.scalars(select(Notice.person_id))) == {school.mentor}


async def test_a_meeting_is_reminded_of_and_asked_after(
    database: Database, school: School, office: PostOffice
) -> None:
    async with database.begin() as storage:
        pair = await storage.mentorships.propose(
            school.organisation, school.programme, school.mentor, [school.mentee], school.curator, NOW
        )
        await storage.meetings.set(pair, NOW + 3 * DAY, school.mentor, NOW)  # type: ignore[arg-type]
    await walked(Ticks(database, office.send, None), NOW, NOW + 4 * DAY)
    steps = sorted(key.split(":")[3] for carried in office.messages for key in carried)
    assert steps == ["day-before"] * 2 + ["hour-before"] * 2 + ["outcome"] * 2


async def test_strangers_are_forgotten_after_thirty_days(database: Database) -> None:
    async with database.begin() as storage:
        await storage.people.account("vk", 1, NOW)
    assert await forget(database, NOW + 30 * DAY) == 0
    assert await forget(database, NOW + 31 * DAY) == 1


async def test_surveys_close_when_their_time_is_over(database: Database, school: School) -> None:
    async with database.begin() as storage:
        audience = [(school.mentee, "satisfaction_mentee")]
        await storage.surveys.open(
            school.organisation, school.programme, "satisfaction", audience, school.curator, NOW + DAY, NOW
        )
    assert await close_surveys(database, NOW) == 0
    assert await close_surveys(database, NOW + DAY) == 1
    async with database.begin() as storage:
        assert await storage.surveys.unanswered(school.organisation) == []


class Wall:
    """The community's wall in tests; it answers as it is told to."""

    def __init__(self, *answers: Publication) -> None:
        self.answers = list(answers)
        self.put: list[tuple[str, str]] = []

    async def __call__(self, text: str, guid: str) -> Publication:
        self.put.append((text, guid))
        return self.answers.pop(0)


async def approved(database: Database, school: School, text: str, at: datetime) -> int:
    async with database.begin() as storage:
        rubric = await storage.posts.rubric(school.organisation, "Наставники", "#наставник")
        post = await storage.posts.draft(rubric, text, school.curator, NOW)
        post.state, post.publish_at = "approved", at
        return post.id


async def test_a_post_is_published_at_its_time_and_once(database: Database, school: School) -> None:
    wall = Wall(Published("https://vk.com/wall-1_1"))
    post_id = await approved(database, school, "Текст", NOW + DAY)
    assert await publish(database, NOW, wall) == 0
    assert await publish(database, NOW + DAY, wall) == 1
    assert await publish(database, NOW + DAY, wall) == 0
    async with database.begin() as storage:
        post = await storage.posts.get(school.organisation, post_id)
        told = await storage.notices.waiting_of(school.curator, NOW + DAY, [News.POST_PUBLISHED])
    assert post is not None
    assert (post.state, post.link, len(told)) == ("published", "https://vk.com/wall-1_1", 1)


async def test_a_post_without_an_answer_is_tried_again_under_the_same_guid(
    database: Database, school: School
) -> None:
    wall = Wall(Postponed(), Published("link"))
    await approved(database, school, "Текст", NOW)
    assert await publish(database, NOW, wall) == 0
    assert await publish(database, NOW, wall) == 0
    await Ticks(database, PostOffice(database).send, wall).take_over()
    assert await publish(database, NOW, wall) == 1
    assert wall.put[0] == wall.put[1]


async def test_a_refused_post_is_told_to_its_author_and_holds_up_no_other(database: Database, school: School) -> None:
    wall = Wall(Refused("captcha"), Published("link"))
    refused = await approved(database, school, "Первый", NOW)
    await approved(database, school, "Второй", NOW)
    assert await publish(database, NOW, wall) == 1
    async with database.begin() as storage:
        post = await storage.posts.get(school.organisation, refused)
        assert len(await storage.notices.waiting_of(school.curator, NOW, [News.POST_FAILED])) == 1
    assert post is not None
    assert (post.state, post.problem) == ("failed", "captcha")


async def test_a_walk_comes_to_its_end_though_the_wall_is_silent(
    database: Database, school: School, office: PostOffice
) -> None:
    await approved(database, school, "Текст", NOW)
    assert await walked(Ticks(database, office.send, Wall(Postponed())), NOW, NOW + DAY) == 0


async def test_who_takes_over_goes_on_at_once(database: Database, school: School, office: PostOffice) -> None:
    office.answer = lambda notice: Later(timedelta(hours=1))
    await written(database, school.mentee, Kind.FORM, "form")
    ticks = Ticks(database, office.send, None)
    await ticks.run(NOW)
    office.answer = lambda notice: Done(1)
    assert await ticks.run(NOW) == 0
    await ticks.take_over()
    assert await ticks.run(NOW) == 1
    assert (await notice_of(database, "form")).attempts == 2
