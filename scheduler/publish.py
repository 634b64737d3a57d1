"""The tick that puts approved posts on the community's wall, each once."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from domain.notices import News
from storage.database import Database
from storage.models import Post
from storage.storage import Storage

LEASE = timedelta(minutes=2)
UNAGREED_NAMES = "names"
"""The problem of a post that names a participant without the consent to publishing."""


@dataclass(frozen=True, slots=True)
class Published:
    link: str


@dataclass(frozen=True, slots=True)
class Postponed:
    """The messenger did not answer; the lease decides when it is tried again."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The community refused the post; ``problem`` is a code that the curator is told in words."""

    problem: str


Publication = Published | Postponed | Refused
Publish = Callable[[str, str], Awaitable[Publication]]
"""Takes the text and the guid by which a repeated call is recognised."""


async def publish(database: Database, now: datetime, put: Publish) -> int:
    """Publish every post whose time has come; how many stand on the wall now."""
    count = 0
    while (claimed := await _claim(database, now)) is not None:
        post_id, organisation_id, text, guid = claimed
        outcome = await put(text, guid)
        await database.run(
            partial(_record, organisation_id=organisation_id, post_id=post_id, outcome=outcome, now=now)
        )
        count += isinstance(outcome, Published)
    return count


async def _claim(database: Database, now: datetime) -> tuple[int, int, str, str] | None:
    real_now = datetime.now(UTC)
    post = await database.run(lambda storage: _claim_allowed(storage, now, real_now))
    return (post.id, post.organisation_id, post.text, post.guid) if post is not None else None


async def _claim_allowed(storage: Storage, now: datetime, real_now: datetime) -> Post | None:
    """The next post; one that names somebody without a consent, or no longer with one, is refused on the way."""
    while (post := await storage.posts.claim_due(now, real_now, real_now + LEASE)) is not None:
        if not await storage.consents.unpublishable(post.organisation_id, post.text):
            return post
        await _record(storage, post.organisation_id, post.id, Refused(UNAGREED_NAMES), now)
    return None


async def _record(storage: Storage, organisation_id: int, post_id: int, outcome: Publication, now: datetime) -> None:
    post = await storage.posts.get(organisation_id, post_id)
    if post is None:
        return
    match outcome:
        case Published(link):
            post.state, post.link, post.published_at, post.claimed_until = "published", link, now, None
            await _tell_author(storage, post, News.POST_PUBLISHED, now)
        case Refused(problem):
            post.state, post.problem, post.claimed_until = "failed", problem, None
            await _tell_author(storage, post, News.POST_FAILED, now)
        case Postponed():
            pass


async def _tell_author(storage: Storage, post: Post, kind: News, now: datetime) -> None:
    if post.created_by is None:
        return
    await storage.notices.add(
        post.created_by,
        kind,
        f"post:{post.id}:{kind}:{now.isoformat()}",
        now,
        now,
        organisation_id=post.organisation_id,
        subject={"post": post.id},
    )
