"""Reads a choice of options: pressed, or typed as labels, their beginnings, their numbers or own words."""

import re

from domain.forms.answer import Answer, Chosen
from domain.forms.form import Kind, Question
from domain.forms.problem import Problem, ProblemCode
from domain.forms.wording import fold

SHORTEST_BEGINNING = 3
PLACES = re.compile(r"\d{1,2}(?:\s*[-–—]\s*\d{1,2})?(?:[\s,;.и]+\d{1,2}(?:\s*[-–—]\s*\d{1,2})?)*[\s.)]*")
NUMBER = re.compile(r"\d+")
COMMAS = re.compile(r"[,;\n]+")
ROOM_FOR_LABELS = 1000
EVERYTHING = frozenset({"все", "все варианты", "все перечисленное"})
AND = re.compile(r"\s+и\s+")


def pressed_option(question: Question, key: str, before: Answer | None) -> Answer | Problem:
    """One of: the option is the answer. Several of: its tick is turned, and the choice is not finished."""
    if question.option(key) is None:
        return Problem(ProblemCode.STALE_BUTTON)
    if question.kind is Kind.ONE_OF:
        return Answer(Chosen((key,)))
    earlier = before.value if before and isinstance(before.value, Chosen) else Chosen()
    keys = set(earlier.keys) ^ {key}
    ticked = _in_order(question, keys, earlier.own)
    return _too_many(question, ticked) or Answer(ticked, finished=False)


def finished_choice(question: Question, before: Answer | None) -> Answer | Problem:
    """The answer when «Готово» is pressed under the ticked options."""
    if before is None or not isinstance(before.value, Chosen) or before.value == Chosen():
        return Problem(ProblemCode.NOTHING_CHOSEN) if question.required else Answer(None)
    return Answer(before.value)


def typed_choice(question: Question, text: str, before: Answer | None) -> Answer | Problem:
    """What is typed to a choice is finished at once; it joins the ticks that are being set."""
    ticking = question.kind is Kind.SEVERAL_OF and before is not None and not before.finished
    if ticking and fold(text) in EVERYTHING:
        return finished_choice(question, before)
    limit = question.limits.max_length
    if len(text) > limit + ROOM_FOR_LABELS:
        return Problem(ProblemCode.TOO_LONG, {"limit": limit, "length": len(text)})
    keys, own = _understood(question, text)
    ticked = before.value if ticking and before and isinstance(before.value, Chosen) else Chosen()
    chosen = _in_order(question, {*ticked.keys, *keys}, own or ticked.own)
    return _refused(question, keys, own) or _too_many(question, chosen) or Answer(chosen)


def _refused(question: Question, keys: list[str], own: str) -> Problem | None:
    """What is wrong with the options and own words that were typed."""
    limit = question.limits.max_length
    if not keys and not fold(own):
        return Problem(ProblemCode.EMPTY)
    if own and not (question.own and any(sign.isalpha() for sign in own)):
        count = len(question.options) if counted(question) else 0
        return Problem(ProblemCode.NOT_AN_OPTION, {"text": own[:40], "count": count})
    if question.kind is Kind.ONE_OF and len(keys) + bool(own) > 1:
        return Problem(ProblemCode.ONE_OPTION)
    if len(own) > limit:
        return Problem(ProblemCode.TOO_LONG, {"limit": limit, "length": len(own)})
    return None


def _understood(question: Question, text: str) -> tuple[list[str], str]:
    """The options that a text names, and the rest of it as own words."""
    whole = _named(question, text)
    if whole:
        return [whole], ""
    if question.kind is Kind.SEVERAL_OF and fold(text) in EVERYTHING:
        return [option.key for option in question.options], ""
    places = _all_named(question, list(filter(None, map(str.strip, COMMAS.split(text))))) or _places(question, text)
    if places:
        return places, ""
    keys: list[str] = []
    rest: list[str] = []
    for part in filter(None, map(str.strip, COMMAS.split(text))):
        named = _all_named(question, [part]) or _all_named(question, AND.split(part))
        keys += named
        rest += [] if named else [part]
    return (keys, ", ".join(rest)) if keys else ([], text)


def _all_named(question: Question, parts: list[str]) -> list[str]:
    """The options that the parts name, when each of them names one."""
    named = [_named(question, part) for part in parts]
    return [key for key in named if key] if all(named) else []


def _named(question: Question, text: str) -> str | None:
    """The option whose label or other word this is, or the only one whose label begins like this."""
    said = fold(text)
    for option in question.options:
        if said in {fold(word) for word in (option.label, *option.also)}:
            return option.key
    alike = [option.key for option in question.options if fold(option.label).startswith(said)]
    return alike[0] if len(alike) == 1 and len(said) >= SHORTEST_BEGINNING else None


def counted(question: Question) -> bool:
    """Whether people may be told to answer by number: not where labels themselves hold numbers («1–2 часа»)."""
    return not any(NUMBER.search(option.label) for option in question.options)


def _places(question: Question, text: str) -> list[str]:
    """Options named by their numbers, «1, 3» or «2-4»; empty when the text is something else."""
    if not PLACES.fullmatch(text.strip()):
        return []
    numbers: list[int] = []
    for first, last in re.findall(r"(\d{1,2})(?:\s*[-–—]\s*(\d{1,2}))?", text):
        numbers += range(int(first), int(last or first) + 1)
    keys = [_numbered(question, number) for number in numbers]
    return [key for key in keys if key] if all(keys) else []


def _numbered(question: Question, number: int) -> str | None:
    """The option that stands at this place; where labels hold the number it is the one that says it.

    «2» under «1–2 часа» and «3–4 часа» is either, and so none; under «Группа 3» and «Группа 2» it is «Группа 2».
    """
    options = question.options
    held = {option.key: [int(each) for each in NUMBER.findall(option.label)] for option in options}
    saying = {key for key, numbers in held.items() if number in numbers}
    alone = [key for key in saying if len(held[key]) == 1]
    if len(alone) == 1:
        return alone[0]
    place = {options[number - 1].key} if 1 <= number <= len(options) else set()
    meant = saying | place
    return meant.pop() if len(meant) == 1 else None


def _in_order(question: Question, keys: set[str], own: str) -> Chosen:
    return Chosen(tuple(option.key for option in question.options if option.key in keys), own)


def _too_many(question: Question, chosen: Chosen) -> Problem | None:
    most = question.limits.max_choices
    if question.kind is Kind.ONE_OF or most is None or len(chosen.keys) + bool(chosen.own) <= most:
        return None
    return Problem(ProblemCode.TOO_MANY_CHOSEN, {"limit": most})
