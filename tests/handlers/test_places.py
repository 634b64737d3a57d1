"""One person in two organisations on both messengers: which one she is in, changing it, and that nothing mixes."""

from datetime import timedelta

from sqlalchemy import select

from handlers.notices import under_headings
from handlers.part import Part
from handlers.visit import Addresses, Scene
from handlers.workplace import post_here
from locales import Texts
from storage.models import Membership, Submission
from storage.models import Person as Kept
from tests.client import Person, Town
from tests.scenes import fill_in, founded, invitation, participant

MARIA, ANNA = "Иванова Мария Сергеевна", "Петрова Анна Олеговна"
SCHOOL, GARDEN = "Школа № 1", "Детский сад № 8"


async def two_curators(town: Town, platform: str) -> tuple[Person, Person]:
    garden = await founded(town, platform)
    return garden, await founded(town, platform, "Козлова Ирина Петровна", organisation=SCHOOL)


async def also_joins(person: Person, curator: Person, role: str) -> Person:
    """Somebody who takes part elsewhere opens this curator's invitation; stops at the new questionnaire."""
    await person.opens(await invitation(curator, person.platform))
    if not person.answer:  # in an open VK chat a link shows itself with the next message
        await person.says("Здравствуйте")
    for label in ("Начать", "Даю согласие", role):
        await person.presses(label)
    return person


async def in_both(town: Town, platform: str) -> tuple[Person, Person, Person]:
    garden, school = await two_curators(town, platform)
    maria = await participant(town, garden, MARIA, platform, "Наставником")
    await also_joins(maria, school, "Наставляемым")
    await fill_in(maria, MARIA)
    return garden, school, maria


async def test_a_second_invitation_asks_for_its_own_consent_and_nothing_that_is_known(
    town: Town, platform: str
) -> None:
    garden, school = await two_curators(town, platform)
    maria = await participant(town, garden, MARIA, platform, "Наставником")
    assert "Вы сейчас" not in (await maria.says("меню")).sees()
    await also_joins(maria, school, "Наставляемым")
    assert "уже есть" in maria.sees() or "уже знаю" in maria.sees()
    await maria.presses("Начать анкету")
    assert "зовут" not in maria.sees()
    async with town.database.look() as session:
        roles = {each.role for each in await session.scalars(select(Membership)) if each.role in {"mentor", "mentee"}}
    assert roles == {"mentor", "mentee"}


async def test_what_she_told_one_organisation_is_not_shown_to_another(town: Town, platform: str) -> None:
    garden, school = await two_curators(town, platform)
    maria = await participant(town, garden, MARIA, platform, "Наставником")
    await also_joins(maria, school, "Наставником")
    assert "Воспитатель" not in await card(school)
    assert "Воспитатель" in await card(garden)


async def test_papers_of_each_organisation_have_the_post_that_was_told_there(town: Town, platform: str) -> None:
    garden, school = await two_curators(town, platform)
    maria = await participant(town, garden, MARIA, platform, "Наставником")
    await also_joins(maria, school, "Наставником")
    assert await posts_told(town, garden, school) == {GARDEN: "Воспитатель", SCHOOL: ""}
    await maria.presses("Начать анкету")
    await maria.says("меню")
    await maria.presses("Ещё")
    for label in ("Мои данные", "Исправить", "Должность или класс"):
        await maria.presses(label)
    await maria.says("Тьютор")
    assert (await posts_told(town, garden, school))[GARDEN] == "Воспитатель"


async def posts_told(town: Town, *curators: Person) -> dict[str, str]:
    """Organisation → the post of its first mentor as its papers have it."""
    told = {}
    async with town.database.begin() as storage:
        for curator in curators:
            account = await storage.people.account(curator.platform, curator.id, town.world.clock.now)
            scene = Scene(storage, town.world.clock.now, Texts.load(), Addresses({}), account.person)
            organisation = await scene.organisation()
            mentor, *_ = await storage.people.members(organisation.id, "mentor")
            told[organisation.name] = await post_here(scene, mentor)
    return told


async def card(curator: Person) -> str:
    """What the curator reads of the first mentor."""
    await curator.says("меню")
    for label in ("Люди", "Наставники", "1"):
        await curator.presses(label)
    return curator.sees()


async def test_a_form_and_a_survey_wait_each_in_its_own_organisation(town: Town, platform: str) -> None:
    garden, school = await two_curators(town, platform)
    maria = await participant(town, garden, MARIA, platform, "Наставником")
    await also_joins(maria, school, "Наставляемым")
    await maria.presses("Начать анкету")
    await surveyed(town, maria, GARDEN)
    await maria.says("меню")
    assert SCHOOL in maria.sees() and "Ответить на опрос" not in await maria.offered()
    assert "Продолжить анкету" in await maria.offered()
    for label in ("Сменить организацию", GARDEN):
        await maria.presses(label)
    assert "Продолжить анкету" not in await maria.offered()
    await maria.presses("Ответить на опрос")
    assert "Как Вам программа: наставнику" in maria.sees()


async def surveyed(town: Town, person: Person, name: str) -> None:
    """One of her organisations has opened a survey that asks her."""
    now = town.world.clock.now
    async with town.database.begin() as storage:
        who = (await storage.people.account(person.platform, person.id, now)).person_id or 0
        there = next(each for each in await storage.places.of(who) if each.name == name)
        programme = await storage.organisations.programme(there.id)
        asked = [(who, "satisfaction_mentor")]
        await storage.surveys.open(there.id, programme.id, "satisfaction", asked, who, now + timedelta(days=7), now)


async def test_she_sees_where_she_is_and_changes_it_by_tap(town: Town, platform: str) -> None:
    _, _, maria = await in_both(town, platform)
    await maria.says("меню")
    assert f"Вы сейчас: {SCHOOL} · наставляемый" in maria.sees()
    for label in ("Сменить организацию", GARDEN):
        await maria.presses(label)
    assert f"Вы сейчас: {GARDEN} · наставник" in maria.sees()


async def test_every_screen_names_the_organisation_to_who_has_several(town: Town, platform: str) -> None:
    garden, _, maria = await in_both(town, platform)
    await maria.says("меню")
    for label, organisation in (("Мои ответы", SCHOOL), ("Написать куратору", SCHOOL), ("Сменить", SCHOOL)):
        await maria.presses(label)
        assert organisation in maria.sees(), label
        await maria.says("меню")
    await garden.says("меню")
    await garden.presses("Ещё")
    assert GARDEN not in garden.sees()


async def test_an_old_screen_leads_back_into_its_own_organisation(town: Town, platform: str) -> None:
    _, _, maria = await in_both(town, platform)
    await maria.says("меню")
    school_home = maria.answer[-1]["id"]
    await maria.says("меню")
    for label in ("Сменить организацию", GARDEN):
        await maria.presses(label)
    await maria.presses("Мои ответы", message=school_home)
    assert "наставляемого" in str(maria.answer[-1]["buttons"]).lower()
    assert SCHOOL in (await maria.says("меню")).sees()


async def test_a_letter_typed_in_one_organisation_goes_to_its_curator(town: Town, platform: str) -> None:
    garden, school, maria = await in_both(town, platform)
    await maria.says("меню")
    await maria.presses("Написать куратору")
    async with town.database.begin() as storage:
        account = await storage.people.account(platform, maria.id, town.world.clock.now)
        other = next(each for each in await storage.places.of(account.person_id or 0) if each.name == GARDEN)
        (await storage.people.get(account.person_id or 0)).organisation_id = other.id
    await maria.says("Когда наша встреча?")
    await town.turn(minutes=1)
    assert "Вам написали" in str(await school.reads()) and "Вам написали" not in str(await garden.reads())


async def test_news_of_another_organisation_names_it_and_leads_into_it(town: Town, platform: str) -> None:
    _, _, maria = await in_both(town, platform)
    async with town.database.begin() as storage:
        account = await storage.people.account(platform, maria.id, town.world.clock.now)
        here = next(each for each in await storage.places.of(account.person_id or 0) if each.name == GARDEN)
        letter = await storage.conversation.add_letter(here.id, account.person_id or 0, "…", town.world.clock.now)
        letter_id = letter.id
    await town.turn(minutes=1)
    async with town.database.begin() as storage:
        now, kept = town.world.clock.now, await storage.conversation.letter(here.id, letter_id)
        assert kept is not None
        storage.conversation.answer_letter(kept, "Приходите завтра", kept.person_id, now)
        subject = {"letter": letter_id}
        await storage.notices.add(
            kept.person_id, "letter_answered", "k", now, now, organisation_id=here.id, subject=subject
        )
    await town.turn(minutes=1)
    told = (await maria.reads())[-1]["text"]
    assert told.startswith(GARDEN) and "Приходите завтра" in told
    await maria.presses("Написать куратору")
    assert GARDEN in (await maria.says("меню")).sees()


def test_a_digest_names_each_organisation_once_above_its_matters() -> None:
    matters = [Part("строки", place=GARDEN), Part("анкета", place=GARDEN), Part("строки", place=SCHOOL)]
    assert list(under_headings(matters)) == [f"{GARDEN}\n\nстроки", "анкета", f"{SCHOOL}\n\nстроки"]
    assert list(under_headings([Part("строки"), Part("строки"), Part("анкета")])) == ["строки", "анкета"]


async def test_lists_and_papers_of_one_organisation_never_show_the_other(town: Town, platform: str) -> None:
    garden, school, _ = await in_both(town, platform)
    await participant(town, garden, ANNA, "vk", "Наставляемым")
    for curator, role, mine, others in (
        (garden, "Наставники", "Иванова", "Козлова"),
        (school, "Наставляемые", "Иванова", "Петрова"),
    ):
        await curator.says("меню")
        for label in ("Люди", role):
            await curator.presses(label)
        assert mine in curator.sees() and others not in curator.sees()
    async with town.database.look() as session:
        forms = (await session.execute(select(Submission.organisation_id, Submission.form))).all()
        here = (await session.scalars(select(Kept.organisation_id).where(Kept.name == MARIA))).one()
    assert {form for place, form in forms if place == here} == {"organisation", "mentee"}


async def test_who_has_one_organisation_is_not_asked_which(town: Town, platform: str) -> None:
    anna = await participant(town, await founded(town, platform), ANNA, platform, "Наставляемым")
    await anna.says("меню")
    assert "Сменить" not in str(await anna.offered())
