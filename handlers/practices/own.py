"""«Поделиться практикой»: the author's side, and the editor's way to the queue."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.notices import News
from domain.people import Action, Role
from domain.practices import FORM, State
from handlers.callbacks import Go
from handlers.consents.asking import later_button
from handlers.filters import Known
from handlers.people.answers import answers_of
from handlers.practices.naming import waits_for_consent
from handlers.practices.press import PracticeSheet, Queue, Share
from handlers.questionnaire.after import after_sending
from handlers.questionnaire.begin import introduce
from handlers.screen import Button, Screen, bullets, button, escape, lines, rows, shorten
from handlers.visit import Scene, Visit
from storage.models import Practice, Submission

router = Router(name="practices_own")

AUTHORS = frozenset({Role.MENTOR, Role.MENTEE, Role.EDITOR})
SHOWN = 5
LONGEST_TITLE = 80


async def practices_button(scene: Scene) -> Button | None:
    """For those who take part; the curator finds practices beside the gatherings."""
    if await scene.may(Action.OPEN_SURVEY) or not await scene.roles() & AUTHORS:
        return None
    return button(scene.texts("practices-button"), Go(to="practices"))


@router.callback_query(Go.filter(F.to == "practices"), Known())
async def show(query: CallbackQuery, visit: Visit) -> Screen:
    """One's own practices; for an editor also those of others that wait."""
    visit.stop_asking()
    organisation = await visit.organisation()
    own = await visit.storage.practices.of_person(organisation.id, visit.person.id)
    counts = await visit.storage.practices.counts(organisation.id)
    edits = await visit.may(Action.WRITE_POST)
    waiting, accepted = counts[State.WAITING], counts[State.ACCEPTED]
    texts = visit.texts
    return Screen(
        lines(
            texts("practices-title"),
            texts("practices-about"),
            texts("practices-count", waiting=waiting, accepted=accepted) if edits else None,
            bullets([await line(visit, each) for each in own[:SHOWN]]) or None,
        ),
        rows(
            button(texts("practices-share"), Share()),
            button(texts("practices-queue", count=waiting), Queue()) if edits and waiting else None,
            button(texts("practices-sheet"), PracticeSheet()) if edits and waiting + accepted else None,
            button(texts("home"), Go(to="home")),
        ),
    )


async def line(scene: Scene, practice: Practice) -> str:
    title = escape(shorten(await title_of(scene, practice), LONGEST_TITLE))
    return scene.texts("practice-line", title=title, state=practice.state)


async def title_of(scene: Scene, practice: Practice) -> str:
    """The practice's name, plain; before it has one it is called so."""
    _, answers = await answers_of(scene, await scene.storage.practices.submission(practice))
    title = answers.get("title")
    return str(title.value) if title is not None and title.value else scene.texts("practice-untitled")


@router.callback_query(Share.filter(), Known())
async def share(query: CallbackQuery, callback_data: Share, visit: Visit) -> Screen:
    organisation = await visit.organisation()
    programme = await visit.storage.organisations.programme(organisation.id)
    submission = await visit.storage.practices.begin(visit.person.id, organisation.id, programme.id, visit.now)
    return await introduce(visit, submission)


@after_sending(FORM)
async def sent(visit: Visit, submission: Submission) -> Screen:
    """It waits for the editors from now on."""
    practice = await visit.storage.practices.of_submission(submission.id)
    if practice is not None:
        practice.state, practice.remark = State.WAITING, ""
        await tell_editors(visit, practice)
    nameless = practice is not None and await waits_for_consent(visit, practice)
    return Screen(
        lines(visit.texts("practice-thanks"), visit.texts("practice-nameless") if nameless else None),
        rows(
            (await later_button(visit) or button(visit.texts("more-consents"), Go(to="my-consents")))
            if nameless
            else None,
            button(visit.texts("practices-button"), Go(to="practices")),
            button(visit.texts("home"), Go(to="home")),
        ),
    )


async def tell_editors(visit: Visit, practice: Practice) -> None:
    """Editors, else curators; never the author herself."""
    people = await visit.storage.people.members(practice.organisation_id, Role.EDITOR)
    people = people or await visit.storage.people.members(practice.organisation_id, Role.CURATOR)
    for person in people:
        if person.id != visit.person.id:
            await visit.storage.notices.add(
                person.id,
                News.PRACTICE_WAITS,
                f"practice:{practice.id}:waits:{visit.now.isoformat()}:person:{person.id}",
                visit.now,
                visit.now,
                organisation_id=practice.organisation_id,
                subject={"practice": practice.id},
            )
