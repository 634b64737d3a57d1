"""What is sent right after «Выполнено» is its evidence."""

from sqlalchemy import select

from storage.models import Evidence
from tests.client import Town
from tests.handlers.plans import opens_row, switched_on


async def test_a_file_sent_right_after_done_is_its_evidence(town: Town, platform: str, png: bytes) -> None:
    curator = await switched_on(town, platform)
    await opens_row(curator, "1.1")
    await curator.presses("Выполнено")
    await curator.sends("приказ.png", png, "image/png")
    async with town.database.look() as session:
        assert len((await session.scalars(select(Evidence))).all()) == 1
