"""Partners and their agreements, on both messengers."""

from datetime import UTC, datetime
from io import BytesIO

from openpyxl import load_workbook
from sqlalchemy import text

from tests.client import Person, Town
from tests.handlers.couples import cast, news


async def told_partner(town: Town, platform: str, until: str = "30.11.2026") -> Person:
    """A curator who has told of a partner part by part."""
    curator = (await cast(town, platform)).curator
    await curator.says("меню")
    for label in ("Люди", "Партнёры", "Добавить партнёра"):
        await curator.presses(label)
    for words in ("Томский педуниверситет", "Сидоров Пётр, +7 913 000-00-00", "12/26-Н", "15.09.2026", until):
        await curator.says(words)
    return curator


async def test_a_partner_is_told_part_by_part(town: Town, platform: str, png: bytes) -> None:
    curator = await told_partner(town, platform)
    assert "скан или фото" in curator.sees()
    await curator.sends("Соглашение.png", png, "image/png")
    assert "Соглашение №: 12/26-Н" in curator.sees() and "Скан: есть" in curator.sees()
    await curator.presses("Посмотреть скан")
    assert await curator.downloads() == png
    await curator.presses("Назад")
    assert "1. Томский педуниверситет — соглашение до 30 ноября" in curator.sees()


async def test_the_contact_is_unreadable_in_the_table(town: Town, platform: str) -> None:
    await told_partner(town, platform)
    async with town.database.look() as session:
        row = str((await session.execute(text("SELECT * FROM partner"))).one())
    assert "Сидоров" not in row and "педуниверситет" in row


async def test_a_date_that_is_none_is_asked_again(town: Town, platform: str) -> None:
    curator = await told_partner(town, platform, until="когда-нибудь")
    assert "Не поняла дату" in curator.sees()
    await curator.presses("Пропустить")
    await curator.presses("Карточка партнёра")
    assert "Действует до" not in curator.sees()


async def test_the_curator_hears_once_before_an_agreement_ends(town: Town, platform: str) -> None:
    curator = await told_partner(town, platform)
    await curator.presses("Карточка партнёра")
    await curator.reads()
    await town.turn(datetime(2026, 10, 30, 12, tzinfo=UTC))
    assert "педуниверситет" not in await news(curator)
    await town.turn(datetime(2026, 11, 6, 12, tzinfo=UTC))
    assert (await news(curator)).count("Соглашение с партнёром «Томский педуниверситет» заканчивается") == 1
    await town.turn(datetime(2026, 11, 20, 12, tzinfo=UTC))
    assert "педуниверситет" not in await news(curator)


async def test_partners_as_a_spreadsheet_and_out_of_the_list(town: Town, platform: str) -> None:
    curator = await told_partner(town, platform)
    await curator.presses("Карточка партнёра")
    await curator.presses("Назад")
    await curator.presses("Партнёры в Excel")
    sheet = load_workbook(BytesIO(await curator.downloads())).active
    assert sheet is not None
    cells = {cell.value for row in sheet.iter_rows() for cell in row}
    assert {"Томский педуниверситет", "12/26-Н", datetime(2026, 11, 30)} <= cells  # noqa: DTZ001 - a cell has no zone
    await curator.presses("1")
    await curator.presses("Убрать из списка")
    await curator.presses("Убрать из списка")
    assert "Пока здесь никого нет" in curator.sees()
