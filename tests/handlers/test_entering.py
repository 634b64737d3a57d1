"""Answers from paper: the code on a blank opens its form, and any form in use is entered; on both messengers."""

from datetime import timedelta

from sqlalchemy import select

from domain.blanks import blank_code
from domain.forms import load
from domain.people import Role
from domain.practices import State
from domain.surveys import SATISFACTION
from storage.models import Attendance, Person, Practice, Submission, SurveyInvitee
from storage.storage import Storage
from tests.client import Person as Speaker
from tests.client import Town
from tests.handlers.couples import cast, member
from tests.handlers.test_arriving import at_card
from tests.handlers.test_offline import VERA, at_offline, entered
from tests.scenes import fill_in


async def opened(town: Town, kind: str, form: str, *, gathered: str = "") -> None:
    """A survey that asks Vera, or the quick poll of a gathering."""
    async with town.database.begin() as storage:
        [vera] = [each for each in await everybody(storage) if each.name == VERA]
        now, [organisation] = town.world.clock.now, await storage.organisations.all()
        programme = await storage.organisations.programme(organisation.id)
        later = now + timedelta(days=3)
        asked = [] if gathered else [(vera.id, form)]
        survey = await storage.surveys.open(organisation.id, programme.id, kind, asked, vera.id, later, now)
        if gathered:
            await storage.gatherings.add(organisation.id, programme.id, gathered, now, later, vera.id, now, survey.id)


async def everybody(storage: Storage) -> list[Person]:
    return list(await storage.session.scalars(select(Person)))


async def types(curator: Speaker, form: str) -> Speaker:
    await curator.says("меню")
    return await curator.says(blank_code(form, load(form).version).lower().replace("-", " "))


async def tell(curator: Speaker) -> None:
    """Answer every question at some length, and send the form."""
    while "Анкета внесена" not in curator.sees():
        labels = await curator.offered()
        if "Отправить анкету" in labels:
            await curator.presses("Отправить анкету")
        elif any(label.startswith("☐") for label in labels):
            await curator.presses("☐")
            await curator.presses("Готово")
        elif "Пропустить" in labels:
            await curator.presses("Пропустить")
        elif labels[0] not in {"Назад", "В начало"}:
            await curator.presses(labels[0])
        else:
            await curator.says("По пятницам читаем вслух всей группой, и дети ждут этого дня.")


async def test_a_typed_code_enters_the_paper_of_a_survey(town: Town, platform: str, png: bytes) -> None:
    there = await entered(town, platform, png)
    await opened(town, SATISFACTION, "satisfaction_mentee")
    await types(there.curator, "satisfaction_mentee")
    await there.curator.presses("Громова")
    assert f"Вы заполняете за: {VERA}" in there.curator.sees()
    await fill_in(there.curator, VERA)
    assert "Ответы учтены" in there.curator.sees()
    async with town.database.look() as session:
        [invitee] = await session.scalars(select(SurveyInvitee))
        [answered] = await session.scalars(select(Submission).where(Submission.survey_id == invitee.survey_id))
        assert invitee.answered_at is not None and answered.sent_at is not None
        assert (answered.person_id, answered.entered_by is not None) == (invitee.person_id, True)
    await types(there.curator, "satisfaction_mentee")
    assert "не ждёт ответов ни от кого, кто без мессенджера" in there.curator.sees()


async def test_the_survey_itself_leads_to_the_papers(town: Town, platform: str, png: bytes) -> None:
    there = await entered(town, platform, png)
    await opened(town, SATISFACTION, "satisfaction_mentee")
    await there.curator.says("меню")
    await there.curator.presses("Опросы")
    await there.curator.presses(next(each for each in await there.curator.offered() if "0 из 1" in each))
    await there.curator.presses("Внести с бумаги (1)")
    await there.curator.presses("Громова")
    assert f"Вы заполняете за: {VERA}" in there.curator.sees()


async def test_any_form_that_waits_is_entered_from_the_card(town: Town, platform: str, png: bytes) -> None:
    there = await entered(town, platform, png)
    await opened(town, "gathering", "", gathered="council")
    for form in ("poll_council", "practice"):
        await at_card(there.curator)
        await there.curator.presses("Внести анкету с бумаги")
        assert "Исправить: Анкета наставляемого" in await there.curator.offered()
        await there.curator.presses(load(form).title)
        await tell(there.curator)
        assert f"Анкета внесена: {VERA}" in there.curator.sees()
    async with town.database.look() as session:
        assert [each.state for each in await session.scalars(select(Practice))] == [State.WAITING]
        assert len((await session.scalars(select(Attendance))).all()) == 1


async def test_an_application_on_an_older_blank_is_entered_as_it_was_printed(
    town: Town, platform: str, png: bytes
) -> None:
    there = await at_offline(town, platform)
    await there.curator.sends("согласие.png", png, "image/png")
    await there.curator.says(VERA)
    async with town.database.begin() as storage:
        for submission in await storage.session.scalars(select(Submission).where(Submission.entered_by.is_not(None))):
            await storage.session.delete(submission)
    await there.curator.says("меню")
    await there.curator.says("Бланк 2-1")
    await there.curator.presses("Громова")
    async with town.database.look() as session:
        [begun] = await session.scalars(select(Submission).where(Submission.entered_by.is_not(None)))
        assert (begun.form, begun.version) == ("mentee", 1)


async def test_a_participant_answers_the_form_of_the_code_herself(town: Town, platform: str) -> None:
    await cast(town, platform)
    ira = await member(town, platform, "Ткач Ирина Львовна", Role.MENTOR, sent=False)
    await types(ira, "mentor")
    assert "Вопрос" in ira.sees() and "Анкета" not in "".join(await ira.offered())
    await types(ira, "mentee")
    assert "сейчас не ждёт Вашего ответа" in ira.sees()
    await ira.says("Б-77-1")
    assert "Бланка с таким кодом я не знаю" in ira.sees()
    await types(ira, "practice")
    assert "Поделиться практикой" in await ira.offered()


async def test_somebody_new_is_taken_in_from_the_code(town: Town, platform: str) -> None:
    curator = (await cast(town, platform)).curator
    await types(curator, "mentor")
    assert "Чьи ответы вносим?" in curator.sees() and "Иванова" not in "".join(await curator.offered())
    await curator.presses("Новый участник")
    assert "Кого добавить?" in curator.sees()
