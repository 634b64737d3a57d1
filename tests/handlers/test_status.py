"""«Как идут дела»: what is known, and nothing of what has not begun."""

from tests.client import Town
from tests.handlers.plans import opens_row, switched_on
from tests.scenes import founded


async def test_the_first_day_shows_no_noughts(town: Town, platform: str) -> None:
    curator = await founded(town, platform)
    await curator.says("меню")
    assert " 0" not in curator.sees()
    await curator.presses("Как идут дела")
    assert " 0" not in curator.sees()


async def test_rows_done_and_done_in_time_are_told_with_their_shares(town: Town, platform: str) -> None:
    curator = await opens_row(await switched_on(town, platform), "1.1")
    await curator.presses("Выполнено")
    await opens_row(curator, "1.2")
    await curator.presses("Выполнено")
    await town.turn(days=16)
    await curator.says("меню")
    done, in_time = "ыполнено 2 из 17 строк (12 %)", "В срок: 1 из 2, чей срок прошёл (50 %)"
    assert done in curator.sees() and in_time in curator.sees()
    await curator.presses("Дорожная карта")
    assert done in curator.sees() and in_time in curator.sees()
