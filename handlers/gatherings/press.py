"""What the buttons of gatherings carry."""

from datetime import UTC, datetime, timedelta

from aiogram.filters.callback_data import CallbackData

from domain.gatherings import Gathered

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class Board(CallbackData, prefix="gb"):
    """A page of the curator's gatherings."""

    page: int = 0


class Show(CallbackData, prefix="gs"):
    gathering: int


class New(CallbackData, prefix="gn"):
    """A gathering of this kind: when is it?"""

    kind: Gathered


class At(CallbackData, prefix="gw"):
    """The time is said; ``minute`` counts the minutes since 1970 in UTC."""

    kind: Gathered
    minute: int

    @classmethod
    def of(cls, kind: Gathered, moment: datetime) -> "At":
        return cls(kind=kind, minute=(moment - EPOCH) // MINUTE)


class Make(CallbackData, prefix="gm"):
    """Make it, with its quick poll or without one."""

    kind: Gathered
    minute: int
    polled: bool

    @property
    def moment(self) -> datetime:
        return EPOCH + self.minute * MINUTE


class Posters(CallbackData, prefix="gq"):
    """The codes as a picture, and the poster."""

    gathering: int


class Sheet(CallbackData, prefix="ga"):
    """The attendance sheet."""

    gathering: int


class Result(CallbackData, prefix="gr"):
    """What came out: in the chat, or as tables."""

    gathering: int
    tables: bool = False


class InviteMentors(CallbackData, prefix="gi"):
    """Ask those who want to be mentors for their questionnaire."""

    gathering: int


class Attach(CallbackData, prefix="gt"):
    """A page of the rows that the gathering may prove."""

    gathering: int
    page: int = 0


class AttachTo(CallbackData, prefix="gk"):
    gathering: int
    task: int


class Here(CallbackData, prefix="gh"):
    """«Я здесь»; ``without_post`` goes on without saying the post."""

    gathering: int
    without_post: bool = False


class Unnamed(CallbackData, prefix="gu"):
    """An answer without a name to the question with this number; without a ``key`` the poll begins."""

    gathering: int
    question: int = 0
    key: str = ""
