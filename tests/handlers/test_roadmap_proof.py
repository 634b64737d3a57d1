"""What is sent right after «Выполнено» is its evidence."""

import pytest
from sqlalchemy import select

from bot.vk.markup import parse_html
from handlers.roadmap.proofs import linked
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


@pytest.mark.parametrize(
    ("typed", "links"),
    [
        ("https://vk.com/wall-1_2", ["https://vk.com/wall-1_2"]),
        ("см. http://сайт.рф/a?b=1&c=2, там фото", ["http://сайт.рф/a?b=1&c=2"]),
        ("(https://a.ru/x) и https://b.ru/y.", ["https://a.ru/x", "https://b.ru/y"]),
        ("https://a.ru/" + "x" * 90, ["https://a.ru/" + "x" * 90]),
        ('https://a.ru/"><b>', ["https://a.ru/"]),
        ("просто слова <и> знаки &", []),
        ("ftp://a.ru https:// //", []),
    ],
)
def test_web_addresses_are_links_and_stay_whole(typed: str, links: list[str]) -> None:
    assert [span.url for span in parse_html(linked(typed, 200)).ranges] == links


def test_a_text_that_is_cut_keeps_its_words_and_no_broken_link() -> None:
    shown = parse_html(linked("слово " * 60 + "https://a.ru/x", 100))
    assert len(shown.text) == 100
    assert shown.ranges == ()
