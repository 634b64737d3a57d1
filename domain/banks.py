"""The banks of mentors and mentees: what is known of each person, and which of them a filter or a word finds."""

from dataclasses import dataclass
from enum import StrEnum

from domain.forms.wording import fold
from domain.people import Category


class Narrow(StrEnum):
    """By what a bank is narrowed; the first three need a value (``topic.planning``)."""

    TOPIC = "topic"
    DAY = "day"
    CATEGORY = "category"
    FREE = "free"
    """Mentors who can take one mentee more."""
    UNPAIRED = "unpaired"
    UNSENT = "unsent"
    UNAGREED = "unagreed"


WITH_VALUE = (Narrow.TOPIC, Narrow.DAY, Narrow.CATEGORY)


@dataclass(frozen=True, slots=True)
class Profile:
    """What a bank knows of one person: her answers as keys of options and as words, her place in pairs.

    ``agreed`` says whether she may be shown; of who may not, nothing but that is looked at. ``seats`` is how many
    mentees a mentor takes, None where she has not said.
    """

    person_id: int
    name: str
    category: Category
    agreed: bool
    sent: bool
    topics: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    words: str = ""
    seats: int | None = None
    pairs: int = 0


def parse(narrow: str) -> tuple[Narrow, str] | None:
    """``topic.planning`` as its kind and value; None for no filter, and for what is none (any more)."""
    kind, _, value = narrow.partition(".")
    if kind not in set(Narrow) or bool(value) != (Narrow(kind) in WITH_VALUE):
        return None
    return Narrow(kind), value


def passes(profile: Profile, narrow: str) -> bool:
    """Whether a filter lets somebody through."""
    parsed = parse(narrow)
    if parsed is None:
        return True
    kind, value = parsed
    if kind is Narrow.UNAGREED:
        return not profile.agreed
    return profile.agreed and _passes(profile, kind, value)


def _passes(profile: Profile, kind: Narrow, value: str) -> bool:
    match kind:
        case Narrow.TOPIC:
            return value in profile.topics
        case Narrow.DAY:
            return value in profile.days
        case Narrow.CATEGORY:
            return value == profile.category
        case Narrow.FREE:
            return profile.sent and profile.pairs < (1 if profile.seats is None else profile.seats)
        case Narrow.UNPAIRED:
            return profile.pairs == 0
        case _:
            return not profile.sent


def finds(profile: Profile, typed: str) -> bool:
    """Whether all typed words begin a word of the name or of the answers, small letters and е for ё."""
    wanted = fold(typed).split()
    if not wanted:
        return True
    if not profile.agreed:
        return False
    words = fold(f"{profile.name} {profile.words}").split()
    return all(any(word.startswith(each) for word in words) for each in wanted)
