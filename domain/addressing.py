"""How a person is spoken to: by name and patronymic, else by the first name."""

import re

NAME_AND_SURNAME = 2

PATRONYMIC = re.compile(r".{2,}(?:ич|вна|чна)", re.IGNORECASE)
"""«Сергеевич», «Лукич», «Сергеевна», «Ильинична»."""
OF_THE_FATHER = frozenset({"оглы", "оглу", "улы", "уулу", "кызы", "гызы", "кизи"})
"""«Гасан оглы»: the patronymic is two words."""
FORMER = re.compile(r"\([^)]*\)")
"""A former surname."""

SURNAME = re.compile(r".+(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ая)|[оы]й|ая|[иы]х|ко|[ую]к|ян|швили|дзе|ич)", re.IGNORECASE)
FIRST_NAMES = frozenset(
    (
        *("августин", "вениамин", "валентин", "константин", "мартин", "амин", "лев", "яков", "ян", "демьян", "марко"),
        *("севастьян", "лукьян", "ульян", "ева", "аглая", "рая", "алина", "альбина", "ангелина", "антонина", "арина"),
        *("валентина", "василина", "галина", "дарина", "дина", "екатерина", "ирина", "карина", "катерина", "лина"),
        *("кристина", "марина", "милина", "нина", "полина", "регина", "сабина", "фаина", "эвелина", "эльвина"),
    )
)
"""Those that end as surnames do."""


def addressed(name: str) -> str:
    """«Мария Сергеевна» of a full name, «Ваня» of «Иванов Ваня»; what leaves a doubt is said as it was typed.

    People are asked for the surname first, so that of two words the second is the first name, unless it is the only
    one that looks like a surname.
    """
    words = FORMER.sub(" ", name).split()
    place = next((each for each in range(1, len(words)) if _is_patronymic(words, each)), None)
    if place is not None:
        return " ".join(words[place - 1 : place + 1 + _is_of_the_father(words, place)])
    if len(words) != NAME_AND_SURNAME or "." in name:
        return name
    first, second = words
    return first if _is_surname(second) and not _is_surname(first) else second


def _is_patronymic(words: list[str], place: int) -> bool:
    return _is_of_the_father(words, place) or PATRONYMIC.fullmatch(words[place]) is not None


def _is_of_the_father(words: list[str], place: int) -> bool:
    return place + 1 < len(words) and words[place + 1].casefold() in OF_THE_FATHER


def _is_surname(word: str) -> bool:
    return word.casefold() not in FIRST_NAMES and SURNAME.fullmatch(word) is not None
