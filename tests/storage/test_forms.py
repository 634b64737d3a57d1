from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.forms import Stored, values
from storage.models import Submission
from storage.storage import Storage
from tests.storage.stock import NOW, organisation, person

LATER = NOW + timedelta(days=3)
PLAIN_TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=40)
ANSWERS = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**31), 2**31), PLAIN_TEXT, st.lists(PLAIN_TEXT, max_size=5)
)


async def begun(storage: Storage, form: str = "mentee") -> Submission:
    ours, programme = await organisation(storage)
    made = await person(storage, 1, programme=programme)
    return await storage.forms.begin(made.id, ours.id, programme.id, form, 1, NOW)


async def begun_again(storage: Storage, submission: Submission, form: str = "mentee") -> Submission:
    return await storage.forms.begin(
        submission.person_id, submission.organisation_id, submission.programme_id, form, 2, LATER
    )


async def test_beginning_again_goes_on_with_what_was_begun(database: Database) -> None:
    async with database.begin() as storage:
        first = await begun(storage)
    async with database.begin() as storage:
        again = await begun_again(storage, first)
        assert (again.id, again.version, again.started_at) == (first.id, 1, NOW)
        assert (await begun_again(storage, first, "mentor")).id != first.id


async def test_a_form_is_filled_in_once_a_programme(database: Database) -> None:
    async with database.begin() as storage:
        first = await begun(storage)
    same = {name: getattr(first, name) for name in ("person_id", "organisation_id", "programme_id", "form")}
    with pytest.raises(IntegrityError):
        async with database.begin() as storage:
            storage.session.add(Submission(version=1, started_at=NOW, touched_at=NOW, **same))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=ANSWERS, personal=st.booleans())
async def test_any_answer_is_read_as_it_was_given(database: Database, value: object, personal: bool) -> None:
    async with database.begin() as storage:
        account = await storage.people.account("telegram", 1, NOW)
        submission = (
            (await storage.forms.unfinished(account.person.id))[0] if account.person else await begun(storage)
        )
        await storage.forms.save(submission, "question", value, personal=personal, now=NOW)
    async with database.begin() as storage:
        assert await storage.forms.answers(submission.id) == {"question": Stored(value, finished=True)}


async def test_an_answer_replaces_the_earlier_one_and_touches_the_form(database: Database) -> None:
    async with database.begin() as storage:
        submission = await begun(storage)
        await storage.forms.save(submission, "help", ["one"], personal=False, now=NOW, finished=False)
        await storage.forms.save(submission, "help", ["one", "two"], personal=False, now=LATER)
    async with database.begin() as storage:
        kept = await storage.forms.get(submission.person_id, submission.id)
        assert kept is not None
        assert kept.touched_at == LATER
        assert values(await storage.forms.answers(submission.id)) == {"help": ["one", "two"]}


async def test_an_answer_that_becomes_personal_leaves_no_plain_one(database: Database) -> None:
    async with database.begin() as storage:
        submission = await begun(storage)
        await storage.forms.save(submission, "phone", "112", personal=False, now=NOW)
        await storage.forms.save(submission, "phone", "113", personal=True, now=NOW)
        await storage.session.flush()
        rows = await storage.session.connection()
        kept = (await rows.exec_driver_sql("SELECT value, secret FROM answer")).one()
    assert kept.value is None
    assert b"113" not in bytes(kept.secret)


async def test_half_ticked_options_are_no_answer_yet() -> None:
    answers = {"help": Stored(["one"], finished=False), "name": Stored("Анна", finished=True)}
    assert values(answers) == {"name": "Анна"}


async def test_answers_off_the_path_are_dropped(database: Database) -> None:
    async with database.begin() as storage:
        submission = await begun(storage)
        for question in ("a", "b", "c"):
            await storage.forms.save(submission, question, 1, personal=False, now=NOW)
        await storage.session.flush()
        await storage.forms.drop(submission.id, ["b", "c"])
        assert set(await storage.forms.answers(submission.id)) == {"a"}


async def test_sent_forms_are_unfinished_no_more(database: Database) -> None:
    async with database.begin() as storage:
        submission = await begun(storage)
        assert [each.id for each in await storage.forms.unfinished(submission.person_id)] == [submission.id]
        submission.sent_at = LATER
    async with database.begin() as storage:
        assert await storage.forms.unfinished(submission.person_id) == []
        assert await storage.forms.unfinished_in(submission.organisation_id) == []
