"""Approving a draft, with a second look at names of participants, and giving one up."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from domain.posts import named_in
from handlers.filters import May
from handlers.posts.press import Approve, Cancel, Edit
from handlers.posts.scheduling import ask_when
from handlers.posts.shelf import card, gone, home_button, post_of, shelf
from handlers.screen import Screen, button, escape, rows
from handlers.undo import decided, reversal
from handlers.visit import Scene, Visit
from storage.models import Decision, Post

router = Router(name="posts_approving")

NAMES_SHOWN = 5


@router.callback_query(Approve.filter(), May(Action.WRITE_POST))
async def approve(query: CallbackQuery, callback_data: Approve, visit: Visit) -> Screen:
    """On to the time; a text with the name of a participant is asked about once more."""
    post = await post_of(visit, callback_data.post)
    if post is None:
        return await gone(visit)
    if post.state != "draft":
        return await card(visit, post, first=visit.texts("post-no-change"))
    names = [] if callback_data.sure else await names_in(visit, post)
    return warning(visit, post, names) if names else await ask_when(visit, post)


async def names_in(scene: Scene, post: Post) -> list[str]:
    """Participants whose name the text gives away."""
    people = await scene.storage.people.members(post.organisation_id)
    return named_in(post.text, [person.name for person in people])


def warning(scene: Scene, post: Post, names: list[str]) -> Screen:
    shown = ", ".join(escape(name) for name in names[:NAMES_SHOWN])
    return Screen(
        scene.texts("post-names", count=len(names), names=shown),
        rows(
            button(scene.texts("post-edit"), Edit(post=post.id)),
            button(scene.texts("post-approve-anyway"), Approve(post=post.id, sure=True)),
            button(scene.texts("post-cancel"), Cancel(post=post.id)),
            home_button(scene),
        ),
    )


@router.callback_query(Cancel.filter(), May(Action.WRITE_POST))
async def cancel(query: CallbackQuery, callback_data: Cancel, visit: Visit) -> Screen:
    visit.stop_asking()
    post = await post_of(visit, callback_data.post)
    if post is None:
        return await gone(visit)
    if post.state != "draft":
        return await card(visit, post, first=visit.texts("post-no-change"))
    undo = await decided(visit, "post-cancelled", post=post.id)
    post.state = "cancelled"
    fresh = await shelf(visit, first=visit.texts("post-cancelled"))
    return Screen(fresh.text, (*fresh.rows[:-1], (undo, *fresh.rows[-1])))


@reversal("post-cancelled")
async def undo_cancel(visit: Visit, decision: Decision) -> bool:
    post = await post_of(visit, int(decision.before["post"]))
    if post is None or post.state != "cancelled":
        return False
    post.state = "draft"
    return True
