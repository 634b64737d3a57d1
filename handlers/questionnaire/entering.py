"""A curator fills in a form for somebody without a messenger, from her paper or from what she says."""

from domain.practices import FORM as PRACTICE
from handlers.callbacks import Go
from handlers.questionnaire.after import AFTER
from handlers.questionnaire.begin import go_on, prefill
from handlers.questionnaire.filling import Filling, read
from handlers.questionnaire.forms import find_form
from handlers.questionnaire.press import FillFor
from handlers.screen import Screen, button, rows
from handlers.status import APPLICATIONS
from handlers.visit import Visit
from storage.models import Submission


async def begin_for(
    visit: Visit, person_id: int, key: str, *, survey_id: int | None = None, version: int | None = None
) -> Screen:
    """Begin the form for her, in the version that is on paper; one that was begun goes on."""
    submission = await submission_for(visit, person_id, key, survey_id, version)
    submission.entered_by = visit.person.id
    filling = await read(visit, submission)
    if not filling.answers:
        await prefill(visit, submission, filling.form)
        filling = await read(visit, submission)
    return go_on(visit, filling)


async def submission_for(
    visit: Visit, person_id: int, key: str, survey_id: int | None, version: int | None
) -> Submission:
    """Her filling-in of the form; a survey that names a version asks that one."""
    organisation = await visit.organisation()
    programme = await visit.storage.organisations.programme(organisation.id)
    if key == PRACTICE:
        return await visit.storage.practices.begin(person_id, organisation.id, programme.id, visit.now)
    survey = await visit.storage.surveys.get(organisation.id, survey_id) if survey_id is not None else None
    asked = survey.version if survey is not None and survey.version is not None else version
    form = await find_form(visit, organisation.id, key, asked)
    return await visit.storage.forms.begin(
        person_id, organisation.id, programme.id, form.key, form.version, visit.now, survey_id
    )


async def entered(visit: Visit, filling: Filling) -> Screen:
    """Her answers are in; what follows from them is the same as if she had sent them herself."""
    submission = filling.submission
    if submission.survey_id is not None:
        await answered_for(visit, submission, submission.survey_id)
    elif submission.form in AFTER:
        await AFTER[submission.form](visit, submission)
    kind = "application" if submission.form in APPLICATIONS else "other"
    return Screen(
        visit.texts("offline-entered", name=filling.on_behalf_of, kind=kind),
        rows(
            button(visit.texts("offline-fill-more"), FillFor(person=submission.person_id)),
            button(visit.texts("offline-add-another"), Go(to="offline")),
            button(visit.texts("curator-people"), Go(to="people")),
            button(visit.texts("home"), Go(to="home")),
        ),
    )


async def answered_for(visit: Visit, submission: Submission, survey_id: int) -> None:
    """The survey has her answer; who filled in the poll of a gathering was there."""
    await visit.storage.surveys.mark_answered(survey_id, submission.person_id, submission.form, visit.now)
    gathering = await visit.storage.gatherings.by_survey(survey_id)
    if gathering is not None:
        await visit.storage.gatherings.arrive(gathering, submission.person_id, visit.now)
