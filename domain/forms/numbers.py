"""Numbers as people type them: «15», «15 лет», «двадцать пять», «8 из 10», «восьмёрка», «полгода»."""

import re
from datetime import date

from domain.forms.wording import fold

LONGEST_LIFE = 120

ONES = {
    **dict.fromkeys(("ноль", "нуль", "нисколько"), 0),
    **dict.fromkeys(("один", "одна", "одного", "одну", "одно", "единица"), 1),
    **dict.fromkeys(("два", "две", "двух", "двое", "двоих", "двойка", "двойку", "пара", "пару"), 2),
    **dict.fromkeys(("три", "трех", "трое", "троих", "тройка", "тройку"), 3),
    **dict.fromkeys(("четыре", "четырех", "четверо", "четверых", "четверка", "четверку"), 4),
    **dict.fromkeys(("пять", "пяти", "пятеро", "пятерых", "пятерка", "пятерку"), 5),
    **dict.fromkeys(("шесть", "шести", "шестерка", "шестерку"), 6),
    **dict.fromkeys(("семь", "семи", "семерка", "семерку"), 7),
    **dict.fromkeys(("восемь", "восьми", "восьмерка", "восьмерку"), 8),
    **dict.fromkeys(("девять", "девяти", "девятка", "девятку"), 9),
}
TEENS = {
    **dict.fromkeys(("десять", "десяти", "десятка", "десятку", "десяток"), 10),
    **{
        form: number
        for number, stem in enumerate(
            ("один", "две", "три", "четыр", "пят", "шест", "сем", "восем", "девят"), start=11
        )
        for form in (f"{stem}надцать", f"{stem}надцати")
    },
}
TENS = {
    **dict.fromkeys(("двадцать", "двадцати"), 20),
    **dict.fromkeys(("тридцать", "тридцати"), 30),
    "сорок": 40,
    **dict.fromkeys(("пятьдесят", "пятидесяти"), 50),
    **dict.fromkeys(("шестьдесят", "шестидесяти"), 60),
    **dict.fromkeys(("семьдесят", "семидесяти"), 70),
    **dict.fromkeys(("восемьдесят", "восьмидесяти"), 80),
    "девяносто": 90,
}
HUNDREDS = {"сто": 100, "двести": 200, "триста": 300, "четыреста": 400, "пятьсот": 500}
WORTH = HUNDREDS | TENS | TEENS | ONES

DIGITS = re.compile(r"(?<![\d.,])[-−–]?\d+(?:[.,]\d+)?(?:-?(?:й|я|е|ти|ми|х|го)\b)?")
OF_SCALE = re.compile(r"(.+?)(?:\s+из\s+|\s*/\s*)(.+)", re.DOTALL)


def numbers_in(text: str) -> list[float]:
    """All numbers of a text, in digits and in words, in their order."""
    spaced = re.sub(r"(?<=\d)[\s\u00a0](?=\d{3}\b)", "", text)
    found = [_value(match) for match in DIGITS.finditer(_ranges_apart(spaced))]
    return found + _spoken(fold(text))


def out_of(text: str, highest: int) -> str:
    """«8 из 10», «8/10» and «восемь из десяти» as what stands first, where ten is the top of the scale."""
    match = OF_SCALE.fullmatch(text)
    return match[1] if match and numbers_in(match[2]) == [highest] else text


def full_years(text: str, today: date | None = None) -> list[float]:
    """Numbers of a length of time, in years: months become years, «полгода» is 0.5, «с 2015 года» counts to today."""
    plain = fold(text)
    if re.search(r"\b(?:полгода|пол года|меньше года|менее года|первый год|только начин\w*|без опыта)\b", plain):
        return [0.5]
    if re.search(r"\bполтора\b", plain):
        return [1.5]
    numbers = numbers_in(text)
    if today and len(numbers) == 1 and today.year - LONGEST_LIFE < numbers[0] <= today.year:
        return [today.year - numbers[0]]
    if re.search(r"\bмесяц\w*|\bмес\b", plain):
        return _with_months(text, numbers)
    return numbers or ([1.0] if re.search(r"\bгод\b", plain) else [])


def _with_months(text: str, numbers: list[float]) -> list[float]:
    """«2 года и 6 месяцев» is 2.5; «месяц» alone is a twelfth."""
    if len(numbers) == 2 and re.search(r"\b(?:год|года|лет)\b", fold(text)):
        return [numbers[0] + numbers[1] / 12]
    return [number / 12 for number in numbers or [1.0]]


def _ranges_apart(text: str) -> str:
    """«5-7» is two numbers, not five and minus seven."""
    return re.sub(r"(?<=\d)\s*[-−–—]\s*(?=\d)", " … ", text)


def _value(match: re.Match[str]) -> float:
    digits = re.sub(r"[^\d.,]+$", "", match[0].replace("−", "-").replace("–", "-"))
    return float(digits.rstrip(".,").replace(",", "."))


def _spoken(plain: str) -> list[float]:
    """Neighbouring words of falling size make one number: «двадцать пять»."""
    found: list[float] = []
    previous = 0
    for worth in map(WORTH.get, plain.split()):
        if worth and found and _goes_on(previous, worth):
            found[-1] += worth
        elif worth is not None:
            found.append(float(worth))
        previous = worth or 0
    return found


def _goes_on(previous: int, worth: int) -> bool:
    """Whether «пять» goes on after «двадцать», «двадцать» after «сто»."""
    return (worth < 10 and previous in TENS.values()) or (worth < 100 and previous in HUNDREDS.values())
