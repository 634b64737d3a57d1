"""Writing a post: its rubric, its text, and how it will look."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from domain.people import Action
from domain.posts import DEFAULT_RUBRIC, LONGEST_RUBRIC, LONGEST_TEXT, hashtag_of, with_hashtag
from handlers.callbacks import Go
from handlers.filters import Asked, May
from handlers.overlong import refusal
from handlers.posts.press import ChooseRubric, Edit, Look, Shelf
from handlers.posts.preview import preview
from handlers.posts.shelf import card, gone, has_community, home_button, post_of, shelf
from handlers.screen import Screen, button, escape, lines, rows
from handlers.visit import Visit
from storage.models import Rubric
from storage.people import fold

router = Router(name="posts_writing")

RUBRICS_SHOWN = 4
EDITABLE = frozenset({"draft", "failed"})


@router.callback_query(Go.filter(F.to == "write-post"), May(Action.WRITE_POST))
async def choose_rubric(query: CallbackQuery, visit: Visit) -> Screen:
    return await rubric_choice(visit) if has_community(visit) else await shelf(visit)


async def rubric_choice(visit: Visit, first: str | None = None) -> Screen:
    """The rubrics to tap, the default one first; another one may be typed."""
    visit.ask("post-rubric")
    organisation = await visit.organisation()
    others = [each for each in await visit.storage.posts.rubrics(organisation.id) if each.title != DEFAULT_RUBRIC]
    return Screen(
        lines(first, visit.texts("post-choose-rubric")),
        (
            *rows(
                button(DEFAULT_RUBRIC, ChooseRubric(rubric=0)),
                *(button(each.title, ChooseRubric(rubric=each.id)) for each in others[-RUBRICS_SHOWN:]),
            ),
            *rows(button(visit.texts("posts-all"), Shelf()), home_button(visit), width=2),
        ),
    )


@router.callback_query(ChooseRubric.filter(), May(Action.WRITE_POST))
async def rubric_chosen(query: CallbackQuery, callback_data: ChooseRubric, visit: Visit) -> Screen:
    if not callback_data.rubric:
        return ask_text(visit, await rubric_called(visit, DEFAULT_RUBRIC))
    organisation = await visit.organisation()
    rubric = await visit.storage.posts.rubric_by_id(organisation.id, callback_data.rubric)
    return ask_text(visit, rubric) if rubric is not None else await rubric_choice(visit)


@router.message(Asked("post-rubric"), May(Action.WRITE_POST))
async def rubric_typed(message: Message, visit: Visit) -> Screen:
    title = " ".join((message.text or "").removeprefix("#").split())
    if not hashtag_of(title) or len(title) > LONGEST_RUBRIC:
        return await rubric_choice(visit, first=visit.texts("post-rubric-unclear"))
    return ask_text(visit, await rubric_called(visit, title))


async def rubric_called(visit: Visit, title: str) -> Rubric:
    """The rubric of this name, however its letters are written; a new one when there is none."""
    organisation = await visit.organisation()
    for rubric in await visit.storage.posts.rubrics(organisation.id):
        if fold(rubric.title) == fold(title):
            return rubric
    return await visit.storage.posts.rubric(organisation.id, title, hashtag_of(title))


def ask_text(visit: Visit, rubric: Rubric, post_id: int = 0) -> Screen:
    """Wait for the text of a new post, or for another text of one that is there."""
    visit.ask("post-text", rubric=rubric.id, post=post_id)
    return Screen(
        visit.texts("post-ask-text", rubric=escape(rubric.title), hashtag=escape(rubric.hashtag), limit=LONGEST_TEXT),
        rows(button(visit.texts("posts-all"), Shelf()), home_button(visit), width=2),
    )


@router.callback_query(Look.filter(), May(Action.WRITE_POST))
async def look(query: CallbackQuery, callback_data: Look, visit: Visit) -> Screen | list[Screen]:
    post = await post_of(visit, callback_data.post)
    if post is None:
        return await gone(visit)
    return preview(visit, post) if post.state == "draft" else await card(visit, post)


@router.callback_query(Edit.filter(), May(Action.WRITE_POST))
async def edit(query: CallbackQuery, callback_data: Edit, visit: Visit) -> Screen:
    post = await post_of(visit, callback_data.post)
    if post is None:
        return await gone(visit)
    rubric = await visit.storage.posts.rubric_by_id(post.organisation_id, post.rubric_id)
    if rubric is None or post.state not in EDITABLE:
        return await card(visit, post, first=visit.texts("post-no-change"))
    return ask_text(visit, rubric, post.id)


@router.message(Asked("post-text"), May(Action.WRITE_POST))
async def text_typed(message: Message, visit: Visit) -> Screen | list[Screen]:
    text = (message.text or "").strip()
    too_long = refusal(visit, message, LONGEST_TEXT)
    if too_long is not None:
        return Screen(too_long, rows(home_button(visit)))
    about = visit.account.asked_about
    organisation = await visit.organisation()
    rubric = await visit.storage.posts.rubric_by_id(organisation.id, int(about["rubric"]))
    if rubric is None:
        return await rubric_choice(visit)
    return await keep(visit, rubric, int(about["post"]), with_hashtag(text, rubric.hashtag))


async def keep(visit: Visit, rubric: Rubric, post_id: int, text: str) -> Screen | list[Screen]:
    """Keep the text in a new draft, or in the post that was to be changed, and show how it will look."""
    visit.stop_asking()
    if not post_id:
        return preview(visit, await visit.storage.posts.draft(rubric, text, visit.person.id, visit.now))
    post = await post_of(visit, post_id)
    if post is None:
        return await gone(visit)
    if post.state not in EDITABLE:
        return await card(visit, post, first=visit.texts("post-no-change"))
    post.text, post.state, post.problem = text, "draft", ""
    return preview(visit, post)
