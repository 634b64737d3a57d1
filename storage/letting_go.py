"""Letting a person go from an organisation: everything personal is erased, whoever or whatever has ended it."""

from datetime import datetime

from domain.consents import ConsentKind
from domain.forms import Form, Kind, UnknownForm, load
from domain.forms.own import read_form
from domain.statuses import Ending, Status
from storage.models import Submission
from storage.own_forms import PREFIX
from storage.storage import Storage


async def let_go(storage: Storage, person_id: int, organisation_id: int, now: datetime) -> bool:
    """Erase the person here, and altogether where no other organisation may keep her data; whether nothing is left.

    Her pairs have to be closed before, and her consents withdrawn.
    """
    others = await storage.consents.organisations(person_id)
    await storage.erasing.drop_files(await answered_files(storage, person_id, organisation_id))
    await storage.erasing.erase(person_id, organisation_id, now, for_good=not others)
    person = await storage.people.get(person_id)
    if others and person.organisation_id == organisation_id:
        person.organisation_id = min(others)
    return not others


async def let_go_quietly(storage: Storage, person_id: int, organisation_id: int, now: datetime) -> None:
    """The same when the time is over: her pairs end with nobody told, since their year is long past."""
    await storage.consents.withdraw(person_id, organisation_id, ConsentKind, now, given_by=None)
    for pair in await storage.mentorships.of_person(person_id, organisation_id):
        agreed = pair.mentorship.status == Status.AGREED
        await storage.mentorships.close(
            pair.mentorship, Status.CLOSED if agreed else Status.WITHDRAWN, now, Ending.LEFT
        )
        await storage.meetings.cancel_planned(pair.mentorship.id, pair.mentor.id, now)
    await let_go(storage, person_id, organisation_id, now)


async def answered_files(storage: Storage, person_id: int, organisation_id: int) -> list[int]:
    """Ids of the files in the person's answers in this organisation."""
    programme = await storage.organisations.programme(organisation_id)
    found: list[int] = []
    for submission in await storage.forms.of_person(person_id, programme.id):
        form = await _form_of(storage, submission)
        sent = {each.key for each in form.questions if each.kind is Kind.FILE} if form is not None else set()
        answers = await storage.forms.answers(submission.id)
        found += [int(str(answers[key].value)) for key in sent if key in answers and answers[key].value]
    return found


async def _form_of(storage: Storage, submission: Submission) -> Form | None:
    if submission.form.startswith(PREFIX):
        kept = await storage.own_forms.find(submission.organisation_id, submission.form, submission.version)
        form = read_form(kept.rows, kept.key, kept.version) if kept is not None else None
        return form if isinstance(form, Form) else None
    try:
        return load(submission.form, submission.version)
    except UnknownForm:
        return None
