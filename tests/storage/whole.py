"""A district with an organisation in which there is a row of everything, for tests of who may reach what."""

from dataclasses import dataclass
from datetime import timedelta

from domain.audit import Audited
from domain.consents import Age, By, ConsentKind
from domain.forms import load
from domain.people import Category, Grade, Role
from domain.people_lists import Draft
from domain.practices import State
from storage.codes import HANDOVER, ROLE
from storage.database import Database
from storage.models import Mentorship, Milestone, Organisation, Person, Programme, Roadmap, Submission, Task
from storage.responsible import Behind
from storage.storage import Storage
from tests.domain.forms.test_own import question, sheet
from tests.storage.stock import ENDS, NOW, STARTS, consented, organisation, person
from tests.storage.test_roadmaps import DUE, milestone, read_in

SECRET = "Тайнова"
"""A word in every name and text that is kept."""

WEEK = timedelta(days=7)
OWN_FORM = sheet(question("1", SECRET, "Да или нет"))
PLACES = 100
"""Numbers of accounts that one whole organisation takes up."""


@dataclass(frozen=True, slots=True)
class Whole:
    """The ids of the rows by what they are, and the accounts' numbers by who stands behind them."""

    ids: dict[str, int]
    accounts: dict[str, int]


class Making:
    """Fills one organisation and the district above it; ``number`` tells several of them apart."""

    def __init__(self, storage: Storage, number: int) -> None:
        self.storage = storage
        self.number = number
        self.ids: dict[str, int] = {}
        self.accounts: dict[str, int] = {}
        self.here: Organisation
        self.programme: Programme

    async def whole(self) -> Whole:
        await self._places()
        await self._people()
        await self._roadmap()
        await self._pair()
        await self._questionnaires()
        await self._papers()
        await self._doors()
        return Whole(self.ids, self.accounts)

    async def _places(self) -> None:
        self.district, self.district_programme = await organisation(self.storage, f"Район {self.number}")
        self.district.level = "district"
        self.here, self.programme = await organisation(self.storage, f"Школа № {self.number}")
        self.here.parent_id = self.district.id
        await self.storage.organisations.set_days_off(self.here.id, {ENDS: (True, SECRET)})
        await self.storage.organisations.set_school_holidays(self.here.id, [(ENDS, ENDS)])
        self.ids |= {"organisation": self.here.id, "district": self.district.id, "programme": self.programme.id}

    async def _people(self) -> None:
        """Somebody of each role with something of her own, and a bystander of each role with nothing."""
        for role in Role:
            await self._member(role.value, role)
        for role in (Role.MENTOR, Role.MENTEE, Role.CURATOR):
            await self._member(f"second_{role}", role)
        for role in Role:
            await self._member(f"bystander_{role}", role)
        child = await self._member("child", Role.MENTEE)
        child.age = Age.CHILD
        await self.storage.guardians.add(child.id, self.ids["guardian"], self.here.id, NOW)
        await self.storage.consents.give(
            child.id, self.here.id, ConsentKind.PROCESSING, By.GUARDIAN, NOW, given_by=self.ids["guardian"]
        )

        claiming = await person(self.storage, self.number * PLACES + PLACES - 3)
        claiming.age, claiming.organisation_id = Age.TEEN, self.here.id
        await consented(self.storage, claiming.id, self.here.id)
        self.ids["claiming"] = claiming.id
        alone = await self.storage.offline.add_person(self.here.id, Age.ADULT, NOW)
        await consented(self.storage, alone.id, self.here.id)
        await self.storage.people.join(alone.id, self.here.id, self.programme.id, Role.MENTEE, NOW)
        self.storage.people.rename(alone, f"{SECRET} Анна Одна")
        self.ids["offline"] = alone.id
        await self._account("mentees_second", PLACES - 2, person_id=self.ids["mentee"])

    async def _member(self, name: str, role: Role) -> Person:
        programme = self.district_programme if role is Role.COORDINATOR else self.programme
        account = self.number * PLACES + len(self.accounts)
        made = await person(self.storage, account, programme=programme, role=role)
        self.storage.people.rename(made, f"{SECRET} Анна {name.title()}")
        self.ids[name], self.accounts[name] = made.id, account
        found = await self.storage.people.account("telegram", account, NOW)
        self.ids[f"account_{name}"] = found.id
        return made

    async def _account(self, name: str, number: int, **columns: int) -> None:
        """One more account, of nobody or of somebody who has one already."""
        self.accounts[name] = self.number * PLACES + number
        account = await self.storage.people.account("telegram", self.accounts[name], NOW)
        for column, value in columns.items():
            setattr(account, column, value)
        self.ids[f"account_{name}"] = account.id

    async def _roadmap(self) -> None:
        followed = await self._followed(self.programme)
        above = await self._followed(self.district_programme)
        waiting, to_look_at = await self._waiting()
        row = (await self.storage.roadmaps.milestones(followed.id))[0]
        on_request = await self.storage.roadmaps.add_milestone(
            followed, milestone("9", activity=SECRET, kind="request", ends=None, responsible=["Психолог"]), NOW
        )
        task, asked = await self._task(row.id), await self._task(on_request.id)
        request = await self.storage.requests.open(asked, SECRET, self.ids["mentee"], NOW)
        file = await self.storage.files.add(f"{SECRET}.txt", "text/plain", SECRET.encode(), NOW)
        await self.storage.evidence.add(task, self.ids["curator"], NOW, file_id=file.id)
        await self.storage.responsible.add(
            followed, {"Куратор": Behind((self.ids["curator"],)), "Психолог": Behind((self.ids["psychologist"],))}
        )
        await self.storage.changes.record(row, "activity", SECRET, row.activity, self.ids["curator"], NOW)
        responsible = (await self.storage.responsible.of(followed.id))[0]
        self.ids |= {
            "roadmap": followed.id, "waiting_roadmap": waiting.id, "to_look_at": to_look_at.id,
            "milestone": row.id, "task": task.id,
            "asked_task": asked.id, "request": request.id, "responsible": responsible.id, "file": file.id,
            "row": (await self.storage.roadmaps.milestones(above.id))[0].id, "district_roadmap": above.id,
        }  # fmt: skip

    async def _waiting(self) -> tuple[Roadmap, Milestone]:
        """A roadmap that waits for the curator, with a doubt, and a row to look at."""
        roadmap = await read_in(self.storage, self.programme, SECRET)
        roadmap.findings = [{"code": "no_date", "rows": [2], "arguments": {"rows": "2", "count": 1}}]
        first, row = await self.storage.roadmaps.milestones(roadmap.id)
        first.activity = f"{SECRET} {first.number}"
        row.kind, row.phrase, row.review, row.activity = "unknown", "", True, f"{SECRET} {row.number}"
        return roadmap, row

    async def _followed(self, programme: Programme) -> Roadmap:
        roadmap = await read_in(self.storage, programme, SECRET)
        await self.storage.roadmaps.activate(roadmap, NOW)
        for each in await self.storage.roadmaps.milestones(roadmap.id):
            each.activity = f"{SECRET} {each.number}"
            each.level = "each" if programme is self.district_programme else each.level
            each.ends = DUE
            is_undated = programme is self.district_programme and each.position > 1
            await self.storage.roadmaps.add_task(each, self.here.id, None, None if is_undated else each.ends, NOW)
        return roadmap

    async def _task(self, milestone_id: int) -> Task:
        tasks = await self.storage.roadmaps.tasks_of(milestone_id)
        if tasks:
            return tasks[0]
        row = await self.storage.roadmaps.milestone(self.here.id, milestone_id)
        assert row is not None
        return await self.storage.roadmaps.add_task(row, self.here.id, None, None, NOW)

    async def _pair(self) -> None:
        agreed, proposed = await self._proposed("mentor", "mentee"), await self._proposed("second_mentor", "offline")
        agreed.status, agreed.mentor_agreed_at = "agreed", NOW
        coming = await self.storage.meetings.set(agreed, NOW + WEEK, self.ids["mentor"], NOW)
        past = await self.storage.meetings.set(agreed, NOW - WEEK, self.ids["mentor"], NOW)
        self.ids |= {
            "pair": agreed.id, "proposed_pair": proposed.id, "meeting": coming.id, "past_meeting": past.id,
        }  # fmt: skip
        await self.storage.wishes.set(
            self.here.id, self.programme.id, self.ids["mentor"], Role.MENTOR, NOW,
            ranked=[self.ids["mentee"]], vetoed=[],
        )  # fmt: skip
        await self.storage.agreements.begin(
            self.ids["mentor"], self.here.id, self.programme.id, self.ids["curator"], NOW
        )
        mark = await self.storage.eligibility.mark(self.ids["mentor"], self.here.id, NOW)
        self.storage.eligibility.set_reason(mark, SECRET)
        mark.may_mentor, mark.grade = False, Grade.FIRST
        leaving = await self.storage.agreements.duties(self.ids["second_mentor"], self.here.id)
        assert leaving is not None
        leaving.leaves_on = STARTS

    async def _proposed(self, mentor: str, mentee: str) -> Mentorship:
        pair = await self.storage.mentorships.propose(
            self.here.id, self.programme.id, self.ids[mentor], [self.ids[mentee]], self.ids["curator"], NOW
        )
        assert isinstance(pair, Mentorship)
        return pair

    async def _questionnaires(self) -> None:
        for name in ("mentor", "second_mentor", "bystander_mentor", "second_mentee", "bystander_mentee"):
            submission = await self._begun(name, name.rpartition("_")[2])
            submission.sent_at = NOW
        begun = await self._begun("mentee", "mentee")
        await self.storage.forms.save(begun, "name", SECRET, personal=True, now=NOW)
        entered = await self._begun("offline", "mentee")
        entered.entered_by = self.ids["curator"]
        await self.storage.forms.begin_trial(
            self.ids["second_curator"], self.here.id, self.programme.id, "mentee", load("mentee").version, NOW
        )
        audience = [(self.ids["mentor"], "satisfaction_mentor"), (self.ids["mentee"], "satisfaction_mentee")]
        survey = await self.storage.surveys.open(
            self.here.id, self.programme.id, "satisfaction", audience, self.ids["curator"], NOW + WEEK, NOW
        )
        await self.storage.own_forms.add(self.here.id, "own_1", SECRET, OWN_FORM, self.ids["curator"], NOW)
        practice = await self.storage.practices.begin(self.ids["mentor"], self.here.id, self.programme.id, NOW)
        await self.storage.forms.save(practice, "file", str(self.ids["file"]), personal=False, now=NOW)
        offered = await self.storage.practices.of_submission(practice.id)
        assert offered is not None
        offered.state, practice.sent_at = State.WAITING, NOW
        self.ids |= {"submission": begun.id, "survey": survey.id, "practice": offered.id}
        self.ids["offline_submission"] = entered.id

    async def _begun(self, name: str, form: str) -> Submission:
        return await self.storage.forms.begin(
            self.ids[name], self.here.id, self.programme.id, form, load(form).version, NOW
        )

    async def _papers(self) -> None:
        ours, curator = self.here.id, self.ids["curator"]
        letter = await self.storage.conversation.add_letter(ours, self.ids["mentee"], SECRET, NOW)
        private = await self.storage.conversation.add_letter(ours, self.ids["mentee"], SECRET, NOW, Role.PSYCHOLOGIST)
        decision = await self.storage.conversation.decide(ours, self.ids["mentee"], "quiet", {"until": None}, NOW)
        rubric = await self.storage.posts.rubric(ours, SECRET, "#наставник")
        post = await self.storage.posts.draft(rubric, SECRET, curator, NOW)
        published = await self.storage.posts.draft(rubric, f"{SECRET} Анна Mentee", curator, NOW)
        published.state = "published"
        partner = await self.storage.partners.add(ours, SECRET, NOW)
        partner.file_id, partner.until = self.ids["file"], ENDS
        self.storage.partners.set_contact(partner, SECRET)
        gathering = await self.storage.gatherings.add(
            ours, self.programme.id, "parents", NOW, NOW + timedelta(hours=9), curator, NOW, self.ids["survey"]
        )
        await self.storage.gatherings.arrive(gathering, self.ids["mentee"], NOW)
        await self._account("stranger", PLACES - 1, gathering_id=gathering.id)
        await self.storage.notices.add(
            self.ids["mentee"], "form", f"form:{self.number}", NOW, NOW, organisation_id=ours,
            subject={"submission": self.ids["submission"]},
        )  # fmt: skip
        notice = (await self.storage.notices.waiting_of(self.ids["mentee"], NOW, ["form"]))[0]
        await self.storage.audit.record(ours, curator, Audited.CODE_MADE, NOW, role=Role.HEAD)
        await self.storage.audit.record(
            ours, curator, Audited.ROADMAP_SIGNED, NOW, roadmap=self.ids["waiting_roadmap"]
        )
        self.ids |= {
            "letter": letter.id, "private_letter": private.id, "decision": decision.id, "rubric": rubric.id,
            "post": post.id, "partner": partner.id, "gathering": gathering.id, "notice": notice.id,
        }  # fmt: skip

    async def _doors(self) -> None:
        ours, curator = self.here.id, self.ids["curator"]
        for name, purpose, role in (("code", ROLE, Role.HEAD), ("handover", HANDOVER, Role.CURATOR)):
            typed = await self.storage.codes.make(
                purpose, WEEK, NOW, organisation_id=ours, role=role, made_by=curator
            )
            kept = await self.storage.codes.find(typed, NOW)
            assert kept is not None
            self.ids[name] = kept.id
            if purpose == HANDOVER:
                kept.person_id = self.ids["second_curator"]
                await self.storage.codes.spend(kept, NOW)
        invitation = await self.storage.organisations.invitation(ours, Category.TEACHER, NOW)
        await self.storage.codes.make("district", WEEK, NOW, organisation_id=self.ids["district"])
        draft = Draft(f"{SECRET} Вера Павловна", "A1")
        invited = await self.storage.imports.invite(ours, self.programme.id, draft, NOW)
        assert invited is not None
        personal = await self.storage.imports.by_code(invited.code)
        assert personal is not None
        personal.account_id = self.ids["account_stranger"]
        self.ids["invitation"] = invitation.id


async def whole(storage: Storage, number: int) -> Whole:
    return await Making(storage, number).whole()


async def two_whole(database: Database) -> tuple[Whole, Whole]:
    async with database.begin() as storage:
        both = await whole(storage, 1), await whole(storage, 2)
    await database.close()
    return both
