"""Beginning forms, going on with them, and reminding of them."""

from collections.abc import Sequence

from domain.addressing import addressed
from domain.forms import Answer, Form, answers_by_subject, load, prefilled
from handlers.callbacks import Go
from handlers.importing.arrival import told_before
from handlers.part import Part
from handlers.questionnaire.filling import Filling, find, read
from handlers.questionnaire.forms import find_form
from handlers.questionnaire.press import Open, Review
from handlers.questionnaire.question import question_screen
from handlers.questionnaire.review import review_screen
from handlers.screen import Screen, button, escape, lines, rows
from handlers.visit import Scene, Visit
from storage.models import Notice, OwnForm, Submission, Survey


async def begin(visit: Visit, forms: Sequence[str]) -> Screen:
    """Begin these application forms; the first unsent one introduces itself."""
    organisation = await visit.organisation()
    programme = await visit.storage.organisations.programme(organisation.id)
    submissions = [
        await visit.storage.forms.begin(
            visit.person.id, organisation.id, programme.id, key, load(key).version, visit.now
        )
        for key in forms
    ]
    unsent = next((each for each in submissions if each.sent_at is None), None)
    if unsent is None:
        return review_screen(visit, await read(visit, submissions[0]), remark=visit.texts("form-already-sent"))
    return await introduce(visit, unsent)


async def begin_survey(visit: Visit, survey: Survey, key: str) -> Screen:
    """Begin, or go on with, a survey's form, in the version that the survey asks."""
    organisation = await visit.organisation()
    programme = await visit.storage.organisations.programme(organisation.id)
    form = await find_form(visit, organisation.id, key, survey.version)
    submission = await visit.storage.forms.begin(
        visit.person.id, organisation.id, programme.id, form.key, form.version, visit.now, survey.id
    )
    if submission.sent_at is not None:
        return review_screen(visit, await read(visit, submission), remark=visit.texts("form-already-sent"))
    return await introduce(visit, submission)


async def begin_trial(visit: Visit, form: OwnForm) -> Screen:
    """A look at an own form, from its beginning each time."""
    organisation = await visit.organisation()
    programme = await visit.storage.organisations.programme(organisation.id)
    submission = await visit.storage.forms.begin_trial(
        visit.person.id, organisation.id, programme.id, form.key, form.version, visit.now
    )
    screen = await introduce(visit, submission)
    return Screen(lines(visit.texts("own-form-trial"), screen.text), screen.rows)


async def introduce(visit: Visit, submission: Submission) -> Screen:
    """The form's introduction; one that is under way goes on at its place."""
    filling = await read(visit, submission)
    if filling.answers:
        return go_on(visit, filling)
    count = await prefill(visit, submission, filling.form)
    visit.ask("form-intro", submission=submission.id)
    return Screen(
        lines(
            f"<b>{escape(filling.form.title)}</b>",
            escape(filling.form.intro.strip()) if filling.form.intro != filling.form.title else None,
            visit.texts("form-prefilled", count=count) if count else None,
            visit.texts("form-minutes", minutes=filling.form.minutes),
        ),
        rows(
            button(visit.texts("form-begin"), Open(submission=submission.id)),
            button(visit.texts("form-later"), Go(to="later")),
        ),
    )


async def prefill(visit: Visit, submission: Submission, form: Form) -> int:
    """Put in what the person has told in her other forms, of another organisation too; how many answers that were."""
    known: dict[str, Answer] = {}
    if submission.survey_id is None:
        for other in await told_to(visit, submission):
            if other.id != submission.id and other.survey_id is None:
                filling = await read(visit, other)
                known |= answers_by_subject(filling.form, filling.answers)
        if submission.person_id == visit.person.id:
            known = await told_before(visit) | known
    answers = prefilled(form, known)
    for key, answer in answers.items():
        question = form.question(key)
        personal = question is not None and question.personal
        await visit.storage.forms.save(submission, key, answer.stored(), personal=personal, now=visit.now)
    return len(answers)


async def told_to(visit: Visit, submission: Submission) -> Sequence[Submission]:
    """Forms whose answers may be put in: her own of all organisations; a curator sees only her organisation's."""
    here = await visit.storage.forms.of_person(submission.person_id, submission.programme_id)
    if submission.person_id != visit.person.id:
        return here
    elsewhere = await visit.storage.forms.sent_elsewhere(submission.person_id, submission.organisation_id)
    return [*elsewhere, *here]


def go_on(visit: Visit, filling: Filling, remark: str = "") -> Screen:
    """The open question in this chat from now on, else the review."""
    current = filling.current
    if current is None:
        visit.stop_asking()
        return review_screen(visit, filling, remark=remark)
    visit.ask("form", submission=filling.submission.id)
    return question_screen(visit, filling, current, remark=remark)


def gone(visit: Visit) -> Screen:
    """The form of an old button is no more."""
    return Screen(visit.texts("form-gone"), rows(button(visit.texts("home"), Go(to="home"))))


async def open_question(scene: Scene) -> Screen | None:
    """The open question of the form that was touched last here, None when nothing is unfinished."""
    unfinished = await scene.storage.forms.unfinished(scene.person.id, scene.here)
    if not unfinished:
        return None
    filling = await read(scene, unfinished[0])
    current = filling.current
    return question_screen(scene, filling, current) if current is not None else review_screen(scene, filling)


async def resume_offer(scene: Scene) -> Screen | None:
    """«Мы остановились на вопросе 4 из 9»; None when nothing is unfinished here."""
    unfinished = await scene.storage.forms.unfinished(scene.person.id, scene.here)
    return await offer(scene, unfinished[0]) if unfinished else None


async def offer(scene: Scene, submission: Submission) -> Screen:
    filling = await read(scene, submission)
    buttons = rows(
        button(scene.texts("form-continue"), Open(submission=submission.id)),
        button(scene.texts("form-see-answers"), Review(submission=submission.id)) if filling.answers else None,
        button(scene.texts("form-later"), Go(to="later")),
    )
    current = filling.current
    place = filling.position_of(current) if current is not None else None
    if place is None:
        return review_screen(scene, filling)
    numbers = {"number": place.number, "total": place.total}
    name = escape(addressed(scene.person.name))
    if name:
        return Screen(scene.texts("form-welcome-back", name=name, **numbers), buttons)
    return Screen(scene.texts("form-welcome-back-nameless", **numbers), buttons)


async def nudge_part(scene: Scene, notice: Notice) -> Part | None:
    """A reminder of an unfinished questionnaire: the reason and the small step."""
    filling = await find(scene, int(notice.subject["form"]))
    if filling is None or filling.submission.sent_at is not None:
        return None
    begun = "yes" if filling.answers else "no"
    label = scene.texts("form-nudge-open", begun=begun, title=filling.form.title)
    return Part(
        scene.texts(
            "form-nudge",
            asked="yes" if ":asked:" in notice.key else "no",
            title=escape(filling.form.title),
            left=filling.left,
            minutes=filling.minutes_left,
            begun=begun,
        ),
        (button(label, Open(submission=filling.submission.id)),),
        subject=f"form:{filling.submission.id}",
    )
