"""Who is responsible: several people or roles written in one cell, with or without a separator."""

import re
from itertools import pairwise

from domain.roadmap.markup import paragraphs
from domain.roadmap.wording import fold, squeeze

_INITIALS = r"[А-ЯЁ]\.\s?[А-ЯЁ]\."
_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
NAME = re.compile(rf"{_SURNAME}\s+{_INITIALS}|{_INITIALS}\s?{_SURNAME}")
_MODIFIER = (
    r"(?:старш|младш|классн|музыкальн|социальн|главн|ответственн|инструктивн|школьн|молод|муниципальн|региональн|"
    r"методическ|педагогическ|творческ|рабоч|административн|отраслев|перв|ведущ)(?:ий|ый|ой|ая|ое|ие|ые)"
)
_ROLE = (
    r"заведующ(?:ий|ая|ие)|директор(?:а(?=\s*(?:$|[,;(])))?|зам(?:еститель|\.)|заместители|завуч|воспитател[ья]|куратор(?:ы)?|"
    r"педагоги?|наставник[и]?|психологи?|методисты?|ответственн(?:ый|ая|ые)|руководител[ьи]|специалисты?|"
    r"координаторы?|администрация|администратор|учител[ья]|тьюторы?|председатель|логопеды?|секретарь|инспектор|"
    r"оператор|отдел|управление|комитет|департамент|центр|совет|комиссия|группа|служба|объединение|коллектив"
)
_ORGANISATION = r"(?:М|Г|Ч|Ф)?(?:[БАК]?(?:ДОУ|ОУ|ОО)|ДОО|ОО|РНЦ|ММС|МО|РМО|ШМО|ИМЦ|РМК|УО)"
_PERSON_START = re.compile(
    rf"(?<![А-Яа-яЁё-])(?:{_MODIFIER}\s+)?(?:{_ROLE})(?![а-яё])|(?<![А-Яа-яЁё]){_ORGANISATION}(?![А-Яа-яЁё])",
    re.IGNORECASE,
)
_NEW_ROLE = re.compile(rf"(?:^|(?<=\s))(?:{_MODIFIER}\s+)?(?:{_ROLE})(?![а-яё])", re.IGNORECASE)
_COMPOUND = re.compile(r"(?:педагог|учитель|воспитатель|мастер|педагоги|учителя)\s+(?:[а-яё]+-)?$", re.IGNORECASE)
_COMPOUND_END = re.compile(r"(?:психолог|организатор|наставник|логопед|дефектолог|библиотекар)", re.IGNORECASE)
_GOVERNS = re.compile(r"(?:^|\s)(?:зам\.?|заместител[ьи]|за|по|при|с|и\.\s?о\.)\s*$|[-–]\s*$", re.IGNORECASE)
_DIVISION = re.compile(r"^(?:УВР|УР|ВР|НМР|МР|АХЧ|АХР|ИКТ|НМ?Р|ОД|УМР|УПР)$")


def split_people(cell: str) -> tuple[str, ...]:
    """People and roles of a cell in its order, each once, as they are written."""
    found: dict[str, str] = {}
    for paragraph in paragraphs(re.sub(r"(?<=\w)-\s+(?=[а-яё])", "-", cell)):
        for part in _by_separators(paragraph):
            for person in _by_meaning(part):
                found.setdefault(fold(person), person)
    return tuple(found.values())


def looks_like_people(cell: str) -> bool:
    """Whether a cell names people, roles or organisations and little else."""
    text = squeeze(" ".join(paragraphs(cell)))
    starts = NAME.match(text) or _PERSON_START.match(text.lstrip("( "))
    return bool(starts) and len(text) <= 60 + 60 * text.count(",")


def _by_separators(text: str) -> list[str]:
    """Parts between commas, semicolons, slashes and «и» outside brackets, if each begins like a person."""
    parts: list[str] = []
    depth, start = 0, 0
    for found in re.finditer(r"[()]|[,;/]|\sи\s", text):
        sign = found[0]
        if sign in "()":
            depth += 1 if sign == "(" else -1
        elif depth == 0 and _starts_person(text[found.end() :], sign):
            parts.append(text[start : found.start()])
            start = found.end()
    parts.append(text[start:])
    return [bare for part in parts if (bare := squeeze(part).strip(" ,;"))]


def _starts_person(text: str, separator: str) -> bool:
    text = text.lstrip()
    if separator == ";" or not text:
        return True
    first = re.split(r"[,;/\s]", text, maxsplit=1)[0]
    if _DIVISION.match(first):
        return False
    return bool(NAME.match(text) or _PERSON_START.match(text) or (separator == "," and text[0].isupper()))


def _by_meaning(text: str) -> list[str]:
    """Cut «Заведующий МБДОУ воспитатель» and «Иванова А.А. Петрова Б.Б.» where the next person begins."""
    if "(" in text:
        return [text]
    cuts = sorted({0, *_name_starts(text), *_role_starts(text), len(text)})
    pieces = (squeeze(text[begin:end]).strip(" ,;") for begin, end in pairwise(cuts))
    return [piece for piece in pieces if piece]


def _name_starts(text: str) -> list[int]:
    return [found.start() for found in NAME.finditer(text)][1:]


def _role_starts(text: str) -> list[int]:
    """Role words that open a new person: not «директора» after «заместитель», not «психолог» after «педагог»."""
    return [
        found.start()
        for found in _NEW_ROLE.finditer(text)
        if not _GOVERNS.search(text[: found.start()])
        and not (_COMPOUND.search(text[: found.start()]) and _COMPOUND_END.match(found[0]))
    ]
