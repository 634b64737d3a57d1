"""An answer that is corrected outside its questionnaire."""

from domain.forms import Answer
from handlers.questionnaire.filling import read
from handlers.visit import Visit


async def correct(visit: Visit, subject: str, value: str) -> None:
    """Put the person's new word on ``subject`` (`person.name`…) into every form here that has asked for it."""
    organisation = await visit.organisation()
    programme = await visit.storage.organisations.programme(organisation.id)
    for submission in await visit.storage.forms.of_person(visit.person.id, programme.id):
        filling = await read(visit, submission)
        for question in filling.form.questions:
            if question.subject == subject and question.key in filling.answers:
                stored = Answer(value).stored()
                await visit.storage.forms.save(
                    submission, question.key, stored, personal=question.personal, now=visit.now
                )
