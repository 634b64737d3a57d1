"""Files that a person sent as answers."""

from domain.forms import Kind
from handlers.people.answers import answers_of
from handlers.visit import Visit
from storage.models import Person


async def files_of(visit: Visit, person: Person, organisation_id: int) -> list[int]:
    """Ids of the files in the person's answers in this organisation."""
    programme = await visit.storage.organisations.programme(organisation_id)
    found: list[int] = []
    for submission in await visit.storage.forms.of_person(person.id, programme.id):
        form, answers = await answers_of(visit, submission)
        questions = [each for each in form.questions if each.kind is Kind.FILE and each.key in answers]
        found += [int(str(answers[each.key].value)) for each in questions if answers[each.key].value]
    return found
