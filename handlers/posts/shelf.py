"""All posts, and one post: its state, its time, its link or what went wrong."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from domain.people import Action
from handlers.callbacks import Go
from handlers.dates import moment_words
from handlers.filters import May
from handlers.posts.press import Cancel, Edit, Look, Retry, Shelf, ShowPost, Spread, Withdraw
from handlers.screen import Button, Screen, button, escape, lines, link, page_of, page_row, rows, shorten
from handlers.visit import Scene, Visit
from storage.models import Post

router = Router(name="posts_shelf")

POSTS_ON_PAGE = 3
LONGEST_EXCERPT = 500
LONGEST_LABEL = 37


@router.callback_query(Go.filter(F.to == "posts"), May(Action.WRITE_POST))
async def show_first(query: CallbackQuery, visit: Visit) -> Screen:
    visit.stop_asking()
    return await shelf(visit)


@router.callback_query(Shelf.filter(), May(Action.WRITE_POST))
async def show_page(query: CallbackQuery, callback_data: Shelf, visit: Visit) -> Screen:
    visit.stop_asking()
    return await shelf(visit, callback_data.page)


async def shelf(scene: Scene, page: int = 0, first: str | None = None) -> Screen:
    """The posts, the newest first, and the way to write one; ``first`` is said above."""
    organisation = await scene.organisation()
    posts = await scene.storage.posts.of_organisation(organisation.id)
    shown, number, pages = page_of(posts, page, POSTS_ON_PAGE)
    served = has_community(scene)
    return Screen(
        lines(
            first,
            scene.texts("posts-title" if served else "posts-no-community"),
            None if posts else scene.texts("posts-none"),
        ),
        (
            *rows(button(scene.texts("posts-write"), Go(to="write-post")) if served else None),
            *rows(*(button(label_of(scene, post), ShowPost(post=post.id)) for post in shown)),
            *page_row(scene.texts, number, pages, lambda other: Shelf(page=other)),
            *rows(home_button(scene)),
        ),
    )


def has_community(scene: Scene) -> bool:
    """Whether there is a community to publish in."""
    return "vk" in scene.addresses.templates


def label_of(scene: Scene, post: Post) -> str:
    return scene.texts("posts-label", state=post.state, text=shorten(post.text, LONGEST_LABEL))


def home_button(scene: Scene) -> Button:
    return button(scene.texts("home"), Go(to="home"))


@router.callback_query(ShowPost.filter(), May(Action.WRITE_POST))
async def show_one(query: CallbackQuery, callback_data: ShowPost, visit: Visit) -> Screen:
    visit.stop_asking()
    post = await post_of(visit, callback_data.post)
    return await card(visit, post) if post is not None else await gone(visit)


async def post_of(scene: Scene, post_id: int) -> Post | None:
    """A post of the person's organisation."""
    organisation = await scene.organisation()
    return await scene.storage.posts.get(organisation.id, post_id)


async def gone(scene: Scene) -> Screen:
    return await shelf(scene, first=scene.texts("posts-gone"))


async def card(scene: Scene, post: Post, first: str | None = None, undo: Button | None = None) -> Screen:
    """One post with its state and what can be done with it now."""
    rubric = await scene.storage.posts.rubric_by_id(post.organisation_id, post.rubric_id)
    return Screen(
        lines(
            first,
            scene.texts(
                "post-card",
                rubric=escape(rubric.title) if rubric is not None else "",
                text=escape(shorten(post.text, LONGEST_EXCERPT)),
            ),
            await state(scene, post),
        ),
        (
            *rows(*steps(scene, post)),
            *rows(undo, button(scene.texts("posts-all"), Shelf()), home_button(scene), width=3),
        ),
    )


async def state(scene: Scene, post: Post) -> str:
    """Where the post stands, in a sentence."""
    if is_leaving(post):
        return scene.texts("post-state-leaving")
    moment = post.published_at if post.state == "published" else post.publish_at
    words = moment_words(scene.texts, moment, scene.now, await scene.zone()) if moment is not None else ""
    return scene.texts(f"post-state-{post.state}", moment=words, problem=post.problem)


def is_leaving(post: Post) -> bool:
    """Whether an approved post was handed to VK, so that it may stand on the wall already."""
    return post.state == "approved" and post.claimed_until is not None


def steps(scene: Scene, post: Post) -> list[Button]:
    """What can be done with a post in its state."""
    texts = scene.texts
    match post.state:
        case "draft":
            return [
                button(texts("post-look"), Look(post=post.id)),
                button(texts("post-edit"), Edit(post=post.id)),
                button(texts("post-cancel"), Cancel(post=post.id)),
            ]
        case "approved" if not is_leaving(post):
            return [button(texts("post-withdraw"), Withdraw(post=post.id))]
        case "failed":
            return [
                button(texts("post-retry"), Retry(post=post.id)),
                button(texts("post-edit"), Edit(post=post.id)),
            ]
        case "published" if post.link:
            return [link(texts("post-open"), post.link), button(texts("post-spread"), Spread(post=post.id))]
    return []
