"""Is a line of a table a row of its own, or the tail of the row above that a page break cut off?

Numbers, dates and people decide where there are any; else spelling and the document's own words do.
"""

import re
from typing import Literal

from domain.roadmap.columns import is_number
from domain.roadmap.drafts import SECTION_NUMBER, Draft, Style
from domain.roadmap.due import is_readable
from domain.roadmap.markup import NUMBERING
from domain.roadmap.pages import Line
from domain.roadmap.responsible import NAME, looks_like_people
from domain.roadmap.vocabulary import Vocabulary

Verdict = Literal["own", "tail", "perhaps"]
_SECTION_WORD = re.compile(r"(?:раздел|этап|блок|модуль|направление|часть)\s+(?:\d|[IVX]+\b|№)", re.IGNORECASE)
_UNFINISHED_DUE = re.compile(
    r"(?:[-–—,(]|(?<![\d.])\d{1,2}[»\"]?|(?<![а-яё])(?:с|со|по|до|к|и|в|во|от|на|за|не|для|позднее|позже"
    r"|течени[еи]|протяжении|соответствии|срок|мере|раза?))$",
    re.IGNORECASE,
)
_DUE_FRAGMENT = re.compile(r"^(?:[-–—,)].*|(?:19|20)\d\d ?(?:г\.?|год[ау]?)?|г(?:\.|од[ау]?)?)$", re.IGNORECASE)
_BEGINS_RANGE = re.compile(r"(?:с|со) [^-–—]*$", re.IGNORECASE)
_ENDS_RANGE = re.compile(r"(?:по|до) ", re.IGNORECASE)
_ENDS_MONTH = re.compile(r"[а-яё]{3}$", re.IGNORECASE)
_STARTS_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_INITIALS = re.compile(r"[А-ЯЁ]\.(?: ?[А-ЯЁ]\.)?")


def due_goes_on(before: str, text: str) -> bool:
    """Whether the end of one due cell and the beginning of another are clearly one phrase."""
    if not before or not text:
        return False
    if _UNFINISHED_DUE.search(before) or _DUE_FRAGMENT.match(text):
        return True
    if _BEGINS_RANGE.match(before) and not _ENDS_RANGE.search(before) and _ENDS_RANGE.match(text):
        return True
    return bool(_ENDS_MONTH.search(before) and _STARTS_YEAR.match(text))


class Tails:
    """Judges the lines of one table."""

    def __init__(self, vocabulary: Vocabulary, style: Style) -> None:
        self._vocabulary = vocabulary
        self._style = style

    def judge(self, line: Line, previous: Draft, title: str) -> Verdict:
        """What a line below a row is; `title` is its only text, if it holds but one. «perhaps» is a tail in doubt."""
        if is_number(line.text("number")):
            return "own"
        if title:
            return self._judge_title(line, previous, title)
        goes_on = self._goes_on(previous.text("activity"), line.text("activity"))
        if line.merged & {"due", "responsible"}:
            return "tail" if goes_on else "own"
        if line.text("due"):
            return self._judge_by_due(line, previous, goes_on)
        if goes_on or not line.text("activity"):
            return "tail"
        return self._judge_by_rest(line, previous)

    def _judge_title(self, line: Line, previous: Draft, title: str) -> Verdict:
        role = line.filled[0]
        before = previous.text(role)
        number = SECTION_NUMBER.match(title)
        if (number and title[number.end()].isupper()) or _SECTION_WORD.match(title):
            return "own"
        if (
            NAME.fullmatch(title)
            or _INITIALS.fullmatch(title)
            or (role == "responsible" and looks_like_people(title))
        ):
            return "tail" if role == "responsible" else "perhaps"
        if self._goes_on(before, title) or (NUMBERING.match(title) and role not in ("activity", "number")):
            return "tail"
        is_middle = line.after_break and (title[0].islower() or role == "contents")
        is_strange = self._style.title_role not in (None, role) and role not in ("activity", "number", "stage")
        if is_middle or is_strange or self._style.numbered_sections or self._vocabulary.may_go_on(before, title):
            return "perhaps"
        return "own"

    def _judge_by_due(self, line: Line, previous: Draft, goes_on: bool) -> Verdict:
        before, text = previous.text("due"), line.text("due")
        if due_goes_on(before, text):
            return "tail"
        starts_anew = bool(line.text("activity")) and not goes_on
        makes_sense = bool(before) and is_readable(f"{before} {text}")
        if makes_sense and not (is_readable(before) and (is_readable(text) or not self._style.numbered)):
            return "tail"
        begins = is_readable(before) and bool(_UNFINISHED_DUE.search(text))
        if (starts_anew and (begins or self._own_people(line, previous))) or self._same_people(line, previous):
            return "own"
        if makes_sense and not is_readable(text):
            return "own" if starts_anew and self._style.paged and not line.after_break else "tail"
        if is_readable(text):
            return "tail" if self._lends_due(line, previous, goes_on) else "own"
        return "own" if starts_anew else "tail"

    @staticmethod
    def _lends_due(line: Line, previous: Draft, goes_on: bool) -> bool:
        """A date set in the middle of its cell may stand wholly behind the page break."""
        return line.after_break and not previous.text("due") and (goes_on or not line.text("activity"))

    def _judge_by_rest(self, line: Line, previous: Draft) -> Verdict:
        """A line with an activity of its own and no date."""
        people = self._own_people(line, previous)
        if self._style.numbered and (line.after_break or not people):
            return "tail"
        result_goes_on = self._goes_on(previous.text("result"), line.text("result"))
        activity_may = self._vocabulary.may_go_on(previous.text("activity"), line.text("activity"))
        if line.after_break and result_goes_on and activity_may:
            return "perhaps"
        return "perhaps" if (result_goes_on or activity_may) and (self._style.numbered or not people) else "own"

    def _goes_on(self, before: str, text: str) -> bool:
        return self._vocabulary.goes_on(before, text, by_case=not self._style.lower_case)

    @staticmethod
    def _same_people(line: Line, previous: Draft) -> bool:
        """The same people again, to the last letter: no page break does that."""
        return bool(line.text("responsible")) and line.text("responsible") == previous.text("responsible")

    @staticmethod
    def _own_people(line: Line, previous: Draft) -> bool:
        """People of the line itself, not initials whose surname stands above, nor the rest of an open list."""
        before, people = previous.text("responsible"), line.text("responsible")
        is_open = before.endswith((",", "(", "-")) or (_INITIALS.match(people) and before[-1:] not in ("", "."))
        is_half = not looks_like_people(before) and looks_like_people(f"{before} {people}") if before else False
        return bool(people) and not (is_open or is_half) and (looks_like_people(people) or not before)
