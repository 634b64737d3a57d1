"""A draft as it will look on the wall, and the question whether it may stand there."""

from collections.abc import Iterator

from handlers.posts.press import Approve, Cancel, Edit
from handlers.posts.shelf import home_button
from handlers.screen import MAX_TEXT, Screen, button, escape, rows
from handlers.visit import Scene
from storage.models import Post


def preview(scene: Scene, post: Post) -> list[Screen]:
    """The text alone, in more than one message where one cannot hold it; then what to do with it."""
    return [*(Screen(piece, fresh=True) for piece in pieces(post.text)), question(scene, post)]


def question(scene: Scene, post: Post) -> Screen:
    return Screen(
        scene.texts("post-preview"),
        (
            *rows(button(scene.texts("post-approve"), Approve(post=post.id))),
            *rows(
                button(scene.texts("post-edit"), Edit(post=post.id)),
                button(scene.texts("post-cancel"), Cancel(post=post.id)),
                home_button(scene),
                width=2,
            ),
        ),
        fresh=True,
    )


def pieces(text: str) -> Iterator[str]:
    """The text escaped, in parts that each fit a message."""
    part, size = "", 0
    for letter in map(escape, text):
        width = len(letter.encode("utf-16-le")) // 2
        if size + width > MAX_TEXT:
            yield part
            part, size = "", 0
        part, size = part + letter, size + width
    yield part
