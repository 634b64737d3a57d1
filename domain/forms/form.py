"""What a form is made of. All of it is read from TOML by `domain.forms.loading`."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.forms.conditions import Always, Condition


class Kind(StrEnum):
    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    SCALE = "scale"
    YES_NO = "yes_no"
    ONE_OF = "one_of"
    SEVERAL_OF = "several_of"
    DATE = "date"
    PHONE = "phone"
    FILE = "file"


CHOICES = frozenset({Kind.ONE_OF, Kind.SEVERAL_OF})
WORDS = frozenset({Kind.TEXT, Kind.LONG_TEXT})


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to tap. `key` is stored and stays; `label` may be reworded; `also` are other words for it."""

    key: str
    label: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """What an answer may be; only the fields of the question's kind are used.

    Lengths are in characters; `min_length` counts letters and digits alone. `minimum` and `maximum` are the
    bounds, inclusive, of a number, a scale or a date. `accepts` names the media that a file may come as.
    """

    min_length: int = 1
    max_length: int = 200
    minimum: int | date | None = None
    maximum: int | date | None = None
    max_choices: int | None = None
    accepts: tuple[str, ...] = ("photo", "document")


@dataclass(frozen=True, slots=True)
class Question:
    """One question, shown as one message; `title` names it in lists, on buttons and in tables.

    `options` are the answers of a choice, or quick suggestions of a number. `own` lets a person answer a choice
    in her own words. `unit` = "years" also reads «полгода» and «с месяц» (as full years). `subject` names what
    the answer is about (`person.name`): two questions with the same subject, in whatever forms, share their
    answer. `measure` is the stable key by which answers of different times and sides are compared. `column` is
    the column of the banks of mentors and mentees that the answer fills. `personal` answers are kept encrypted.
    """

    key: str
    kind: Kind
    text: str
    title: str = ""
    hint: str = ""
    required: bool = True
    options: tuple[Option, ...] = ()
    own: bool = False
    unit: str = ""
    limits: Limits = Limits()
    when: Condition = field(default_factory=Always)
    section: str = ""
    personal: bool = False
    subject: str = ""
    measure: str = ""
    column: str = ""

    @property
    def name(self) -> str:
        """The short name of the question, its text where it has none."""
        return self.title or self.text

    def option(self, key: str) -> Option | None:
        return next((option for option in self.options if option.key == key), None)


@dataclass(frozen=True, slots=True)
class Section:
    key: str
    title: str


@dataclass(frozen=True, slots=True)
class Form:
    """A questionnaire; `minutes` is how long it takes, `audience` the roles that fill it in."""

    key: str
    version: int
    title: str
    intro: str
    minutes: int
    audience: tuple[str, ...]
    questions: tuple[Question, ...]
    sections: tuple[Section, ...] = ()

    def question(self, key: str) -> Question | None:
        return next((question for question in self.questions if question.key == key), None)
