"""When a question is asked: a tiny language over earlier answers and facts about the person.

In TOML: `when = { question = "role", is = "mentor" }`, `{ question = "hours", at_least = 2 }`,
`{ question = "phone", answered = true }`, `{ person = "role", is = ["mentor", "mentee"] }`, and of these
`{ any = [...] }`, `{ all = [...] }`, `{ not = {...} }`.
A condition on a question that was not asked, not answered or skipped does not hold.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

Fact = str | int | bool | Collection[str] | None
"""What conditions compare: keys of chosen options or roles come as a collection, other values as they are."""
FACTS = frozenset({"role", "category", "age"})
"""Facts about the person that a condition may name: her roles and category in the organisation, her age group."""


class Condition(Protocol):
    def holds(self, answers: Mapping[str, Fact], person: Mapping[str, Fact]) -> bool: ...

    def questions(self) -> Iterator[str]:
        """Keys of the questions that the condition asks about."""
        ...

    def facts(self) -> Iterator[str]:
        """Facts about the person that the condition asks about."""
        ...


@dataclass(frozen=True, slots=True)
class Always:
    def holds(self, answers: Mapping[str, Fact], person: Mapping[str, Fact]) -> bool:
        return True

    def questions(self) -> Iterator[str]:
        return iter(())

    def facts(self) -> Iterator[str]:
        return iter(())


@dataclass(frozen=True, slots=True)
class Comparison:
    """A comparison of one answer or one fact; `one_of` empty means that only the bounds count."""

    name: str
    of_person: bool = False
    one_of: tuple[str | int | bool, ...] = ()
    at_least: int | None = None
    at_most: int | None = None
    answered: bool | None = None

    def holds(self, answers: Mapping[str, Fact], person: Mapping[str, Fact]) -> bool:
        fact = (person if self.of_person else answers).get(self.name)
        if self.answered is not None:
            return (fact is not None) is self.answered
        return fact is not None and self._equal(fact) and self._bounded(fact)

    def _equal(self, fact: Fact) -> bool:
        if not self.one_of:
            return True
        if isinstance(fact, str | int) or fact is None:
            return any(fact == wanted and type(fact) is type(wanted) for wanted in self.one_of)
        return any(wanted in fact for wanted in self.one_of)

    def _bounded(self, fact: Fact) -> bool:
        if self.at_least is None and self.at_most is None:
            return True
        if not isinstance(fact, int):
            return False
        return (self.at_least is None or fact >= self.at_least) and (self.at_most is None or fact <= self.at_most)

    def questions(self) -> Iterator[str]:
        return iter(() if self.of_person else (self.name,))

    def facts(self) -> Iterator[str]:
        return iter((self.name,) if self.of_person else ())


@dataclass(frozen=True, slots=True)
class Joined:
    """Several conditions of which any, or all, must hold."""

    parts: tuple[Condition, ...]
    need_all: bool

    def holds(self, answers: Mapping[str, Fact], person: Mapping[str, Fact]) -> bool:
        each = (part.holds(answers, person) for part in self.parts)
        return all(each) if self.need_all else any(each)

    def questions(self) -> Iterator[str]:
        return (key for part in self.parts for key in part.questions())

    def facts(self) -> Iterator[str]:
        return (name for part in self.parts for name in part.facts())


@dataclass(frozen=True, slots=True)
class Not:
    part: Condition

    def holds(self, answers: Mapping[str, Fact], person: Mapping[str, Fact]) -> bool:
        return not self.part.holds(answers, person)

    def questions(self) -> Iterator[str]:
        return self.part.questions()

    def facts(self) -> Iterator[str]:
        return self.part.facts()


def parse(written: object) -> Condition:
    """The condition of a TOML table; raises `ValueError` with the cause when it is not one."""
    match written:
        case {"any": [_, *_] as parts, **rest} if not rest:
            return Joined(tuple(parse(part) for part in parts), need_all=False)
        case {"all": [_, *_] as parts, **rest} if not rest:
            return Joined(tuple(parse(part) for part in parts), need_all=True)
        case {"not": part, **rest} if not rest:
            return Not(parse(part))
        case {"question": str(name), **comparison}:
            return _comparison(name, False, comparison)
        case {"person": str(name), **comparison}:
            return _comparison(name, True, comparison)
    raise ValueError(f"not a condition: {written!r}")


def _comparison(name: str, of_person: bool, written: Mapping[Any, Any]) -> Comparison:
    wanted = written.get("is", [])
    one_of = tuple(wanted) if isinstance(wanted, list) else (wanted,)
    rest = {key: value for key, value in written.items() if key != "is"}
    bounds = {key: value for key, value in rest.items() if key in {"at_least", "at_most"} and type(value) is int}
    answered = {key: value for key, value in rest.items() if key == "answered" and type(value) is bool}
    understood = rest.keys() == bounds.keys() | answered.keys() and all(isinstance(w, str | int) for w in one_of)
    if not understood or not (one_of or rest) or (answered and (one_of or bounds)):
        raise ValueError(f"not a comparison of {name!r}: {dict(written)!r}")
    return Comparison(name, of_person, one_of, **bounds, **answered)  # type: ignore[arg-type]
