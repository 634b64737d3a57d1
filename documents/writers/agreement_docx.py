"""What an employee who is a mentor signs (Labour Code, art. 351.8): the consent, and the additional agreement.

Data: ``organisation``, ``head``, ``mentor``, ``post`` (names in the nominative), and ``parts``: the agreement's
``content``, ``term``, ``form`` and ``pay``, in the order in which they are numbered.
"""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from documents.writers.word import new_document, number_pages, portrait, put_blank, put_heading, put_text
from documents.writers.wording import texts

UNKNOWN = "_" * 20
"""For a head whose name is not known."""


def draw(data: Mapping[str, Any]) -> bytes:
    document = new_document()
    portrait(document)
    words = texts()
    head = data["head"] or UNKNOWN
    put_heading(document, words("papers-agreement-consent-title"))
    put_worker(document, data)
    put_text(document, words("papers-agreement-consent", organisation=data["organisation"]))
    put_parts(document, data)
    put_blank(document, words("papers-agreement-mentor-signs"))
    document.add_page_break()  # type: ignore[no-untyped-call]
    put_heading(document, words("papers-agreement-title"))
    put_heading(document, words("papers-agreement-number"), 12, bold=False)
    put_blank(document, words("papers-agreement-sides", organisation=data["organisation"], head=head))
    put_worker(document, data)
    put_text(document, words("papers-agreement-subject"))
    put_parts(document, data)
    put_text(document, words("papers-agreement-ending"))
    put_blank(document, words("papers-agreement-head-signs", head=head))
    put_blank(document, words("papers-agreement-mentor-signs"))
    put_blank(document, words("papers-agreement-received"))
    number_pages(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def put_worker(document: Any, data: Mapping[str, Any]) -> None:
    who = texts()("papers-agreement-who", mentor=data["mentor"], post=data["post"], posted=str(bool(data["post"])))
    put_text(document, who)


def put_parts(document: Any, data: Mapping[str, Any]) -> None:
    """The four parts that the Code asks for."""
    for number, (part, words) in enumerate(data["parts"].items(), 1):
        put_text(document, texts()("papers-agreement-part", number=str(number), part=part, words=sentence(words)))


def sentence(words: str) -> str:
    """With a capital at its beginning and a stop at its end."""
    told = words.strip()
    return told[:1].upper() + told[1:] + ("" if told.endswith((".", "!", "?", "…")) else ".")
