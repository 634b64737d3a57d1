"""The journal, and what passes from one curator to the next."""

from datetime import timedelta

from sqlalchemy import select

from domain.audit import Audited
from domain.notices import CURATORS_NEWS, News
from domain.people import Category, Role
from storage.database import Database
from storage.models import Notice, Tie
from storage.responsible import Behind
from storage.storage import Storage
from tests.storage.stock import NOW, organisation, person
from tests.storage.test_roadmaps import read_in


async def test_the_journal_is_of_one_organisation_newest_first(database: Database) -> None:
    async with database.begin() as storage:
        ours, _ = await organisation(storage)
        others, _ = await organisation(storage, "Школа № 2")
        made = await person(storage, 1)
        for minutes in range(3):
            at = NOW + timedelta(minutes=minutes)
            await storage.audit.record(ours.id, made.id, Audited.CODE_MADE, at, role=f"{minutes}")
        await storage.audit.record(others.id, made.id, Audited.CODE_MADE, NOW, role="other")
        assert [each.subject["role"] for each in await storage.audit.newest(ours.id, 2)] == ["2", "1"]
        assert [each.subject["role"] for each in await storage.audit.newest(ours.id, 2, 2)] == ["0"]
        assert await storage.audit.count(ours.id) == 3


async def test_a_signature_stands_until_it_is_taken_back_and_is_of_one_roadmap(database: Database) -> None:
    async with database.begin() as storage:
        ours, _ = await organisation(storage)
        head = await person(storage, 1)
        await storage.audit.record(ours.id, head.id, Audited.ROADMAP_SIGNED, NOW, roadmap=1)
        assert await storage.audit.signed(ours.id, 1) is not None
        assert await storage.audit.signed(ours.id, 2) is None
        await storage.audit.record(ours.id, head.id, Audited.SIGNATURE_TAKEN_BACK, NOW, roadmap=1)
        assert await storage.audit.signed(ours.id, 1) is None


async def tell(storage: Storage, person_id: int, organisation_id: int, letter: int, kind: str = News.LETTER) -> None:
    await storage.notices.add(
        person_id,
        kind,
        f"{kind}:{letter}:{person_id}",
        NOW,
        NOW,
        organisation_id=organisation_id,
        subject={"letter": letter},
    )


async def test_a_curators_open_matters_pass_to_the_next_one_once(database: Database) -> None:
    async with database.begin() as storage:
        ours, programme = await organisation(storage)
        before, after = [await person(storage, each, programme=programme, role=Role.CURATOR) for each in (1, 2)]
        for letter in (1, 2):
            await tell(storage, before.id, ours.id, letter)
        await tell(storage, after.id, ours.id, 2)
        await tell(storage, before.id, ours.id, 3, News.MEETING_SET)
        roadmap = await read_in(storage, programme)
        await storage.responsible.add(roadmap, {"Смирнова": Behind((before.id,))})
        rubric = await storage.posts.rubric(ours.id, "Наставники", "#наставник")
        post = await storage.posts.draft(rubric, "Текст", before.id, NOW)
        await storage.handover.pass_on(ours.id, before.id, after.id, CURATORS_NEWS)
        found = await storage.session.scalars(select(Notice).where(Notice.state == "waiting"))
        waiting = {(each.subject["letter"], each.person_id) for each in found}
        assert waiting == {(1, after.id), (2, after.id), (3, before.id)}
        assert (await storage.session.scalars(select(Tie.person_id))).all() == [after.id]
        await storage.session.refresh(post)
        assert post.created_by == after.id


async def test_the_category_is_of_the_newest_role_and_a_guardians_comes_last(database: Database) -> None:
    async with database.begin() as storage:
        ours, programme = await organisation(storage)
        made = await person(storage, 1)
        assert await storage.people.category(made.id, ours.id) is Category.TEACHER
        about = (made.id, ours.id, programme.id)
        await storage.people.join(*about, Role.GUARDIAN, NOW, Category.PARENT)
        assert await storage.people.category(made.id, ours.id) is Category.PARENT
        await storage.people.join(*about, Role.MENTOR, NOW, Category.GRADUATE)
        assert await storage.people.category(made.id, ours.id) is Category.GRADUATE
        await storage.people.leave(made.id, ours.id, Role.MENTOR, NOW)
        assert await storage.people.category(made.id, ours.id) is Category.PARENT
