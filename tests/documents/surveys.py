"""A small survey of mentors (by name) and mentees (anonymous) for the tests of its writers."""

from datetime import date
from typing import Any

QUESTIONS = [
    {"key": "useful", "kind": "scale", "title": "Польза", "text": "Насколько полезны встречи?"},
    {"key": "continue", "kind": "yes_no", "title": "Продолжение", "text": "Хотите продолжить?"},
    {"key": "topics", "kind": "several_of", "title": "Темы", "text": "О чём говорили?", "options": ["ИКТ", "Театр"]},
    {"key": "change", "kind": "long_text", "title": "Изменить", "text": "Что изменить?"},
]


def answer(person: str, day: int, *values: Any) -> dict[str, Any]:
    keys = (question["key"] for question in QUESTIONS)
    return {"person": person, "sent": date(2027, 4, day), "values": dict(zip(keys, values, strict=True))}


MENTORS = [
    answer("Ткач Мария", 12, 9, True, ["ИКТ"], "=HYPERLINK(1)"),
    answer("Дюма Анна", 13, 6, False, ["ИКТ", "Театр"], None),
]
MENTEES = [
    answer("Коваль Юлия", 14, 8, True, [], "Больше встреч"),
    answer("Кузьма Ольга", 15, 3, None, ["Театр"], "Аудитория у окна"),
]


def part(audience: str, answers: list[dict[str, Any]], **changed: Any) -> dict[str, Any]:
    usual = {"asked": 4, "answered": len(answers), "anonymous": False, "questions": QUESTIONS}
    return {"audience": audience, "answers": answers, **usual, **changed}


SURVEY: dict[str, Any] = {
    "title": "Удовлетворённость, апрель 2027",
    "organisation": "Детский сад № 8",
    "parts": [part("Наставники", MENTORS), part("Наставляемые", MENTEES, anonymous=True)],
}
