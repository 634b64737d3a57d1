"""What became of a post: told to whoever wrote it."""

from handlers.part import Part
from handlers.posts.press import ShowPost
from handlers.posts.shelf import LONGEST_LABEL
from handlers.screen import button, escape, link, shorten
from handlers.visit import Scene
from storage.models import Notice, Post


async def published_part(scene: Scene, notice: Notice) -> Part | None:
    """The post stands on the wall: here is the link."""
    post = await post_of(scene, notice, "published")
    if post is None:
        return None
    return Part(
        scene.texts("post-news-published", text=excerpt(post)),
        (link(scene.texts("post-news-open"), post.link),),
        subject=f"post:{post.id}",
    )


async def failed_part(scene: Scene, notice: Notice) -> Part | None:
    """The community refused the post: why, and the way on."""
    post = await post_of(scene, notice, "failed")
    if post is None:
        return None
    return Part(
        scene.texts("post-news-failed", text=excerpt(post), problem=post.problem),
        (button(scene.texts("post-what-next"), ShowPost(post=post.id)),),
        subject=f"post:{post.id}",
    )


async def post_of(scene: Scene, notice: Notice, state: str) -> Post | None:
    """The post, while it is still in the state that the notice tells of."""
    post = await scene.storage.posts.get(notice.organisation_id or 0, int(notice.subject["post"]))
    return post if post is not None and post.state == state else None


def excerpt(post: Post) -> str:
    return escape(shorten(post.text, LONGEST_LABEL))
