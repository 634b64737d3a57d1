"""Whether a roadmap's title names another organisation than the one that follows it."""

import re
from dataclasses import replace
from typing import Final

from domain.roadmap.head import NUMBERED, ORGANISATION
from domain.roadmap.model import Finding, Roadmap
from domain.roadmap.wording import words

OTHER_ORGANISATION: Final = "other_organisation"
_IN_FULL = re.compile(rf"[«\"]?{NUMBERED}[^\n,;(]*", re.IGNORECASE)
_NAME_ENDS = re.compile(r"\s+(?:(?:на|в|за)\s+20\d\d|по\s+[а-яё]).*$|\s*\(.*$")
_ANY = re.compile(r"^(?:ОО|ОУ|ДОО|ДОУ)(?![^№«\"]*[№«\"])")
"""«ОУ района» is no name: neither a number nor quotes follow."""
_KIND = re.compile(
    r"[мгчкф]?[бак]?[дн]?оу|д?оо|сош|оош|до|детск\w+|сад\w*|школ\w*|гимнази\w*|лице\w*|центр\w*|дом\w*|учрежден\w*"
    r"|(?:общеобразовательн|образовательн|средн|основн|начальн|муниципальн|бюджетн|казенн|автономн)\w+"
)
_STEM = 4
"""Letters of a word that remain: «Лесная» and «Лесной» are one word."""


def with_foreign_name(roadmap: Roadmap, organisation: str) -> Roadmap:
    """The roadmap with a finding where its title names another organisation than its own."""
    if not is_of_another(roadmap.title, organisation):
        return roadmap
    told = {"organisation": named_organisation(roadmap.title), "own": organisation}
    return replace(roadmap, findings=(Finding(OTHER_ORGANISATION, arguments=told), *roadmap.findings))


def is_of_another(title: str, organisation: str) -> bool:
    """Names are compared loosely: another number, or nothing of their own in common.

    A title without a name is nobody's.
    """
    (numbers, named), (own_numbers, own) = map(_told, (named_organisation(title), organisation))
    if numbers and own_numbers:
        return numbers.isdisjoint(own_numbers)
    named, own = named | numbers, own | own_numbers
    return bool(named and own) and named.isdisjoint(own)


def named_organisation(title: str) -> str:
    """The institution that a title names, as it stands there; empty where it names none."""
    found = ORGANISATION.search(title) or _IN_FULL.search(title)
    name = _NAME_ENDS.sub("", found[0]).strip() if found else ""
    return "" if _ANY.match(name) else name


def _told(name: str) -> tuple[set[str], set[str]]:
    """Numbers of a name, and its words besides those that say what kind of institution it is."""
    return set(re.findall(r"\d+", name)), {word[:_STEM] for word in words(name) if not _KIND.fullmatch(word)}
