"""Which columns of a sheet tell what of a person, by the words of their headings."""

from collections.abc import Iterable, Mapping

from domain.forms.wording import words

NAME, POST, ROLE, PHONE = "name", "post", "role", "phone"

HEADINGS: Mapping[str, tuple[str, ...]] = {
    NAME: ("фио", "ф и о", "фамилия", "имя"),
    POST: ("должность", "профессия", "место работы", "класс"),
    ROLE: ("роль", "категория", "участие"),
    PHONE: ("телефон", "контакт", "номер"),
}
"""Column → words by which its heading is known, wherever it stands."""

LONGEST_HEADING = 60
"""A longer cell is text, no heading."""


def places(headings: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Column → where its headings stand: a name may be spread over «Фамилия», «Имя», «Отчество»."""
    found: dict[str, list[int]] = {}
    for index, heading in enumerate(headings):
        column = _column(" ".join(words(heading)))
        if column is not None:
            found.setdefault(column, []).append(index)
    return {column: tuple(indices) for column, indices in found.items()}


def _column(heading: str) -> str | None:
    if len(heading) > LONGEST_HEADING:
        return None
    if "отчество" in heading:
        return NAME
    known = ((column, word) for column, known_words in HEADINGS.items() for word in known_words)
    return next((column for column, word in known if f" {word}" in f" {heading}"), None)
