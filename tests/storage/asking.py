"""How tests ask the methods of ``storage``: every public one is found, and called by the names of its arguments."""

import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from domain.audit import Audited
from domain.consents import Age, By, ConsentKind, Use
from domain.people import Category, Role
from domain.people_lists import Draft
from domain.practices import State
from storage.group import Group
from storage.models import Submission
from storage.storage import Storage
from tests.storage.stock import ENDS, NOW, STARTS
from tests.storage.test_roadmaps import milestone
from tests.storage.whole import SECRET

SCOPES = ("organisation_id", "district_id", "person_id", "guardian_id")
"""For whom a method answers: the first of these that it takes."""

IDS = {
    "account_id": "account_mentee", "after": "second_curator", "before": "curator", "child_id": "child",
    "decision_id": "decision", "district_id": "district", "file_id": "file", "gathering_id": "gathering",
    "given_by": "guardian", "guardian_id": "guardian", "made_by": "curator", "meeting_id": "meeting",
    "mentor_id": "bystander_mentor", "mentorship_id": "pair", "milestone_id": "milestone", "notice_id": "notice",
    "opened_by": "curator", "organisation_id": "organisation", "partner_id": "partner", "person_id": "mentee",
    "post_id": "post", "practice_id": "practice", "programme_id": "programme", "proposed_by": "curator",
    "request_id": "request", "responsible_id": "responsible", "roadmap_id": "roadmap", "rubric_id": "rubric",
    "submission_id": "submission", "survey_id": "survey", "task_id": "task", "letter_id": "letter",
}  # fmt: skip
"""What an argument of this name is the id of, in ``tests.storage.whole``."""

VALUES: Mapping[str, Any] = {
    "action": Audited.CODE_MADE, "age": Age.ADULT, "by": By.SELF, "category": Category.TEACHER, "columns": {},
    "closes_at": NOW, "days": {STARTS: (True, "День школы")}, "draft": Draft("Котова Вера Львовна", "A2"),
    "due": ENDS, "due_at": NOW, "ends": ENDS, "for_good": False, "form": "mentee", "forms": ("mentor", "mentee"),
    "hashtag": "#школа", "key": "own_1", "kind": "satisfaction", "kinds": ("form",), "lifetime": timedelta(days=3),
    "limit": 9, "milestones": [milestone("1")], "name": SECRET, "now": NOW, "purpose": "role",
    "ranges": [(STARTS, STARTS)],
    "role": Role.MENTOR, "roles": tuple(Role), "rows": [], "starts": STARTS, "starts_at": NOW, "text": SECRET,
    "title": "Школа", "today": STARTS, "until": ENDS, "use": Use.SHOW, "version": 1,
    "roadmap": {"title": "План", "starts": STARTS, "ends": ENDS, "findings": []}, "states": tuple(State),
}  # fmt: skip
"""Other arguments by name; a method that needs something else has it in ``OF_METHOD``."""


class Id(str):
    """The id of a row of ``tests.storage.whole``, by its name there."""


MENTOR = {"person_id": Id("mentor")}

OF_METHOD: Mapping[str, Mapping[str, Any]] = {
    "Agreements.duties": MENTOR,
    "Agreements.of_mentor": MENTOR,
    "Agreements.ending": {"today": ENDS},
    "Audit.signed": {"roadmap_id": Id("waiting_roadmap")},
    "Consents.give": {"kind": ConsentKind.NEWS},
    "Consents.unpublishable": {"text": f"{SECRET} Анна Mentee"},
    "Consents.withdraw": {"kinds": (ConsentKind.PROCESSING,), "given_by": Id("mentee")},
    "Codes.taken": {"person_id": Id("second_curator")},
    "Conversation.decide": {"before": {}},
    "Districts.end_coordination": {"organisation_id": Id("district")},
    "Eligibilities.of_person": MENTOR,
    "Erasing.published_with": {"name": f"{SECRET} Анна Mentee"},
    "Forms.begin": {"form": "satisfaction_mentee"},
    "Forms.end_trials": {"person_id": Id("second_curator")},
    "Guardians.add": {"guardian_id": Id("bystander_guardian")},
    "Imports.of_account": {"account_id": Id("account_stranger")},
    "Notices.add": {"key": "key"},
    "Notices.carry_missed": {"key": "form:1"},
    "Offline.submission": {"submission_id": Id("offline_submission")},
    "OwnData.rows": {"table": Submission},
    "People.leave": {"role": Role.MENTEE},
    "Posts.rubric": {"title": "Новая рубрика"},
    "Practices.of_person": MENTOR,
    "Surveys.mark_answered": {"form": "satisfaction_mentee"},
    "Organisations.has_days_off": {"year": ENDS.year},
    "Wishes.of_person": MENTOR,
    "Wishes.set": {"ranked": (), "vetoed": ()},
}


@dataclass(frozen=True, slots=True)
class Method:
    """A public method of a group, and the arguments that it is asked with."""

    group: type[Group]
    name: str

    def __str__(self) -> str:
        return f"{self.group.__name__}.{self.name}"

    @property
    def parameters(self) -> dict[str, inspect.Parameter]:
        found = dict(inspect.signature(getattr(self.group, self.name)).parameters)
        found.pop("self")
        return found

    @property
    def scope(self) -> str | None:
        return next((each for each in SCOPES if each in self.parameters), None)

    @property
    def takes_rows(self) -> bool:
        return any("storage." in str(each.annotation) for each in self.parameters.values())

    async def ask(self, storage: Storage, ids: Mapping[str, int], ours: Mapping[str, int]) -> object:
        """The answer for our organisation or person, with ``ids`` in all other places."""
        group = self.group(storage.session, storage.cipher)
        words = OF_METHOD.get(str(self), {})
        given: dict[str, Any] = {}
        rest: tuple[Any, ...] = ()
        for name, parameter in self.parameters.items():
            if parameter.kind is parameter.VAR_POSITIONAL:
                rest = words.get(name, VALUES.get(name, ()))
            elif parameter.kind is not parameter.VAR_KEYWORD and self._is_given(parameter):
                given[name] = self._value(name, words, ours if name == self.scope else ids)
        called = getattr(group, self.name)(*given.values(), *rest) if rest else getattr(group, self.name)(**given)
        answer = await called
        await storage.session.flush()
        return answer

    def _is_given(self, parameter: inspect.Parameter) -> bool:
        return parameter.default is parameter.empty or parameter.name in SCOPES

    def _value(self, name: str, words: Mapping[str, Any], ids: Mapping[str, int]) -> Any:
        if name in words:
            return ids[words[name]] if isinstance(words[name], Id) else words[name]
        if name == "mentee_ids":
            return [ids["bystander_mentee"]]
        if name == "audience":
            return [(ids["mentee"], "satisfaction_mentee")]
        return ids[IDS[name]] if name in IDS else VALUES[name]


def methods() -> list[Method]:
    return [
        Method(group, name)
        for group in Group.__subclasses__()
        for name, method in vars(group).items()
        if inspect.iscoroutinefunction(method) and not name.startswith("_")
    ]


def scoped() -> list[Method]:
    return [each for each in methods() if each.scope is not None and not each.takes_rows]
