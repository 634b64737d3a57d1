"""Slips to hand out: whom each is for, the code, and where to type it."""

from io import BytesIO

from docx import Document

from documents.writers.slips_docx import draw

LINKS = {"telegram": "https://t.me/school_bot?start=ABCDEF23", "vk": "https://vk.me/club1?ref=ABCDEF23"}


def test_a_slip_names_the_bot_for_who_types_the_code() -> None:
    slip = {"name": "Ёлкина Анна", "code": "ABCD-EF23", "links": LINKS}
    [cell, _] = Document(BytesIO(draw({"organisation": "Школа", "slips": [slip]}))).tables[0].rows[0].cells
    captions = [each.text for each in cell.tables[0].rows[1].cells]
    assert "ABCD-EF23" in cell.text
    assert captions == ["Telegram: t.me/school_bot", "VK: vk.me/club1"]
