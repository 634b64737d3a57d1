"""A published post goes as news to the participants who have agreed to news, each once."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.consents import Use
from domain.notices import News
from domain.people import Action
from handlers.callbacks import Go
from handlers.filters import May
from handlers.part import Part
from handlers.posts.press import ShowPost, Spread
from handlers.posts.shelf import card, gone, post_of
from handlers.screen import Screen, button, escape, link, rows, shorten
from handlers.visit import Scene, Visit
from storage.models import Notice, Person, Post

router = Router(name="posts_spreading")

LONGEST = 600


@router.callback_query(Spread.filter(), May(Action.WRITE_POST))
async def spread(query: CallbackQuery, callback_data: Spread, visit: Visit) -> Screen:
    """Say who will get it, and write to them when that was confirmed."""
    post = await post_of(visit, callback_data.post)
    if post is None or post.state != "published":
        return await card(visit, post, first=visit.texts("post-no-change")) if post is not None else await gone(visit)
    people = await readers(visit, post)
    if callback_data.sure:
        new = sum([await tell(visit, post, person) for person in people])
        return await card(visit, post, first=visit.texts("post-spread-done", count=new))
    yes = button(visit.texts("post-spread-yes"), Spread(post=post.id, sure=True)) if people else None
    return Screen(
        visit.texts("post-spread-sure", count=len(people)),
        rows(yes, button(visit.texts("back"), ShowPost(post=post.id))),
    )


async def readers(visit: Visit, post: Post) -> list[Person]:
    """Everybody who takes part and has agreed to news, besides who sends them."""
    agreed = await visit.storage.consents.allowing(post.organisation_id, Use.SEND_NEWS)
    members = await visit.storage.people.members(post.organisation_id)
    return [each for each in members if each.id in agreed and each.id != visit.person.id]


async def tell(visit: Visit, post: Post, person: Person) -> bool:
    return await visit.storage.notices.add(
        person.id,
        News.PROGRAMME_NEWS,
        f"post:{post.id}:news:person:{person.id}",
        visit.now,
        visit.now,
        organisation_id=post.organisation_id,
        subject={"post": post.id},
    )


async def news_part(scene: Scene, notice: Notice) -> Part | None:
    """To who still agrees to news, as long as everybody who is named in the post agrees to be."""
    here = notice.organisation_id or 0
    post = await scene.storage.posts.get(here, int(notice.subject["post"]))
    agrees = await scene.storage.consents.allows(Use.SEND_NEWS, notice.person_id, here)
    if post is None or not agrees or await scene.storage.consents.unpublishable(here, post.text):
        return None
    return Part(
        scene.texts("post-spread-news", text=escape(shorten(post.text, LONGEST))),
        (
            link(scene.texts("post-news-open"), post.link),
            button(scene.texts("post-spread-stop"), Go(to="my-consents")),
        ),
    )
