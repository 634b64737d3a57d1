"""What the buttons and the waited-for words of the project carry, where their names do not say it.

Rows are named as in ``tests.storage.whole``; whoever presses is named there too.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Case:
    """Who does it in her own right, what it carries, and what the chat waits for meanwhile.

    ``who`` is empty where the action says who; ``fields`` are a button's, or what was asked about.
    """

    who: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)
    asked: str = ""
    about: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""
    file: str = ""


def by(who: str, **fields: Any) -> Case:
    return Case(who, fields)


def of(**fields: Any) -> Case:
    return Case("", fields)


def typed(text: str, who: str = "", *, file: str = "", **about: Any) -> Case:
    return Case(who, about, text=text, file=file)


WAITING = of(roadmap="waiting_roadmap")
PEOPLE_OF_ROW = {"milestone": "milestone", "task": "task", "names": "Куратор", "roadmap": "roadmap", "section": ""}
NEW_ROW = {"roadmap": "roadmap", "section": "", "activity": "Встреча", "phrase": "до 20.05.2027"}

CASES: dict[str, Case] = {
    # a form of one's own
    **{prefix: by("mentee") for prefix in ("fo", "fr", "fs")},
    "fa": by("mentee", question="name", key="x"),
    "fp": by("mentee", question="name", page=0),
    "fc": by("mentee", question="name", what="back"),
    "fe": by("mentee", question="name"),
    "sans": by("mentee", form="satisfaction_mentee"),
    # what is one's own
    **{prefix: by("mentee") for prefix in ("undo", "why", "enter")},
    "writeto": by("mentee", account="account_mentees_second"),
    **{prefix: by("guardian", person="child") for prefix in ("cons", "consread", "mydata", "mydpage", "mydfile")},
    "consans": by("guardian", person="child", kind="publishing"),
    "conswd": by("guardian", person="child", kind="processing"),
    "my": by("mentor"),
    "pa": by("second_mentor", pair="proposed_pair"),
    "laydown": by("mentor"),
    "wp": by("mentor", role="mentor", person="second_mentee"),
    "gh": by("second_mentee"),
    "gu": by("stranger"),
    # rows of the roadmap
    **{prefix: by("curator") for prefix in ("rt", "rd", "re", "rse", "rxh")},
    "rdate": by("curator", task="asked_task"),
    "rqask": by("mentee", task="asked_task"),
    "rql": by("psychologist", task="asked_task"),
    "rqo": by("psychologist"),
    "rqc": by("psychologist"),
    # a roadmap that waits
    **dict.fromkeys(
        ("rw", "ron", "rno", "rco", "rmh", "rnl", "rnd", "rdl", "rdg", "rds", "rdt", "rdr", "rdk"), WAITING
    ),
    "rda": of(roadmap="waiting_roadmap", key="period_end"),
    "rdo": of(roadmap="waiting_roadmap", code="no_date"),
    "rdga": of(roadmap="waiting_roadmap", code="no_date", key="period_end"),
    "rns": of(milestone="to_look_at", how="right"),
    "rnt": of(milestone="to_look_at"),
    # a row that is being changed or added
    "rxd": Case("", {}, "row-due", PEOPLE_OF_ROW | {"phrase": "до 20.05.2027"}),
    "rxn": Case("", {}, "new-due", NEW_ROW),
    "rxt": Case("", {}, "row-people", PEOPLE_OF_ROW),
    "rxp": Case("", {}, "row-people", PEOPLE_OF_ROW),
    "rxk": Case("", {}, "row-people", PEOPLE_OF_ROW),
    # papers and lists
    "rpa": of(writer="roadmap_docx"),
    "ram": of(month="2026-10"),
    "blank": of(form="mentor", category="teacher"),
    "psheet": of(role="mentor"),
    **dict.fromkeys(("owns", "ownf", "ownc", "owndrop", "owntry", "ownto"), of(key="own_1")),
    "ownby": of(key="own_1", to="all"),
    **dict.fromkeys(("ownok", "ownsend"), of(key="own_1", to="all", day="2026-10-20")),
    # people and pairs
    "agree": of(person="mentor"),
    "agterm": of(person="mentor"),
    "conseage": of(person="claiming"),
    "offenter": of(person="offline", form="mentee", survey=0),
    "pjoin": of(person="second_mentee"),
    "offfill": of(person="offline", role="mentee"),
    "offbring": of(person="offline"),
    "tback": of(code="code"),
    "ttake": of(person="head", role="head"),
    "din": of(leave=True),
    "px": of(status="closed"),
    "pip": of(pair="proposed_pair", person="offline"),
    "mo": of(meeting="past_meeting", status="held"),
}
"""By the prefix of a button's class."""

ROW, KEPT_ROW = {"milestone": "milestone", "task": "task"}, {"roadmap": "roadmap"}

WORDS: dict[str, Case] = {
    # for a curator
    "own-form": typed("Текст", key="own_1"),
    "own-form-deadline": typed("20.10.2026", key="own_1", to="all"),
    "agreement": typed("Помогать с планами", person="mentor"),
    "paper-consent": typed("Фото", file="фото.jpg", person="second_mentee", kind="publishing"),
    "people-list": typed("Котова Вера Львовна"),
    "import-sure": typed("да"),
    "offline-kind": typed("Педагог"),
    "same-person": typed("Bystander_Mentee", person="second_mentee"),
    "partner-new": typed("Завод"),
    "partner": typed("Договор № 5", partner="partner", part="number", chain=0),
    "offline-consent": typed("Фото", file="фото.jpg", category="teacher", age="adult", role="mentor"),
    "roadmap": typed("1.1\tАнкетирование\tдо 15 октября 2026 г.\tКуратор"),
    "doubt-title": typed("План", roadmap="waiting_roadmap", at=0, only=""),
    "moved-due": typed("до 20.05.2027", milestone="to_look_at"),
    "doubt-due": typed("до 20.05.2027", roadmap="waiting_roadmap", at=0, only=""),
    "doubt-activity": typed("Анкетирование", roadmap="waiting_roadmap", at=0, only=""),
    "row-activity": typed("Анкетирование всех", **ROW),
    "row-result": typed("Справка", **ROW),
    "row-due": typed("до 20.05.2027", **ROW),
    "row-people": typed("Завуч", names="Куратор", roadmap="roadmap", section="", **ROW),
    "new-section": typed("Раздел", roadmap="roadmap"),
    "new-activity": typed("Встреча", roadmap="roadmap", section=""),
    "new-due": typed("до 20.05.2027", roadmap="roadmap", section="", activity="Встреча"),
    "district-code": typed("Не помню"),
    "people-search": typed("Анна", role="mentor", narrow="", word=""),
    "not-yet": typed("Ещё учится", person="mentor"),
    "pair-mentor": typed("Анна"),
    "pair-mentee": typed("Анна", mentor="bystander_mentor"),
    "gathering": typed("20.10 14:00", kind="parents"),
    "practice-remark": typed("Допишите", practice="practice", state="writing"),
    "post-rubric": typed("Новости"),
    "post-text": typed("Текст записи", rubric="rubric", post="post"),
    "post-time": typed("20.10 14:00", post="post"),
    "reply": typed("Ответ", letter="letter"),
    "keeping": typed("6"),
    # for others
    "evidence": typed("Ссылка", "curator", task="task"),
    "more-evidence": typed("", "curator", file="акт.txt", task="task"),
    "roadmap-date": typed("20.10.2026", "curator", task="asked_task"),
    "request": typed("Консультация", "mentee", task="asked_task"),
    "form": typed("Вера", "mentee", submission="submission"),
    "district-organisation": typed("Школа", "coordinator"),
    "meeting": typed("20.10 14:00", "mentor", pair="pair", meeting=0, more=True),
}
"""By what the chat waits for."""
