"""What the buttons of posts carry."""

from datetime import UTC, datetime

from aiogram.filters.callback_data import CallbackData


class Shelf(CallbackData, prefix="posts"):
    """A page of all posts."""

    page: int = 0


class ShowPost(CallbackData, prefix="post"):
    post: int


class Look(CallbackData, prefix="plook"):
    """A draft as it will look."""

    post: int


class ChooseRubric(CallbackData, prefix="prub"):
    """Write for this rubric; 0 is the default one."""

    rubric: int


class Edit(CallbackData, prefix="pedit"):
    """Type the text anew."""

    post: int


class Approve(CallbackData, prefix="pok"):
    """Approve a draft."""

    post: int


class Cancel(CallbackData, prefix="pcan"):
    """Give a draft up."""

    post: int


class Withdraw(CallbackData, prefix="pwd"):
    """Make an approved post a draft again, while it is not published."""

    post: int


class Spread(CallbackData, prefix="pspr"):
    """Send a published post to who has agreed to news; asked until it is ``sure``."""

    post: int
    sure: bool = False


class Retry(CallbackData, prefix="pre"):
    """Publish once more what was refused."""

    post: int


class PublishAt(CallbackData, prefix="pat"):
    """Publish a draft at this moment (seconds since 1970 in UTC); 0 is now."""

    post: int
    at: int = 0

    @property
    def moment(self) -> datetime | None:
        return datetime.fromtimestamp(self.at, UTC) if self.at else None
