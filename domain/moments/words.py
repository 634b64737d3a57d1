"""Words in which people name days and hours, and the form in which they are searched."""

import re

NUMBERS = {
    **dict.fromkeys(("один", "одну", "одна"), 1),
    **dict.fromkeys(("два", "две", "двух"), 2),
    **dict.fromkeys(("три", "трех"), 3),
    **dict.fromkeys(("четыре", "четырех"), 4),
    **dict.fromkeys(("пять", "пяти"), 5),
    **dict.fromkeys(("шесть", "шести"), 6),
    **dict.fromkeys(("семь", "семи"), 7),
    **dict.fromkeys(("восемь", "восьми"), 8),
    **dict.fromkeys(("девять", "девяти"), 9),
    **dict.fromkeys(("десять", "десяти"), 10),
    **dict.fromkeys(("одиннадцать", "одиннадцати"), 11),
    **dict.fromkeys(("двенадцать", "двенадцати"), 12),
    **dict.fromkeys(("пятнадцать", "пятнадцати", "четверти"), 15),
    **dict.fromkeys(("двадцать", "двадцати"), 20),
}
ORDINALS = (
    *("первого", "второго", "третьего", "четвертого", "пятого", "шестого"),
    *("седьмого", "восьмого", "девятого", "десятого", "одиннадцатого", "двенадцатого"),
)
# The stem of May comes after that of March, which it begins.
MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
WEEKDAYS = (
    ("понедельник", "пн"),
    ("вторник", "вт"),
    ("сред", "ср"),
    ("четверг", "чт"),
    ("пятниц", "пт"),
    ("суббот", "сб"),
    ("воскресень", "вс"),
)
# What may stand around a day and an hour and changes neither.
FILLING = frozenset(
    (
        *("в", "во", "на", "к", "ко", "с", "со", "и", "до", "ровно", "около", "примерно"),
        *("г", "год", "года", "час", "часа", "часов", "ч", "мин", "минут", "минуты"),
        *("давайте", "давай", "можно", "лучше", "пожалуйста", "предлагаю", "встретимся", "встреча", "жду"),
    )
)
_WRITTEN = {word: str(number) for word, number in NUMBERS.items()} | {
    word: f"{number}-го" for number, word in enumerate(ORDINALS, start=1)
}


def simplify(text: str) -> str:
    """Small letters, е for ё, one kind of dash, digits for numbers in words, of «14:00–15:00» the beginning."""
    text = re.sub(r"[–—−‑]", "-", text.casefold().replace("ё", "е"))
    text = re.sub(r"[«»\"“”„!?;()]", " ", text)
    text = re.sub(r"\bпол\s?(?=\w+[ое]го\b)", "половине ", text)
    text = re.sub(r"(\d:\d\d)\s*(?:-|до)\s*\d{1,2}:\d\d\b", r"\1", text)
    text = re.sub(r"[а-я]+", lambda word: _WRITTEN.get(word[0], word[0]), text)
    return " ".join(text.split())


def month_number(word: str) -> int:
    """1 for January, by any form of the name of a month."""
    return next(number for number, stem in enumerate(MONTHS, start=1) if word.startswith(stem))


def weekday_number(word: str) -> int:
    """0 for Monday, by any form of the name of a weekday."""
    return next(number for number, stems in enumerate(WEEKDAYS) if word.startswith(stems))


def is_filling(text: str) -> bool:
    return all(word in FILLING for word in re.findall(r"\w+", text))
