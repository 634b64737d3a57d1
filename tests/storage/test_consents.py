"""Consents, guardians and erasing in the database."""

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from domain.consents import Age, By, ConsentKind, Use
from domain.people import Role
from storage.database import Database
from storage.erasing import ERASED, KEPT
from storage.models import Consent, Membership, Person, Table
from tests.storage.stock import NOW, consented, organisation, person


async def test_a_consent_holds_for_its_organisation_and_kind_only(database: Database) -> None:
    async with database.begin() as storage:
        (ours, programme), (other, _) = await organisation(storage), await organisation(storage, "Школа № 1")
        made = await person(storage, 1, programme=programme)
        assert not await consented(storage, made.id, ours.id)
    async with database.begin() as storage:
        assert await storage.consents.allows(Use.KEEP, made.id, ours.id)
        assert not await storage.consents.allows(Use.PUBLISH, made.id, ours.id)
        assert not await storage.consents.allows(Use.KEEP, made.id, other.id)
        assert await storage.consents.allowing(ours.id, Use.PAIR) == {made.id}


async def test_a_consent_cannot_be_given_twice(database: Database) -> None:
    async with database.begin() as storage:
        ours, programme = await organisation(storage)
        made = await person(storage, 1, programme=programme)
    given = {"person_id": made.id, "organisation_id": ours.id, "kind": "processing", "version": "1"}
    with pytest.raises(IntegrityError):
        async with database.begin() as storage:
            storage.session.add(Consent(given_at=NOW, by=By.SELF, given_by=made.id, **given))


async def test_a_guardians_consent_counts_only_while_she_is_the_guardian_there(database: Database) -> None:
    async with database.begin() as storage:
        ours, programme = await organisation(storage)
        guardian = await person(storage, 1, programme=programme, role=Role.GUARDIAN)
        child = await person(storage, 2)
        child.age = Age.CHILD
        given = {"given_by": guardian.id}
        await storage.consents.give(child.id, ours.id, ConsentKind.PROCESSING, By.GUARDIAN, NOW, **given)
        assert not await storage.consents.allows(Use.KEEP, child.id, ours.id)
        await storage.guardians.add(child.id, guardian.id, ours.id, NOW)
        assert await storage.consents.allows(Use.KEEP, child.id, ours.id)
        assert [each.id for each in await storage.guardians.children(guardian.id, ours.id)] == [child.id]
        assert [each.id for each in await storage.guardians.guardians(child.id, ours.id)] == [guardian.id]


async def test_a_withdrawn_consent_stays_as_a_fact_and_may_be_given_again(database: Database) -> None:
    async with database.begin() as storage:
        ours, programme = await organisation(storage)
        made = await person(storage, 1, programme=programme)
        await storage.consents.withdraw(made.id, ours.id, ConsentKind, NOW, given_by=None)
        assert not await storage.consents.allows(Use.KEEP, made.id, ours.id)
        assert await consented(storage, made.id, ours.id)
        kept = await storage.consents.of_person(made.id, ours.id)
        assert [each.withdrawn_at for each in kept] == [NOW, None]


async def test_erasing_in_one_organisation_leaves_the_other_as_it_is(database: Database) -> None:
    async with database.begin() as storage:
        (ours, programme), (other, second) = await organisation(storage), await organisation(storage, "Школа № 1")
        made = await person(storage, 1, programme=programme)
        storage.people.rename(made, "Петрова Анна Олеговна")
        await storage.people.join(made.id, other.id, second.id, Role.MENTOR, NOW)
        for organisation_id in (ours.id, other.id):
            await storage.conversation.add_letter(organisation_id, made.id, "Здравствуйте", NOW)
        await storage.erasing.erase(made.id, ours.id, NOW, for_good=False)
    async with database.begin() as storage:
        assert await storage.conversation.open_letters(ours.id) == []
        assert len(await storage.conversation.open_letters(other.id)) == 1
        assert [each.organisation_id for each in await storage.people.memberships(made.id)] == [other.id]
        assert (await storage.people.get(made.id)).name == "Петрова Анна Олеговна"


async def test_who_is_erased_for_good_is_nobody_whose_account_can_still_be_recognised(database: Database) -> None:
    async with database.begin() as storage:
        ours, programme = await organisation(storage)
        made = await person(storage, 7, programme=programme)
        account = (await storage.people.accounts(made.id))[0]
        consent = (await storage.consents.of_person(made.id, ours.id))[0]
        consent.account_id = account.id
        storage.people.rename(made, "Петрова Анна Олеговна")
        await storage.erasing.erase(made.id, ours.id, NOW, for_good=True)
    async with database.look() as session:
        kept = (await session.scalars(select(Person))).one()
        fact = (await session.scalars(select(Consent))).one()
        left = (await session.scalars(select(Membership.left_at))).all()
    assert (kept.name, kept.name_folded, kept.organisation_id, kept.preferred_account_id) == ("", "", None, None)
    assert (fact.account_id, fact.account_hash) == (None, database.cipher.hash("telegram:7"))
    assert left == [NOW]


async def test_a_name_leaves_posts_with_its_person(database: Database) -> None:
    async with database.begin() as storage:
        ours, programme = await organisation(storage)
        made = await person(storage, 1, programme=programme)
        storage.people.rename(made, "Петрова Анна Олеговна")
        rubric = await storage.posts.rubric(ours.id, "Наставничество", "#наставник")
        post = await storage.posts.draft(rubric, "Спасибо Анне Петровой за урок!", made.id, NOW)
        post.state = "approved"
        assert [each.id for each in await storage.consents.unpublishable(ours.id, post.text)] == [made.id]
        await storage.erasing.erase(made.id, ours.id, NOW, for_good=True)
        await storage.session.refresh(post)
        assert (post.text, post.state) == ("Спасибо … … за урок!", "draft")


def test_every_table_that_points_to_a_person_is_thought_of() -> None:
    """A new table with a person's rows is either erased or kept for a stated reason."""
    pointing = {
        mapper.class_
        for mapper in Table.registry.mappers
        if {"person_id", "mentor_id", "child_id"} & set(mapper.columns.keys())
    }
    assert pointing == {*ERASED, *KEPT}
