"""What the buttons of people without a messenger carry."""

from aiogram.filters.callback_data import CallbackData

from domain.consents import Age
from domain.people import Category, Role


class OfflineKind(CallbackData, prefix="off"):
    """Who is to be taken in: asked for one after the other; ``age`` and ``role`` are empty until they are told."""

    category: Category
    age: Age | None = None
    role: Role | None = None


class Enter(CallbackData, prefix="offenter"):
    """Enter this form for her; ``survey`` asks it, ``version`` is the one on paper, 0 where it is neither."""

    person: int
    form: str
    survey: int = 0
    version: int = 0


class PaperOf(CallbackData, prefix="offpaper"):
    """Whose paper of this form is it? A page of names."""

    form: str
    version: int
    page: int = 0


class AnswerBlank(CallbackData, prefix="offmine"):
    """Answer the form whose code was typed oneself."""

    form: str


class Blanks(CallbackData, prefix="blanks"):
    """A page of forms to print."""

    page: int = 0


class Blank(CallbackData, prefix="blank"):
    """Print a form, as people of ``category`` answer it."""

    form: str
    category: Category | None = None


class Bring(CallbackData, prefix="offbring"):
    """Make the link by which somebody without a messenger comes to one."""

    person: int


class Arrive(CallbackData, prefix="arrive"):
    """Whether the link that was opened is one's own."""

    sure: bool
