"""What a person gave to a question, before it is read."""

from dataclasses import dataclass

from domain.forms.wording import fold


@dataclass(frozen=True, slots=True)
class Typed:
    text: str


@dataclass(frozen=True, slots=True)
class Pressed:
    """A pressed answer: the key of an option, a number on a scale, "yes" or "no"."""

    key: str


@dataclass(frozen=True, slots=True)
class Attached:
    """A photo, document, voice message… `file` is the caller's key of what was stored; `caption` came with it."""

    media: str
    file: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """«Готово» under options that are being ticked."""


@dataclass(frozen=True, slots=True)
class Skip:
    """«Пропустить»."""


Given = Typed | Pressed | Attached | Done | Skip

BACK = frozenset({"назад", "вернуться", "вернись", "предыдущий вопрос"})
SKIP = frozenset({"пропустить", "пропуск", "пропускаю", "пропусти", "дальше"})
STOP = frozenset({"стоп", "хватит", "прервать", "потом", "позже", "не сейчас"})
DONE = frozenset({"готово", "это все", "готова", "готов"})


def means_back(text: str) -> bool:
    """Whether a typed text asks for the previous question."""
    return fold(text) in BACK


def means_stop(text: str) -> bool:
    """Whether a typed text puts the form off."""
    return fold(text) in STOP


def means_skip(text: str) -> bool:
    """Whether a typed text leaves an optional question out; a lone dash does."""
    return fold(text) in SKIP or text.strip() in {"-", "–", "—"}


def means_done(text: str) -> bool:
    return fold(text) in DONE
