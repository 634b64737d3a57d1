"""A roadmap comes in: as a file, as a text, unasked; what is no roadmap gets one clear sentence."""

from datetime import date
from io import BytesIO
from typing import get_args
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from sqlalchemy import select

from bot.worker import Reason
from documents.readers.unreadable import Reason as Unreadability
from locales import Texts
from storage.models import File, Milestone, Roadmap
from tests.client import Person, Town
from tests.handlers.plans import MINUTES, OLD_PLAN, PLAN, presses_in, sends_plan
from tests.scenes import founded, participant


async def states(town: Town) -> list[str]:
    async with town.database.look() as session:
        return list((await session.scalars(select(Roadmap.state).order_by(Roadmap.id))).all())


async def asked(town: Town, platform: str) -> Person:
    curator = await founded(town, platform)
    return await curator.presses("Дорожная карта")


async def test_without_a_roadmap_a_file_or_a_text_is_asked_for(town: Town, platform: str) -> None:
    curator = await asked(town, platform)
    assert "Пришлите дорожную карту файлом" in curator.sees()


async def test_what_was_understood_is_told_before_anything_is_switched_on(town: Town, platform: str) -> None:
    curator = await sends_plan(await founded(town, platform))
    assert "7 строк в 2 разделах" in curator.sees()
    assert "с датами — 4, «весь период» — 1, по запросу — 1, без даты — 1" in curator.sees()
    assert "с 1 сентября 2026 года по 31 августа 2027 года" in curator.sees()
    assert "Директор, Петрова А.С." in curator.sees()
    assert "Включить год" in await curator.offered()
    assert await states(town) == ["read"]


async def test_rows_are_shown_by_section_with_the_phrase_and_its_meaning(town: Town, platform: str) -> None:
    curator = await sends_plan(await founded(town, platform))
    await curator.presses("Показать строки")
    assert "Подготовка условий\n1.1. Приказ о внедрении наставничества" in curator.sees()
    assert "«до 19 октября 2026 г.» → до 19 октября" in curator.sees()
    assert "«ежемесячно» → 12 раз, в первый раз до 30 сентября" in curator.sees()


async def test_the_doubts_are_what_is_looked_at_first(town: Town, platform: str) -> None:
    curator = await sends_plan(await founded(town, platform))
    assert (await curator.offered())[0].startswith("Посмотреть сомнения")
    await curator.presses("Посмотреть сомнения")
    assert "«по отдельному графику» (строка 2.2)" in curator.sees()


async def test_a_document_in_another_language_is_said_to_be_one(town: Town, platform: str) -> None:
    curator = await asked(town, platform)
    await curator.sends("plan.txt", b"Activity\tDeadline\nWelcome meeting\tbefore 1 October\n", "text/plain")
    assert "Похоже, документ не на русском языке" in curator.sees()
    await curator.sends("protokol.txt", MINUTES.encode(), "text/plain")
    assert "похоже, это не дорожная карта" in curator.sees()
    await curator.sends("карта.txt", PLAN.encode(), "text/plain")
    assert "7 строк в 2 разделах" in curator.sees()


async def test_who_approved_a_roadmap_and_by_which_order_is_kept(town: Town, platform: str) -> None:
    head = "УТВЕРЖДАЮ\nДиректор школы Морозов А.Э.\nПриказ № 48 от 31.08.2026\n\n"
    await sends_plan(await founded(town, platform), head + PLAN)
    async with town.database.look() as session:
        kept = (await session.scalars(select(Roadmap))).one()
    assert ("Морозов А.Э." in kept.approved_by, kept.order) == (True, "№ 48 от 31.08.2026")


async def test_a_row_torn_by_a_page_is_put_together_and_that_is_said(town: Town, platform: str) -> None:
    whole = "Семинар для наставников\tпо отдельному графику\tДиректор\tПрограмма семинара\n"
    torn = "Семинар для\tпо отдельному графику\tДиректор\tПрограмма\n\n\tнаставников\t\t\tсеминара\n"
    curator = await sends_plan(await founded(town, platform), PLAN.replace(whole, torn))
    assert "7 строк" in curator.sees()
    assert "Собрала из частей 1 разорванную строку" in curator.sees()


async def test_a_pasted_text_is_read_in_the_pieces_that_the_messenger_makes(town: Town, platform: str) -> None:
    curator = await asked(town, platform)
    half = PLAN.index("2\tРабота пар")
    await curator.says(PLAN[:half])
    assert "3 строки" in curator.sees()
    await curator.says(PLAN[half:])
    assert "7 строк" in curator.sees()
    assert await states(town) == ["declined", "read"]


async def test_a_beginning_without_a_table_waits_for_the_rest(town: Town, platform: str) -> None:
    curator = await asked(town, platform)
    table = PLAN.index("№\t")
    await curator.says("Утверждаю. Директор школы И. И. Иванова.\n" * 20 + PLAN[:table])
    assert "Таблицы с мероприятиями в этом тексте пока не видно" in curator.sees()
    await curator.says(PLAN[table:])
    assert "7 строк" in curator.sees()


async def test_small_talk_is_no_roadmap(town: Town, platform: str) -> None:
    curator = await asked(town, platform)
    await curator.says("здравствуйте")
    assert "слишком коротко" in curator.sees()
    assert await states(town) == []


async def test_a_document_that_nobody_asked_for_is_offered(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    await curator.sends("карта.txt", PLAN.encode(), "text/plain")
    assert "Это дорожная карта?" in curator.sees()
    await curator.presses("Да, посмотреть")
    assert "7 строк в 2 разделах" in curator.sees()


async def test_another_document_is_no_roadmap_and_keeps_its_way(town: Town, platform: str) -> None:
    curator = await sends_plan(await founded(town, platform), MINUTES)
    assert "это не дорожная карта" in curator.sees()
    assert await states(town) == []
    await curator.sends("карта.txt", PLAN.encode(), "text/plain")
    assert "7 строк" in curator.sees()


def bomb() -> bytes:
    """A docx of 100 MB in a few kilobytes."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 100_000_000)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("карта.docx", b"", "Файл пустой"),
        ("карта.docx", b"PK\x03\x04 broken", "повреждён"),
        ("карта.pdf", b"%PDF-1.4 broken", "повреждён"),
        ("карта.docx", bomb(), "слишком большой"),
        ("карта.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "Сохраните документ как docx"),
        ("карта.zip", b"PK\x03\x04", "Сохраните документ как docx"),
    ],
    ids=["empty", "broken docx", "broken pdf", "bomb", "old word", "archive"],
)
async def test_a_file_that_cannot_be_read_gets_one_sentence_and_the_way_on(
    town: Town, name: str, content: bytes, sentence: str
) -> None:
    curator = await asked(town, "telegram")
    await curator.sends(name, content)
    assert sentence in curator.sees()
    assert "Пришлите, пожалуйста, другой файл" in curator.sees()
    assert await states(town) == []


@pytest.mark.parametrize("problem", [*get_args(Unreadability), *(f"worker_{each}" for each in get_args(Reason))])
def test_every_problem_of_a_file_has_its_sentence(problem: str) -> None:
    assert Texts.load()(f"problem-{problem}").endswith(".")


async def test_a_period_that_is_not_named_is_the_school_year_and_that_is_said(town: Town, platform: str) -> None:
    curator = await sends_plan(await founded(town, platform), PLAN.replace("на 2026-2027 учебный год", ""))
    assert "Период в документе не назван, взяла Ваш учебный год" in curator.sees()


async def test_a_roadmap_of_another_time_asks_what_to_do(town: Town, platform: str) -> None:
    curator = await sends_plan(await founded(town, platform), OLD_PLAN)
    assert "Сроки этой карты уже прошли. Что с ней сделать?" in curator.sees()
    assert (await curator.offered())[:2] == ["Перенести на этот год", "Прислать другую"]
    await curator.presses("Включить как есть")
    assert "Включить всё равно?" in curator.sees()
    assert await states(town) == ["read"]


async def test_a_roadmap_of_another_time_is_moved_to_this_year(town: Town, platform: str) -> None:
    curator = await sends_plan(await founded(town, platform), OLD_PLAN)
    old = curator.answer[-1]["id"]
    await curator.presses("Перенести на этот год")
    assert "с 1 сентября 2026 года по 31 августа 2027 года" in curator.sees()
    assert await states(town) == ["declined", "read"]
    async with town.database.look() as session:
        due = select(Milestone.ends).join(Roadmap).where(Milestone.number == "1.2", Roadmap.state == "read")
        assert (await session.scalars(due)).one() == date(2026, 10, 19)
    await presses_in(curator, old, "Показать строки")
    assert await states(town) == ["declined", "read"]


async def test_a_declined_roadmap_can_be_taken_back(town: Town, platform: str) -> None:
    curator = await sends_plan(await founded(town, platform))
    await curator.presses("Не та карта")
    assert await states(town) == ["declined"]
    await curator.presses("Отменить")
    assert await states(town) == ["read"]


async def test_the_file_is_kept_encrypted(town: Town, platform: str) -> None:
    await sends_plan(await founded(town, platform))
    async with town.database.look() as session:
        kept = (await session.scalars(select(File))).one()
    assert kept.name == "карта.txt"
    assert PLAN.encode() not in kept.content


async def test_markup_in_a_roadmap_stays_text(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    await sends_plan(curator, PLAN.replace("Петрова А.С.", "Петрова & Ко (совет)"))
    assert "Петрова & Ко (совет)" in curator.sees()


async def test_a_participant_cannot_bring_a_roadmap(town: Town, platform: str) -> None:
    curator = await founded(town, "vk")
    anna = await participant(town, curator, "Иванова Анна", platform, "Наставником")
    await anna.sends("карта.txt", PLAN.encode(), "text/plain")
    assert await states(town) == []
