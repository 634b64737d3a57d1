"""All buttons of the project with what they carry: who may press each, on which rows, and what else it needs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, get_args

from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackData, CallbackQueryFilter

from domain.people import Action
from handlers.callbacks import Go
from handlers.filters import Asked, May
from tests.handlers.cases import CASES, WORDS, Case
from tests.handlers.test_completeness import all_routers, callback_classes, screens

NOBODY = 999_999
"""An id that no row has."""

ROWS = {
    "account": "account_mentee", "code": "handover", "decision": "decision", "gathering": "gathering",
    "invitation": "invitation", "letter": "letter", "meeting": "meeting", "mentee": "bystander_mentee",
    "mentor": "bystander_mentor", "milestone": "milestone", "notice": "notice", "organisation": "organisation",
    "other": "bystander_mentee",
    "pair": "pair", "partner": "partner", "person": "mentee", "post": "post", "practice": "practice",
    "request": "request", "responsible": "responsible", "roadmap": "roadmap", "row": "row", "rubric": "rubric",
    "submission": "submission", "survey": "survey", "task": "task",
}  # fmt: skip
"""What a button's field of this name is the id of, in ``tests.storage.whole``, unless its case says otherwise."""

WHO = {Action.SIGN: "head", Action.SEE_DISTRICT: "coordinator", Action.SET_MEETING: "mentor"}
"""Who presses in her own right what a curator may not; the curator does everything else behind an action."""


@dataclass(frozen=True, slots=True)
class Button:
    """A class of buttons; ``action`` is what all its handlers ask for, None where they ask for no action."""

    kind: type[CallbackData]
    action: Action | None
    word: str = ""
    """The screen that a ``Go`` leads to."""

    @property
    def name(self) -> str:
        return f"{self.kind.__prefix__}:{self.word}" if self.word else self.kind.__prefix__

    @property
    def case(self) -> Case:
        return CASES.get(self.name, Case())

    @property
    def who(self) -> str:
        return self.case.who or (WHO.get(self.action, "curator") if self.action else "")

    @property
    def carries_ids(self) -> bool:
        return any(name in ROWS for name in self.kind.model_fields)

    def data(self, ids: Mapping[str, int]) -> str:
        """What the messenger hands over, with these rows behind its ids."""
        if self.word:
            return Go(to=self.word).pack()
        fields = self.kind.model_fields
        given = {name: self._value(name, fields[name].annotation, ids) for name in fields if self._is_set(name)}
        return self.kind(**given).pack()

    def about(self, ids: Mapping[str, int]) -> dict[str, Any]:
        """What the chat waits for meanwhile is about."""
        return with_ids(self.case.about, ids)

    def _is_set(self, name: str) -> bool:
        field = self.kind.model_fields[name]
        return field.is_required() or name in ROWS or name in self.case.fields or name == "sure"

    def _value(self, name: str, kind: Any, ids: Mapping[str, int]) -> Any:
        given = self.case.fields.get(name)
        if name in ROWS and kind is int:
            return given if isinstance(given, int) else ids[given or ROWS[name]]
        return given if given is not None else plain(kind)


def with_ids(about: Mapping[str, Any], ids: Mapping[str, int]) -> dict[str, Any]:
    """The same with the ids of the rows that it names."""
    return {name: ids[value] if name in ROWS and isinstance(value, str) else value for name, value in about.items()}


def plain(kind: Any) -> Any:
    """A value of a field that is no row's id."""
    first = next(iter(get_args(kind)), kind)
    if isinstance(first, str):
        return first
    if isinstance(first, type) and issubclass(first, Enum):
        return next(iter(first))
    return {bool: True, str: "all", int: 0}[first]


def buttons() -> list[Button]:
    """Every class, and every screen of ``Go``, once."""
    assert list(all_routers())  # only then all classes are there
    return [
        *(Button(kind, action_of(kind)) for kind in callback_classes() if kind is not Go),
        *(Button(Go, action_of(Go, word), word) for word in sorted(screens()) if list(asked_of(Go, word))),
    ]


def action_of(kind: type[CallbackData], word: str = "") -> Action | None:
    """The action that the handlers of a button ask for; an error when they do not agree."""
    found = {may.action if may is not None else None for may in asked_of(kind, word)}
    if len(found) != 1:
        raise AssertionError(f"handlers of {kind.__name__} {word} ask for different actions: {found}")
    return found.pop()


def asked_of(kind: type[CallbackData], word: str) -> Iterator[May | None]:
    for router in all_routers():
        for handler in router.callback_query.handlers:
            asked = first(handler, CallbackQueryFilter)
            if asked is not None and takes(asked, kind, word):
                yield first(handler, May)


def takes(asked: CallbackQueryFilter, kind: type[CallbackData], word: str) -> bool:
    if asked.callback_data is not kind:
        return False
    return not word or asked.rule is None or bool(asked.rule.resolve(Go(to=word)))


@dataclass(frozen=True, slots=True)
class Words:
    """What a chat may wait for; ``action`` is what the handler of the words asks for, None where it asks for none."""

    name: str
    action: Action | None

    @property
    def case(self) -> Case:
        return WORDS.get(self.name, Case())

    @property
    def who(self) -> str:
        return self.case.who or (WHO.get(self.action, "curator") if self.action else "")

    def about(self, ids: Mapping[str, int]) -> dict[str, Any]:
        return with_ids(self.case.fields, ids)

    @property
    def carries_ids(self) -> bool:
        return any(name in ROWS for name in self.case.fields)


def words() -> list[Words]:
    """Everything that a chat may wait for, once; handlers of one thing ask for one action."""
    found = {
        (each.what, may.action if may is not None else None)
        for router in all_routers()
        for handler in router.message.handlers
        for each, may in [(first(handler, Asked), first(handler, May))]
        if each is not None
    }
    if len({what for what, _ in found}) != len(found):
        raise AssertionError(f"handlers of the same words ask for different actions: {sorted(found)}")
    return [Words(what, action) for what, action in sorted(found)]


def first(handler: HandlerObject, kind: type[Filter]) -> Any:
    return next((each.callback for each in handler.filters or [] if isinstance(each.callback, kind)), None)


def nowhere(ids: Mapping[str, int]) -> dict[str, int]:
    """The same names with ids that no row has, each with its own."""
    return {name: NOBODY + number for number, name in enumerate(ids)}
