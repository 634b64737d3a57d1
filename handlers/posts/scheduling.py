"""When an approved post goes to the wall: now, at a proposed moment or at a typed one; and taking it back."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from domain.moments import Problem, Reading, read_moment
from domain.people import Action
from domain.posts import publishing_moments
from handlers.dates import moment_words, short_moment
from handlers.filters import Asked, May
from handlers.posts.press import PublishAt, Retry, ShowPost, Withdraw
from handlers.posts.shelf import card, gone, home_button, is_leaving, post_of
from handlers.screen import Screen, button, lines, rows
from handlers.visit import Visit
from storage.calendars import calendar_of
from storage.models import Post

router = Router(name="posts_scheduling")

USABLE = frozenset({None, Problem.NIGHT})
"""A post disturbs nobody, so that it may go at night."""


async def ask_when(visit: Visit, post: Post, first: str | None = None) -> Screen:
    """The question when to publish; ``first`` is said above."""
    visit.ask("post-time", post=post.id)
    calendar = (await calendar_of(visit.storage, await visit.organisation())).in_zone(await visit.zone())
    proposed = [
        button(short_moment(visit.texts, moment, calendar.zone), PublishAt(post=post.id, at=int(moment.timestamp())))
        for moment in publishing_moments(visit.now, calendar)
    ]
    return Screen(
        lines(first, visit.texts("post-when")),
        (
            *rows(button(visit.texts("post-now"), PublishAt(post=post.id))),
            *rows(*proposed, width=2),
            *rows(button(visit.texts("back"), ShowPost(post=post.id)), home_button(visit), width=2),
        ),
    )


@router.callback_query(PublishAt.filter(), May(Action.WRITE_POST))
async def at_pressed(query: CallbackQuery, callback_data: PublishAt, visit: Visit) -> Screen:
    post = await post_of(visit, callback_data.post)
    if post is None:
        return await gone(visit)
    if post.state != "draft":
        return await card(visit, post, first=visit.texts("post-no-change"))
    moment = callback_data.moment
    if moment is not None and moment <= visit.now:
        return await ask_when(visit, post, first=visit.texts("post-time-problem", problem=Problem.PAST))
    return await schedule(visit, post, moment)


@router.message(Asked("post-time"), May(Action.WRITE_POST))
async def at_typed(message: Message, visit: Visit) -> Screen:
    post = await post_of(visit, int(visit.account.asked_about["post"]))
    if post is None or post.state != "draft":
        visit.stop_asking()
        return await card(visit, post, first=visit.texts("post-no-change")) if post else await gone(visit)
    reading = read_moment(message.text or "", visit.now, await visit.zone())
    if reading is None:
        return await ask_when(visit, post, first=visit.texts("post-time-unclear"))
    return await answer_to(visit, post, reading)


async def answer_to(visit: Visit, post: Post, reading: Reading) -> Screen:
    if reading.at is None or reading.problem not in USABLE:
        problem = str(reading.problem)
        return await ask_when(visit, post, first=visit.texts("post-time-problem", problem=problem))
    return await schedule(visit, post, reading.at)


async def schedule(visit: Visit, post: Post, moment: datetime | None) -> Screen:
    """Approve the post for ``moment``; None is now. Until it is published, its card takes it back."""
    visit.stop_asking()
    post.state, post.publish_at = "approved", moment or visit.now
    if moment is None:
        return await card(visit, post, first=visit.texts("post-approved-now"))
    words = moment_words(visit.texts, moment, visit.now, await visit.zone())
    return await card(visit, post, first=visit.texts("post-approved", moment=words))


def take_back(post: Post) -> bool:
    """Make an approved post a draft again; false when it may stand on the wall already."""
    if post.state != "approved" or is_leaving(post):
        return False
    post.state, post.publish_at = "draft", None
    return True


@router.callback_query(Withdraw.filter(), May(Action.WRITE_POST))
async def withdraw(query: CallbackQuery, callback_data: Withdraw, visit: Visit) -> Screen:
    post = await post_of(visit, callback_data.post)
    if post is None:
        return await gone(visit)
    if not take_back(post):
        key = "post-no-change" if post.state == "draft" else "post-too-late"
        return await card(visit, post, first=visit.texts(key))
    return await card(visit, post, first=visit.texts("post-returned"))


@router.callback_query(Retry.filter(), May(Action.WRITE_POST))
async def retry(query: CallbackQuery, callback_data: Retry, visit: Visit) -> Screen:
    """Once more, under the same guid: should the first try stand on the wall after all, no second one appears."""
    post = await post_of(visit, callback_data.post)
    if post is None:
        return await gone(visit)
    if post.state != "failed":
        return await card(visit, post, first=visit.texts("post-no-change"))
    post.state, post.problem, post.publish_at = "approved", "", visit.now
    return await card(visit, post, first=visit.texts("post-retried"))
