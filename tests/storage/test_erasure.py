"""Erasing and letting go: no table is forgotten, no wish or file stays, and the other organisation keeps its own."""

import pytest

from domain.consents import ConsentKind, Use
from domain.people import Role
from storage.database import Database
from storage.erasing import ERASED, KEPT
from storage.letting_go import answered_files, let_go_quietly
from storage.models import File, Table, Wish
from storage.own_data import person_columns
from tests.storage.stock import NOW, consented, organisation, person

AUTHORS = "Whoever set, closed or answered it: the column points to somebody without a name from then on."


def test_every_table_that_points_to_a_person_is_erased_kept_for_a_reason_or_names_an_author_only() -> None:
    for mapper in Table.registry.mappers:
        columns = person_columns(mapper.class_)
        owns = [each for each in columns if any(key.ondelete == "CASCADE" for key in each.foreign_keys)]
        assert not owns or mapper.class_ in {*ERASED, *KEPT}, mapper.class_.__name__
        assert AUTHORS and all(each.nullable for each in columns if each not in owns), mapper.class_.__name__


async def test_whose_wish_it_was_is_forgotten_with_the_wished_one(database: Database) -> None:
    async with database.begin() as storage:
        ours, programme = await organisation(storage)
        anna, maria = [await person(storage, number, programme=programme) for number in (1, 2)]
        about = {"organisation_id": ours.id, "programme_id": programme.id, "role": Role.MENTEE, "wished_at": NOW}
        storage.session.add(Wish(person_id=anna.id, wanted_id=maria.id, **about))
        await storage.session.flush()
        await storage.erasing.erase(maria.id, ours.id, NOW, for_good=True)
        assert await storage.own_data.rows(Wish, anna.id, ours.id) == []


async def test_letting_go_takes_files_pairs_and_consents_but_not_the_other_organisation(database: Database) -> None:
    async with database.begin() as storage:
        (ours, programme), (other, second) = await organisation(storage), await organisation(storage, "Школа № 1")
        anna = await person(storage, 1, programme=programme)
        maria = await person(storage, 2, programme=programme, role=Role.MENTOR)
        storage.people.rename(anna, "Петрова Анна Олеговна")
        await consented(storage, anna.id, other.id)
        await storage.people.join(anna.id, other.id, second.id, Role.MENTEE, NOW)
        await storage.mentorships.propose(ours.id, programme.id, maria.id, [anna.id], maria.id, NOW)
        await let_go_quietly(storage, anna.id, ours.id, NOW)
        assert await storage.mentorships.live(ours.id) == []
        assert not await storage.consents.allows(Use.KEEP, anna.id, ours.id)
        assert await storage.consents.allows(Use.KEEP, anna.id, other.id)
        assert (anna.name, anna.organisation_id) == ("Петрова Анна Олеговна", other.id)
        facts = await storage.consents.of_person(anna.id, ours.id)
        assert [(each.kind, each.withdrawn_at) for each in facts] == [(ConsentKind.PROCESSING, NOW)]


@pytest.mark.parametrize(("kind", "gone"), [("practice", True), ("mentee", False)])
async def test_only_answers_that_are_files_are_taken_for_files(database: Database, kind: str, gone: bool) -> None:
    async with database.begin() as storage:
        ours, programme = await organisation(storage)
        anna = await person(storage, 1, programme=programme)
        file = await storage.files.add("фото.png", "image/png", b"1", NOW)
        submission = await storage.forms.begin(anna.id, ours.id, programme.id, kind, 1, NOW)
        await storage.forms.save(submission, "file", str(file.id), personal=False, now=NOW)
        assert (file.id in await answered_files(storage, anna.id, ours.id)) == gone
        await let_go_quietly(storage, anna.id, ours.id, NOW)
        assert (await storage.session.get(File, file.id) is None) == gone
