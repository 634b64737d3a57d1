"""Two records that become one: no row is left behind, the later word counts, the earlier one is history."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from domain.audit import Audited
from domain.consents import Age, By, ConsentKind, Use
from domain.joining import Conflict, conflict
from domain.people import Role
from storage.database import Database
from storage.models import AuditEntry, Consent, Membership, MentorAgreement, Notice, Submission, Table, Wish
from storage.own_data import person_columns
from storage.storage import Storage
from tests.storage.stock import NOW, organisation, person
from tests.storage.whole import whole

LATER = NOW + timedelta(days=1)


async def left_behind(storage: Storage, person_id: int) -> list[str]:
    """The columns that still point to somebody."""
    found: list[str] = []
    for mapper in Table.registry.mappers:
        for column in person_columns(mapper.class_):
            if (await storage.session.execute(select(column).where(column == person_id))).first() is not None:
                found.append(f"{mapper.class_.__name__}.{column.name}")
    return found


@pytest.mark.parametrize(
    ("kept", "other"),
    [
        ("bystander_mentee", "mentee"),
        ("mentee", "bystander_mentee"),
        ("bystander_mentor", "mentor"),
        ("second_mentor", "mentor"),
        ("second_curator", "curator"),
        ("bystander_guardian", "guardian"),
        ("second_mentee", "offline"),
    ],
)
async def test_no_row_of_any_table_stays_behind(database: Database, kept: str, other: str) -> None:
    async with database.begin() as storage:
        ids = (await whole(storage, 1)).ids
        one = await storage.joining.join(ids[kept], ids[other])
        await storage.session.flush()
        assert await left_behind(storage, ids[other]) == []
        assert (one.id, (await storage.people.get(ids[other])).name) == (ids[kept], "")
        assert await storage.consents.allows(Use.KEEP, one.id, ids["organisation"])


async def test_what_keeps_records_apart_is_read_from_their_rows(database: Database) -> None:
    async with database.begin() as storage:
        ids = (await whole(storage, 1)).ids
        names = [*(role.value for role in Role), "offline", "child"]
        halves = {name: await storage.joining.half(ids[name]) for name in names}
        here = ids["organisation"]
        assert conflict(halves["mentor"], halves["mentee"], here) is Conflict.PAIR
        assert conflict(halves["mentee"], halves["offline"], here) is Conflict.TWO_MENTORS
        assert conflict(halves["guardian"], halves["child"], here) is Conflict.AGE
        assert conflict(halves["head"], halves["editor"], here) is Conflict.MESSENGER
        assert conflict(halves["head"], halves["offline"], here) is None


async def two(storage: Storage) -> tuple[int, int, int, int]:
    """A mentor who was taken in twice, with her organisation and programme."""
    ours, programme = await organisation(storage)
    first, second = [await person(storage, each, programme=programme, role=Role.MENTOR) for each in (1, 2)]
    return first.id, second.id, ours.id, programme.id


async def test_of_two_sent_forms_the_later_counts_and_the_earlier_is_its_history(database: Database) -> None:
    async with database.begin() as storage:
        kept, other, ours, programme = await two(storage)
        for who, word, day in ((kept, "тогда", NOW), (other, "теперь", LATER)):
            submission = await storage.forms.begin(who, ours, programme, "mentor", 2, day)
            await storage.forms.save(submission, "topics", word, personal=True, now=day)
            submission.sent_at = day
        await storage.joining.join(kept, other)
    async with database.begin() as storage:
        [one] = await storage.forms.of_person(kept, programme)
        answers, changes = await storage.forms.answers(one.id), await storage.forms.changes(one.id)
        assert (answers["topics"].value, one.sent_at) == ("теперь", LATER)
        assert [(each.question, each.before, each.at) for each in changes] == [("topics", "тогда", NOW)]


async def test_a_sent_form_counts_more_than_a_later_unsent_one_and_drafts_complete_each_other(
    database: Database,
) -> None:
    async with database.begin() as storage:
        kept, other, ours, programme = await two(storage)
        for who, form, question, day in (
            (kept, "mentor", "topics", LATER),
            (other, "mentor", "time", NOW),
            (kept, "mentee", "requests", LATER),
            (other, "mentee", "time", NOW),
        ):
            submission = await storage.forms.begin(who, ours, programme, form, 2, day)
            await storage.forms.save(submission, question, "слово", personal=False, now=day)
            submission.sent_at = day if (who, form) == (other, "mentor") else None
        await storage.joining.join(kept, other)
    async with database.begin() as storage:
        forms = {each.form: each for each in await storage.forms.of_person(kept, programme)}
        assert forms["mentor"].sent_at == NOW and set(await storage.forms.answers(forms["mentor"].id)) == {"time"}
        assert set(await storage.forms.answers(forms["mentee"].id)) == {"requests", "time"}


async def test_the_last_word_on_a_consent_is_in_force_and_every_consent_stays(database: Database) -> None:
    async with database.begin() as storage:
        kept, other, ours, _ = await two(storage)
        for who, day in ((kept, NOW), (other, NOW + timedelta(hours=1))):
            await storage.consents.give(who, ours, ConsentKind.PUBLISHING, By.SELF, day, given_by=who)
        await storage.consents.withdraw(other, ours, [ConsentKind.PUBLISHING], LATER, given_by=other)
        await storage.consents.give(other, ours, ConsentKind.PROCESSING, By.PAPER, LATER)
        before = len((await storage.session.scalars(select(Consent))).all())
        await storage.joining.join(kept, other)
        rows = await storage.consents.of_person(kept, ours)
        assert len(rows) == before
        assert not await storage.consents.allows(Use.PUBLISH, kept, ours)
        in_force = [each.by for each in rows if each.withdrawn_at is None]
        assert sorted(in_force) == [By.PAPER, By.SELF]


async def test_one_role_lasts_from_the_first_day_and_what_was_told_of_it_is_kept(database: Database) -> None:
    async with database.begin() as storage:
        kept, other, ours, programme = await two(storage)
        [role] = await storage.people.memberships(kept)
        role.joined_at, role.left_at = LATER, LATER
        for who, part in ((kept, "content"), (other, "pay")):
            agreement = await storage.agreements.begin(who, ours, programme, kept, NOW)
            setattr(agreement, part, "слово")
        await storage.joining.join(kept, other)
        [role] = await storage.session.scalars(select(Membership))
        [agreement] = await storage.session.scalars(select(MentorAgreement))
        assert (role.person_id, role.joined_at, role.left_at) == (kept, NOW, None)
        assert (agreement.content, agreement.pay) == ("слово", "слово")


async def test_wishes_for_both_are_one_wish_and_the_later_list_of_her_own_stays(database: Database) -> None:
    async with database.begin() as storage:
        kept, other, ours, programme = await two(storage)
        anna = (await storage.offline.add_person(ours, Age.ADULT, NOW)).id
        vera = (await storage.offline.add_person(ours, Age.ADULT, NOW)).id
        where = (ours, programme)
        await storage.wishes.set(*where, anna, Role.MENTEE, NOW, ranked=[other], vetoed=[kept])
        await storage.wishes.set(*where, kept, Role.MENTOR, LATER, ranked=[anna], vetoed=[])
        await storage.wishes.set(*where, other, Role.MENTOR, NOW, ranked=[vera], vetoed=[])
        await storage.joining.join(kept, other)
        rows = (await storage.session.scalars(select(Wish))).all()
        assert {(each.person_id, each.wanted_id, each.veto) for each in rows} == {
            (anna, kept, True),
            (kept, anna, False),
        }


async def test_the_journal_and_news_speak_of_the_one_and_reminders_are_found_anew(database: Database) -> None:
    async with database.begin() as storage:
        kept, other, ours, _ = await two(storage)
        await storage.audit.record(ours, other, Audited.PAPER_TAKEN, NOW, person=other)
        for kind in ("form", "partner_away"):
            about = {"person": other}
            await storage.notices.add(other, kind, f"{kind}:1", NOW, NOW, organisation_id=ours, subject=about)
        await storage.joining.join(kept, other)
        [entry] = await storage.session.scalars(select(AuditEntry))
        told = {each.kind: each for each in await storage.session.scalars(select(Notice))}
        assert (entry.person_id, entry.subject) == (kept, {"person": kept})
        assert (told["form"].state, told["partner_away"].state) == ("withdrawn", "waiting")
        assert told["partner_away"].subject == {"person": kept}
        assert (await storage.session.scalars(select(Submission))).all() == []
