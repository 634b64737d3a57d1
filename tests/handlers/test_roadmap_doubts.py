"""The curator answers the doubts one by one: days, people, order; before the year is on and later."""

import inspect
import re
from datetime import date
from typing import get_args

import pytest
from sqlalchemy import select

from domain.roadmap import answers, proposals, proposed_words
from domain.roadmap.model import DueDoubt, FindingCode
from handlers.roadmap.doubts.words import SAID_BY_DUE
from locales import Texts
from storage.models import Milestone, MilestoneChange, Roadmap, Task
from tests.client import Person, Town
from tests.handlers.plans import COLUMNS, HEAD, opens_row, presses_in, sends_plan
from tests.scenes import founded

DOUBTFUL = (
    HEAD
    + COLUMNS
    + "1\tПодготовка условий\n"
    + "1.1\tФормирование базы наставников\tдо 30 октября 2026 г.\tПетрова А.С.\tБаза\n"
    + "1.2\tПедагогический совет о наставничестве\t\tПетрова А.С.\tПротокол\n"
    + "1.3\tСоглашение с партнёрами\tдо 31 ноября 2026 г.\tДиректор\tСоглашение\n"
    + "1.4\tСеминар для наставников\tпо отдельному графику\tДиректор\tПрограмма семинара\n"
    + "1.5\tПубликация на сайте\tдо 19 декабря 2026 г.\tПетрова А.С.\tЗаметка на [ссылка]\n"
)
FOREIGN = DOUBTFUL.replace(HEAD, "План мероприятий наставничества в МБОУ СОШ № 5\nна 2026-2027 учебный год\n\n")
FIRST, IMPOSSIBLE, ELSEWHERE, WEEKEND, PLACEHOLDER = range(1, 6)
MANY = HEAD + COLUMNS + "".join(f"{n}\tДело номер {n}\tпо графику № {n}\tДиректор\tИтог\n" for n in range(1, 46))


async def rows_of(town: Town) -> dict[str, tuple[str, str]]:
    """Number → kind and last day of the rows that are kept."""
    async with town.database.look() as session:
        kept = (await session.scalars(select(Milestone).where(Milestone.removed_at.is_(None)))).all()
    return {each.number: (each.kind, f"{each.ends or ''}") for each in kept}


async def answered(town: Town) -> list[str]:
    async with town.database.look() as session:
        roadmap = (await session.scalars(select(Roadmap).order_by(Roadmap.id.desc()))).first()
    assert roadmap is not None
    return [each["settled"]["answer"] for each in roadmap.findings if "settled" in each]


async def at_doubts(town: Town, platform: str, plan: str = DOUBTFUL) -> Person:
    curator = await sends_plan(await founded(town, platform), plan)
    return await curator.presses("Посмотреть сомнения")


async def skips(curator: Person, count: int) -> None:
    for _ in range(count):
        await curator.presses("Пропустить")


async def test_every_doubt_is_answered_by_a_button_and_the_paper_stays_as_it_is(town: Town, platform: str) -> None:
    curator = await at_doubts(town, platform)
    assert "Сомнение 1 из 5" in curator.sees()
    assert "1.2. Педагогический совет о наставничестве\n«до 30 октября 2026 г.»" in curator.sees()
    for label in ("Да, верно", "До 1 декабря", "Без даты, по запросу", "Хорошо, напомнить не позже пт 18.12"):
        await curator.presses(label)
    await curator.presses("Исправлю в документе позже")
    assert "Все сомнения разобраны" in curator.sees() and "Изменила 2 строки" in curator.sees()
    assert "осталось незаполненное место: «[ссылка]»" in curator.sees()
    assert await rows_of(town) == {
        "1.1": ("by", "2026-10-30"),
        "1.2": ("by", "2026-10-30"),
        "1.3": ("by", "2026-12-01"),
        "1.4": ("request", ""),
        "1.5": ("by", "2026-12-19"),
    }
    async with town.database.look() as session:
        phrases = (await session.scalars(select(Milestone.phrase).order_by(Milestone.position))).all()
    assert phrases[2:4] == ["до 31 ноября 2026 г.", "по отдельному графику"]


async def test_a_due_is_typed_as_papers_have_it(town: Town, platform: str) -> None:
    curator = await at_doubts(town, platform)
    await skips(curator, 2)
    await curator.presses("Ввести срок")
    await curator.says("когда-нибудь потом")
    assert "Не получилось понять срок" in curator.sees()
    await curator.says("до 30 февраля")
    assert "Такого дня в календаре нет" in curator.sees()
    await curator.says("ноябрь 2026")
    assert "Записала: с 1 ноября по 30 ноября" in curator.sees() and "напомню" not in curator.sees()
    assert "Сомнение 4 из 5" in curator.sees()
    assert (await rows_of(town))["1.4"] == ("between", "2026-11-30")


async def test_one_goes_back_and_answers_anew(town: Town, platform: str) -> None:
    curator = await at_doubts(town, platform)
    await curator.presses("Без даты, по запросу")
    await curator.presses("Назад")
    assert "Ваш ответ: Без даты, по запросу" in curator.sees()
    await curator.presses("Изменить ответ")
    assert (await rows_of(town))["1.2"] == ("by", "2026-10-30")
    await curator.presses("Да, верно")
    assert await answered(town) == ["agree"]


async def test_what_was_skipped_is_told_and_can_be_left_as_it_is(town: Town, platform: str) -> None:
    curator = await at_doubts(town, platform)
    await skips(curator, 5)
    assert "Без ответа осталось 5 сомнений" in curator.sees()
    await curator.presses("К тем, что без ответа")
    await curator.presses("Остальные — как есть")
    assert "Все сомнения разобраны" in curator.sees()
    assert len(await answered(town)) == 5
    await curator.presses("Отменить")
    assert "Отменила ответы на сомнения" in curator.sees()
    assert await answered(town) == []


async def test_an_answer_later_in_the_year_moves_the_task_and_stays_in_the_history(town: Town, platform: str) -> None:
    curator = await sends_plan(await founded(town, platform), DOUBTFUL)
    await curator.presses("Включить год")
    await curator.says("меню")
    await curator.presses("Дорожная карта")
    await curator.presses("Сомнения (5)")
    await skips(curator, 1)
    await curator.presses("До 30 ноября")
    await curator.presses("Весь период")
    await opens_row(curator, "1.3")
    assert "Поняла так: до 30 ноября" in curator.sees()
    async with town.database.look() as session:
        due = select(Task.due).join(Milestone).where(Milestone.number == "1.3")
        changes = (await session.scalars(select(MilestoneChange).order_by(MilestoneChange.id))).all()
        assert (await session.scalars(due)).all() == [date(2026, 11, 30)]
    assert [(each.field, each.before, each.after) for each in changes] == [
        ("due", "«до 31 ноября 2026 г.» (даты нет)", "«до 31 ноября 2026 г.» (до 30 ноября)"),
        (
            "due",
            "«по отдельному графику» (дата в другом документе)",
            "«по отдельному графику» (весь период, до 31 августа 2027 года)",
        ),
    ]


async def test_many_doubts_are_answered_by_their_kinds(town: Town, platform: str) -> None:
    curator = await at_doubts(town, platform, MANY)
    assert "Сомнений много: 45" in curator.sees()
    await curator.presses("Дата в другом документе — 45")
    await curator.presses("По одному")
    assert "Сомнение 1 из 45" in curator.sees()
    await curator.presses("Без даты, по запросу")
    await curator.presses("К видам")
    await curator.presses("Дата в другом документе — 44")
    await curator.presses("Весь период")
    assert "Записала 44 ответа" in curator.sees() and "Все сомнения разобраны" in curator.sees()
    kinds = [kind for kind, _ in (await rows_of(town)).values()]
    assert (kinds.count("request"), kinds.count("throughout")) == (1, 44)


async def test_names_that_are_alike_become_one(town: Town, platform: str) -> None:
    curator = await at_doubts(town, platform, DOUBTFUL.replace("Директор\tСоглашение", "Петрава А.С.\tСоглашение"))
    while "Один человек" not in str(await curator.offered()):
        await curator.presses("Пропустить")
    await curator.presses("Один человек: Петрова А.С.")
    async with town.database.look() as session:
        people = select(Milestone.responsible).where(Milestone.number == "1.3")
        assert (await session.scalars(people)).one() == ["Петрова А.С."]


async def test_a_typed_day_off_is_kept_and_the_day_of_the_reminder_is_said(town: Town, platform: str) -> None:
    curator = await at_doubts(town, platform)
    await skips(curator, 2)
    await curator.presses("Ввести срок")
    await curator.says("до 31 октября 2026")
    assert "31 октября — суббота: напомню в пятницу, 30 октября." in curator.sees()
    assert (await rows_of(town))["1.4"] == ("by", "2026-10-31")


async def test_a_row_that_was_joined_wrongly_is_made_two_and_one_again(town: Town, platform: str) -> None:
    text = DOUBTFUL.replace("\tБаза\n", "\tБаза\n\tВыставка детских работ\t\t\t\n")
    curator = await at_doubts(town, platform, text)
    while "стоял отдельно" not in curator.sees():
        await curator.presses("Пропустить")
    assert "Текст «Выставка детских работ» стоял отдельно" in curator.sees()
    await curator.presses("Нет, это две строки")
    assert {"1.1", "1.6"} <= set(await rows_of(town)) and (await rows_of(town))["1.6"] == ("unknown", "")
    async with town.database.look() as session:
        found = select(Milestone.number, Milestone.activity).where(Milestone.number.in_(["1.1", "1.6"]))
        assert (await session.execute(found.order_by(Milestone.number))).all() == [
            ("1.1", "Формирование базы наставников"),
            ("1.6", "Выставка детских работ"),
        ]
    await curator.presses("Назад" if "Назад" in await curator.offered() else "Посмотреть ещё раз")
    while "Нет, это две строки" not in curator.sees():
        await curator.presses("Назад")
    await curator.presses("Изменить ответ")
    assert "1.6" not in await rows_of(town)
    assert "Формирование базы наставников Выставка детских работ" in curator.sees()


async def titles(town: Town) -> list[str]:
    """Of all roadmaps, the oldest first."""
    async with town.database.look() as session:
        return list((await session.scalars(select(Roadmap.title).order_by(Roadmap.id))).all())


async def test_the_name_of_another_organisation_in_the_title_is_replaced_and_comes_back(
    town: Town, platform: str
) -> None:
    curator = await at_doubts(town, platform, FOREIGN)
    assert "Сомнение 1 из 6" in curator.sees()
    assert "названа другая организация: МБОУ СОШ № 5. Заменить на Вашу?" in curator.sees()
    await curator.presses("Заменить на Детский сад № 8")
    assert "Теперь заголовок такой: План мероприятий наставничества в Детский сад № 8 на" in curator.sees()
    await curator.presses("Назад")
    await curator.presses("Изменить ответ")
    assert await titles(town) == ["План мероприятий наставничества в МБОУ СОШ № 5 на 2026-2027 учебный год"]
    await curator.presses("Ввести заголовок")
    await curator.says("?")
    assert "Не получилось понять, что имеется в виду" in curator.sees()
    await curator.says("План детского сада № 8 на <2026> год")
    assert "Теперь заголовок такой: План детского сада № 8 на <2026> год" in curator.sees()
    await curator.presses("Назад")
    assert "Ваш ответ: План детского сада № 8 на <2026> год" in curator.sees()


async def test_a_title_that_was_put_right_outlives_a_correction_and_a_new_year(town: Town, platform: str) -> None:
    curator = await at_doubts(town, platform, FOREIGN)
    await curator.presses("Заменить на Детский сад № 8")
    await curator.presses("К карте")
    await curator.presses("Включить год")
    await sends_plan(curator, FOREIGN.replace("до 30 октября 2026 г.", "до 29 октября 2026 г."))
    await curator.presses("Принять изменения")
    followed, paper = await titles(town)
    assert ("Детский сад № 8" in followed, "МБОУ СОШ № 5" in paper) == (True, True)
    await curator.presses("Посмотреть сомнения (5)")


async def test_a_button_of_an_answered_doubt_or_a_declined_roadmap_changes_nothing(town: Town, platform: str) -> None:
    curator = await at_doubts(town, platform)
    first = curator.answer[-1]["id"]
    await presses_in(curator, first, "Да, верно")
    before = await rows_of(town)
    await curator.says("меню")
    await curator.presses("Дорожная карта")
    await curator.presses("Не та карта")
    await presses_in(curator, first, "До 1 декабря")
    assert await rows_of(town) == before
    assert await answered(town) == ["agree"]


CODES = [*get_args(DueDoubt), *(code for part in get_args(FindingCode) for code in get_args(part) or (part,))]


@pytest.mark.parametrize("code", sorted({*CODES} - {"no_period"}))
def test_every_kind_of_doubt_has_a_name(code: str) -> None:
    assert 3 < len(Texts.load()(f"doubt-kind-{code}")) <= 30


def test_every_answer_has_its_words() -> None:
    """Each answer that the two modules name is said by its days or has a text."""
    sources = inspect.getsource(proposals) + inspect.getsource(proposed_words)
    changing = re.findall(r'(?:Proposal\(|_due\(doubt, )"(\w+)"', sources)
    unchanged = re.findall(r'"(\w+)"', " ".join(re.findall(r"\(\(.*?\), (\(.*?\))", inspect.getsource(answers))))
    told = {*changing, *unchanged, "in_document", "keep"} - SAID_BY_DUE
    assert {"above", "ask", "same"} <= told
    assert not [answer for answer in told if not Texts.load().has(f"doubt-answer-{answer}")]
