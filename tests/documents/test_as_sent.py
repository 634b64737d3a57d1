"""A person's file goes back as it came."""

from documents.paper import Paper
from documents.writers import AS_SENT, draw


def test_a_file_goes_back_byte_for_byte_under_its_name() -> None:
    drawn = draw(Paper(AS_SENT, "Приказ № 48.docx", {"content": b"\x00order"}))
    assert (drawn.name, drawn.content) == ("Приказ № 48.docx", b"\x00order")


def test_even_a_picture_goes_back_as_a_file() -> None:
    drawn = draw(Paper(AS_SENT, "фото.jpg", {"content": b"\xff\xd8\xff"}))
    assert (drawn.name, drawn.media_type) == ("фото.jpg", "application/octet-stream")
