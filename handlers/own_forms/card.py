"""One form: what is in it, and what can be done with it."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.forms import Form
from domain.forms.own.sensitive import sensitive
from domain.people import Action
from handlers.callbacks import Go
from handlers.filters import May
from handlers.own_forms.menu import menu
from handlers.own_forms.press import ChooseAudience, PutAway, SendFile, TryOut
from handlers.questionnaire.forms import own_form
from handlers.questionnaire.press import OwnCard
from handlers.screen import Screen, button, escape, lines, rows, shorten
from handlers.undo import decided, reversal
from handlers.visit import Scene, Visit
from storage.models import Decision, OwnForm

router = Router(name="own_forms_card")

QUESTIONS_SHOWN = 12
LONGEST_NAME = 60


@router.callback_query(OwnCard.filter(), May(Action.OPEN_SURVEY))
async def show(query: CallbackQuery, callback_data: OwnCard, visit: Visit) -> Screen:
    visit.stop_asking()
    kept = await offered(visit, callback_data.key)
    return await card(visit, kept) if kept is not None else await gone(visit)


async def offered(scene: Scene, key: str) -> OwnForm | None:
    """The newest version of a form of the person's organisation, unless it was put away."""
    kept = await scene.storage.own_forms.find((await scene.organisation()).id, key)
    return kept if kept is not None and kept.offered else None


async def gone(scene: Scene) -> Screen:
    return await menu(scene, first=scene.texts("own-form-gone"))


async def card(scene: Scene, kept: OwnForm, first: str | None = None) -> Screen:
    """Title, size and questions; try it, send it, correct it."""
    form, texts = own_form(kept), scene.texts
    named = [f"{number}. {escape(shorten(each.text, LONGEST_NAME))}" for number, each in enumerate(form.questions, 1)]
    rest = len(named) - QUESTIONS_SHOWN
    return Screen(
        lines(
            first,
            f"<b>{escape(form.title)}</b>",
            texts("own-form-size", questions=len(form.questions), minutes=form.minutes, version=kept.version),
            "\n".join(named[:QUESTIONS_SHOWN]),
            texts("own-form-more-questions", count=rest) if rest > 0 else None,
            sensitive_warning(scene, form),
        ),
        rows(
            button(texts("own-form-try"), TryOut(key=kept.key)),
            button(texts("own-form-send"), ChooseAudience(key=kept.key)),
            button(texts("own-form-correct"), SendFile(key=kept.key)),
            button(texts("own-form-put-away"), PutAway(key=kept.key)),
            button(texts("back"), Go(to="own-forms")),
            button(texts("home"), Go(to="home")),
            width=2,
        ),
    )


def sensitive_warning(scene: Scene, form: Form) -> str | None:
    asked = sensitive(form)
    if not asked:
        return None
    numbers = ", ".join(str(form.questions.index(each) + 1) for each in asked)
    return scene.texts("own-form-sensitive", count=len(asked), numbers=numbers)


@router.callback_query(PutAway.filter(), May(Action.OPEN_SURVEY))
async def put_away(query: CallbackQuery, callback_data: PutAway, visit: Visit) -> Screen:
    """Surveys that were sent with it go on."""
    kept = await offered(visit, callback_data.key)
    if kept is None:
        return await gone(visit)
    undo = await decided(visit, "own-form-away", key=kept.key)
    kept.offered = False
    fresh = await menu(visit, first=visit.texts("own-form-away", title=escape(kept.title)))
    return Screen(fresh.text, (*rows(undo), *fresh.rows))


@reversal("own-form-away")
async def take_back(visit: Visit, decision: Decision) -> bool:
    kept = await visit.storage.own_forms.find((await visit.organisation()).id, str(decision.before["key"]))
    if kept is None or kept.offered:
        return False
    kept.offered = True
    return True
