"""Who probably stands behind a responsible name or post of a paper: people by surname or post, or a role."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.people import Role
from domain.roadmap.wording import fold, words

_ROLES: dict[Role, re.Pattern[str]] = {
    Role.CURATOR: re.compile(r"(?:куратор|координатор)ы?(?: (?:программы(?: наставничества)?|наставничества))?"),
    Role.HEAD: re.compile(r"(?:директора?|заведующ(?:ий|ая)|руководитель)(?: (?:школы|м?[бак]?д?оу|учреждения|оо))?"),
    Role.MENTOR: re.compile(r"(?:педагог(?:и|-|и-)?\s?)?наставник[и]?"),
    Role.MENTEE: re.compile(r"наставляемы[ей]"),
    Role.PSYCHOLOGIST: re.compile(r"(?:педагог(?:и|-|и-)\s?)?психологи?"),
}

_INITIAL = re.compile(r"(?<!\w)([а-я])\.")


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody of the organisation: name in full (surname first), post and roles."""

    person: int
    name: str
    post: str = ""
    roles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Meant:
    """People and a role who may be meant, the likelier first; ``sure`` when nobody else can be."""

    people: tuple[int, ...] = ()
    role: Role | None = None
    sure: bool = False


def meant_by(written: str, known: Sequence[Known]) -> Meant:
    """Who is meant by a name or post of a paper: a person by name, else by post, else the holders of a role."""
    named = [each.person for each in known if _is_named(each.name, written)]
    if named:
        return Meant(tuple(named), sure=len(named) == 1)
    posted = [each.person for each in known if each.post and fold(each.post) == fold(written)]
    role = _role_of(written)
    if posted:
        return Meant(tuple(posted), role, sure=len(posted) == 1)
    if role is not None and any(role in each.roles for each in known):
        return Meant((), role, sure=True)
    alike = tuple(each.person for each in known if set(words(each.post)) & set(_long(words(written))))
    return Meant(alike, role)


def in_full(written: str, known: Iterable[Known]) -> int | None:
    """The one person who is called exactly so; None when there is none or several."""
    same = [each.person for each in known if each.name and fold(each.name) == fold(written)]
    return same[0] if len(same) == 1 else None


def _is_named(name: str, written: str) -> bool:
    """Whether the surname stands in the paper, with initials that do not speak against it."""
    surname, *given = words(name) or [""]
    if not surname or surname not in words(written):
        return False
    initials = _INITIAL.findall(fold(written))
    return all(own[0] == initial for own, initial in zip(given, initials, strict=False))


def _role_of(written: str) -> Role | None:
    text = fold(written)
    return next((role for role, pattern in _ROLES.items() if pattern.fullmatch(text)), None)


def _long(texts: Iterable[str]) -> list[str]:
    """Words that say something about a post."""
    return [each for each in texts if len(each) > 3]
