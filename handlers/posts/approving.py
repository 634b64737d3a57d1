"""Approving a draft, with a second look at names of participants, and giving one up."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Action
from handlers.consents.press import ConsentCard
from handlers.filters import May
from handlers.posts.press import Approve, Cancel, Edit
from handlers.posts.scheduling import ask_when
from handlers.posts.shelf import card, gone, home_button, post_of, shelf
from handlers.screen import Screen, button, escape, rows
from handlers.undo import decided, reversal
from handlers.visit import Scene, Visit
from storage.models import Decision, Person, Post

router = Router(name="posts_approving")

NAMES_SHOWN = 5


@router.callback_query(Approve.filter(), May(Action.WRITE_POST))
async def approve(query: CallbackQuery, callback_data: Approve, visit: Visit) -> Screen:
    """On to the time; a text with the name of a participant needs her consent to that."""
    post = await post_of(visit, callback_data.post)
    if post is None:
        return await gone(visit)
    if post.state != "draft":
        return await card(visit, post, first=visit.texts("post-no-change"))
    named = await visit.storage.consents.unpublishable(post.organisation_id, post.text)
    return await refusal(visit, post, named) if named else await ask_when(visit, post)


async def refusal(scene: Scene, post: Post, named: Sequence[Person]) -> Screen:
    """Names without a consent go to no wall; a curator may photograph one that was signed on paper."""
    shown = ", ".join(escape(person.name) for person in named[:NAMES_SHOWN])
    on_paper = button(scene.texts("post-on-paper"), ConsentCard(person=named[0].id))
    return Screen(
        scene.texts("post-names", count=len(named), names=shown),
        rows(
            button(scene.texts("post-edit"), Edit(post=post.id)),
            on_paper if await scene.may(Action.SEE_PEOPLE) else None,
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
