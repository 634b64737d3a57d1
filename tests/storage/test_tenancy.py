"""Nobody reads another organisation's or another person's rows, whatever id a button carries."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from domain.people import Role
from storage.database import Database
from storage.responsible import Behind
from storage.storage import Storage
from tests.storage.stock import NOW, organisation, person
from tests.storage.test_roadmaps import read_in

Asked = Callable[[Storage, int, int], Awaitable[object]]

OF_ORGANISATION: dict[str, Asked] = {
    "roadmap": lambda storage, organisation_id, row: storage.roadmaps.get(organisation_id, row),
    "milestone": lambda storage, organisation_id, row: storage.roadmaps.milestone(organisation_id, row),
    "task": lambda storage, organisation_id, row: storage.roadmaps.row(organisation_id, row),
    "responsible": lambda storage, organisation_id, row: storage.responsible.get(organisation_id, row),
    "mentorship": lambda storage, organisation_id, row: storage.mentorships.get(organisation_id, row),
    "meeting": lambda storage, organisation_id, row: storage.meetings.get(organisation_id, row),
    "request": lambda storage, organisation_id, row: storage.requests.get(organisation_id, row),
    "letter": lambda storage, organisation_id, row: storage.conversation.letter(organisation_id, row),
    "survey": lambda storage, organisation_id, row: storage.surveys.get(organisation_id, row),
    "rubric": lambda storage, organisation_id, row: storage.posts.rubric_by_id(organisation_id, row),
    "post": lambda storage, organisation_id, row: storage.posts.get(organisation_id, row),
}
OF_PERSON: dict[str, Asked] = {
    "submission": lambda storage, person_id, row: storage.forms.get(person_id, row),
    "decision": lambda storage, person_id, row: storage.conversation.decision(person_id, row),
    "notice": lambda storage, person_id, row: storage.notices.find(person_id, row),
    "mentorship": lambda storage, person_id, row: storage.mentorships.with_person(person_id, row),
    "meeting": lambda storage, person_id, row: storage.meetings.with_person(person_id, row),
}
LISTS: dict[str, Callable[[Storage, int], Awaitable[object]]] = {
    "members": lambda storage, organisation_id: storage.people.members(organisation_id),
    "roles": lambda storage, organisation_id: storage.people.roles(organisation_id),
    "tasks": lambda storage, organisation_id: storage.roadmaps.rows(organisation_id),
    "tied": lambda storage, organisation_id: storage.responsible.tied(organisation_id),
    "forms": lambda storage, organisation_id: storage.forms.unfinished_in(organisation_id),
    "applications": lambda storage, organisation_id: storage.forms.in_organisation(organisation_id, ["mentee"]),
    "mentorships": lambda storage, organisation_id: storage.mentorships.live(organisation_id),
    "meetings": lambda storage, organisation_id: storage.meetings.planned(organisation_id),
    "requests": lambda storage, organisation_id: storage.requests.open_in(organisation_id),
    "letters": lambda storage, organisation_id: storage.conversation.open_letters(organisation_id),
    "surveys": lambda storage, organisation_id: storage.surveys.of_organisation(organisation_id),
    "unanswered": lambda storage, organisation_id: storage.surveys.unanswered(organisation_id),
    "rubrics": lambda storage, organisation_id: storage.posts.rubrics(organisation_id),
    "posts": lambda storage, organisation_id: storage.posts.of_organisation(organisation_id),
}


async def populated(storage: Storage, number: int) -> dict[str, int]:
    """An organisation with one row of everything; the ids."""
    ours, programme = await organisation(storage, f"Школа № {number}")
    mentor = await person(storage, number * 10, programme=programme, role=Role.MENTOR)
    mentee = await person(storage, number * 10 + 1, programme=programme)
    roadmap = await read_in(storage, programme)
    await storage.roadmaps.activate(roadmap, NOW)
    milestone, _ = await storage.roadmaps.milestones(roadmap.id)
    task = await storage.roadmaps.add_task(milestone, ours.id, None, None, NOW)
    request = await storage.requests.open(task, "…", mentee.id, NOW)
    await storage.roadmaps.add_evidence(task, mentor.id, NOW, text="ссылка")
    await storage.responsible.add(roadmap, {"Куратор": Behind((mentor.id,))})
    submission = await storage.forms.begin(mentee.id, ours.id, programme.id, "mentee", 1, NOW)
    pair = await storage.mentorships.propose(ours.id, programme.id, mentor.id, [mentee.id], mentor.id, NOW)
    meeting = await storage.meetings.set(pair, NOW, mentor.id, NOW)  # type: ignore[arg-type]
    letter = await storage.conversation.add_letter(ours.id, mentee.id, "…", NOW)
    decision = await storage.conversation.decide(ours.id, mentee.id, "mute", {}, NOW)
    survey = await storage.surveys.open(
        ours.id,
        programme.id,
        "satisfaction",
        [(mentee.id, "satisfaction_mentee")],
        mentor.id,
        NOW + timedelta(7),
        NOW,
    )
    rubric = await storage.posts.rubric(ours.id, "Наставники", "#наставник")
    post = await storage.posts.draft(rubric, "Текст", mentor.id, NOW)
    await storage.notices.add(mentee.id, "form", f"form:{number}", NOW, NOW, organisation_id=ours.id)
    notice = (await storage.notices.waiting_of(mentee.id, NOW, ["form"]))[0]
    responsible = (await storage.responsible.of(roadmap.id))[0]
    return {
        "organisation": ours.id, "person": mentee.id, "roadmap": roadmap.id, "milestone": milestone.id,
        "task": task.id, "responsible": responsible.id, "mentorship": pair.id,  # type: ignore[union-attr]
        "meeting": meeting.id, "letter": letter.id, "request": request.id, "decision": decision.id,
        "survey": survey.id, "rubric": rubric.id, "post": post.id, "submission": submission.id, "notice": notice.id,
    }  # fmt: skip


async def two_organisations(database: Database) -> tuple[dict[str, int], dict[str, int]]:
    async with database.begin() as storage:
        return await populated(storage, 1), await populated(storage, 2)


async def test_an_id_of_another_organisation_gives_nothing(database: Database) -> None:
    ours, others = await two_organisations(database)
    async with database.begin() as storage:
        for name, ask in OF_ORGANISATION.items():
            assert await ask(storage, ours["organisation"], ours[name]) is not None, name
            assert await ask(storage, ours["organisation"], others[name]) is None, name


async def test_an_id_of_another_person_gives_nothing(database: Database) -> None:
    ours, others = await two_organisations(database)
    async with database.begin() as storage:
        for name, ask in OF_PERSON.items():
            assert await ask(storage, ours["person"], ours[name]) is not None, name
            assert await ask(storage, ours["person"], others[name]) is None, name


@pytest.mark.parametrize("name", LISTS)
async def test_lists_are_of_one_organisation(database: Database, name: str) -> None:
    async with database.begin() as storage:
        ours = await populated(storage, 1)
        before = await LISTS[name](storage, ours["organisation"])
        await populated(storage, 2)
        assert before
        assert await LISTS[name](storage, ours["organisation"]) == before
