"""The banks of mentors and mentees: what is known of each person, and which of them a filter or a word finds."""

from dataclasses import dataclass
from enum import StrEnum

from domain.forms.wording import fold
from domain.people import Category, Grade


class Narrow(StrEnum):
    """By what a bank is narrowed; the first four need a value (``topic.planning``)."""

    TOPIC = "topic"
    DAY = "day"
    CATEGORY = "category"
    GRADE = "grade"
    """The qualification of a mentor: as the curator has marked it, else as she has told it."""
    FREE = "free"
    """Mentors who can take one mentee more."""
    UNPAIRED = "unpaired"
    UNSENT = "unsent"
    UNAGREED = "unagreed"


WITH_VALUE = (Narrow.TOPIC, Narrow.DAY, Narrow.CATEGORY, Narrow.GRADE)
OF_MENTORS = (Narrow.GRADE, Narrow.FREE)


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
    grade: Grade = Grade.NONE
    seats: int | None = None
    pairs: int = 0

    def values(self, kind: Narrow) -> frozenset[str]:
        """What a filter that needs a value may be set to, to find this person."""
        if kind is Narrow.TOPIC:
            return self.topics
        if kind is Narrow.DAY:
            return self.days
        return frozenset({str(self.category if kind is Narrow.CATEGORY else self.grade)})


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
    if kind in WITH_VALUE:
        return value in profile.values(kind)
    match kind:
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
