"""Scenes over HTTP: an organisation is founded, colleagues come in and fill in what they are asked."""

from tests.http.person import Person
from tests.processes import Stand

MOST_QUESTIONS = 60
LINKS = {"telegram": "t.me/", "vk": "vk.me/"}
PLAIN = "6"


def found(
    curator: Person,
    code: str,
    *,
    organisation: str = "Детский сад № 8",
    zone: str = "Москва",
    level: str = "Одна организация",
    period: str = "Учебный",
) -> None:
    """Take a new organisation, by default for the school year that begins now."""
    curator.says("/start")
    curator.says(code)
    curator.presses("Даю согласие")
    curator.presses("Начать")
    curator.presses(level)
    curator.says(organisation)
    curator.says(zone)
    curator.presses(period)
    curator.says("Лиманская Галина Николаевна")
    if "Пропустить" in curator.offered():
        curator.presses("Пропустить")
    curator.says(curator.name)
    curator.presses("Отправить")


def invitation(curator: Person, whom: str = "Педагогов") -> dict[str, str]:
    """The curator's invitation links by messenger."""
    curator.says("меню")
    curator.presses("Пригласить")
    words = curator.presses(whom).sees().split()
    return {platform: next(word for word in words if mark in word) for platform, mark in LINKS.items()}


def begin(stand: Stand, link: str, platform: str, name: str, role: str) -> Person:
    """Somebody comes by the link, consents and stands before the first question."""
    person = Person.appears(stand, platform, name)
    person.opens(link)
    for label in ("Начать", "Да, мне есть 18", "Даю согласие", role, "Начать анкету"):
        person.presses(label)
    return person


def fill_in(person: Person, post: str = "Воспитатель", words: str = "", most: int = MOST_QUESTIONS) -> bool:
    """Answer what is asked, at most so many questions, and send the form; whether it was sent.

    Open questions that may be skipped are answered with ``words``, if there are any.
    """
    for _ in range(most):
        labels = person.offered()
        if "Начать анкету" in labels:
            person.presses("Начать анкету")
        elif "Отправить анкету" in labels:
            person.presses("Отправить анкету")
            if "Начать анкету" not in person.offered():
                return True
        elif "Вопрос " in person.sees():
            answer(person, labels, post, words)
        else:
            return False
    return False


def answer(person: Person, labels: list[str], post: str, words: str) -> None:
    """Answer the open question in the plainest way."""
    question = person.sees()
    ticks = [label for label in labels if label.startswith("☐")]
    if "Как Вас зовут" in question:
        person.says(person.name)
    elif "Кем Вы работаете" in question:
        person.says(post)
    elif ticks:
        person.presses(ticks[len(person.name) % len(ticks)])
        person.presses("Готово")
    elif "Пропустить" in labels:
        answer_or_skip(person, question, words)
    elif "8" in labels or "Да" in labels:
        person.presses("8" if "8" in labels else "Да")
    elif len(labels) > 1:
        person.presses(labels[0])
    else:
        person.says(PLAIN)


def answer_or_skip(person: Person, question: str, words: str) -> None:
    if words and "телефон" not in question:
        person.says(words)
    else:
        person.presses("Пропустить")
