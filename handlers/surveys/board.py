"""The curator's surveys: what can be sent, what runs, and one survey with who has answered."""

from collections.abc import Mapping, Sequence
from itertools import chain

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.people import Action, Role
from domain.statuses import Status
from domain.surveys import FORMS, SATISFACTION, audience
from handlers.callbacks import Go
from handlers.dates import day_words
from handlers.filters import May
from handlers.offline.press import PaperOf
from handlers.questionnaire.forms import find_form
from handlers.screen import Button, Screen, button, escape, lines, page_of, page_row, rows
from handlers.status import name_of
from handlers.surveys.naming import side_of, title_of
from handlers.surveys.press import Board, CloseSurvey, Result, SendSurvey, ShowSurvey
from handlers.veil import veiled
from handlers.visit import Scene, Visit
from storage.models import Survey, SurveyInvitee

router = Router(name="surveys_board")

SURVEYS_ON_PAGE = 3
NAMES_SHOWN = 10


@router.callback_query(Go.filter(F.to == "surveys"), May(Action.OPEN_SURVEY))
async def show_first(query: CallbackQuery, visit: Visit) -> Screen:
    visit.stop_asking()
    return await board(visit)


@router.callback_query(Board.filter(), May(Action.OPEN_SURVEY))
async def show_page(query: CallbackQuery, callback_data: Board, visit: Visit) -> Screen:
    return await board(visit, callback_data.page)


async def board(scene: Scene, page: int = 0, first: str | None = None) -> Screen:
    """What can be sent to whom, and the surveys that were; ``first`` is said above."""
    organisation = await scene.organisation()
    surveys = await scene.storage.surveys.of_organisation(organisation.id)
    running = await scene.storage.surveys.running(organisation.id, SATISFACTION)
    asked = await people_to_ask(scene)
    shown, number, pages = page_of(surveys, page, SURVEYS_ON_PAGE)
    return Screen(
        lines(
            first,
            scene.texts("surveys-title"),
            scene.texts("surveys-about"),
            await now_possible(scene, running, asked),
        ),
        (
            *rows(button(scene.texts("surveys-send"), SendSurvey()) if asked and running is None else None),
            *rows(
                button(scene.texts("surveys-diagnostics"), Go(to="diagnostics")) if asked else None,
                button(scene.texts("surveys-own"), Go(to="own-forms")),
                button(scene.texts("gatherings-button"), Go(to="gatherings")),
                width=3,
            ),
            *rows(*[await opener(scene, survey) for survey in shown]),
            (
                *chain.from_iterable(page_row(scene.texts, number, pages, lambda other: Board(page=other))),
                *ways_out(scene, asked),
            ),
        ),
    )


def ways_out(scene: Scene, asked: Sequence[tuple[int, str]]) -> list[Button]:
    pairs = [] if asked else [button(scene.texts("curator-pairs"), Go(to="pairs"))]
    return [*pairs, home_button(scene)]


async def people_to_ask(scene: Scene, forms: Mapping[Role, str] = FORMS) -> list[tuple[int, str]]:
    """Person and form for everybody in the organisation's agreed pairs."""
    organisation = await scene.organisation()
    live = await scene.storage.mentorships.live(organisation.id)
    agreed = [pair for pair in live if pair.mentorship.status == Status.AGREED]
    return audience(((pair.mentor.id, [mentee.id for mentee in pair.mentees]) for pair in agreed), forms)


async def now_possible(scene: Scene, running: Survey | None, asked: Sequence[tuple[int, str]]) -> str:
    """Who would be asked, or why nobody can be asked now."""
    if running is not None:
        invitees = await scene.storage.surveys.invitees(running.id)
        return scene.texts("surveys-running", answered=answered_among(invitees), asked=len(invitees))
    if not asked:
        return scene.texts("surveys-nobody")
    forms = [form for _, form in asked]
    return scene.texts(
        "surveys-who", mentors=forms.count(FORMS[Role.MENTOR]), mentees=forms.count(FORMS[Role.MENTEE])
    )


async def opener(scene: Scene, survey: Survey) -> Button:
    invitees = await scene.storage.surveys.invitees(survey.id)
    label = scene.texts(
        "surveys-label",
        day=await opened_on(scene, survey),
        kind=survey.kind,
        title=await title_of(scene, survey),
        answered=answered_among(invitees),
        asked=len(invitees),
    )
    return button(label, ShowSurvey(survey=survey.id))


def answered_among(invitees: Sequence[SurveyInvitee]) -> int:
    return sum(invitee.answered_at is not None for invitee in invitees)


async def opened_on(scene: Scene, survey: Survey) -> str:
    """The day of the survey in words."""
    zone = await scene.zone()
    return day_words(scene.texts, survey.opened_at.astimezone(zone).date(), scene.now.astimezone(zone).date())


def home_button(scene: Scene) -> Button:
    return button(scene.texts("home"), Go(to="home"))


@router.callback_query(ShowSurvey.filter(), May(Action.OPEN_SURVEY))
async def show_one(query: CallbackQuery, callback_data: ShowSurvey, visit: Visit) -> Screen:
    survey = await survey_of(visit, callback_data.survey)
    return await card(visit, survey) if survey is not None else await gone(visit)


async def survey_of(scene: Scene, survey_id: int) -> Survey | None:
    """A survey of the person's organisation."""
    organisation = await scene.organisation()
    return await scene.storage.surveys.get(organisation.id, survey_id)


async def gone(scene: Scene) -> Screen:
    return await board(scene, first=scene.texts("surveys-gone"))


async def card(scene: Scene, survey: Survey, first: str | None = None, undo: Button | None = None) -> Screen:
    """One survey: until when, how many have answered, who has not, and the ways to the result."""
    texts = scene.texts
    return Screen(
        lines(
            first,
            texts("survey-title", title=escape(await title_of(scene, survey)), day=await opened_on(scene, survey)),
            await open_until(scene, survey),
            *await answered_by_role(scene, survey),
            texts("survey-named"),
        ),
        (
            *rows(
                button(texts("survey-result"), Result(survey=survey.id)),
                button(texts("survey-sheet"), Result(survey=survey.id, sheet=True)),
                width=2,
            ),
            *rows(*await from_paper(scene, survey)),
            *rows(button(texts("survey-close"), CloseSurvey(survey=survey.id)) if survey.closed_at is None else None),
            *rows(undo, button(texts("surveys-all"), Board()), home_button(scene), width=3),
        ),
    )


async def from_paper(scene: Scene, survey: Survey) -> list[Button]:
    """«Внести с бумаги», for each form that somebody without a messenger is asked to fill in."""
    offline = await scene.storage.offline.people(survey.organisation_id)
    invitees = await scene.storage.surveys.invitees(survey.id)
    waiting = [each for each in invitees if each.answered_at is None and each.person_id in offline]
    if survey.closed_at is not None:
        return []
    forms = [await find_form(scene, survey.organisation_id, key, survey.version) for key in forms_of(waiting)]
    return [
        button(
            scene.texts("survey-from-paper", title=form.title, count=sum(each.form == form.key for each in waiting)),
            PaperOf(form=form.key, version=form.version),
        )
        for form in forms
    ]


async def open_until(scene: Scene, survey: Survey) -> str:
    if survey.closed_at is not None:
        return scene.texts("survey-closed")
    zone = await scene.zone()
    last, today = survey.closes_at.astimezone(zone).date(), scene.now.astimezone(zone).date()
    return scene.texts("survey-open-until", day=day_words(scene.texts, last, today))


async def answered_by_role(scene: Scene, survey: Survey) -> list[str]:
    """For each side: how many have answered, and the names of those who have not."""
    invitees = await scene.storage.surveys.invitees(survey.id)
    sides = {form: [each for each in invitees if each.form == form] for form in forms_of(invitees)}
    return [await side(scene, side_of(form), asked) for form, asked in sides.items()]


def forms_of(invitees: Sequence[SurveyInvitee]) -> list[str]:
    """The forms that the survey asks people to fill in, the mentors' first."""
    return sorted({invitee.form for invitee in invitees}, key=lambda form: side_of(form) != Role.MENTOR)


async def side(scene: Scene, role: str, asked: Sequence[SurveyInvitee]) -> str:
    silent = [await scene.storage.people.get(each.person_id) for each in asked if each.answered_at is None]
    count = scene.texts("survey-answered", role=role, answered=answered_among(asked), asked=len(asked))
    if not silent:
        return count
    names = ", ".join(name_of(scene, person) for person in await veiled(scene, silent[:NAMES_SHOWN]))
    return f"{count}\n{scene.texts('survey-silent', names=names, rest=max(0, len(silent) - NAMES_SHOWN))}"
