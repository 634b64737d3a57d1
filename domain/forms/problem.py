"""Why what a person gave is no answer; each code has its sentence, `form-problem-<code>`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ProblemCode(StrEnum):
    EMPTY = "empty"
    TOO_LONG = "too_long"
    TOO_SHORT = "too_short"
    NOT_A_NUMBER = "not_a_number"
    SEVERAL_NUMBERS = "several_numbers"
    NOT_WHOLE = "not_whole"
    TOO_SMALL = "too_small"
    TOO_BIG = "too_big"
    NOT_ON_SCALE = "not_on_scale"
    NOT_YES_NO = "not_yes_no"
    NOT_AN_OPTION = "not_an_option"
    ONE_OPTION = "one_option"
    NOTHING_CHOSEN = "nothing_chosen"
    TOO_MANY_CHOSEN = "too_many_chosen"
    NOT_A_DATE = "not_a_date"
    NO_SUCH_DATE = "no_such_date"
    DATE_WITHOUT_YEAR = "date_without_year"
    DATE_TOO_EARLY = "date_too_early"
    DATE_TOO_LATE = "date_too_late"
    NOT_A_PHONE = "not_a_phone"
    PHONE_TOO_SHORT = "phone_too_short"
    PHONE_TOO_LONG = "phone_too_long"
    WORDS_EXPECTED = "words_expected"
    FILE_EXPECTED = "file_expected"
    OTHER_MEDIA = "other_media"
    FILE_NOT_FETCHED = "file_not_fetched"
    REQUIRED = "required"
    NOT_A_NAME = "not_a_name"
    NAME_NOT_FULL = "name_not_full"
    NOT_HOLIDAYS = "not_holidays"
    STALE_BUTTON = "stale_button"


@dataclass(frozen=True, slots=True)
class Problem:
    """What to tell the person; `args` are the arguments of its sentence."""

    code: ProblemCode
    args: Mapping[str, str | int] = field(default_factory=dict)
