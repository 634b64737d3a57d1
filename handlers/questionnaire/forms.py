"""Finding a form by its key and version, whether it came with the project or is the organisation's own."""

from collections.abc import Mapping

from domain.forms import Form, UnknownForm, load
from domain.forms.conditions import Fact
from domain.forms.organisation import organisation_form
from domain.forms.own import read_form
from handlers.visit import Scene
from storage.models import OwnForm, Submission
from storage.own_forms import PREFIX


async def find_form(scene: Scene, organisation_id: int, key: str, version: int | None = None) -> Form:
    """The form in this version, in the newest one where that is not kept or none is named; raises `UnknownForm`."""
    if key == "organisation":
        return organisation_form(scene.now.date())
    if key.startswith(PREFIX):
        kept = await scene.storage.own_forms.find(organisation_id, key, version)
        if kept is None:
            raise UnknownForm(key)
        return own_form(kept)
    try:
        return load(key, version)
    except UnknownForm:
        return load(key)


def own_form(kept: OwnForm) -> Form:
    """The form that its kept cells are; they were read without a fault when they came."""
    form = read_form(kept.rows, kept.key, kept.version)
    if not isinstance(form, Form):
        raise UnknownForm(kept.key)
    return form


async def form_of(scene: Scene, submission: Submission) -> Form:
    """The form in the version that was begun."""
    return await find_form(scene, submission.organisation_id, submission.form, submission.version)


async def facts_about(scene: Scene, person_id: int, organisation_id: int, form: Form) -> Mapping[str, Fact]:
    """What the form's conditions may name of a person, read only where one of them does."""
    if not any(True for question in form.questions for _ in question.when.facts()):
        return {}
    people = scene.storage.people
    memberships = await people.memberships(person_id)
    return {
        "role": tuple(each.role for each in memberships if each.organisation_id == organisation_id),
        "category": str(await people.category(person_id, organisation_id)),
        "age": str((await people.get(person_id)).age),
    }
