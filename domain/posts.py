"""Posts for the community's rubrics: the hashtag, when to publish, and whose name stands in a text."""

import re
from collections.abc import Iterable
from datetime import datetime, time, timedelta
from itertools import pairwise

from domain.calendar import DAY, Calendar

LONGEST_TEXT = 4000
LONGEST_RUBRIC = 50
DEFAULT_RUBRIC = "Наставничество"

HOURS = (time(10), time(17))
"""When people look into the community: in the morning break and on the way home."""
NOTICE = timedelta(minutes=30)
LOOK_AHEAD = 14

WORD = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*|\b[А-ЯЁ](?=\.)")
"""A word, or an initial with its dot; single letters otherwise («и», «с») belong to no name."""
ENDING = re.compile(r"(?:[иоыеэ]й|[аяоеёиыуюйьъ])$")
LONGEST_ENDING = 3


def hashtag_of(title: str) -> str:
    """«Лучшие практики» → «#лучшие_практики»; empty when the title has no letter and no digit."""
    words = re.findall(r"[^\W_]+", title.casefold())
    return "#" + "_".join(words) if words else ""


def with_hashtag(text: str, hashtag: str) -> str:
    """The text as it stands on the wall: the rubric's hashtag at the end, unless the author put it in."""
    there = re.search(re.escape(hashtag) + r"(?!\w)", text, re.IGNORECASE)
    return text.strip() if there else f"{text.strip()}\n\n{hashtag}"


def publishing_moments(now: datetime, calendar: Calendar, count: int = 4) -> list[datetime]:
    """The next UTC moments to propose, in working days and not too soon to change one's mind."""
    today = calendar.day_of(now)
    days = (today + number * DAY for number in range(LOOK_AHEAD))
    moments = [calendar.at(day, hour) for day in days if calendar.is_working_day(day) for hour in HOURS]
    return [moment for moment in moments if moment >= now + NOTICE][:count]


def named_in(text: str, names: Iterable[str]) -> list[str]:
    """Those of ``names`` (full names) that ``text`` gives away, in whatever case and order of words.

    Two words of a name side by side are enough («Анне Петровне», «Ивановой Анны»), and so is a surname with an
    initial; a first name alone says too little, and a one-word name is left out.
    """
    words = [fold(word) for word in WORD.findall(text)]
    beside = list(pairwise(words))
    return [name for name in names if any(_gives_away(parts_of(name), pair) for pair in beside)]


def conceal(text: str, name: str) -> str:
    """``text`` with every word of this full name, in whatever case, replaced by an ellipsis."""
    parts = parts_of(name)
    return WORD.sub(lambda word: "…" if any(is_form(fold(word[0]), part) for part in parts) else word[0], text)


def fold(word: str) -> str:
    return word.casefold().replace("ё", "е")


def parts_of(name: str) -> list[str]:
    return [fold(word) for word in WORD.findall(name)]


def _gives_away(parts: list[str], pair: tuple[str, str]) -> bool:
    first, second = pair
    return any(
        (is_form(first, one) and (is_form(second, other) or _is_initial(second, other)))
        or (_is_initial(first, other) and is_form(second, one))
        for one in parts
        for other in parts
        if one != other
    )


def is_form(word: str, name: str) -> bool:
    """Whether ``word`` may be ``name`` in some case: the same stem with a short ending."""
    stem = ENDING.sub("", name) if len(name) > 2 else name
    return word.startswith(stem) and len(word) - len(stem) <= LONGEST_ENDING


def _is_initial(word: str, name: str) -> bool:
    return len(word) == 1 and name.startswith(word)
