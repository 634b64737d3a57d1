"""What stands above the table: title, organisation, who approved it by which order, and the period."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.roadmap.markup import plain
from domain.roadmap.model import Period
from domain.roadmap.moments import ImpossibleDate, due_text, read_moment
from domain.roadmap.responsible import NAME
from domain.roadmap.spans import ReversedRange, read_span
from domain.roadmap.wording import squeeze

SchoolYearEnd = tuple[int, int]
_TITLE = re.compile(
    r"^[«\"']?(?:(?:муниципальн|примерн|годов|календарн|рабоч)[а-я]+\s+)?(?:план\b|дорожная карта|программа)",
    re.IGNORECASE,
)
_TITLE_GOES_ON = re.compile(r"^(?:[а-яё(«\"]|МБ|МК|МА|МД|МО|ГБ)")
_TITLE_ENDS = re.compile(r"^\((?:далее|подпись)|:$")
_APPROVAL = re.compile(r"утвержд(?:аю|ено|ена|ен)\b", re.IGNORECASE)
_POSITION = re.compile(r"(?:директор|заведующ|руководител|начальник|председател)[а-яё]*.*", re.IGNORECASE)
_ORDER = re.compile(r"приказ(?:ом|у|а)?\s*:?\s+(?=№|от|[«\"]?\d)(.{0,60})", re.IGNORECASE)
_ORDER_NUMBER = re.compile(r"№\s*(\S+?)(?=[,;.]?(?:\s|$))")
_WRITTEN_DATE = re.compile(r"(\d{1,2}\.\d{1,2}\.\d{4}|[«\"]?\d{1,2}[»\"]?\s+[а-яё]+\s+\d{4})")
ORGANISATION = re.compile(
    r"(?<![А-ЯЁа-яё])(?:(?:М|Г|Ч|К|Ф)?(?:[БАК]|АП|БП)?(?:ДОУ|ОУ|У|ОО|ДОО)(?:\s(?:ДО|СОШ|ДПО|СПО))?)\s+"
    r"(?!по\b|от\b)(?P<name>[^\n,;]{3,90})"
)
_TERRITORY = re.compile(r"([А-ЯЁ][а-яё-]+[сц]к)ого\s+((?:муниципального |городского )?)(района|округа)")
NUMBERED = r"(?:детск[а-я]+ сад[а-я]*|школ[а-я]*|гимнази[а-я]*|лице[а-я]*)\s+№\s*\d+"
_FULL_NAME = re.compile(rf"{NUMBERED}[^\n,;(]{{0,40}}", re.IGNORECASE)
_SCHOOL_YEARS = re.compile(r"(?<![\d.])(20\d\d)\s*[-–—/]\s*(20\d\d|\d\d)(?![\d.]\d)\s*(?P<words>уч)?", re.IGNORECASE)
_CALENDAR_YEAR = re.compile(r"на\s+(20\d\d)\s*(?:-?й\s+)?(?:календарный\s+)?(?:год|г\b)", re.IGNORECASE)
_TERM = re.compile(
    r"(?:срок|период)[а-яё]*\s+(?:реализации|действия|выполнения)[^\d]{0,60}(?P<term>.{0,60})", re.IGNORECASE
)


@dataclass(frozen=True)
class Head:
    """What was found above the table; an empty text where nothing was."""

    title: str
    organisation: str
    approved_by: str
    order: str
    period: Period | None


def read_head(lines: Sequence[str], school_year_end: SchoolYearEnd) -> Head:
    """Read the lines above a roadmap's table."""
    bare = [plain(line) for line in lines]
    title = _title(bare)
    text = "\n".join(line for line in bare if line)
    approver = _approver(bare)
    period = _period_in(title, school_year_end) or _term(text) or _period_in(text, school_year_end, sure_only=True)
    return Head(title, _organisation(approver, title, text), _person(approver), _order(text), period)


def _title(lines: Sequence[str]) -> str:
    starts = [index for index, line in enumerate(lines) if _TITLE.match(line) and not line.endswith((";", ":"))]
    if not starts:
        return ""
    titled = [index for index in starts if re.search(r"дорожн|мероприяти", lines[index], re.IGNORECASE)]
    start = (titled or starts)[0]
    title, gap = lines[start], False
    for line in lines[start + 1 :]:
        if not line:
            gap = True
        elif _TITLE_ENDS.search(line) or (gap and not _TITLE_GOES_ON.match(line)) or len(title) > 500:
            break
        else:
            title, gap = f"{title} {line}", False
    title = re.sub(r"\s*\(далее[^)]*\)?$", "", squeeze(title))
    return title if re.search(r"\bг\.$", title) else title.rstrip(".")


def _approver(lines: Sequence[str]) -> str:
    """The text from «Утверждаю» to the title."""
    for index, line in enumerate(lines):
        found = _APPROVAL.search(line)
        if found:
            block = [line[found.end() :].lstrip(": ")]
            for following in lines[index + 1 : index + 12]:
                if _TITLE.match(following):
                    break
                block.append(following)
            return "\n".join(part for part in block if part)
    return ""


def _person(approver: str) -> str:
    """The name of who approved; without one, the position."""
    name = NAME.search(approver)
    if name:
        return squeeze(name[0])
    position = _POSITION.search(approver)
    return squeeze(position[0]) if position else ""


def _order(text: str) -> str:
    """«№ 48 от 31.08.2023»: number and date of the order that approved the paper."""
    for found in _ORDER.finditer(text):
        number, day = _ORDER_NUMBER.search(found[1]), _WRITTEN_DATE.search(found[1])
        if not number or not day:
            continue
        written = _day(day[1])
        return f"№ {number[1]} от {written:%d.%m.%Y}" if written else squeeze(found[1])
    return ""


def _day(written: str) -> date | None:
    try:
        moment = read_moment(due_text(written))
        return moment.on(moment.year)[0] if moment and moment.year else None
    except ImpossibleDate:
        return None


def _organisation(approver: str, title: str, text: str) -> str:
    for place in (approver.replace("\n№", " №"), title, text):
        found = ORGANISATION.search(place)
        if found:
            return _until_name(squeeze(found[0]))
    found = _FULL_NAME.search(title) or _FULL_NAME.search(text)
    if found:
        return squeeze(found[0])
    territory = _TERRITORY.search(title)
    kinds = {"района": "район", "округа": "округ"}
    return f"{territory[1]}ий {territory[2].replace('ого', 'ый')}{kinds[territory[3]]}" if territory else ""


def _until_name(organisation: str) -> str:
    name = NAME.search(organisation)
    return organisation[: name.start()].strip() if name else re.sub(r"\s+на 20\d\d.*$", "", organisation)


def _period_in(text: str, school_year_end: SchoolYearEnd, *, sure_only: bool = False) -> Period | None:
    """A school year or calendar years named in a text; `sure_only` takes school years that say so."""
    for found in _SCHOOL_YEARS.finditer(text):
        first, last = int(found[1]), int(found[2]) % 100 + 2000
        if last == first + 1 and (found["words"] or not sure_only):
            return school_year(first, school_year_end)
        if last > first + 1 and not sure_only:
            return Period(date(first, 1, 1), date(last, 12, 31))
    year = None if sure_only else _CALENDAR_YEAR.search(text)
    return Period(date(int(year[1]), 1, 1), date(int(year[1]), 12, 31)) if year else None


def school_year(first: int, end: SchoolYearEnd = (8, 31)) -> Period:
    """The school year that starts in September of `first`; it ends on `end` (month, day), by default 31 August."""
    return Period(date(first, 9, 1), date(first + 1, *end))


def _term(text: str) -> Period | None:
    """«Срок реализации программы: 01.09.2023-31.05.2024»."""
    for found in _TERM.finditer(text):
        written = re.match(r"[\d.\s–—-]+(?:по\s+)?[\d.]*", found["term"])
        try:
            span = read_span(due_text(written[0]), None) if written else None
        except (ImpossibleDate, ReversedRange):
            continue
        if span and span.last - span.first > timedelta(days=27):
            return Period(span.first, span.last)
    return None
