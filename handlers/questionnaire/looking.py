"""The handlers of a questionnaire's review: all answers, one to change, and the person's own questionnaires."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.callbacks import Go
from handlers.filters import Known
from handlers.questionnaire.begin import go_on, gone
from handlers.questionnaire.filling import find, read
from handlers.questionnaire.press import Edit, Review
from handlers.questionnaire.review import edit_screen, review_screen
from handlers.screen import Screen, button, rows
from handlers.visit import Visit

router = Router(name="questionnaire_looking")


@router.callback_query(Review.filter(), Known())
async def review(query: CallbackQuery, callback_data: Review, visit: Visit) -> Screen:
    filling = await find(visit, callback_data.submission)
    if filling is None:
        return gone(visit)
    visit.stop_asking()
    filling.submission.returned_to = ""
    return review_screen(visit, filling, callback_data.page)


@router.callback_query(Edit.filter(), Known())
async def edit(query: CallbackQuery, callback_data: Edit, visit: Visit) -> Screen:
    filling = await find(visit, callback_data.submission)
    if filling is None:
        return gone(visit)
    if not callback_data.question:
        return edit_screen(visit, filling, callback_data.page)
    filling.submission.returned_to = callback_data.question
    return go_on(visit, filling)


@router.callback_query(Go.filter(F.to == "answers"), Known())
async def my_answers(query: CallbackQuery, visit: Visit) -> Screen:
    """The person's questionnaires of this programme."""
    organisation = await visit.organisation()
    programme = await visit.storage.organisations.programme(organisation.id)
    own = [each for each in await visit.storage.forms.of_person(visit.person.id, programme.id) if not each.survey_id]
    fillings = [await read(visit, each) for each in own[:5]]
    return Screen(
        visit.texts("form-my-answers" if fillings else "form-no-answers"),
        rows(
            *(button(each.form.title, Review(submission=each.submission.id)) for each in fillings),
            button(visit.texts("home"), Go(to="home")),
        ),
    )
